//! A date in a form: typed as EDTF or as people write days, with what it means under it while it is being typed.

use egui::Ui;

use super::super::draft::Draft;
use crate::analysis::calendar::words;
use crate::model::record::Recorded;
use crate::model::when::Edtf;
use crate::text::t;
use crate::ui::theme::space;
use crate::ui::widgets::{Field, gap, weak_text};

/// A date that may be unknown.
pub fn date_row<R: Recorded>(
    ui: &mut Ui,
    draft: &mut Draft<R>,
    name: &'static str,
    label: &str,
    value: Option<&Edtf>,
    write: impl FnOnce(&mut R) -> &mut Option<Edtf>,
) {
    let shown = value.map(Edtf::as_str).unwrap_or_default();
    let field = Field::new(label).hint(t("form-date-hint"));
    draft.field(ui, name, field, shown, |text, record| {
        *write(record) = date(text)?;
        Ok(())
    });
    let means = match draft.typed(name) {
        None => value.map(words::edtf),
        // Half a date isn't wrong while it is being typed: then nothing is said.
        Some(typed) => Edtf::parse_lenient(typed).ok().as_ref().map(words::edtf),
    };
    if let Some(means) = means {
        weak_text(ui, &means);
    }
    gap(ui, space::XS);
}

/// A date as people type it; nothing is not known.
///
/// # Errors
/// What to type instead.
pub fn date(text: &str) -> Result<Option<Edtf>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    Edtf::parse_lenient(text)
        .map(Some)
        .map_err(|error| error.to_string())
}
