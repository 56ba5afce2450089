//! The tables beside the copies: what is published of each, as JSON and as CSV. They have only the columns that were chosen.

use serde_json::{Map, Value, json};

use super::told::ToldPlace;
use super::xmp::Chosen;
use crate::exchange::sheet::neutral;
use crate::model::publication::{
    DatePrecision, PlacePrecision, PublicationOptions, PublishedCopy, PublishedField,
};

/// What is told of one copy.
pub struct Row {
    /// The copy.
    pub copy: PublishedCopy,
    /// How many rectangles are covered.
    pub covered: u64,
    /// The chosen fields.
    pub chosen: Chosen,
    /// The name of the original's file, if it was chosen.
    pub file_name: Option<String>,
    /// The time of capture.
    pub time: Option<String>,
    /// The place.
    pub place: Option<ToldPlace>,
}

/// The columns, in order.
fn columns(options: &PublicationOptions) -> Vec<&'static str> {
    let mut columns = vec!["file", "sha256", "width", "height", "covered"];
    let keeps = |field| options.keeps(field);
    for (column, is_chosen) in [
        ("caption", keeps(PublishedField::Caption)),
        (
            "credit",
            keeps(PublishedField::Credit) || options.credit().is_some(),
        ),
        ("photographer", keeps(PublishedField::Photographer)),
        ("licence", keeps(PublishedField::Licence)),
        ("date", options.date != DatePrecision::None),
        ("country", options.place == PlacePrecision::Country),
        (
            "latitude",
            options.place.cell_m().is_some() || options.place == PlacePrecision::Exact,
        ),
        (
            "longitude",
            options.place.cell_m().is_some() || options.place == PlacePrecision::Exact,
        ),
        ("radius_m", options.place.cell_m().is_some()),
        ("original_file", keeps(PublishedField::FileName)),
        ("original_sha256", keeps(PublishedField::Original)),
    ] {
        if is_chosen {
            columns.push(column);
        }
    }
    columns
}

impl Row {
    fn value(&self, column: &str) -> Value {
        let place = self.place.clone().unwrap_or_default();
        match column {
            "file" => json!(self.copy.file),
            "sha256" => json!(self.copy.sha256),
            "width" => json!(self.copy.width),
            "height" => json!(self.copy.height),
            "covered" => json!(self.covered),
            "caption" => json!(self.chosen.caption),
            "credit" => json!(self.chosen.credit),
            "photographer" => json!(self.chosen.photographer),
            "licence" => json!(self.chosen.licence),
            "date" => json!(self.time),
            "country" => json!(place.country),
            "latitude" => json!(place.latitude),
            "longitude" => json!(place.longitude),
            "radius_m" => json!(place.radius_m),
            "original_file" => json!(self.file_name),
            "original_sha256" => json!(self.chosen.original),
            _ => Value::Null,
        }
    }
}

/// The table as JSON.
#[must_use]
pub fn to_json(rows: &[Row], options: &PublicationOptions) -> Vec<u8> {
    let columns = columns(options);
    let rows: Vec<Value> = rows
        .iter()
        .map(|row| {
            let fields = columns
                .iter()
                .map(|column| ((*column).to_owned(), row.value(column)));
            Value::Object(fields.collect::<Map<String, Value>>())
        })
        .collect();
    format!("{:#}\n", json!({ "copies": rows })).into_bytes()
}

/// The table as CSV (RFC 4180, UTF-8); no text is taken for a formula by spreadsheets.
///
/// # Errors
/// When it can't be put together.
pub fn to_csv(rows: &[Row], options: &PublicationOptions) -> Result<Vec<u8>, std::io::Error> {
    let columns = columns(options);
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    writer.write_record(&columns)?;
    for row in rows {
        let cells = columns.iter().map(|column| match row.value(column) {
            Value::Null => String::new(),
            Value::String(text) => neutral(&text),
            other => other.to_string(),
        });
        writer.write_record(cells)?;
    }
    writer.into_inner().map_err(csv::IntoInnerError::into_error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_the_columns_that_were_chosen_and_no_formulas() {
        let mut options = PublicationOptions::default();
        let row = Row {
            copy: PublishedCopy {
                file: "001.jpg".to_owned(),
                ..PublishedCopy::default()
            },
            covered: 2,
            chosen: Chosen {
                caption: Some("=1+1".to_owned()),
                ..Chosen::default()
            },
            file_name: None,
            time: None,
            place: None,
        };
        let rows = [row];
        let csv = |options: &PublicationOptions| String::from_utf8(to_csv(&rows, options).unwrap()).unwrap();
        assert!(csv(&options).starts_with("file,sha256,width,height,covered\r\n001.jpg,"));
        options.keep.push(PublishedField::Caption);
        assert!(csv(&options).contains(",2,'=1+1"), "{}", csv(&options));
        let json: Value = serde_json::from_slice(&to_json(&rows, &options)).unwrap();
        assert_eq!(json["copies"][0]["caption"], "=1+1");
        assert!(json["copies"][0].get("photographer").is_none());
    }
}
