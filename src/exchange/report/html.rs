//! A report as one HTML file: pictures within it, no script, nothing fetched.

use std::fmt::Write;

use base64::Engine;

use super::ReportError;
use super::document::{Block, Document};
use super::picture::Pictures;
use super::style::Style;
use crate::text::t;

const SHEET: &str = "
body{font:calc(16px*var(--scale))/1.5 'IBM Plex Sans','Noto Sans CJK KR',Vazirmatn,sans-serif;color:var(--text);max-width:60rem;margin:2rem auto;padding:0 1rem}
h1,h2,h3{line-height:1.2}h1,h2{color:var(--accent)}h2{margin-top:2.5rem;border-bottom:1px solid var(--line);padding-bottom:.25rem}
.logo{max-width:70mm;max-height:26mm}.handling{font-weight:600;border:1px solid var(--text);padding:.25rem .5rem;display:inline-block}
.note{font-size:.85em;color:var(--weak)}blockquote{margin:1rem 0;padding:.25rem 1rem;border-left:4px solid var(--accent)}
dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.15rem 1rem}dt{color:var(--weak)}dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.25rem .5rem;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
figure{margin:1rem 0}img,figure svg{max-width:100%;height:auto;max-height:80vh}
@media print{body{font-size:calc(10pt*var(--scale));max-width:none;margin:0}h2,h3{break-after:avoid}figure,tr,blockquote{break-inside:avoid}thead{display:table-header-group}}
";

/// The style sheet, with what a style says.
fn sheet(style: &Style) -> String {
    let [top, right, bottom, left] = style.margins;
    let colours = [
        ("accent", style.accent),
        ("text", style.text),
        ("weak", style.weak),
        ("line", style.line),
    ];
    let colours =
        colours.map(|(name, [red, green, blue])| format!("--{name}:#{red:02x}{green:02x}{blue:02x}"));
    format!(
        "\n:root{{--scale:{};{}}}\n@page{{margin:{top}mm {right}mm {bottom}mm {left}mm}}{SHEET}",
        style.scale(),
        colours.join(";")
    )
}

pub(super) fn write(
    document: &Document,
    style: &Style,
    pictures: &mut Pictures<'_>,
) -> Result<Vec<u8>, ReportError> {
    let mut out = String::new();
    let title = escaped(&document.title);
    // Writing to a string can't fail.
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>{}</style>\n</head>\n<body>\n<header>\n",
        document.language,
        sheet(style)
    );
    if let Some(logo) = &document.logo {
        let data = base64::engine::general_purpose::STANDARD.encode(&logo.png);
        let _ = writeln!(
            out,
            "<p><img class=\"logo\" src=\"data:image/png;base64,{data}\" alt=\"\"></p>"
        );
    }
    if !document.handling.is_empty() {
        let _ = writeln!(out, "<p class=\"handling\">{}</p>", escaped(&document.handling));
    }
    let _ = writeln!(
        out,
        "<h1 dir=\"auto\">{title}</h1>\n<p dir=\"auto\">{}</p>\n<p dir=\"auto\">{}</p>",
        escaped(&document.subject),
        escaped(&document.organisation)
    );
    for paragraph in &document.preface {
        let _ = writeln!(out, "<p dir=\"auto\">{}</p>", escaped(paragraph));
    }
    facts(&mut out, &document.facts);
    let _ = writeln!(
        out,
        "</header>\n<nav aria-label=\"{}\">\n<ol>",
        escaped(t("report-contents"))
    );
    for (nth, chapter) in document.chapters.iter().enumerate() {
        let _ = writeln!(
            out,
            "<li><a href=\"#c{nth}\">{}</a></li>",
            escaped(&chapter.heading)
        );
    }
    out.push_str("</ol>\n</nav>\n<main>\n");
    for (nth, chapter) in document.chapters.iter().enumerate() {
        let _ = writeln!(
            out,
            "<section id=\"c{nth}\">\n<h2>{}</h2>",
            escaped(&chapter.heading)
        );
        for part in &chapter.blocks {
            block(&mut out, part, pictures)?;
        }
        out.push_str("</section>\n");
    }
    out.push_str("</main>\n");
    if !document.footer.is_empty() {
        let _ = writeln!(
            out,
            "<footer><p class=\"note\" dir=\"auto\">{}</p></footer>",
            escaped(&document.footer)
        );
    }
    out.push_str("</body>\n</html>\n");
    Ok(out.into_bytes())
}

fn block(out: &mut String, block: &Block, pictures: &mut Pictures<'_>) -> Result<(), ReportError> {
    match block {
        Block::Heading(text) => {
            let _ = writeln!(out, "<h3 dir=\"auto\">{}</h3>", escaped(text));
        }
        Block::Paragraph(text) => {
            let _ = writeln!(out, "<p dir=\"auto\">{}</p>", escaped(text));
        }
        Block::Statement(text) => {
            let _ = writeln!(out, "<blockquote dir=\"auto\">{}</blockquote>", escaped(text));
        }
        Block::Note(text) => {
            let _ = writeln!(out, "<p class=\"note\" dir=\"auto\">{}</p>", escaped(text));
        }
        Block::Facts(rows) => facts(out, rows),
        Block::Table(table) => {
            out.push_str("<table>\n<thead><tr>");
            for (head, _) in &table.heads {
                let _ = write!(out, "<th scope=\"col\">{}</th>", escaped(head));
            }
            out.push_str("</tr></thead>\n<tbody>\n");
            for row in &table.rows {
                out.push_str("<tr>");
                for cell in row {
                    let _ = write!(out, "<td dir=\"auto\">{}</td>", escaped(cell));
                }
                out.push_str("</tr>\n");
            }
            out.push_str("</tbody>\n</table>\n");
        }
        Block::Picture { of, alternative, .. } => match pictures.address(of)? {
            Some(address) => {
                let _ = writeln!(
                    out,
                    "<figure><img src=\"{address}\" alt=\"{}\"></figure>",
                    escaped(alternative)
                );
            }
            None => {
                let _ = writeln!(out, "<p class=\"note\">{}</p>", escaped(t("report-no-picture")));
            }
        },
        Block::Figure {
            svg,
            alternative,
            caption,
        } => {
            let svg = svg
                .find("<svg")
                .and_then(|start| svg.get(start..))
                .unwrap_or_default();
            let _ = writeln!(
                out,
                "<figure><div role=\"img\" aria-label=\"{}\">{svg}</div><figcaption class=\"note\" dir=\"auto\">{}</figcaption></figure>",
                escaped(alternative),
                escaped(caption)
            );
        }
    }
    Ok(())
}

fn facts(out: &mut String, rows: &[(String, String)]) {
    if rows.is_empty() {
        return;
    }
    out.push_str("<dl>\n");
    for (label, value) in rows {
        let _ = writeln!(
            out,
            "<dt>{}</dt><dd dir=\"auto\">{}</dd>",
            escaped(label),
            escaped(value)
        );
    }
    out.push_str("</dl>\n");
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}
