//! Vocabularies as a table, to be edited in a spreadsheet and handed to other teams: CSV, a term a row.
//!
//! Columns: `vocabulary` (`tag`, `weapon_class`, `component_kind`, `target_kind`, `mark_method`), `term` (what records store),
//! `en`, `uk`, `ko` (the labels), `synonyms` (separated by semicolons), `source`, `colour` (`#rrggbb`), `note` and
//! `standing` (`offered` or `hidden`). [`plan`] is a dry run: what every row would become, with every problem; an empty cell and a
//! column that is not there say nothing.

use std::collections::HashMap;

use super::sheet::{Line, Problem, Table, neutral, restored};
use crate::case::{CaseError, Reader};
use crate::model::tag::is_colour;
use crate::model::vocabulary::spelling;
use crate::model::{Change, Standing, Tag, Term, Vocabularies, Vocabulary};
use crate::text::{Language, t, tf};

/// The names of the columns.
pub const COLUMNS: [&str; 10] = [
    "vocabulary",
    "term",
    "en",
    "uk",
    "ko",
    "synonyms",
    "source",
    "colour",
    "note",
    "standing",
];

/// The terms of `vocabularies` as CSV in UTF-8, those of the program among them.
///
/// # Errors
/// When the table can't be put together.
pub fn write(words: &Vocabularies, vocabularies: &[Vocabulary]) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    for vocabulary in vocabularies {
        for term in words.terms(*vocabulary) {
            let standing = if term.is_hidden { "hidden" } else { "offered" };
            let cells = [
                vocabulary.word(),
                &term.id,
                term.stated_in(Language::English),
                term.stated_in(Language::Ukrainian),
                term.stated_in(Language::Korean),
                &term.synonyms.join("; "),
                &term.source,
                term.colour.as_deref().unwrap_or_default(),
                term.note.as_deref().unwrap_or_default(),
                standing,
            ];
            writer.write_record(cells.map(|cell: &str| neutral(cell)))?;
        }
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermState {
    /// It adds a term.
    New,
    /// It says something of a term otherwise.
    Changed,
    /// It says what is so already.
    Same,
    /// It has problems and is left out.
    Wrong,
}

/// A row of the table.
#[derive(Debug, Clone)]
pub struct TermPlan {
    /// Its number in a spreadsheet, from 1.
    pub number: usize,
    /// The vocabulary that it names; none if it names none.
    pub vocabulary: Option<Vocabulary>,
    /// The term that it names, as it stands there.
    pub term: String,
    /// What becomes of it.
    pub state: TermState,
    change: Option<Change>,
}

/// What a table would make of the vocabularies.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// Its rows, but for the one with the names and empty ones.
    pub rows: Vec<TermPlan>,
    /// What keeps rows out, by row.
    pub problems: Vec<Problem>,
    /// What to look at, though it keeps no row out, by row.
    pub remarks: Vec<Problem>,
    /// The columns that are left out.
    pub left_out: Vec<String>,
}

impl Plan {
    /// How many rows have this state.
    #[must_use]
    pub fn count(&self, state: TermState) -> usize {
        self.rows.iter().filter(|row| row.state == state).count()
    }

    /// What takes the good rows in: to be applied as one step.
    #[must_use]
    pub fn changes(&self) -> Vec<Change> {
        self.rows.iter().filter_map(|row| row.change.clone()).collect()
    }

    /// How many rows there are and what becomes of them, as a sentence.
    #[must_use]
    pub fn summary(&self) -> String {
        let count = |state| self.count(state).into();
        let counts = [
            ("new", count(TermState::New)),
            ("changed", count(TermState::Changed)),
            ("same", count(TermState::Same)),
            ("wrong", count(TermState::Wrong)),
        ];
        tf("vocabulary-summary", &counts)
    }
}

/// Works out what `table` would make of the vocabularies of the case that `reader` reads. Nothing is written.
///
/// # Errors
/// When the case can't be read.
pub fn plan(table: &Table, reader: &Reader) -> Result<Plan, CaseError> {
    Ok(planned(table, &reader.all()?))
}

fn planned(table: &Table, tags: &[Tag]) -> Plan {
    let names: Vec<String> = (0..table.width())
        .map(|column| {
            let name = table.lines().first().map_or("", |line| line.cell(column));
            restored(name).trim().to_lowercase()
        })
        .collect();
    let is_known = |name: &&String| COLUMNS.contains(&name.as_str());
    let mut plan = Plan {
        left_out: names.iter().filter(|name| !is_known(name)).cloned().collect(),
        ..Plan::default()
    };
    for needed in ["vocabulary", "term"] {
        if !names.iter().any(|name| name == needed) {
            let what = tf("vocabulary-no-column", &[("column", needed.into())]);
            plan.problems.push(Problem {
                row: 1,
                place: None,
                column: String::new(),
                value: String::new(),
                what,
                mend: t("vocabulary-no-column-mend").to_owned(),
            });
        }
    }
    if !plan.problems.is_empty() {
        return plan;
    }
    let words = Vocabularies::of(tags);
    let mut seen: HashMap<(Vocabulary, String), usize> = HashMap::new();
    for (place, line) in table.lines().iter().enumerate().skip(1) {
        let row = Row {
            number: place + 1,
            names: &names,
            line,
        };
        if COLUMNS.iter().all(|name| row.cell(name).is_empty()) {
            continue;
        }
        let vocabulary = Vocabulary::from_word(row.cell("vocabulary"));
        let (state, change) = match row.term(&words, &mut seen) {
            Ok((vocabulary, term)) => {
                plan.remarks.extend(row.remark(&words, vocabulary, &term));
                row.outcome(&words, tags, vocabulary, &term)
            }
            Err(problem) => {
                plan.problems.push(problem);
                (TermState::Wrong, None)
            }
        };
        plan.rows.push(TermPlan {
            number: row.number,
            vocabulary,
            term: row.cell("term").to_owned(),
            state,
            change,
        });
    }
    plan
}

/// A row that is being read.
struct Row<'a> {
    number: usize,
    names: &'a [String],
    line: &'a Line,
}

impl Row<'_> {
    fn cell(&self, name: &str) -> &str {
        let place = self.names.iter().position(|other| other == name);
        restored(place.map_or("", |place| self.line.cell(place))).trim()
    }

    fn stated(&self, name: &str) -> Option<String> {
        let cell = self.cell(name);
        (!cell.is_empty()).then(|| cell.to_owned())
    }

    fn problem(&self, name: &str, what: impl Into<String>, mend: &str) -> Problem {
        Problem {
            row: self.number,
            place: self.names.iter().position(|other| other == name),
            column: name.to_owned(),
            value: self.cell(name).to_owned(),
            what: what.into(),
            mend: mend.to_owned(),
        }
    }

    /// Which term it is about, as it is stored; or why that makes no sense.
    fn term(
        &self,
        words: &Vocabularies,
        seen: &mut HashMap<(Vocabulary, String), usize>,
    ) -> Result<(Vocabulary, String), Problem> {
        let known = Vocabulary::ALL.map(Vocabulary::word).join(", ");
        let vocabulary = Vocabulary::from_word(self.cell("vocabulary")).ok_or_else(|| {
            let mend = tf("sheet-choice-mend", &[("choices", known.into())]);
            self.problem("vocabulary", t("vocabulary-unknown"), &mend)
        })?;
        let stated = self.cell("term");
        if stated.is_empty() {
            return Err(self.problem("term", t("vocabulary-no-term"), t("vocabulary-no-term-mend")));
        }
        let term = words.id(vocabulary, stated);
        if !vocabulary.is_open() && words.term(vocabulary, &term).is_none() {
            return Err(self.problem("term", t("case-term-fixed"), t("vocabulary-fixed-mend")));
        }
        if let Some(first) = seen.insert((vocabulary, spelling(&term)), self.number) {
            let what = tf("vocabulary-twice", &[("row", first.to_string().into())]);
            return Err(self.problem("term", what, t("vocabulary-twice-mend")));
        }
        let colour = self.cell("colour");
        if !colour.is_empty() && !is_colour(colour) {
            return Err(self.problem("colour", t("case-tag-colour"), t("vocabulary-colour-mend")));
        }
        let is_hidden = match self.cell("standing") {
            "" | "offered" => false,
            "hidden" => true,
            _ => {
                let mend = tf("sheet-choice-mend", &[("choices", "offered, hidden".into())]);
                return Err(self.problem("standing", t("sheet-choice-wrong"), &mend));
            }
        };
        if is_hidden && !vocabulary.is_open() {
            return Err(self.problem("standing", t("case-term-fixed"), t("vocabulary-fixed-mend")));
        }
        Ok((vocabulary, term))
    }

    /// The synonyms that it states.
    fn synonyms(&self) -> Vec<String> {
        synonyms(self.cell("synonyms"))
    }

    /// A label or synonym that leads to another term already: which of the two is meant is for people to say.
    fn remark(&self, words: &Vocabularies, vocabulary: Vocabulary, term: &str) -> Option<Problem> {
        let labels = ["en", "uk", "ko"].map(|name| (name, self.cell(name).to_owned()));
        let synonyms = self.synonyms().into_iter().map(|synonym| ("synonyms", synonym));
        labels.into_iter().chain(synonyms).find_map(|(column, name)| {
            let other = words
                .find(vocabulary, &name)
                .filter(|other| other.id != term && !other.is_hidden)?;
            let facts = [("name", name.into()), ("term", other.label().to_owned().into())];
            let what = tf("vocabulary-name-taken", &facts);
            Some(self.problem(column, what, t("vocabulary-name-taken-mend")))
        })
    }

    /// What becomes of it, and the change that makes it so.
    fn outcome(
        &self,
        words: &Vocabularies,
        tags: &[Tag],
        vocabulary: Vocabulary,
        term: &str,
    ) -> (TermState, Option<Change>) {
        let known = words.term(vocabulary, term);
        let before = known
            .and_then(|known| known.tag)
            .and_then(|id| tags.iter().find(|tag| tag.id == id));
        let blank = Tag {
            name: term.to_owned(),
            vocabulary: vocabulary.stored().to_owned(),
            ..Tag::default()
        };
        let after = self.said(before.unwrap_or(&blank), known);
        match before {
            Some(before) => match Change::edit(before, &after) {
                Some(change) => (TermState::Changed, Some(change)),
                None => (TermState::Same, None),
            },
            None if known.is_some() && after == blank => (TermState::Same, None),
            None => {
                let state = if known.is_some() {
                    TermState::Changed
                } else {
                    TermState::New
                };
                (state, Some(Change::Create(after.into())))
            }
        }
    }

    /// The tag as the row says it. What the term is called anyway is not said once more.
    fn said(&self, tag: &Tag, known: Option<&Term>) -> Tag {
        let mut after = tag.clone();
        let labels = [
            (&mut after.en, "en", Language::English),
            (&mut after.uk, "uk", Language::Ukrainian),
            (&mut after.ko, "ko", Language::Korean),
        ];
        for (label, name, language) in labels {
            if let Some(stated) = self.stated(name)
                && known.is_none_or(|known| known.stated_in(language) != stated)
            {
                *label = Some(stated);
            }
        }
        if let Some(source) = self.stated("source")
            && known.is_none_or(|known| known.source != source)
        {
            after.source = Some(source);
        }
        let has = |synonym: &String| known.is_some_and(|known| known.synonyms.contains(synonym));
        let new = self.synonyms().into_iter().filter(|synonym| !has(synonym));
        after.synonyms.extend(new);
        after.colour = self.stated("colour").or(after.colour);
        after.note = self.stated("note").or(after.note);
        match self.cell("standing") {
            "hidden" => after.standing = Some(Standing::Hidden),
            "offered" => after.standing = None,
            _ => {}
        }
        after
    }
}

/// Synonyms as people list them: separated by semicolons, each once.
#[must_use]
pub fn synonyms(text: &str) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    for synonym in text
        .split(';')
        .map(str::trim)
        .filter(|synonym| !synonym.is_empty())
    {
        if !list.iter().any(|other| spelling(other) == spelling(synonym)) {
            list.push(synonym.to_owned());
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags() -> Vec<Tag> {
        vec![
            Tag {
                name: "night".to_owned(),
                ..Tag::default()
            },
            Tag {
                name: "fuel pump".to_owned(),
                vocabulary: "component_kind".to_owned(),
                synonyms: vec!["pump".to_owned()],
                ..Tag::default()
            },
        ]
    }

    fn planned_of(text: &str) -> Plan {
        planned(&Table::of_text(text).unwrap(), &tags())
    }

    #[test]
    fn what_is_written_says_nothing_new_when_it_is_read() {
        let words = Vocabularies::of(&tags());
        let bytes = write(&words, &Vocabulary::ALL).unwrap();
        let plan = planned(&Table::read(&bytes, None).unwrap(), &tags());
        assert!(plan.problems.is_empty(), "{:?}", plan.problems);
        assert_eq!(plan.count(TermState::Same), plan.rows.len());
        assert!(plan.rows.len() > 60 && plan.changes().is_empty());
        assert!(plan.remarks.is_empty(), "{:?}", plan.remarks);
    }

    #[test]
    fn each_row_is_new_changed_the_same_or_wrong_with_its_reason() {
        let plan = planned_of(
            "vocabulary,term,uk,synonyms,colour,standing,Owner\n\
             tag,Night,ніч,dark; Dark ;after dusk,#102030,,A\n\
             component_kind,gyro cover,,,,,\n\
             component_kind,Nozzle,Сопло ракети,,,,\n\
             component_kind,pump,,,,offered,\n\
             colour,red,,,,,\n\
             tag,,x,,,,\n\
             tag,day,,,red,,\n\
             tag,dusk,,,,gone,\n\
             mark_method,burned,,,,,\n\
             mark_method,stamped,,,,hidden,\n\
             component_kind,GYRO  cover,,,,,\n\
             ,,,,,,\n",
        );
        let states: Vec<(usize, TermState)> = plan.rows.iter().map(|row| (row.number, row.state)).collect();
        use TermState::{Changed, New, Same, Wrong};
        let wrong = [6, 7, 8, 9, 10, 11, 12].map(|row| (row, Wrong));
        assert_eq!(states[..4], [(2, Changed), (3, New), (4, Changed), (5, Same)]);
        assert_eq!(states[4..], wrong);
        let told: Vec<(usize, &str)> = plan
            .problems
            .iter()
            .map(|problem| (problem.row, problem.column.as_str()))
            .collect();
        let columns = [
            (6, "vocabulary"),
            (7, "term"),
            (8, "colour"),
            (9, "standing"),
            (10, "term"),
            (11, "standing"),
            (12, "term"),
        ];
        assert_eq!(told, columns);
        assert_eq!(plan.left_out, ["owner"]);
        assert_eq!(plan.changes().len(), 3);
        let Change::Edit { fields, .. } = &plan.changes()[0] else {
            panic!("{:?}", plan.changes()[0]);
        };
        assert_eq!(fields["synonyms"], serde_json::json!(["dark", "after dusk"]));
    }

    #[test]
    fn a_name_that_leads_elsewhere_is_remarked_on() {
        let plan = planned_of("vocabulary,term,synonyms\ncomponent_kind,gyro cover,Nozzle\n");
        assert_eq!(plan.count(TermState::New), 1);
        assert_eq!(
            (plan.remarks[0].row, plan.remarks[0].column.as_str()),
            (2, "synonyms")
        );
    }

    #[test]
    fn a_table_without_its_columns_is_refused_whole() {
        let plan = planned_of("name,label\nnight,ніч\n");
        assert_eq!(plan.problems.len(), 2);
        assert!(plan.rows.is_empty());
    }
}
