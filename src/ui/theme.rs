//! The design tokens: every colour, distance and size on the screen is named here and nowhere else.
//! The look is quiet and dense, so that photos and marks are the loudest things: neutral surfaces in
//! small steps, one accent (teal), and status colours that are used for status alone. [`Theme::HighContrast`]
//! is for a screen in the sun: black on white, thick lines, larger letters.
//! Every pair of text and surface reaches 4.5:1 (WCAG 2.2, criterion 1.4.3), which a test computes.

use egui::{Color32, FontFamily, FontId, TextStyle};

use super::fonts;

mod colours;
mod style;

/// Distances, in points, on a grid of four.
pub mod space {
    /// Between things that belong together.
    pub const XS: f32 = 4.0;
    /// Between controls.
    pub const S: f32 = 8.0;
    /// Inside a panel.
    pub const M: f32 = 12.0;
    /// Between groups.
    pub const L: f32 = 16.0;
    /// Between sections.
    pub const XL: f32 = 24.0;
}

/// Sizes of the parts of the window, in points.
pub mod size {
    /// A button, a field, a line of a list.
    pub const CONTROL: f32 = 28.0;
    /// A row of a table.
    pub const ROW: f32 = 28.0;
    /// A row with a second line or a thumbnail.
    pub const ROW_TALL: f32 = 44.0;
    /// A chip or a badge.
    pub const CHIP: f32 = 20.0;
    /// The rail at the left.
    pub const RAIL: f32 = 88.0;
    /// The inspector at the right, as it opens.
    pub const INSPECTOR: f32 = 340.0;
    /// The narrowest that the inspector can be made.
    pub const INSPECTOR_MIN: f32 = 280.0;
    /// A bar above or below a view.
    pub const BAR: f32 = 40.0;
    /// An icon in a control.
    pub const ICON: f32 = 18.0;
}

/// Corner radii, in points.
pub mod radius {
    /// Chips, badges and rows.
    pub const S: u8 = 3;
    /// Controls.
    pub const M: u8 = 5;
    /// Panels that float: menus, toasts, the palette.
    pub const L: u8 = 8;
}

/// Which set of tokens is in use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// For a lit room.
    #[default]
    Light,
    /// For the night.
    Dark,
    /// For a screen in the sun.
    HighContrast,
}

impl Theme {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::HighContrast];

    /// The tokens of this theme.
    #[must_use]
    pub fn tokens(self) -> &'static Tokens {
        match self {
            Self::Light => &colours::LIGHT,
            Self::Dark => &colours::DARK,
            Self::HighContrast => &colours::HIGH_CONTRAST,
        }
    }
}

/// What a text is for, which decides face, weight and size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// A count, a key, a unit.
    Caption,
    /// Labels of fields, second lines.
    Small,
    /// Everything else.
    Body,
    /// What stands out in a line.
    Strong,
    /// The name of a section.
    Heading,
    /// The name of a view or a record.
    Title,
    /// Hashes, ids, marks in a list.
    Mono,
    /// A mark where it is read and typed.
    Mark,
}

impl Type {
    const ALL: [Self; 8] = [
        Self::Caption,
        Self::Small,
        Self::Body,
        Self::Strong,
        Self::Heading,
        Self::Title,
        Self::Mono,
        Self::Mark,
    ];

    /// The style to give to `RichText::text_style`.
    #[must_use]
    pub fn style(self) -> TextStyle {
        match self {
            Self::Caption => TextStyle::Name("caption".into()),
            Self::Small => TextStyle::Small,
            Self::Body => TextStyle::Body,
            Self::Strong => TextStyle::Name("strong".into()),
            Self::Heading => TextStyle::Heading,
            Self::Title => TextStyle::Name("title".into()),
            Self::Mono => TextStyle::Monospace,
            Self::Mark => TextStyle::Name("mark".into()),
        }
    }

    /// Face and size in a theme.
    #[must_use]
    pub fn font(self, tokens: &Tokens) -> FontId {
        let (points, family) = match self {
            Self::Caption => (11.0, FontFamily::Proportional),
            Self::Small => (12.0, FontFamily::Proportional),
            Self::Body => (13.5, FontFamily::Proportional),
            Self::Strong => (13.5, fonts::bold()),
            Self::Heading => (15.0, fonts::bold()),
            Self::Title => (20.0, fonts::bold()),
            Self::Mono => (13.0, FontFamily::Monospace),
            Self::Mark => (24.0, FontFamily::Monospace),
        };
        FontId::new(points + tokens.larger, family)
    }
}

/// A status: the colour of its text or sign, and a quiet ground for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status {
    /// For text and signs, on any surface and on `ground`.
    pub text: Color32,
    /// A tint for chips and messages.
    pub ground: Color32,
}

/// How sure a reading is (MARKINGS, the confidence rule): A named by the mark itself, B by its context,
/// C open between two, D one of many, X impossible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GradeTone {
    /// The mark names its own system.
    A,
    /// The context supports it.
    B,
    /// The context is neutral.
    C,
    /// One of three and more.
    D,
    /// Impossible; shown struck out.
    X,
}

/// The colours of one theme, and what else differs between themes.
#[derive(Clone, Debug, PartialEq)]
pub struct Tokens {
    /// The theme these belong to.
    pub theme: Theme,
    /// Light letters on dark surfaces.
    pub dark: bool,
    /// Behind photos and under lists: the deepest surface.
    pub sunken: Color32,
    /// The ground of the window.
    pub base: Color32,
    /// Panels and cards.
    pub raised: Color32,
    /// Menus, toasts and the palette.
    pub overlay: Color32,
    /// Inside a text field.
    pub field: Color32,
    /// A control under the pointer.
    pub hover: Color32,
    /// A control held down.
    pub pressed: Color32,
    /// Selected rows and text.
    pub selection: Color32,
    /// Titles and values.
    pub text_strong: Color32,
    /// Running text.
    pub text: Color32,
    /// Labels, hints and what matters less.
    pub text_weak: Color32,
    /// On `accent_fill`.
    pub text_on_accent: Color32,
    /// Between areas.
    pub line: Color32,
    /// Around controls (3:1 against the surfaces, WCAG 2.2, criterion 1.4.11).
    pub line_control: Color32,
    /// Width of all lines, in points.
    pub line_width: f32,
    /// Links, the selected place, the focus ring.
    pub accent: Color32,
    /// The one primary button.
    pub accent_fill: Color32,
    /// The primary button under the pointer.
    pub accent_fill_hover: Color32,
    /// Done, sound, verified.
    pub good: Status,
    /// Look at this.
    pub warn: Status,
    /// Refused, damaged, impossible.
    pub bad: Status,
    /// Good to know.
    pub info: Status,
    /// The ground of a grade's badge, A B C D X: it fades as certainty does, so that the order is seen without colour.
    grades: [Color32; 5],
    /// The letter on it.
    grade_letters: [Color32; 5],
    /// Added to every letter size, in points.
    pub larger: f32,
    /// Behind a dialog.
    pub veil: Color32,
    /// Under what floats.
    pub shadow: Color32,
}

/// Where [`apply`] leaves the theme for [`Tokens::of`].
fn theme_id() -> egui::Id {
    egui::Id::unique("theme")
}

impl Tokens {
    /// The tokens in use. A `Ui` can be given as well.
    #[must_use]
    pub fn of(ctx: &egui::Context) -> &'static Self {
        ctx.data(|data| data.get_temp::<Theme>(theme_id()))
            .unwrap_or_default()
            .tokens()
    }

    /// Ground and letter of a grade's badge.
    #[must_use]
    pub fn grade(&self, grade: GradeTone) -> (Color32, Color32) {
        let place = grade as usize;
        (self.grades[place], self.grade_letters[place])
    }

    /// A line between areas.
    #[must_use]
    pub fn hairline(&self) -> egui::Stroke {
        egui::Stroke::new(self.line_width, self.line)
    }

    /// A line around a control.
    #[must_use]
    pub fn control_line(&self) -> egui::Stroke {
        egui::Stroke::new(self.line_width, self.line_control)
    }

    /// The ring around what has the keyboard.
    #[must_use]
    pub fn focus_ring(&self) -> egui::Stroke {
        egui::Stroke::new(self.line_width + 1.0, self.accent)
    }
}

/// Puts a theme on. Cheap enough for a menu, not for every frame. The faces must have been
/// [installed](fonts::install).
pub fn apply(ctx: &egui::Context, theme: Theme) {
    let tokens = theme.tokens();
    let side = if tokens.dark {
        egui::Theme::Dark
    } else {
        egui::Theme::Light
    };
    ctx.data_mut(|data| data.insert_temp(theme_id(), theme));
    ctx.set_theme(side);
    ctx.set_style_of(side, style::of(tokens));
}

#[cfg(test)]
mod tests;
