//! The file of a template: TOML with known keys, whose values are within what a page can bear.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Chapters, Line, PLACEHOLDERS, Template, Texts};
use crate::exchange::report::document::Part;
use crate::exchange::report::style::{Colour, Style};
use crate::text::{Language, t, tf};

/// A key, and what is wrong with it.
pub(super) type Wrong = (String, String);

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Written {
    version: Option<i64>,
    organisation: Organisation,
    page: Page,
    colours: Colours,
    lines: Lines,
    chapters: Order,
    text: BTreeMap<String, Said>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Organisation {
    name: String,
    logo: String,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Page {
    font_size: Option<f32>,
    margin_top: Option<f32>,
    margin_right: Option<f32>,
    margin_bottom: Option<f32>,
    margin_left: Option<f32>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Colours {
    accent: Option<String>,
    text: Option<String>,
    weak: Option<String>,
    line: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Lines {
    header: Option<String>,
    footer: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Order {
    order: Option<Vec<String>>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Said {
    title_page: String,
    method: String,
    disclaimer: String,
}

/// The template, without its logo, and the name of that.
pub(super) fn parse(text: &str) -> Result<(Template, Option<String>), Wrong> {
    let written: Written = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        (key_at(text, at), format!("{}.", error.message()))
    })?;
    match written.version {
        Some(1) => {}
        Some(_) => return Err(wrong("version", t("report-template-version"))),
        None => return Err(wrong("version", t("report-template-no-version"))),
    }
    let logo = Some(written.organisation.logo.trim().to_owned()).filter(|name| !name.is_empty());
    if logo
        .as_deref()
        .is_some_and(|name| name.contains(['/', '\\', ':']) || name.starts_with('.'))
    {
        return Err(wrong("organisation.logo", t("report-template-logo-name")));
    }
    let usual = Template::default();
    let template = Template {
        organisation: written.organisation.name.trim().to_owned(),
        style: style(&written.page, &written.colours)?,
        header: line("lines.header", written.lines.header, usual.header)?,
        footer: line("lines.footer", written.lines.footer, usual.footer)?,
        chapters: chapters(written.chapters.order)?,
        texts: texts(written.text)?,
        ..Template::default()
    };
    Ok((template, logo))
}

fn wrong(key: &str, reason: &str) -> Wrong {
    (key.to_owned(), reason.to_owned())
}

/// The key at a place of the file: what stands before the `=` of that line or one before it, within its table.
fn key_at(text: &str, at: usize) -> String {
    let (mut table, mut key) = (String::new(), String::new());
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if start > at {
            break;
        }
        start += line.len();
        let line = line.trim();
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            (table, key) = (format!("{}.", name.trim()), String::new());
        } else if let Some((name, _)) = line.split_once('=').filter(|_| !line.starts_with('#')) {
            name.trim().clone_into(&mut key);
        }
    }
    format!("{table}{key}").trim_end_matches('.').to_owned()
}

fn style(page: &Page, colours: &Colours) -> Result<Style, Wrong> {
    let usual = Style::default();
    let within = |key: &str, given: Option<f32>, usual: f32, least: f32, most: f32| match given {
        None => Ok(usual),
        Some(value) if (least..=most).contains(&value) => Ok(value),
        Some(value) => Err((
            format!("page.{key}"),
            tf(
                "report-template-range",
                &[
                    ("value", value.to_string().into()),
                    ("least", least.to_string().into()),
                    ("most", most.to_string().into()),
                ],
            ),
        )),
    };
    let [top, right, bottom, left] = usual.margins;
    let style = Style {
        size: within("font_size", page.font_size, usual.size, 8.0, 14.0)?,
        margins: [
            within("margin_top", page.margin_top, top, 18.0, 60.0)?,
            within("margin_right", page.margin_right, right, 12.0, 50.0)?,
            within("margin_bottom", page.margin_bottom, bottom, 18.0, 60.0)?,
            within("margin_left", page.margin_left, left, 12.0, 50.0)?,
        ],
        accent: colour("colours.accent", colours.accent.as_deref(), usual.accent)?,
        text: colour("colours.text", colours.text.as_deref(), usual.text)?,
        weak: colour("colours.weak", colours.weak.as_deref(), usual.weak)?,
        line: colour("colours.line", colours.line.as_deref(), usual.line)?,
    };
    let words = [
        ("accent", style.accent),
        ("text", style.text),
        ("weak", style.weak),
    ];
    for (key, one) in words {
        if contrast_with_white(one) < READABLE {
            return Err((format!("colours.{key}"), t("report-template-light").to_owned()));
        }
    }
    Ok(style)
}

fn colour(key: &str, given: Option<&str>, usual: Colour) -> Result<Colour, Wrong> {
    let Some(text) = given else {
        return Ok(usual);
    };
    let digits = text
        .strip_prefix('#')
        .filter(|digits| digits.len() == 6 && digits.is_ascii());
    let part = |at: usize| u8::from_str_radix(digits?.get(at..at + 2)?, 16).ok();
    match (part(0), part(2), part(4)) {
        (Some(red), Some(green), Some(blue)) => Ok([red, green, blue]),
        _ => Err((
            key.to_owned(),
            tf("report-template-colour", &[("value", text.into())]),
        )),
    }
}

/// The least contrast at which text is readable (WCAG 2.2, 1.4.3).
const READABLE: f64 = 4.5;

/// The contrast of a colour with white, from 1 to 21 (WCAG 2.2).
fn contrast_with_white(colour: Colour) -> f64 {
    let [red, green, blue] = colour.map(|value| {
        let value = f64::from(value) / 255.0;
        if value <= 0.040_45 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    });
    1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

/// No line is longer: it has to stand on one.
const LONGEST_LINE: usize = 160;

fn line(key: &str, given: Option<String>, usual: Line) -> Result<Line, Wrong> {
    let Some(text) = given else {
        return Ok(usual);
    };
    if text.chars().count() > LONGEST_LINE || text.contains('\n') {
        return Err((
            key.to_owned(),
            tf("report-template-line", &[("most", LONGEST_LINE.into())]),
        ));
    }
    let mut rest = text.as_str();
    while let Some((_, after)) = rest.split_once('{') {
        let name = after.split('}').next().unwrap_or_default();
        if !after.contains('}') || !PLACEHOLDERS.contains(&name) {
            let known = PLACEHOLDERS.map(|name| format!("{{{name}}}")).join(", ");
            return Err((
                key.to_owned(),
                tf(
                    "report-template-placeholder",
                    &[("name", name.into()), ("known", known.into())],
                ),
            ));
        }
        rest = after;
    }
    Ok(Line(text))
}

fn chapters(given: Option<Vec<String>>) -> Result<Chapters, Wrong> {
    let key = "chapters.order";
    let Some(words) = given else {
        return Ok(Chapters::default());
    };
    let mut order = Vec::new();
    for word in &words {
        let Some(part) = Part::ALL.into_iter().find(|part| part.word() == word) else {
            let known = Part::ALL.map(Part::word).join(", ");
            let arguments = [("name", word.as_str().into()), ("known", known.into())];
            return Err((key.to_owned(), tf("report-template-chapter", &arguments)));
        };
        if order.contains(&part) {
            let arguments = [("name", word.as_str().into())];
            return Err((key.to_owned(), tf("report-template-twice", &arguments)));
        }
        order.push(part);
    }
    if !order.contains(&Part::Method) {
        return Err(wrong(key, t("report-template-no-method")));
    }
    Ok(Chapters(order))
}

fn texts(given: BTreeMap<String, Said>) -> Result<BTreeMap<&'static str, Texts>, Wrong> {
    let mut texts = BTreeMap::new();
    for (code, said) in given {
        let known = Language::ALL.into_iter().find(|language| language.code() == code);
        let Some(language) = known else {
            let known = Language::ALL.map(Language::code).join(", ");
            return Err((
                format!("text.{code}"),
                tf("report-template-language", &[("known", known.into())]),
            ));
        };
        let said = Texts {
            title_page: said.title_page.trim().to_owned(),
            method: said.method.trim().to_owned(),
            disclaimer: said.disclaimer.trim().to_owned(),
        };
        if said != Texts::default() {
            texts.insert(language.code(), said);
        }
    }
    Ok(texts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_told_with_its_key() {
        for (text, key, part) in [
            ("", "version", "version = 1"),
            ("version = 2", "version", "newer"),
            ("version = 1\ncolour = 1", "colour", "unknown field"),
            (
                "version = 1\n[page]\nfont_size = \"big\"",
                "page.font_size",
                "invalid type",
            ),
            (
                "version = 1\n[page]\nfont_size = 40.0",
                "page.font_size",
                "from 8 to 14",
            ),
            (
                "version = 1\n[page]\nmargin_left = 5.0",
                "page.margin_left",
                "from 12 to 50",
            ),
            (
                "version = 1\n[page]\nmargin_top = nan",
                "page.margin_top",
                "from 18 to 60",
            ),
            (
                "version = 1\n[colours]\naccent = \"teal\"",
                "colours.accent",
                "#rrggbb",
            ),
            (
                "version = 1\n[colours]\ntext = \"#eeeeee\"",
                "colours.text",
                "white",
            ),
            (
                "version = 1\n[lines]\nheader = \"{tilte}\"",
                "lines.header",
                "tilte",
            ),
            (
                "version = 1\n[lines]\nfooter = \"{title\"",
                "lines.footer",
                "{title}",
            ),
            (
                "version = 1\n[chapters]\norder = [\"sumary\"]",
                "chapters.order",
                "sumary",
            ),
            (
                "version = 1\n[chapters]\norder = [\"summary\"]",
                "chapters.order",
                "method",
            ),
            (
                "version = 1\n[chapters]\norder = [\"method\", \"method\"]",
                "chapters.order",
                "twice",
            ),
            ("version = 1\n[text.fr]\nmethod = \"x\"", "text.fr", "en, uk, ko"),
            (
                "version = 1\n[organisation]\nlogo = \"../logo.png\"",
                "organisation.logo",
                "folder",
            ),
            ("version = 1\n[page", "page", ""),
        ] {
            let (told, reason) = parse(text).unwrap_err();
            if key != "page" {
                assert_eq!(told, key, "{text}: {reason}");
            }
            assert!(reason.contains(part), "{text}: {reason}");
        }
    }

    #[test]
    fn what_is_said_holds_and_the_rest_stays_as_it_is() {
        let text = "version = 1\n[page]\nfont_size = 12\n[colours]\naccent = \"#7A0019\"\n[chapters]\norder = [\"method\", \"photos\"]
[text.uk]\ndisclaimer = \"Одне.\\n\\nДруге.\"";
        let (template, logo) = parse(text).unwrap();
        assert_eq!(logo, None);
        assert_eq!(template.style.size, 12.0);
        assert_eq!(template.style.accent, [0x7a, 0, 0x19]);
        assert_eq!(template.style.margins, Style::default().margins);
        assert_eq!(template.chapters.0, [Part::Method, Part::Photos]);
        assert_eq!(template.texts(Language::Ukrainian).disclaimer, "Одне.\n\nДруге.");
        assert_eq!(template.texts(Language::English), Texts::default());
    }
}
