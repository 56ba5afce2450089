//! What a column means: JSON Schemas (draft 2020-12) made from the records' own types and their documentation, and the
//! data dictionary that is made from these.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

use super::tables::line;
use crate::case::field_names;
use crate::model::record::{CaseInfo, RecordKind};
use crate::model::{
    Album, Checklist, Component, Custody, Depiction, Finding, Marking, Measurement, Merge, Photo, PhotoSet,
    Publication, Redaction, Region, RuleFile, Signature, Strike, Symbol, Tag, Tagging, Transcription,
    Vocabulary, Weapon,
};

/// The schema of one record of a kind, as it stands in a line of the JSON.
pub(super) fn of(kind: RecordKind) -> Value {
    let schema = match kind {
        RecordKind::CaseInfo => made::<CaseInfo>(),
        RecordKind::Strike => made::<Strike>(),
        RecordKind::Weapon => made::<Weapon>(),
        RecordKind::Component => made::<Component>(),
        RecordKind::Photo => made::<Photo>(),
        RecordKind::Marking => made::<Marking>(),
        RecordKind::Region => made::<Region>(),
        RecordKind::Transcription => made::<Transcription>(),
        RecordKind::Finding => made::<Finding>(),
        RecordKind::Tag => made::<Tag>(),
        RecordKind::Tagging => made::<Tagging>(),
        RecordKind::Depiction => made::<Depiction>(),
        RecordKind::Custody => made::<Custody>(),
        RecordKind::Signature => made::<Signature>(),
        RecordKind::PhotoSet => made::<PhotoSet>(),
        RecordKind::Album => made::<Album>(),
        RecordKind::Measurement => made::<Measurement>(),
        RecordKind::Symbol => made::<Symbol>(),
        RecordKind::RuleFile => made::<RuleFile>(),
        RecordKind::Checklist => made::<Checklist>(),
        RecordKind::Redaction => made::<Redaction>(),
        RecordKind::Publication => made::<Publication>(),
        RecordKind::Merge => made::<Merge>(),
    };
    let mut schema = Value::from(schema);
    tidy(&mut schema);
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        for (name, property) in properties.iter_mut() {
            let (least, most) = range(kind, name);
            if let Value::Object(property) = property {
                // A limit on a number says nothing of null, so that it can stand beside both.
                property.extend(least.map(|least| ("minimum".to_owned(), json!(least))));
                property.extend(most.map(|most| ("maximum".to_owned(), json!(most))));
            }
        }
    }
    // A record states every field, be it as null.
    schema["required"] = json!(field_names(kind));
    schema
}

fn made<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<T>()
}

/// Takes out what differs from run to run (a default may be a new id), and the marks of the documentation's own form.
fn tidy(value: &mut Value) {
    match value {
        Value::Object(map) => {
            // A property may be called so; a default is never a schema.
            if map.contains_key("type") || map.contains_key("$ref") || map.contains_key("anyOf") {
                map.remove("default");
            }
            if let Some(Value::String(text)) = map.get_mut("description") {
                *text = plain(text);
            }
            map.values_mut().for_each(tidy);
        }
        Value::Array(list) => list.iter_mut().for_each(tidy),
        _ => {}
    }
}

/// A text of the documentation as one line, without its links within the program.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    // Examples are for whoever changes the program.
    let mut rest = text.split("```").next().unwrap_or_default();
    while let Some(start) = rest.find("[`") {
        plain.push_str(&rest[..start]);
        rest = &rest[start + 1..];
        let Some(end) = rest.find("`]") else { break };
        plain.push_str(&rest[..=end]);
        rest = &rest[end + 2..];
        if rest.starts_with('(')
            && let Some(close) = rest.find(')')
        {
            rest = &rest[close + 1..];
        }
    }
    plain.push_str(rest);
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The unit of a field.
fn unit(kind: RecordKind, name: &str) -> &'static str {
    use RecordKind::{Component, Measurement, Photo, Region, Strike};
    match (kind, name) {
        (Photo, "width" | "height") | (Region, "x" | "y" | "width" | "height") => "pixel",
        (Measurement, "x1" | "y1" | "x2" | "y2") => "pixel",
        (Measurement, "millimetres") | (Component, "length_mm" | "width_mm" | "height_mm") => "mm",
        (Component, "mass_g") => "g",
        (Component | Strike, "radius_m") | (Photo, "altitude_m") => "m",
        (Region, "angle") => "degree",
        (_, "latitude" | "longitude" | "placed_latitude" | "placed_longitude") => "degree (WGS 84)",
        (Photo, "byte_size") => "byte",
        (Photo, "clock_shift_s") => "s",
        (RecordKind::Finding, "days_min" | "days_max") => "day",
        _ => "",
    }
}

/// The least and the most that a field can be.
fn range(kind: RecordKind, name: &str) -> (Option<i64>, Option<i64>) {
    match (kind, name) {
        (_, "latitude" | "placed_latitude") => (Some(-90), Some(90)),
        (_, "longitude" | "placed_longitude") => (Some(-180), Some(180)),
        (RecordKind::Photo, "rating") => (Some(1), Some(5)),
        (RecordKind::Component, "quantity") => (Some(1), None),
        (_, "radius_m" | "length_mm" | "width_mm" | "height_mm" | "mass_g") => (Some(0), None),
        _ => (None, None),
    }
}

/// The vocabulary of a field.
fn vocabulary(kind: RecordKind, name: &str) -> &'static str {
    let found = Vocabulary::ALL
        .into_iter()
        .find(|vocabulary| vocabulary.field() == Some((kind, name)));
    found.map_or("", Vocabulary::stored)
}

/// What the dictionary says of a column.
#[derive(Default)]
struct Column {
    form: String,
    values: Vec<String>,
    refers_to: String,
    can_be_empty: bool,
    has_pattern: bool,
}

fn column(property: &Value, definitions: &Map<String, Value>) -> Column {
    let mut column = Column::default();
    read(property, definitions, &mut column);
    column
}

/// Reads what a schema says, through its references and alternatives.
fn read(schema: &Value, definitions: &Map<String, Value>, column: &mut Column) {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        let name = name.rsplit('/').next().unwrap_or_default();
        let kind = name.strip_suffix("Id").and_then(|name| {
            let same = |kind: &RecordKind| kind.word().replace('_', "") == name.to_lowercase();
            RecordKind::ALL.into_iter().find(same)
        });
        if let Some(kind) = kind {
            kind.word().clone_into(&mut column.refers_to);
        }
        if let Some(definition) = definitions.get(name) {
            read(definition, definitions, column);
        }
        if name == "Edtf" {
            "EDTF".clone_into(&mut column.form);
        }
    }
    for way in ["anyOf", "oneOf"] {
        let several = schema.get(way).and_then(Value::as_array);
        for one in several.into_iter().flatten() {
            read(one, definitions, column);
        }
    }
    column.has_pattern |= schema.get("pattern").is_some();
    let format = schema.get("format").and_then(Value::as_str);
    let forms = match schema.get("type") {
        Some(Value::Array(several)) => several.clone(),
        Some(one) => vec![one.clone()],
        None => Vec::new(),
    };
    for form in forms.iter().filter_map(Value::as_str) {
        match (form, format) {
            ("null", _) => column.can_be_empty = true,
            ("string", Some(format)) => format.clone_into(&mut column.form),
            ("array" | "object", _) => "JSON".clone_into(&mut column.form),
            (form, _) => form.clone_into(&mut column.form),
        }
    }
    column
        .values
        .extend(schema.get("const").and_then(Value::as_str).map(str::to_owned));
    let listed = schema.get("enum").and_then(Value::as_array);
    let listed = listed.into_iter().flatten().filter_map(Value::as_str);
    column.values.extend(listed.map(str::to_owned));
}

/// The columns of the dictionary itself.
const HEAD: [&str; 11] = [
    "table",
    "column",
    "type",
    "unit",
    "minimum",
    "maximum",
    "can_be_empty",
    "values",
    "vocabulary",
    "refers_to",
    "meaning",
];

/// The dictionary: a row a column of every table.
pub(super) fn dictionary() -> Vec<u8> {
    let mut text = line(HEAD);
    for kind in RecordKind::ALL {
        let schema = of(kind);
        let none = Map::new();
        let definitions = schema.get("$defs").and_then(Value::as_object).unwrap_or(&none);
        for name in field_names(kind) {
            let property = &schema["properties"][*name];
            let known = column(property, definitions);
            let limit = |limit: &str| property.get(limit).map_or_else(String::new, ToString::to_string);
            let meaning = property
                .get("description")
                .and_then(Value::as_str)
                .unwrap_or_default();
            // A text that is required may still be empty; a name of something may not.
            let is_text = known.form == "string" && known.values.is_empty() && !known.has_pattern;
            let is_text = is_text && !matches!(*name, "id" | "record" | "subject");
            text.extend(line([
                kind.word(),
                name,
                &known.form,
                unit(kind, name),
                &limit("minimum"),
                &limit("maximum"),
                if known.can_be_empty || is_text {
                    "yes"
                } else {
                    "no"
                },
                &known.values.join(" "),
                vocabulary(kind, name),
                if *name == "id" { "" } else { &known.refers_to },
                meaning,
            ]));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_every_kind_has_a_form_and_a_meaning_and_no_other_is_described() {
        let text = String::from_utf8(dictionary()).unwrap();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let columns: usize = RecordKind::ALL
            .into_iter()
            .map(|kind| field_names(kind).len())
            .sum();
        assert_eq!(rows.len(), columns);
        for row in &rows {
            assert!(!row[2].is_empty() && !row[10].is_empty(), "{row:?}");
            assert!(!row[10].contains("](") && !row[10].contains("[`"), "{row:?}");
        }
        for kind in RecordKind::ALL {
            let schema = of(kind);
            let described = schema["properties"].as_object().unwrap().len();
            assert_eq!(described, field_names(kind).len(), "{kind:?}");
        }
    }

    #[test]
    fn the_dictionary_knows_units_ranges_choices_and_vocabularies() {
        let text = String::from_utf8(dictionary()).unwrap();
        let row = |begin: &str| {
            text.lines()
                .find(|line| line.starts_with(begin))
                .unwrap()
                .to_owned()
        };
        assert!(row("strike,latitude,").starts_with("strike,latitude,number,degree (WGS 84),-90,90,yes,,,,"));
        assert!(row("strike,status,").contains(",reported confirmed disputed,"));
        assert!(row("component,kind,").contains(",component_kind,"));
        assert!(row("weapon,strike,").contains(",strike,"));
        assert!(row("photo,rating,").contains(",1,5,yes,"));
        assert!(row("photo,sha256,").starts_with("photo,sha256,string,,,,no,"));
        assert!(row("strike,id,").starts_with("strike,id,uuid,,,,no,,,,"));
        assert!(row("strike,occurred,").starts_with("strike,occurred,EDTF,,,,yes,"));
    }

    #[test]
    fn the_schemas_are_the_same_at_every_run() {
        for kind in RecordKind::ALL {
            assert_eq!(of(kind), of(kind), "{kind:?}");
            assert!(!of(kind).to_string().contains("\"default\""), "{kind:?}");
        }
    }

    #[test]
    fn links_of_the_documentation_become_words() {
        let text =
            "By [`Vocabulary::stored`](super::Vocabulary::stored);\nelse [`None`] or `x`.\n```\nuse x;\n```";
        let plain = plain(text);
        assert_eq!(plain, "By `Vocabulary::stored`; else `None` or `x`.");
    }
}
