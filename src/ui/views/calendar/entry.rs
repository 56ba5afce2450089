//! One strike on the month's grid: a line, two lines with its picture, or a part of a range.
//!
//! What is known is told apart without colour: an observed strike is filled and has an edge, one that was only
//! reported is an outline of dashes with a sign; days that are not known exactly fade out at the ends.

use egui::accesskit::Role;
use egui::{
    Align2, Color32, CornerRadius, Direction, Id, Painter, Rect, Response, Sense, Shape, Stroke, StrokeKind,
    Ui, WidgetInfo, pos2, vec2,
};
use egui_material_icons::{MaterialIcon, icons};

use super::card;
use super::data::Entry;
use super::paint::{self, TagInks};
use crate::analysis::calendar::Certainty;
use crate::ui::desk::Desk;
use crate::ui::theme::{Theme, Tokens, Type, radius, space};

/// A strike on one line, in points.
pub const LINE: f32 = 18.0;
/// A strike on two lines.
pub const TALL: f32 = 40.0;
/// A strike on three lines.
pub const ROOMY: f32 = 56.0;
/// Its picture, where there is little room and where there is more.
const COVER: [f32; 2] = [28.0, 44.0];
/// The edge of an observed strike.
const EDGE: f32 = 3.0;
/// The sign of a report, of a finding, of a count.
const SIGN: f32 = 13.0;
/// Narrower than this there is no room for a picture beside the name; narrower than the second, not for a large one.
const NARROW: [f32; 2] = [84.0, 130.0];
/// At most this many tags are shown as dots.
const DOTS: usize = 4;
const DOT: f32 = 6.0;
/// Below this width nothing more is said beside the counts.
const SAYS_MORE: f32 = 48.0;

/// How a strike stands on the grid.
#[derive(Debug, Clone, Copy)]
pub struct Stand {
    /// Where.
    pub rect: Rect,
    /// It begins before this.
    pub cut_before: bool,
    /// It goes on after this.
    pub cut_after: bool,
}

impl Stand {
    /// A strike of one day.
    #[must_use]
    pub const fn whole(rect: Rect) -> Self {
        Self {
            rect,
            cut_before: false,
            cut_after: false,
        }
    }
}

/// Draws `entry` and takes the pointer; its card shows under it.
pub fn show(ui: &Ui, desk: &mut Desk, inks: &TagInks, id: Id, entry: &Entry, stand: Stand) -> Response {
    let tokens = Tokens::of(ui);
    let selected = desk.selected_strike() == Some(entry.strike.id);
    let response = ui.interact(stand.rect, id, Sense::click_and_drag());
    response.widget_info(|| {
        WidgetInfo::selected(
            Role::Button,
            ui.is_enabled(),
            selected,
            entry.spoken(stand.cut_before),
        )
    });
    let ground = ground(tokens, entry.certainty, selected, response.hovered());
    let painter = ui.painter();
    body(painter, tokens, entry.certainty, stand, ground);
    if selected || response.has_focus() {
        painter.rect_stroke(
            stand.rect,
            corners(stand),
            tokens.focus_ring(),
            StrokeKind::Inside,
        );
    }
    let mut inner = stand.rect.shrink2(vec2(space::XS, 0.0));
    inner.min.x += EDGE;
    if stand.rect.height() >= TALL {
        block(ui, desk, inks, entry, inner, ground);
    } else {
        one_line(ui, inks, entry, inner);
    }
    response.on_hover_ui(|ui| card::show(ui, desk, entry))
}

fn ground(tokens: &Tokens, certainty: Certainty, selected: bool, hovered: bool) -> Color32 {
    if selected {
        tokens.selection
    } else if hovered {
        tokens.hover
    } else if certainty.reported_only {
        tokens.raised
    } else {
        paint::observed(tokens, certainty.vague)
    }
}

fn corners(stand: Stand) -> CornerRadius {
    let side = |cut: bool| if cut { 0 } else { radius::S };
    CornerRadius {
        nw: side(stand.cut_before),
        sw: side(stand.cut_before),
        ne: side(stand.cut_after),
        se: side(stand.cut_after),
    }
}

/// The form of a strike, without words: also what the legend shows.
pub fn body(painter: &Painter, tokens: &Tokens, certainty: Certainty, stand: Stand, ground: Color32) {
    let rect = stand.rect;
    let fades_in = !stand.cut_before && (certainty.vague || certainty.open_start);
    let fades_out = !stand.cut_after && (certainty.vague || certainty.open_end);
    let fade = (rect.width() * 0.22).min(26.0);
    let mut solid = rect;
    if fades_in {
        solid.min.x += fade;
        let part = Rect::from_min_max(rect.min, pos2(solid.min.x, rect.max.y));
        painter.add(Shape::gradient_rect(
            part,
            Direction::LeftToRight,
            [ground.gamma_multiply(0.0), ground],
        ));
    }
    if fades_out {
        solid.max.x -= fade;
        let part = Rect::from_min_max(pos2(solid.max.x, rect.min.y), rect.max);
        painter.add(Shape::gradient_rect(
            part,
            Direction::LeftToRight,
            [ground, ground.gamma_multiply(0.0)],
        ));
    }
    let round = if fades_in || fades_out {
        CornerRadius::ZERO
    } else {
        corners(stand)
    };
    painter.rect_filled(solid, round, ground);

    let dashed = certainty.reported_only || certainty.qualified || certainty.vague;
    if dashed {
        let ink = if certainty.reported_only {
            tokens.line_control
        } else {
            tokens.accent
        };
        let open = Stand {
            rect,
            cut_before: stand.cut_before || fades_in,
            cut_after: stand.cut_after || fades_out,
        };
        outline(painter, open, Stroke::new(tokens.line_width, ink));
    } else if tokens.theme == Theme::HighContrast && !fades_in && !fades_out {
        painter.rect_stroke(rect, round, tokens.control_line(), StrokeKind::Inside);
    }
    if !certainty.reported_only && !stand.cut_before && !fades_in {
        let edge = Rect::from_min_size(rect.min, vec2(EDGE, rect.height()));
        if certainty.qualified {
            dashes(
                painter,
                [edge.center_top(), edge.center_bottom()],
                Stroke::new(EDGE, tokens.accent),
            );
        } else {
            let round = CornerRadius {
                nw: radius::S,
                sw: radius::S,
                ne: 0,
                se: 0,
            };
            painter.rect_filled(edge, round, tokens.accent);
        }
    }
}

/// A line of dashes around a strike, open where it goes on.
fn outline(painter: &Painter, stand: Stand, stroke: Stroke) {
    let rect = stand.rect.shrink(stroke.width / 2.0);
    dashes(painter, [rect.left_top(), rect.right_top()], stroke);
    dashes(painter, [rect.left_bottom(), rect.right_bottom()], stroke);
    if !stand.cut_before {
        dashes(painter, [rect.left_top(), rect.left_bottom()], stroke);
    }
    if !stand.cut_after {
        dashes(painter, [rect.right_top(), rect.right_bottom()], stroke);
    }
}

fn dashes(painter: &Painter, ends: [egui::Pos2; 2], stroke: Stroke) {
    painter.extend(Shape::dashed_line(&ends, stroke, 4.0, 3.0));
}

/// The signs before the name. Gives what is left of the line.
pub fn signs(painter: &Painter, tokens: &Tokens, entry: &Entry, mut rect: Rect) -> Rect {
    let mut sign = |icon: MaterialIcon, ink: Color32| {
        let center = pos2(rect.left() + SIGN / 2.0, rect.center().y);
        paint::icon(painter, center, icon, SIGN, ink);
        rect.min.x += SIGN + 3.0;
    };
    if entry.certainty.reported_only {
        sign(icons::ICON_CAMPAIGN, tokens.text_weak);
    }
    if entry.strike.findings > 0 {
        sign(icons::ICON_VERIFIED, tokens.good.text);
    }
    rect
}

fn one_line(ui: &Ui, inks: &TagInks, entry: &Entry, inner: Rect) {
    let tokens = Tokens::of(ui);
    let painter = ui.painter();
    let mut rest = signs(painter, tokens, entry, inner);
    // The name tells strikes apart, so colours take no more than a quarter of the line.
    let most = (rest.width() / 4.0 / (DOT + 3.0)) as usize;
    let dots = dots_width(entry, most);
    if rest.width() - dots > 56.0 {
        rest.max.x -= dots;
        draw_dots(
            painter,
            tokens,
            inks,
            entry,
            most,
            pos2(rest.max.x, rest.center().y),
        );
    }
    paint::line(ui, painter, rest, entry.name(), Type::Small, tokens.text_strong);
}

/// The picture, the name on as many lines as there are, and under it the signs, counts and tags.
fn block(ui: &Ui, desk: &mut Desk, inks: &TagInks, entry: &Entry, mut inner: Rect, ground: Color32) {
    let tokens = Tokens::of(ui);
    let painter = ui.painter();
    let is_roomy = inner.height() >= ROOMY;
    if let Some(photo) = entry.strike.cover
        && inner.width() >= NARROW[0]
    {
        let side = COVER[usize::from(is_roomy && inner.width() >= NARROW[1])];
        let at = pos2(inner.left() + 1.0, inner.center().y - side / 2.0);
        paint::cover(
            painter,
            desk,
            Rect::from_min_size(at, vec2(side, side)),
            photo,
            ground,
        );
        inner.min.x += side + 7.0;
    }
    let inner = inner.shrink2(vec2(0.0, 2.0));
    let edge = inner.bottom() - LINE;
    let (above, mut below) = (inner.with_max_y(edge), inner.with_min_y(edge));
    let second = is_roomy
        .then(|| detail(painter, tokens, entry, above.width()))
        .flatten();
    let has_said_more = name(ui, painter, entry, above, second);
    below = signs(painter, tokens, entry, below);
    let mut used = counts(painter, tokens, entry, below);
    let dots = dots_width(entry, DOTS);
    if dots > 0.0 && below.width() - used >= dots {
        let at = pos2(below.left() + used, below.center().y);
        draw_dots(painter, tokens, inks, entry, DOTS, at);
        used += dots + space::S;
    }
    let rest = below.with_min_x(below.left() + used);
    if !has_said_more
        && rest.width() > SAYS_MORE
        && let Some(more) = detail(painter, tokens, entry, rest.width())
    {
        paint::line(ui, painter, rest, more, Type::Caption, tokens.text_weak);
    }
}

/// The name, on two lines if it needs them. If not, the second says `more`; gives whether it does.
fn name(ui: &Ui, painter: &Painter, entry: &Entry, rect: Rect, more: Option<&str>) -> bool {
    let tokens = Tokens::of(ui);
    let (kind, ink) = (Type::Small, tokens.text_strong);
    if let Some(more) = more
        && fits(painter, tokens, entry.name(), kind, rect.width())
    {
        let (first, second) = rect.split_top_bottom_at_fraction(0.5);
        paint::line(ui, painter, first, entry.name(), kind, ink);
        paint::line(ui, painter, second, more, Type::Caption, tokens.text_weak);
        return true;
    }
    let rows = if rect.height() > LINE + space::S { 2 } else { 1 };
    paint::lines(ui, painter, rect, entry.name(), kind, ink, rows);
    false
}

fn fits(painter: &Painter, tokens: &Tokens, text: &str, kind: Type, width: f32) -> bool {
    let galley = painter.layout_no_wrap(text.to_owned(), kind.font(tokens), tokens.text_weak);
    galley.size().x <= width + 0.5
}

/// What else is worth saying: which days, where these are not one known day, else where. A date is said in words
/// or as it was typed, but never cut.
fn detail<'a>(painter: &Painter, tokens: &Tokens, entry: &'a Entry, width: f32) -> Option<&'a str> {
    let (certainty, strike) = (entry.certainty, &entry.strike);
    if strike.first != strike.last || certainty.qualified || certainty.vague {
        let typed = if certainty.reported_only {
            strike.reported.as_deref()
        } else {
            strike.occurred.as_deref()
        };
        return [Some(entry.when.as_str()), typed]
            .into_iter()
            .flatten()
            .find(|text| fits(painter, tokens, text, Type::Caption, width));
    }
    strike
        .place_name
        .as_deref()
        .filter(|place| *place != entry.name())
}

/// The counts that fit: photos first, for they are what the rest is read from. Gives their width.
pub fn counts(painter: &Painter, tokens: &Tokens, entry: &Entry, rect: Rect) -> f32 {
    let strike = &entry.strike;
    let mut x = rect.left();
    for (icon, count) in [
        (icons::ICON_PHOTO, strike.photos),
        (icons::ICON_ROCKET, strike.weapons),
        (icons::ICON_MEMORY, strike.components),
    ] {
        if count == 0 {
            continue;
        }
        let galley = painter.layout_no_wrap(count.to_string(), Type::Caption.font(tokens), tokens.text_weak);
        let width = SIGN + 2.0 + galley.size().x;
        if x + width > rect.right() {
            break;
        }
        let center = pos2(x + SIGN / 2.0, rect.center().y);
        paint::icon(painter, center, icon, SIGN, tokens.text_weak);
        let at = pos2(x + SIGN + 2.0, rect.center().y - galley.size().y / 2.0);
        painter.galley(at, galley, tokens.text_weak);
        x += width + 6.0;
    }
    x - rect.left()
}

fn dots_width(entry: &Entry, most: usize) -> f32 {
    match entry.strike.tags.len().min(DOTS).min(most) {
        0 => 0.0,
        #[expect(clippy::cast_precision_loss, reason = "four at most")]
        count => count as f32 * (DOT + 3.0) + 1.0,
    }
}

fn draw_dots(
    painter: &Painter,
    tokens: &Tokens,
    inks: &TagInks,
    entry: &Entry,
    most: usize,
    from: egui::Pos2,
) {
    let mut x = from.x + 4.0;
    for tag in entry.strike.tags.iter().take(DOTS.min(most)) {
        let center = pos2(x + DOT / 2.0, from.y);
        painter.circle_filled(center, DOT / 2.0, inks.of(tokens, tag));
        x += DOT + 3.0;
    }
}

/// The line that says how many strikes are not shown.
pub fn more(ui: &Ui, id: Id, rect: Rect, name: &str, text: &str) -> Response {
    let tokens = Tokens::of(ui);
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect, CornerRadius::same(radius::S), tokens.hover);
    }
    if response.has_focus() {
        painter.rect_stroke(
            rect,
            CornerRadius::same(radius::S),
            tokens.focus_ring(),
            StrokeKind::Inside,
        );
    }
    painter.with_clip_rect(rect.intersect(painter.clip_rect())).text(
        pos2(rect.left() + EDGE + space::XS, rect.center().y),
        Align2::LEFT_CENTER,
        text,
        Type::Small.font(tokens),
        tokens.accent,
    );
    response.on_hover_text(name)
}
