//! What stands in the columns of each list, and by what they sort.

use egui::{Align as Place, Layout, Ui};

use super::days;
use super::filter::Filter;
use super::list::{Listed, SortKey, Spec};
use crate::analysis::calendar::words;
use crate::case::{CaseError, ComponentRow, Reader, StrikeRow, WeaponRow};
use crate::model::record::{RecordKind, RecordRef};
use crate::model::when::Edtf;
use crate::model::{Vocabularies, Vocabulary};
use crate::text::{number, t, tf};
use crate::ui::theme::{Type, space};
use crate::ui::widgets::{Align, Sort, Text, chip, text, weak_text};

const fn left(title: &'static str, width: f32, rank: u8) -> Spec {
    Spec {
        title,
        width,
        align: Align::Left,
        rank,
    }
}

const fn right(title: &'static str, width: f32, rank: u8) -> Spec {
    Spec {
        title,
        width,
        align: Align::Right,
        rank,
    }
}

/// A strike with its date as people read it.
pub struct StrikeLine {
    row: StrikeRow,
    /// In a few words, and in full.
    when: Option<(String, String)>,
    /// Only the day of a report is known.
    is_reported: bool,
    first_day: Option<i64>,
}

impl From<StrikeRow> for StrikeLine {
    fn from(row: StrikeRow) -> Self {
        let is_reported = row.occurred.is_none();
        let when = row
            .occurred
            .as_ref()
            .or(row.reported.as_ref())
            .and_then(|when| Edtf::parse(when).ok());
        let first_day = when.as_ref().and_then(|when| {
            let bounds = when.bounds();
            let day = bounds.earliest.or(bounds.latest)?;
            Some(i64::from(day.year()) * 366 + i64::from(day.day_of_year()))
        });
        let when = when.map(|when| {
            let (short, long) = (days::short(&when), words::edtf(&when));
            if is_reported {
                let said = |date: String| tf("records-reported", &[("date", date.into())]);
                (said(short), said(long))
            } else {
                (short, long)
            }
        });
        Self {
            row,
            when,
            is_reported,
            first_day,
        }
    }
}

impl Listed for StrikeLine {
    const KIND: RecordKind = RecordKind::Strike;
    const COLUMNS: &'static [Spec] = &[
        left("records-date", 156.0, 0),
        left("form-title", 0.0, 0),
        left("form-place", 112.0, 1),
        left("form-target", 140.0, 5),
        right("command-go-weapons", 84.0, 4),
        right("command-go-components", 96.0, 3),
        right("command-go-photos", 62.0, 3),
        left("form-tags", 140.0, 2),
    ];
    const SORT: Sort = Sort {
        column: 0,
        downwards: true,
    };

    fn load(reader: &Reader, filter: &Filter) -> Result<Vec<Self>, CaseError> {
        let words = reader.vocabularies()?;
        let mut rows = reader.strikes(&filter.tags, &filter.text)?;
        for row in &mut rows {
            name(&words, Vocabulary::TargetKind, &mut row.target, &mut row.tags);
        }
        Ok(rows.into_iter().map(Self::from).collect())
    }

    fn record(&self) -> RecordRef {
        self.row.id.into()
    }

    fn title(&self) -> &str {
        &self.row.title
    }

    fn key(&self, column: usize) -> Option<SortKey> {
        let row = &self.row;
        match column {
            0 => self.first_day.map(SortKey::Number),
            1 => words_key(Some(&row.title)),
            2 => words_key(row.place_name.as_deref()),
            3 => words_key(row.target.as_deref()),
            4 => Some(SortKey::Number(row.weapons.into())),
            5 => Some(SortKey::Number(row.components.into())),
            6 => Some(SortKey::Number(row.photos.into())),
            _ => words_key(row.tags.first().map(String::as_str)),
        }
    }

    fn cell(&self, ui: &mut Ui, column: usize) {
        let row = &self.row;
        match column {
            0 => match &self.when {
                Some((short, long)) => {
                    let shown = Text::new(short).truncate();
                    let shown = if self.is_reported { shown.weak() } else { shown };
                    ui.add(shown).on_hover_text(long);
                }
                None => {
                    weak_text(ui, t("date-unknown"));
                }
            },
            1 => title_cell(ui, &row.title),
            2 => words_cell(ui, row.place_name.as_deref()),
            3 => words_cell(ui, row.target.as_deref()),
            4 => number_cell(ui, row.weapons),
            5 => number_cell(ui, row.components),
            6 => number_cell(ui, row.photos),
            _ => tags_cell(ui, &row.tags),
        }
    }
}

impl Listed for WeaponRow {
    const KIND: RecordKind = RecordKind::Weapon;
    const COLUMNS: &'static [Spec] = &[
        left("form-title", 0.0, 0),
        left("form-class", 150.0, 1),
        left("form-model", 120.0, 3),
        left("record-strike", 190.0, 1),
        right("command-go-components", 96.0, 4),
        left("form-tags", 150.0, 2),
    ];
    const SORT: Sort = Sort {
        column: 0,
        downwards: false,
    };

    fn load(reader: &Reader, filter: &Filter) -> Result<Vec<Self>, CaseError> {
        let words = reader.vocabularies()?;
        let mut rows = reader.weapons(&filter.tags, &filter.text)?;
        for row in &mut rows {
            name(&words, Vocabulary::WeaponClass, &mut row.class, &mut row.tags);
        }
        Ok(rows)
    }

    fn record(&self) -> RecordRef {
        self.id.into()
    }

    fn title(&self) -> &str {
        &self.title
    }

    fn key(&self, column: usize) -> Option<SortKey> {
        match column {
            0 => words_key(Some(&self.title)),
            1 => words_key(self.class.as_deref()),
            2 => words_key(self.model.as_deref()),
            3 => words_key(self.strike_title.as_deref()),
            4 => Some(SortKey::Number(self.components.into())),
            _ => words_key(self.tags.first().map(String::as_str)),
        }
    }

    fn cell(&self, ui: &mut Ui, column: usize) {
        match column {
            0 => title_cell(ui, &self.title),
            1 => words_cell(ui, self.class.as_deref()),
            2 => words_cell(ui, self.model.as_deref()),
            3 => tie_cell(ui, self.strike.is_some(), self.strike_title.as_deref()),
            4 => number_cell(ui, self.components),
            _ => tags_cell(ui, &self.tags),
        }
    }
}

impl Listed for ComponentRow {
    const KIND: RecordKind = RecordKind::Component;
    const COLUMNS: &'static [Spec] = &[
        left("form-title", 0.0, 0),
        left("form-kind", 150.0, 1),
        left("record-weapon", 160.0, 1),
        left("records-exhibit", 90.0, 2),
        right("command-go-markings", 80.0, 4),
        right("command-go-photos", 66.0, 5),
        left("form-tags", 150.0, 3),
    ];
    const SORT: Sort = Sort {
        column: 0,
        downwards: false,
    };

    fn load(reader: &Reader, filter: &Filter) -> Result<Vec<Self>, CaseError> {
        let words = reader.vocabularies()?;
        let mut rows = reader.components(&filter.tags, &filter.text)?;
        for row in &mut rows {
            name(&words, Vocabulary::ComponentKind, &mut row.kind, &mut row.tags);
        }
        Ok(rows)
    }

    fn record(&self) -> RecordRef {
        self.id.into()
    }

    fn title(&self) -> &str {
        &self.title
    }

    fn key(&self, column: usize) -> Option<SortKey> {
        match column {
            0 => words_key(Some(&self.title)),
            1 => words_key(self.kind.as_deref()),
            2 => words_key(self.weapon_title.as_deref()),
            3 => words_key(self.exhibit_number.as_deref()),
            4 => Some(SortKey::Number(self.markings.into())),
            5 => Some(SortKey::Number(self.photos.into())),
            _ => words_key(self.tags.first().map(String::as_str)),
        }
    }

    fn cell(&self, ui: &mut Ui, column: usize) {
        match column {
            0 => title_cell(ui, &self.title),
            1 => words_cell(ui, self.kind.as_deref()),
            2 => tie_cell(ui, self.weapon.is_some(), self.weapon_title.as_deref()),
            3 => words_cell(ui, self.exhibit_number.as_deref()),
            4 => number_cell(ui, self.markings),
            5 => number_cell(ui, self.photos),
            _ => tags_cell(ui, &self.tags),
        }
    }
}

/// Puts what is shown in the place of what is stored: a row of a list is looked at and sorted, not edited.
fn name(words: &Vocabularies, vocabulary: Vocabulary, term: &mut Option<String>, tags: &mut [String]) {
    if let Some(term) = term {
        *term = words.label(vocabulary, term).to_owned();
    }
    for tag in tags {
        *tag = words.label(Vocabulary::Tags, tag).to_owned();
    }
}

/// Words in the order in which people look for them: without regard to case, numbers in them by their value.
fn words_key(words: Option<&str>) -> Option<SortKey> {
    let words = words.filter(|words| !words.is_empty())?;
    let mut key = String::with_capacity(words.len() + 8);
    let mut digits = String::new();
    let flush = |digits: &mut String, key: &mut String| {
        if !digits.is_empty() {
            key.push_str(&format!("{digits:0>12}"));
            digits.clear();
        }
    };
    for letter in words.to_lowercase().chars() {
        if letter.is_ascii_digit() {
            digits.push(letter);
        } else {
            flush(&mut digits, &mut key);
            key.push(letter);
        }
    }
    flush(&mut digits, &mut key);
    Some(SortKey::Words(key))
}

fn words_cell(ui: &mut Ui, words: Option<&str>) {
    if let Some(words) = words {
        ui.add(Text::new(words).truncate());
    }
}

fn number_cell(ui: &mut Ui, count: u32) {
    if count == 0 {
        weak_text(ui, "–");
    } else {
        text(ui, &number(count));
    }
}

fn title_cell(ui: &mut Ui, title: &str) {
    if title.is_empty() {
        ui.add(Text::new(t("record-untitled")).weak().truncate());
    } else {
        ui.add(Text::new(title).kind(Type::Strong).truncate());
    }
}

/// The record that it belongs to, which may lack a title.
fn tie_cell(ui: &mut Ui, is_tied: bool, title: Option<&str>) {
    match title {
        Some("") | None if is_tied => {
            ui.add(Text::new(t("record-untitled")).weak().truncate());
        }
        title => words_cell(ui, title),
    }
}

/// As many tags as there is room for, and how many more.
fn tags_cell(ui: &mut Ui, tags: &[String]) {
    ui.spacing_mut().item_spacing.x = space::XS;
    let count = tags.len();
    let mut shown = 0;
    // Laid out from the left, each measured by its letters; the rest are counted.
    for tag in tags {
        let left = count - shown;
        let more = if left > 1 { space::XL } else { 0.0 };
        let wanted = wanted_width(ui, tag) + more;
        if shown > 0 && wanted > ui.available_width() {
            break;
        }
        chip(ui, tag);
        shown += 1;
    }
    if shown < count {
        let rest = format!("+{}", count - shown);
        ui.with_layout(Layout::left_to_right(Place::Center), |ui| {
            weak_text(ui, &rest).on_hover_text(tags.join(", "));
        });
    }
}

fn wanted_width(ui: &Ui, tag: &str) -> f32 {
    let font = Type::Small.font(crate::ui::theme::Tokens::of(ui));
    let galley = ui
        .painter()
        .layout_no_wrap(tag.to_owned(), font, egui::Color32::PLACEHOLDER);
    galley.size().x + 2.0 * (space::XS + 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exhibit_two_comes_before_exhibit_ten() {
        let mut exhibits = ["K-10", "k-2", "K-1"];
        exhibits.sort_by_key(|exhibit| words_key(Some(exhibit)));
        assert_eq!(exhibits, ["K-1", "k-2", "K-10"]);
        assert_eq!(words_key(Some("")), None);
    }
}
