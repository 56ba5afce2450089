//! The copies of a photo that were given out, with what was withheld of each.

use egui::Ui;

use crate::case::Published;
use crate::text::{t, tf};
use crate::ui::theme::{Type, space};
use crate::ui::widgets::{Text, counted_section, gap, weak_text};

/// Shows them, if there are any.
pub(super) fn published(ui: &mut Ui, published: &[Published]) {
    if published.is_empty() {
        return;
    }
    let title = tf("photo-published", &[("count", published.len().into())]);
    counted_section(ui, "published", &title, |ui| {
        for one in published {
            ui.add(Text::new(&one.title).kind(Type::Strong).truncate());
            let day = one.at.strftime("%Y-%m-%d %H:%M UTC").to_string();
            let said = match one.recipient.is_empty() {
                true => day,
                false => format!("{day} · {}", one.recipient),
            };
            weak_text(ui, &format!("{said} · {}", one.copy.file));
            gap(ui, space::XS);
            ui.add(Text::new(t("publication-withheld")).kind(Type::Small).weak());
            for withheld in &one.copy.withheld {
                ui.add(Text::new(&withheld.line()).kind(Type::Small));
            }
            gap(ui, space::S);
        }
    });
}
