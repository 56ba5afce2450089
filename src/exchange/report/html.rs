//! A report as one HTML file: pictures within it, no script, nothing fetched.

use std::fmt::Write;

use super::ReportError;
use super::document::{Block, Document};
use super::picture::Pictures;
use crate::text::t;

const STYLE: &str = "
body{font:16px/1.5 'IBM Plex Sans','Noto Sans CJK KR',Vazirmatn,sans-serif;color:#1a1a1a;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1,h2,h3{line-height:1.2}h2{margin-top:2.5rem;border-bottom:1px solid #bbb;padding-bottom:.25rem}
.handling{font-weight:600;border:1px solid #1a1a1a;padding:.25rem .5rem;display:inline-block}
.note{font-size:.85rem;color:#555}blockquote{margin:1rem 0;padding:.25rem 1rem;border-left:4px solid #0b6e6e}
dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.15rem 1rem}dt{color:#555}dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.25rem .5rem;border-bottom:1px solid #ddd;overflow-wrap:anywhere}
figure{margin:1rem 0}img,figure svg{max-width:100%;height:auto;max-height:80vh}
@media print{@page{margin:20mm}body{font-size:10pt;max-width:none;margin:0}h2,h3{break-after:avoid}figure,tr,blockquote{break-inside:avoid}thead{display:table-header-group}}
";

pub(super) fn write(document: &Document, pictures: &mut Pictures<'_>) -> Result<Vec<u8>, ReportError> {
    let mut out = String::new();
    let title = escaped(&document.title);
    // Writing to a string can't fail.
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<header>\n",
        document.language
    );
    if !document.handling.is_empty() {
        let _ = writeln!(out, "<p class=\"handling\">{}</p>", escaped(&document.handling));
    }
    let _ = writeln!(
        out,
        "<h1 dir=\"auto\">{title}</h1>\n<p dir=\"auto\">{}</p>\n<p dir=\"auto\">{}</p>",
        escaped(&document.subject),
        escaped(&document.organisation)
    );
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
    out.push_str("</main>\n</body>\n</html>\n");
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
