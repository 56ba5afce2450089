//! How a region is looked at: settings that make a worn mark visible. They make a view; no pixel that is stored changes.

use serde::{Deserialize, Serialize};

/// How a region is shown. [`View::PLAIN`] leaves it as the camera saw it.
///
/// Everything is whole numbers, so that a view that is written down is the view that was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct View {
    /// What of the colours is looked at.
    pub channel: Channel,
    /// Percent, -100 to 100; 0 leaves it as it is.
    pub brightness: i16,
    /// Percent, -100 to 100; 0 leaves it as it is.
    pub contrast: i16,
    /// Percent, 20 to 500; 100 leaves it as it is, more opens the shadows.
    pub gamma: i16,
    /// Light for dark.
    pub invert: bool,
    /// Percent, 0 to 100: contrast within small tiles, limited so that noise stays noise (CLAHE).
    pub local: i16,
    /// Percent, 0 to 100: shading as if light fell on the surface from the side.
    pub relief: i16,
    /// Whence that light comes: degrees clockwise from the top of the picture as it is shown.
    pub light: i16,
    /// Percent, 0 to 100: only the edges, as lines.
    pub edges: i16,
    /// Percent, 0 to 100: edges drawn sharper (unsharp mask).
    pub sharpen: i16,
    /// Pixels, 0 to 4: how far away neighbours count when specks are taken out (median).
    pub median: i16,
    /// Lightness as colours, so that small differences show.
    pub palette: Palette,
    /// The corners of what is to be seen straight from the front, clockwise from the upper left: ten-thousandths of
    /// the region's width and height, which may lie outside.
    pub corners: Option<[[i32; 2]; 4]>,
    /// Three points of the mark that can be found again in other photos of it, in the same measure: by these the
    /// photos are laid on each other.
    pub points: Option<[[i32; 2]; 3]>,
    /// How the other photos of the mark that have such points are laid on this one.
    pub combine: Combine,
}

/// How several photos of one mark are shown as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Combine {
    /// This photo alone.
    #[default]
    Alone,
    /// The mean of all: noise fades, what is in all stays.
    Average,
    /// The darkest of all: shadows of all lights.
    Darkest,
    /// The lightest of all: glints of all lights.
    Lightest,
    /// How far the others' mean is from this one.
    Difference,
}

/// What of the colours is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// All three.
    #[default]
    Colour,
    /// Red, as grey.
    Red,
    /// Green, as grey.
    Green,
    /// Blue, as grey.
    Blue,
    /// How light it is, as grey (Rec. 709).
    Luma,
    /// How colourful it is, as grey: paint on metal.
    Saturation,
}

/// How lightness is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Palette {
    /// As it is.
    #[default]
    Natural,
    /// From dark blue over green to yellow, evenly to the eye, also for people who see colours differently (viridis).
    Viridis,
    /// From black over red and yellow to white.
    Heat,
    /// All colours of the rainbow: uneven, but shows the smallest steps (turbo).
    Turbo,
}

impl Default for View {
    fn default() -> Self {
        Self::PLAIN
    }
}

impl View {
    /// Measures within a region count from 0 to this.
    pub const WHOLE: i32 = 10_000;

    /// As the camera saw it.
    pub const PLAIN: Self = Self {
        channel: Channel::Colour,
        brightness: 0,
        contrast: 0,
        gamma: 100,
        invert: false,
        local: 0,
        relief: 0,
        light: 315,
        edges: 0,
        sharpen: 0,
        median: 0,
        palette: Palette::Natural,
        corners: None,
        points: None,
        combine: Combine::Alone,
    };

    /// For digits punched into metal: their edges catch the light.
    pub const STAMPED: Self = Self {
        channel: Channel::Luma,
        local: 55,
        relief: 45,
        sharpen: 30,
        ..Self::PLAIN
    };

    /// For paint that fire has browned: what is left differs most in blue.
    pub const BURNT: Self = Self {
        channel: Channel::Blue,
        gamma: 160,
        local: 70,
        sharpen: 20,
        ..Self::PLAIN
    };

    /// For print on a label: dark on light.
    pub const LABEL: Self = Self {
        channel: Channel::Luma,
        contrast: 35,
        local: 25,
        sharpen: 40,
        ..Self::PLAIN
    };

    /// For thin light print and etching on a dark package or a green board: red is darkest there.
    pub const CIRCUIT: Self = Self {
        channel: Channel::Red,
        contrast: 20,
        local: 60,
        sharpen: 50,
        ..Self::PLAIN
    };

    /// The field that is out of its range, if one is.
    #[must_use]
    pub fn out_of_range(&self) -> Option<&'static str> {
        let far = 10 * Self::WHOLE;
        let is_near = |place: &[i32; 2]| place.iter().all(|at| (-far..=far).contains(at));
        let fields = [
            ("brightness", (-100..=100).contains(&self.brightness)),
            ("contrast", (-100..=100).contains(&self.contrast)),
            ("gamma", (20..=500).contains(&self.gamma)),
            ("local", (0..=100).contains(&self.local)),
            ("relief", (0..=100).contains(&self.relief)),
            ("light", (0..360).contains(&self.light)),
            ("edges", (0..=100).contains(&self.edges)),
            ("sharpen", (0..=100).contains(&self.sharpen)),
            ("median", (0..=4).contains(&self.median)),
            ("corners", self.corners.iter().flatten().all(is_near)),
            ("points", self.points.iter().flatten().all(is_near)),
        ];
        fields
            .into_iter()
            .find_map(|(name, is_in)| (!is_in).then_some(name))
    }

    /// The same without what belongs to one region alone: another region is looked at in the same way.
    #[must_use]
    pub const fn without_place(self) -> Self {
        Self {
            corners: None,
            points: None,
            combine: Combine::Alone,
            ..self
        }
    }
}
