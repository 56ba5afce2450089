//! How a case and its store stand: what there is to bring and to take, who writes there, and what is wrong.

use egui::Ui;
use egui_material_icons::icons;

use crate::exchange::team::status::{Amount, Status, WriterStatus};
use crate::text::{t, tf};
use crate::ui::app::jobs::told;
use crate::ui::app::path_field::heading;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{Text, gap, message, weak_text};

/// Draws it.
pub(super) fn show(ui: &mut Ui, status: &Status) {
    weak_text(
        ui,
        t(match status.is_sealed {
            true => "cli-team-sealed",
            false => "cli-team-open",
        }),
    );
    gap(ui, space::S);
    for trouble in told(&status.troubles) {
        message(ui, icons::ICON_ERROR, Tokens::of(ui).bad, &trouble);
        gap(ui, space::XS);
    }
    for (key, amount) in [
        ("cli-team-to-push", status.to_push),
        ("cli-team-to-pull", status.to_pull),
    ] {
        ui.add(Text::new(&counted(key, amount)));
    }
    if status.nowhere > 0 {
        ui.add(Text::new(&tf(
            "cli-team-nowhere",
            &[("count", status.nowhere.into())],
        )));
    }
    gap(ui, space::M);
    heading(ui, t("team-writers"));
    if status.writers.is_empty() {
        ui.add(Text::new(t("team-no-writers")));
    }
    if status.writers.iter().any(|writer| !writer.is_trusted) {
        weak_text(ui, t("team-ask-owners"));
        gap(ui, space::XS);
    }
    for writer in &status.writers {
        show_writer(ui, writer);
    }
}

fn counted(key: &str, amount: Amount) -> String {
    let said = [
        ("entries", amount.entries.into()),
        ("previews", amount.previews.into()),
        ("originals", amount.originals.into()),
        ("kilobytes", amount.bytes.div_ceil(1000).into()),
    ];
    tf(key, &said)
}

fn show_writer(ui: &mut Ui, writer: &WriterStatus) {
    let said = [
        ("device", writer.name.as_str().into()),
        ("time", time(&writer.at).into()),
    ];
    ui.add(Text::new(&tf("team-writer", &said)));
    ui.horizontal_wrapped(|ui| {
        ui.add(Text::new(&writer.fingerprint).kind(Type::Mono));
        weak_text(
            ui,
            t(match writer.is_trusted {
                true => "cli-team-trusted-word",
                false => "cli-team-first-use-word",
            }),
        );
    });
    gap(ui, space::XS);
}

/// When it was, by this laptop's time zone.
fn time(at: &str) -> String {
    at.parse::<jiff::Timestamp>().map_or_else(
        |_| at.to_owned(),
        |at| {
            let at = at.to_zoned(jiff::tz::TimeZone::system());
            at.strftime("%Y-%m-%d %H:%M").to_string()
        },
    )
}
