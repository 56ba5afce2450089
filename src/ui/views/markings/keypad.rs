//! Keys on the screen for what the keyboard lacks: the signs of the notation, and the characters of scripts in which
//! parts are marked.

mod hangul;
mod symbols;
mod templates;

use egui::{Key, Modifiers, Ui, vec2};

use super::field;
use crate::reading::notation::{HANDS, ORIENTATIONS};
use crate::text::{t, tf};
use crate::ui::desk::Desk;
use crate::ui::theme::{Type, size, space};
use crate::ui::widgets::{Action, segmented};
use symbols::Symbols;
use templates::templates;

/// A sign of the notation: what is written before and behind the selection, its key with Ctrl, its message.
struct Sign {
    shown: &'static str,
    before: &'static str,
    after: &'static str,
    key: Key,
    name: &'static str,
}

const fn sign(
    shown: &'static str,
    before: &'static str,
    after: &'static str,
    key: Key,
    name: &'static str,
) -> Sign {
    Sign {
        shown,
        before,
        after,
        key,
        name,
    }
}

const SIGNS: [Sign; 9] = [
    sign("{?}", "{", "?}", Key::Num1, "marking-sign-uncertain"),
    sign("{/}", "{", "/}", Key::Num2, "marking-sign-choice"),
    sign("{.}", "{.}", "", Key::Num3, "marking-sign-illegible"),
    sign("[.]", "[.]", "", Key::Num4, "marking-sign-lost"),
    sign("[ ]", "[", "]", Key::Num5, "marking-sign-restored"),
    sign("[[ ]]", "[[", "]]", Key::Num6, "marking-sign-struck"),
    sign("< >", "<", ">", Key::Num7, "marking-sign-symbol"),
    sign("|", "|", "", Key::Num8, "marking-sign-line"),
    sign("||", "||", "", Key::Num9, "marking-sign-face"),
];

/// A script's characters.
struct Script {
    name: &'static str,
    keys: &'static str,
}

const SCRIPTS: [Script; 7] = [
    Script {
        name: "marking-script-hangul",
        keys: "주체 년 월 일 제 호 품 번 조 립 검 사 ㄱ ㄴ ㄷ ㄹ ㅁ ㅂ ㅅ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ ㅏ ㅑ ㅓ ㅕ ㅗ ㅛ ㅜ ㅠ ㅡ ㅣ ㅐ ㅔ",
    },
    Script {
        name: "marking-script-cyrillic",
        keys: "А Б В Г Ґ Д Е Є Ж З И І Ї Й К Л М Н О П Р С Т У Ф Х Ц Ч Ш Щ Ъ Ы Ь Э Ю Я №",
    },
    Script {
        name: "marking-script-persian",
        keys: "۰ ۱ ۲ ۳ ۴ ۵ ۶ ۷ ۸ ۹ ا ب پ ت ج چ د ر ز س ش ص ط ع ف ق ک گ ل م ن و ه ی",
    },
    Script {
        name: "marking-script-arabic",
        keys: "٠ ١ ٢ ٣ ٤ ٥ ٦ ٧ ٨ ٩ هـ م",
    },
    Script {
        name: "marking-script-han",
        keys: "〇 零 一 二 三 四 五 六 七 八 九 十 百 千 元 年 月 日 民國 中 廠 第 号 批",
    },
    Script {
        name: "marking-script-greek",
        keys: "Α Β Γ Δ Θ Λ Ξ Π Σ Φ Χ Ψ Ω α β γ δ λ μ π σ φ ω",
    },
    Script {
        name: "marking-script-marks",
        keys: "№ Ø ⌀ ° ± × µ Ω ® © ™ ℮ § † → ← ↑ ↓ ▲ △ ▼ ▽ ◆ ◇ ● ○ ■ □ ★ ☆ ✓ ♦ 回 中",
    },
];

/// Which script is open.
#[derive(Default)]
pub struct Keypad {
    script: usize,
    open: bool,
    symbols: Symbols,
}

impl Keypad {
    /// Shows the keys, which write into the field's `text`. `previous` is what was read in the mark before.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk, text: &mut String, previous: Option<&str>) {
        ui.spacing_mut().item_spacing.y = space::XS;
        keys(ui, |ui| {
            for sign in &SIGNS {
                let number = sign.key.name();
                let keys = format!("{}+{number}", t("key-ctrl"));
                let hint = tf(
                    "marking-sign-hint",
                    &[("name", t(sign.name).into()), ("keys", keys.into())],
                );
                if key(ui, sign.shown, t(sign.name)).on_hover_text(hint).clicked() {
                    field::write(ui, text, sign.before, sign.after);
                }
            }
            self.directions(ui, text);
            if let Some(previous) = previous {
                let same = Action::quiet(t("marking-same"))
                    .with_icon(egui_material_icons::icons::ICON_CONTENT_COPY)
                    .keys(t("marking-same-keys"));
                if ui.add(same).on_hover_text(previous).clicked() {
                    field::write(ui, text, previous, "");
                }
            }
            templates(ui, text);
            let palette = Action::quiet(t("marking-palette"))
                .with_icon(egui_material_icons::icons::ICON_KEYBOARD)
                .selected(self.open);
            if ui.add(palette).clicked() {
                self.open = !self.open;
            }
        });
        if self.open {
            let names: Vec<(usize, &str)> = SCRIPTS
                .iter()
                .enumerate()
                .map(|(place, script)| (place, t(script.name)))
                .chain([(SCRIPTS.len(), t("marking-symbols"))])
                .collect();
            segmented(ui, t("marking-palette"), &mut self.script, &names);
            if self.script == SCRIPTS.len() {
                self.symbols.show(ui, desk, text);
                return;
            }
            keys(ui, |ui| {
                for sign in SCRIPTS[self.script].keys.split(' ') {
                    let name = tf("marking-palette-key", &[("sign", sign.into())]);
                    if key(ui, sign, &name).clicked() {
                        field::write_joined(ui, text, sign, hangul::composed);
                    }
                }
            });
        }
    }

    /// How a line runs and how it was made, in a list that opens.
    fn directions(&self, ui: &mut Ui, text: &mut String) {
        let button = key(ui, "@", t("marking-sign-direction")).on_hover_text(t("marking-sign-direction"));
        egui::Popup::menu(&button).show(|ui| {
            let words = ORIENTATIONS.iter().map(|(word, _)| *word);
            for word in words.chain(HANDS.iter().map(|(word, _)| *word)) {
                let written = format!("@{word} ");
                let row =
                    egui::Button::new(egui::RichText::new(written.trim_end()).text_style(Type::Mono.style()))
                        .right_text(t(&format!("marking-direction-{word}")));
                if ui.add(row.min_size(vec2(220.0, size::CONTROL))).clicked() {
                    field::write(ui, text, &written, "");
                    ui.close();
                }
            }
        });
    }
}

/// Takes Ctrl and a digit while the field has the keyboard; Ctrl+D writes what was read in the mark before, Ctrl+J goes
/// to the next gap.
pub fn take_keys(ui: &Ui, text: &mut String, previous: Option<&str>) {
    if !ui.memory(|memory| memory.has_focus(field::field_id())) {
        return;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, key));
    if let Some(previous) = previous
        && pressed(Key::D)
    {
        field::write(ui, text, previous, "");
    }
    if pressed(Key::J) {
        field::select_gap(ui, text, field::cursor(ui, text));
    }
    for sign in &SIGNS {
        if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, sign.key)) {
            field::write(ui, text, sign.before, sign.after);
        }
    }
}

/// A key in the face of marks.
fn key(ui: &mut Ui, shown: &str, name: &str) -> egui::Response {
    let width = shown.chars().count() as f32 * 8.0 + 12.0;
    let text = egui::RichText::new(shown).text_style(Type::Mono.style());
    let button = egui::Button::new(text).min_size(vec2(width.max(size::CONTROL), size::CONTROL));
    let response = ui.add(button);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, ui.is_enabled(), name));
    response
}

/// Close keys, which wrap where the room ends.
fn keys(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
        ui.spacing_mut().button_padding = vec2(space::XS, 0.0);
        contents(ui);
    });
}
