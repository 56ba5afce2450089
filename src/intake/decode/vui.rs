//! What an HEVC stream says of the range and matrix of its samples: `video_signal_type` in the VUI of its sequence
//! parameter set (Rec. ITU-T H.265 §7.3.2.2 and Annex E). All before it has to be read to get there.

/// The type of a sequence parameter set's NAL unit.
const SPS: u8 = 33;

/// The range and matrix of samples.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SignalType {
    /// Whether they use all codes, and not only the studio range.
    pub(super) full_range: bool,
    /// `matrix_coefficients` (Rec. ITU-T H.273 §8.3); 2 is unspecified.
    pub(super) matrix: u8,
}

impl Default for SignalType {
    /// What a stream means that says nothing (Rec. ITU-T H.265 §E.3.1).
    fn default() -> Self {
        Self {
            full_range: false,
            matrix: 2,
        }
    }
}

/// What the NAL unit `unit` says; `None` where it is no sequence parameter set or says nothing.
pub(super) fn signal_type(unit: &[u8]) -> Option<SignalType> {
    let (header, payload) = unit.split_at_checked(2)?;
    if header[0] >> 1 & 0x3F != SPS {
        return None;
    }
    let payload = without_emulation_prevention(payload);
    let mut bits = Bits {
        bytes: &payload,
        next: 0,
    };
    to_vui(&mut bits)?;
    // vui_parameters()
    if bits.flag()? && bits.read(8)? == 255 {
        // The aspect ratio of samples, written out.
        bits.skip(32)?;
    }
    if bits.flag()? {
        // overscan_appropriate_flag
        bits.skip(1)?;
    }
    if !bits.flag()? {
        return None;
    }
    bits.skip(3)?;
    let full_range = bits.flag()?;
    let mut stated = SignalType {
        full_range,
        ..SignalType::default()
    };
    if bits.flag()? {
        // Primaries and transfer are for colour management, which comes from the ICC profile.
        bits.skip(16)?;
        stated.matrix = u8::try_from(bits.read(8)?).ok()?;
    }
    Some(stated)
}

/// Reads `seq_parameter_set_rbsp` as far as the VUI; `None` where there is none.
fn to_vui(bits: &mut Bits<'_>) -> Option<()> {
    bits.skip(4)?;
    let sub_layers = bits.read(3)?;
    bits.skip(1)?;
    profile_tier_level(bits, sub_layers)?;
    bits.golomb()?;
    if bits.golomb()? == 3 {
        // separate_colour_plane_flag
        bits.skip(1)?;
    }
    bits.golombs(2)?;
    if bits.flag()? {
        // The conformance window.
        bits.golombs(4)?;
    }
    bits.golombs(2)?;
    let order_bits = bits.golomb()?.checked_add(4)?;
    let layers_described = if bits.flag()? { sub_layers + 1 } else { 1 };
    bits.golombs(3 * layers_described)?;
    // Sizes of blocks and depths of their trees.
    bits.golombs(6)?;
    if bits.flag()? && bits.flag()? {
        scaling_lists(bits)?;
    }
    bits.skip(2)?;
    if bits.flag()? {
        // PCM: depths, sizes, and whether its loop filter is off.
        bits.skip(8)?;
        bits.golombs(2)?;
        bits.skip(1)?;
    }
    short_term_pictures(bits)?;
    if bits.flag()? {
        for _ in 0..bits.golomb()? {
            bits.skip(order_bits.checked_add(1)?)?;
        }
    }
    bits.skip(2)?;
    bits.flag()?.then_some(())
}

/// `profile_tier_level(1, sub_layers)`, §7.3.3.
fn profile_tier_level(bits: &mut Bits<'_>, sub_layers: u32) -> Option<()> {
    const PROFILE: u32 = 88;
    const LEVEL: u32 = 8;
    bits.skip(PROFILE + LEVEL)?;
    if sub_layers == 0 {
        return Some(());
    }
    let mut present = 0;
    for _ in 0..sub_layers {
        present += if bits.flag()? { PROFILE } else { 0 };
        present += if bits.flag()? { LEVEL } else { 0 };
    }
    bits.skip(2 * (8 - sub_layers))?;
    bits.skip(present)
}

/// `scaling_list_data()`, §7.3.4.
fn scaling_lists(bits: &mut Bits<'_>) -> Option<()> {
    for size in 0..4 {
        let lists = if size == 3 { 2 } else { 6 };
        for _ in 0..lists {
            if !bits.flag()? {
                // A copy of an earlier list.
                bits.golomb()?;
                continue;
            }
            let coefficients = if size == 0 { 16 } else { 64 };
            // Larger lists begin with a coefficient of their own.
            bits.golombs(coefficients + u32::from(size > 1))?;
        }
    }
    Some(())
}

/// All `st_ref_pic_set()`, §7.3.7. A set can be told by what it adds to the one before.
fn short_term_pictures(bits: &mut Bits<'_>) -> Option<()> {
    let sets = bits.golomb()?;
    if sets > 64 {
        return None;
    }
    let mut pictures_before = 0;
    for set in 0..sets {
        let mut pictures = 0;
        if set > 0 && bits.flag()? {
            bits.skip(1)?;
            bits.golomb()?;
            for _ in 0..=pictures_before {
                // used_by_curr_pic_flag, else use_delta_flag
                pictures += u32::from(bits.flag()? || bits.flag()?);
            }
        } else {
            pictures = bits.golomb()?.checked_add(bits.golomb()?)?;
            if pictures > 16 {
                return None;
            }
            for _ in 0..pictures {
                bits.golomb()?;
                bits.skip(1)?;
            }
        }
        pictures_before = pictures;
    }
    Some(())
}

/// The payload without the bytes that keep start codes out of it (§7.3.1.1).
fn without_emulation_prevention(payload: &[u8]) -> Vec<u8> {
    let mut zeros = 0;
    payload
        .iter()
        .copied()
        .filter(|byte| {
            if zeros >= 2 && *byte == 3 {
                zeros = 0;
                return false;
            }
            zeros = if *byte == 0 { zeros + 1 } else { 0 };
            true
        })
        .collect()
}

/// Bits from the highest of the first byte on. Every answer is `None` past the end.
struct Bits<'bytes> {
    bytes: &'bytes [u8],
    next: usize,
}

impl Bits<'_> {
    fn flag(&mut self) -> Option<bool> {
        let byte = self.bytes.get(self.next / 8)?;
        let bit = byte >> (7 - self.next % 8) & 1;
        self.next += 1;
        Some(bit == 1)
    }

    /// A number of at most 32 bits.
    fn read(&mut self, count: u32) -> Option<u32> {
        (0..count).try_fold(0, |number: u32, _| Some(number << 1 | u32::from(self.flag()?)))
    }

    fn skip(&mut self, count: u32) -> Option<()> {
        self.next = self.next.checked_add(usize::try_from(count).ok()?)?;
        (self.next <= self.bytes.len() * 8).then_some(())
    }

    /// A number in the Exponential-Golomb code of order 0 (§9.2), signed ones too where only their length counts.
    fn golomb(&mut self) -> Option<u32> {
        let mut zeros = 0;
        while !self.flag()? {
            zeros += 1;
            if zeros > 31 {
                return None;
            }
        }
        let rest = self.read(zeros)?;
        Some((1_u32 << zeros) - 1 + rest)
    }

    fn golombs(&mut self, count: u32) -> Option<()> {
        (0..count).try_for_each(|_| self.golomb().map(drop))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A sequence parameter set that says as little as it may before its VUI.
    fn parameter_set(vui: &str) -> Vec<u8> {
        let profile_tier_level = "0".repeat(96);
        let golomb = |zeros: usize| "1".repeat(zeros);
        let head = format!("0000{}1", "000");
        // id, chroma format 1, width, height, no window, depths, order bits, layers, 3 + 6 numbers.
        let size = format!("1 010 1 1 0 11 1 0 {} {}", golomb(3), golomb(6));
        // No lists, two tools, no PCM, no reference pictures, two tools, VUI present.
        let rest = format!("0 00 0 1 0 00 1 {vui}");
        let bits: String = format!("{head}{profile_tier_level}{size}{rest}")
            .chars()
            .filter(|bit| !bit.is_whitespace())
            .collect();
        let mut unit = vec![SPS << 1, 1];
        let mut zeros = 0;
        for eight in bits.as_bytes().chunks(8) {
            let byte = format!("{:0<8}", std::str::from_utf8(eight).unwrap());
            let byte = u8::from_str_radix(&byte, 2).unwrap();
            if zeros >= 2 && byte <= 3 {
                unit.push(3);
                zeros = 0;
            }
            zeros = if byte == 0 { zeros + 1 } else { 0 };
            unit.push(byte);
        }
        unit
    }

    #[test]
    fn range_and_matrix_are_read_from_the_vui() {
        let unit = parameter_set("0 0 1 101 1 1 00001100 00001101 00000110 0000");
        let stated = SignalType {
            full_range: true,
            matrix: 6,
        };
        assert_eq!(signal_type(&unit), Some(stated));
        let limited = parameter_set("1 00000001 1 0 1 101 0 0 0000");
        assert_eq!(signal_type(&limited), Some(SignalType::default()));
    }

    #[test]
    fn a_stream_that_says_nothing_is_not_made_to_speak() {
        assert_eq!(signal_type(&parameter_set("0 0 0 0000")), None);
        assert_eq!(signal_type(&[SPS << 1, 1]), None);
        assert_eq!(signal_type(&[0x40, 1, 0xFF, 0xFF]), None, "another kind of unit");
    }

    #[test]
    fn a_cut_parameter_set_is_no_panic() {
        let unit = parameter_set("0 0 1 101 1 1 00001100 00001101 00000110 0000");
        for length in 0..unit.len() - 2 {
            let _ = signal_type(&unit[..length]);
        }
    }
}
