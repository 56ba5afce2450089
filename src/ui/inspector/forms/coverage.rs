//! The card that says what of a weapon nobody has looked at: counts, what can't be, and what is missing, each with the
//! record one click away. It is asked for apart from the form, which does not wait for it.

use egui::Ui;
use egui_material_icons::icons;

use super::alarm::alarm_lines;
use super::links::link_row;
use crate::case::{AlarmRow, AlarmScope, CaseError, Coverage, Gap, GapGroup, GapKind, MarkingQueue, Reader};
use crate::model::id::WeaponId;
use crate::model::record::RecordKind;
use crate::text::{t, tf};
use crate::ui::desk::{Desk, Place};
use crate::ui::link::Remote;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{Text, card, counted_section, gap, message, weak_text};

/// So many records are shown of which the same is missing; the rest are counted.
const MOST: usize = 20;

/// What the card shows.
type Shown = (Option<Coverage>, Vec<AlarmRow>);

fn load(reader: &Reader, weapon: WeaponId, today: jiff::civil::Date) -> Result<Shown, CaseError> {
    let alarms = reader.alarms(AlarmScope::Weapon(weapon), today)?;
    Ok((reader.coverage(weapon)?, alarms))
}

/// The card.
#[derive(Default)]
pub struct CoverageCard {
    shown: Remote<(WeaponId, jiff::civil::Date), Shown>,
}

impl CoverageCard {
    /// Shows the card of a weapon, once it is known what is missing.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk, weapon: WeaponId) {
        let today = desk.today;
        let shown = self.shown.get(&desk.link, (weapon, today), move |reader| {
            load(reader, weapon, today)
        });
        let Some((Some(coverage), alarms)) = shown else {
            if let Some(error) = self.shown.error() {
                message(ui, icons::ICON_ERROR, Tokens::of(ui).bad, error);
            }
            return;
        };
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.add(Text::new(t("form-coverage")).kind(Type::Strong));
            counts(ui, coverage);
            gap(ui, space::XS);
            alarm_lines(ui, desk, alarms);
            if coverage.gaps.is_empty() {
                let good = Tokens::of(ui).good;
                message(ui, icons::ICON_CHECK_CIRCLE, good, t("form-coverage-nothing"));
            }
            for group in GapGroup::ALL {
                let gaps: Vec<&Gap> = coverage
                    .gaps
                    .iter()
                    .filter(|gap| gap.kind.group() == group)
                    .collect();
                if !gaps.is_empty() {
                    show_group(ui, desk, group, &gaps);
                }
            }
        });
        gap(ui, space::S);
    }
}

fn counts(ui: &mut Ui, coverage: &Coverage) {
    if coverage.marks > 0 {
        let of = [
            ("twice", coverage.read_twice.into()),
            ("marks", coverage.marks.into()),
        ];
        weak_text(ui, &tf("form-coverage-read", &of));
    }
    if coverage.photos > 0 {
        let of = [
            ("opened", coverage.opened.into()),
            ("photos", coverage.photos.into()),
        ];
        weak_text(ui, &tf("form-coverage-opened", &of));
    }
}

/// A group, folded away at first: of each kind what is missing, and of which records.
fn show_group(ui: &mut Ui, desk: &mut Desk, group: GapGroup, gaps: &[&Gap]) {
    let count = [("count", gaps.len().into())];
    let (name, title) = match group {
        GapGroup::Weapon => ("coverage weapon", tf("form-coverage-weapon", &count)),
        GapGroup::Views => ("coverage views", tf("form-coverage-views", &count)),
        GapGroup::Marks => ("coverage marks", tf("form-coverage-marks", &count)),
        GapGroup::Photos => ("coverage photos", tf("form-coverage-photos", &count)),
    };
    counted_section(ui, name, &title, |ui| {
        for of_kind in gaps.chunk_by(|one, other| one.kind == other.kind) {
            if let Some(first) = of_kind.first() {
                weak_text(ui, &first.kind.sentence());
            }
            // What is missing of the weapon is entered in this very form.
            let others = of_kind.iter().filter(|_| group != GapGroup::Weapon);
            for (place, missing) in others.take(MOST).enumerate() {
                let id = ("gap", missing.kind, place);
                let clicked = ui.push_id(id, |ui| link_row(ui, &missing.name, &missing.remark()));
                if clicked.inner {
                    go_to(desk, missing);
                }
            }
            if of_kind.len() > MOST {
                let count = [("count", (of_kind.len() - MOST).into())];
                weak_text(ui, &tf("form-coverage-more", &count));
            }
            gap(ui, space::XS);
        }
        if group == GapGroup::Views {
            weak_text(ui, t("form-coverage-sides"));
        }
    });
}

/// To the record of which something is missing. Marks are worked through from there, and for a second reading what the
/// first reader wrote stays hidden.
fn go_to(desk: &mut Desk, missing: &Gap) {
    let record = &missing.record;
    desk.queue = match missing.kind {
        GapKind::Untranscribed => Some(MarkingQueue::Untranscribed),
        GapKind::ReadOnce => Some(MarkingQueue::SecondReading(desk.person.clone())),
        GapKind::Disagreeing => Some(MarkingQueue::Disagreeing),
        _ => desk.queue.take(),
    };
    let place = match record.kind {
        RecordKind::Photo => record.id.parse().ok().map(Place::Photo),
        RecordKind::Marking => record.id.parse().ok().map(Place::Marking),
        _ => Some(Place::Components),
    };
    if let Some(place) = place {
        desk.select(record.clone());
        desk.go(place);
    }
}
