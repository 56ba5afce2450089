//! The production-to-use chart on the screen: a bar for each weapon, from the earliest day on which it can have been made to
//! its use.

use egui::accesskit::Role;
use egui::text::TextFormat;
use egui::{Align2, Color32, Id, Rect, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::analysis::calendar::words;
use crate::analysis::chart::{Chart, LeftOut, Row, figures, notes, steps};
use crate::model::record::RecordRef;
use crate::text::{t, tf};
use crate::ui::desk::{Desk, Place};
use crate::ui::inspector::forms::link_row;
use crate::ui::script_text;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::views::analysis::lines::{MOST, more};
use crate::ui::widgets::Text;

/// The height of a row, in points.
const ROW: f32 = 44.0;
/// The room of the figures at the right.
const FIGURES: f32 = 116.0;
/// The room of the axis below, and of what the median is called above.
const AXIS: f32 = 44.0;
const HEAD: f32 = 18.0;

/// Shows the chart, and below it what it says in words.
pub fn show(ui: &mut Ui, desk: &mut Desk, chart: &Chart) {
    let margin = ui.available_width() - space::S;
    ui.add(Text::new(t("analysis-chart-text")).kind(Type::Small).weak());
    ui.add_space(space::M);
    if chart.rows.is_empty() {
        ui.add(Text::new(t("analysis-chart-none")));
    } else {
        plot(ui, desk, chart, margin);
    }
    let words = notes(chart);
    if !words.is_empty() {
        ui.add_space(space::S);
        ui.add(Text::new(&words).kind(Type::Small).weak());
    }
    for (weapon, title, why) in chart.left_out.iter().take(MOST) {
        let reason = t(match why {
            LeftOut::NotDated => "analysis-left-not-dated",
            LeftOut::NotUsed => "analysis-left-not-used",
            LeftOut::Contradiction => "analysis-left-contradiction",
        });
        let clicked = ui.push_id(weapon, |ui| link_row(ui, title, reason)).inner;
        if clicked {
            go(desk, *weapon);
        }
    }
    more(ui, chart.left_out.len());
}

fn go(desk: &mut Desk, weapon: crate::model::id::WeaponId) {
    desk.select(weapon);
    desk.go(Place::Weapons);
}

/// Where things lie across.
struct Across {
    names: f32,
    right: f32,
    end: f32,
}

impl Across {
    fn at(&self, days: f32) -> f32 {
        self.right - days / self.end * (self.right - self.names)
    }
}

fn plot(ui: &mut Ui, desk: &mut Desk, chart: &Chart, width: f32) {
    let tokens = Tokens::of(ui);
    let height = HEAD + ROW * chart.rows.len() as f32 + AXIS;
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let rect = rect.with_min_y(rect.top() + HEAD);
    let most = chart.rows.iter().map(|row| row.max).max().unwrap_or(1);
    let steps = steps(most);
    let across = Across {
        names: rect.left() + (width * 0.3).clamp(150.0, 300.0),
        right: rect.right() - FIGURES,
        end: steps.last().copied().unwrap_or(1) as f32,
    };
    let bottom = rect.bottom() - AXIS;
    for step in &steps {
        let x = across.at(*step as f32);
        ui.painter().vline(x, rect.top()..=bottom, tokens.hairline());
        ui.painter().text(
            pos2(x, bottom + 4.0),
            Align2::CENTER_TOP,
            step.to_string(),
            Type::Caption.font(tokens),
            tokens.text_weak,
        );
    }
    ui.painter().text(
        pos2((across.names + across.right) / 2.0, bottom + 22.0),
        Align2::CENTER_TOP,
        t("analysis-chart-axis"),
        Type::Caption.font(tokens),
        tokens.text_weak,
    );
    // Only the rows in view are made.
    let clip = ui.clip_rect();
    let first = ((clip.top() - rect.top()) / ROW).floor().max(0.0) as usize;
    let last = ((clip.bottom() - rect.top()) / ROW).ceil().max(0.0) as usize;
    for (nth, row) in chart.rows.iter().enumerate().take(last).skip(first) {
        let top = rect.top() + ROW * nth as f32;
        let place = Rect::from_min_max(pos2(rect.left(), top), pos2(rect.right(), top + ROW));
        one(ui, desk, row, place, &across);
    }
    if let Some(median) = chart.median {
        let x = across.at(median as f32);
        let line = [pos2(x, rect.top()), pos2(x, bottom)];
        let stroke = Stroke::new(1.5, tokens.warn.text);
        ui.painter().extend(Shape::dashed_line(&line, stroke, 5.0, 4.0));
        let label = tf(
            "analysis-chart-median",
            &[("days", (median.round() as i64).into())],
        );
        ui.painter().text(
            pos2(x, rect.top() - 2.0),
            Align2::CENTER_BOTTOM,
            label,
            Type::Caption.font(tokens),
            tokens.warn.text,
        );
    }
}

fn one(ui: &Ui, desk: &mut Desk, row: &Row, place: Rect, across: &Across) {
    let tokens = Tokens::of(ui);
    let response = ui.interact(place, Id::unique(("chart row", row.weapon)), Sense::click());
    let title = if row.title.is_empty() {
        t("record-untitled")
    } else {
        &row.title
    };
    let figures = figures(row);
    let name = tf(
        "analysis-chart-row",
        &[
            ("weapon", title.into()),
            ("days", figures.as_str().into()),
            ("used", words::days(row.used).into()),
        ],
    );
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, false, &name));
    let record = RecordRef::from(row.weapon);
    if desk.is_selected(&record) {
        ui.painter().rect_filled(place, 3.0, tokens.selection);
    } else if response.hovered() {
        ui.painter().rect_filled(place, 3.0, tokens.hover);
    }
    if response.has_focus() {
        let inside = egui::StrokeKind::Inside;
        ui.painter().rect_stroke(place, 3.0, tokens.focus_ring(), inside);
    }
    let middle = place.center().y;
    let room = across.names - place.left() - 2.0 * space::S;
    let left = place.left() + space::S;
    line(
        ui,
        title,
        (Type::Body, tokens.text_strong),
        pos2(left, middle - 18.0),
        room,
    );
    let used = words::days(row.used);
    line(
        ui,
        &used,
        (Type::Small, tokens.text_weak),
        pos2(left, middle + 1.0),
        room,
    );

    let from = across.at(row.max as f32);
    let end = across.right.max(from + 2.0);
    let window = Rect::from_min_max(pos2(from, middle - 8.0), pos2(end, middle + 8.0));
    ui.painter()
        .rect_filled(window, 2.0, tokens.accent.gamma_multiply(0.55));
    ui.painter()
        .vline(from, window.y_range(), Stroke::new(2.0, tokens.accent));
    diamond(ui, pos2(across.right, middle), tokens.text_strong);
    let ink = if row.is_lowest_yet {
        tokens.accent
    } else {
        tokens.text
    };
    ui.painter().text(
        pos2(across.right + space::M, middle),
        Align2::LEFT_CENTER,
        &figures,
        Type::Small.font(tokens),
        ink,
    );
    if row.is_lowest_yet {
        let font = Type::Caption.font(tokens);
        let ink = tokens.text_strong;
        let label = ui
            .painter()
            .layout_no_wrap(t("analysis-chart-lowest").to_owned(), font, ink);
        // In the bar where it has room, else beside it.
        let is_inside = window.width() > label.size().x + 2.0 * space::S;
        let left = if is_inside {
            from + space::S
        } else {
            from - space::S - label.size().x
        };
        ui.painter()
            .galley(pos2(left, middle - label.size().y / 2.0), label, ink);
    }
    if response.double_clicked() {
        go(desk, row.weapon);
    } else if response.clicked() {
        desk.select(row.weapon);
    }
    response.on_hover_ui(|ui| {
        ui.set_max_width(360.0);
        ui.add(Text::new(title).kind(Type::Strong));
        ui.add(Text::new(&row.strike).kind(Type::Small).weak());
        let bound = tf(
            "analysis-chart-bound",
            &[
                ("day", words::day(row.not_before).into()),
                ("part", row.decided_by.as_str().into()),
            ],
        );
        ui.add(Text::new(&bound).kind(Type::Small));
    });
}

fn diamond(ui: &Ui, at: egui::Pos2, ink: Color32) {
    let points = [vec2(0.0, -5.0), vec2(5.0, 0.0), vec2(0.0, 5.0), vec2(-5.0, 0.0)];
    let points = points.map(|by| at + by).to_vec();
    ui.painter().add(Shape::convex_polygon(points, ink, Stroke::NONE));
}

/// One line of text, cut where its room ends.
fn line(ui: &Ui, text: &str, (kind, ink): (Type, Color32), at: egui::Pos2, width: f32) {
    let tokens = Tokens::of(ui);
    let format = TextFormat::simple(kind.font(tokens), ink);
    script_text::paint_line(ui, text, format, at, width);
}
