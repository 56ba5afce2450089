//! How far the people of the team agree who read the same marks.

use egui::Ui;
use egui_material_icons::icons;

use crate::reading::agreement::{Agreement, Sign};
use crate::text::{t, tf};
use crate::ui::desk::Desk;
use crate::ui::link::Remote;
use crate::ui::theme::{Type, space};
use crate::ui::widgets::Text;

/// Two people, and how far they agree.
pub type PairAgreement = ((String, String), Agreement);

/// No more confusions of two people are shown.
const MOST: usize = 6;

/// A button that opens the agreement of all pairs of readers.
pub fn agreement(ui: &mut Ui, desk: &Desk, remote: &mut Remote<(), Vec<PairAgreement>>) {
    let button = super::list::named_where_there_is_room(ui, icons::ICON_BALANCE, t("markings-agreement"));
    egui::Popup::menu(&button)
        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(360.0);
            let pairs = remote.get(&desk.link, (), |reader| {
                Ok(reader.agreement(false)?.into_iter().collect())
            });
            let Some(pairs) = pairs else { return };
            if pairs.is_empty() {
                ui.add(Text::new(t("markings-agreement-none")).weak());
                return;
            }
            for (people, agreement) in pairs {
                pair(ui, people, agreement);
                ui.add_space(space::S);
            }
            ui.add(Text::new(t("markings-agreement-hint")).kind(Type::Caption).weak());
        });
}

fn pair(ui: &mut Ui, (a, b): &(String, String), agreement: &Agreement) {
    let both = tf(
        "markings-agreement-pair",
        &[("a", a.as_str().into()), ("b", b.as_str().into())],
    );
    ui.add(Text::new(&both).kind(Type::Strong));
    let percent = agreement.share().unwrap_or(0.0) * 100.0;
    let line = tf(
        "markings-agreement-line",
        &[
            ("marks", agreement.marks.into()),
            ("alike", agreement.alike.into()),
            ("positions", agreement.positions.into()),
            ("percent", percent.floor().into()),
        ],
    );
    ui.add(Text::new(&line).kind(Type::Small));
    let kappa = match agreement.kappa() {
        Some(kappa) => tf(
            "markings-agreement-kappa",
            &[("kappa", format!("{kappa:.2}").into())],
        ),
        None => t("markings-agreement-no-kappa").to_owned(),
    };
    ui.add(Text::new(&kappa).kind(Type::Small));
    let pairs: Vec<String> = agreement
        .confusions()
        .into_iter()
        .take(MOST)
        .map(|(a, b, count)| format!("{} / {} × {count}", sign(a), sign(b)))
        .collect();
    if !pairs.is_empty() {
        let words = tf(
            "markings-agreement-confused",
            &[("pairs", pairs.join(" · ").into())],
        );
        ui.add(Text::new(&words).kind(Type::Small).weak());
    }
}

fn sign(sign: &Sign) -> String {
    match sign {
        Sign::Char(c) => c.to_string(),
        Sign::Missing => "□".to_owned(),
        Sign::Symbol(words) => format!("<{words}>"),
        Sign::Break => "|".to_owned(),
        Sign::Nothing => "–".to_owned(),
    }
}
