//! From a reading to a finding: what a person decided, with everything that they saw when they did.

use jiff::Timestamp;

use super::bound::{ProductionToUse, production_to_use, statement};
use super::{Context, Reading};
use crate::model::id::{MarkingId, TranscriptionId};
use crate::model::{Finding, Verdict};

/// A person's decision on a reading.
#[derive(Debug, Clone, Copy)]
pub struct Decision<'a> {
    /// The marking.
    pub marking: MarkingId,
    /// The transcription that was read.
    pub transcription: TranscriptionId,
    /// Accepted or rejected.
    pub verdict: Verdict,
    /// Why.
    pub reason: &'a str,
    /// Who decided.
    pub by: &'a str,
    /// When.
    pub at: Timestamp,
}

impl Decision<'_> {
    /// The finding that records this decision on `reading`, as it stood in `context`.
    #[must_use]
    pub fn on(&self, reading: &Reading, context: &Context) -> Finding {
        let days = reading.bound_interval();
        let outcome = days
            .zip(context.strike)
            .map(|(days, used)| production_to_use(days, used));
        let (production, days_min, days_max) = match outcome {
            Some(ProductionToUse::Days { production, min, max }) => (Some(production), Some(min), Some(max)),
            Some(ProductionToUse::Contradiction { .. }) | None => (None, None, None),
        };
        Finding {
            marking: self.marking,
            transcription: self.transcription,
            verdict: self.verdict,
            system: reading.system.clone(),
            rule: reading.rule_id.clone(),
            raw: reading.raw.clone(),
            earliest: days.map(|days| days.earliest()),
            latest: days.map(|days| days.latest()),
            meaning: word(&reading.meaning),
            grade: word(&reading.grade),
            strike_earliest: context.strike.map(|days| days.earliest()),
            strike_latest: context.strike.map(|days| days.latest()),
            production_latest: production.map(|days| days.latest()),
            days_min,
            days_max,
            statement: statement(reading, context.strike),
            reason: self.reason.trim().to_owned(),
            by: self.by.to_owned(),
            at: self.at,
            rule_sources: reading.sources.clone(),
            ..Finding::default()
        }
    }
}

/// The word of an enum value in tables and files.
fn word(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::model::when::Interval;
    use crate::reading::read_text;

    #[test]
    fn the_seed_finding_is_made_in_2024_and_at_most_230_days_before_use() {
        let context = Context {
            origin: Some("KP".to_owned()),
            object: Some("jet_vane_actuator".to_owned()),
            strike: Interval::new(date(2024, 8, 17), date(2024, 8, 18)).ok(),
            ..Context::new(date(2024, 9, 11))
        };
        let readings = read_text("113", &context).unwrap();
        let decision = Decision {
            marking: MarkingId::new(),
            transcription: TranscriptionId::new(),
            verdict: Verdict::Accepted,
            reason: " origin established ",
            by: "A. Reader",
            at: Timestamp::UNIX_EPOCH,
        };
        let finding = decision.on(&readings[0], &context);
        assert_eq!(finding.system, "juche");
        assert_eq!(finding.grade, "B");
        assert_eq!(finding.meaning, "production");
        assert_eq!(finding.earliest, Some(date(2024, 1, 1)));
        assert_eq!(finding.production_latest, Some(date(2024, 8, 18)));
        assert_eq!((finding.days_min, finding.days_max), (Some(0), Some(230)));
        assert_eq!(finding.reason, "origin established");
        assert!(finding.statement.contains("230"), "{}", finding.statement);
    }
}
