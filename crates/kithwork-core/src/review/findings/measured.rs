//! The figures of a finding in words: what was counted, the share or the measure with its interval, and
//! the line it is held against. They are what speaks for it, or against (row 44).

use super::explain::formula;
use super::{Basis, Finding, State};
use crate::facts::Locale;
use crate::models::wilson::wilson;
use crate::params::FindingParams;
use crate::review::time::hours;
use crate::review::words::{from_to, per_cent, per_cent_beside};
use crate::written;
use crate::written::capital;

/// Weeks of a quarter: a slope is told by the quarter.
const QUARTER: f64 = 13.0;

impl Finding {
    /// What was counted and measured, with its interval: `4 of 30: 13%, very likely 5 to 30%`. None where
    /// nothing was measured.
    pub fn in_figures(&self) -> Option<String> {
        let measured = self.measured()?;
        Some(match self.cases() {
            Some(cases) => format!("{cases}: {measured}"),
            None => measured,
        })
    }

    fn formula(&self) -> (&'static str, &'static str) {
        formula(self.code, self.basis)
    }

    /// The cases, where the measure is their share or their number.
    fn cases(&self) -> Option<String> {
        let (of, all) = self.numerator.zip(self.denominator)?;
        match self.formula().0 {
            "wilson-interval" | "poisson-binomial" | "none-of" => Some(format!("{of} of {all}")),
            "depth-share" => Some(format!("{} of {}", hours(of), hours(all))),
            "minutes-by-cadence" => Some(format!("{} against {}", hours(of), hours(all))),
            _ => None,
        }
    }

    /// The measure with its interval: of a share that of 95 % (science.md §7), else the one that decides.
    fn measured(&self) -> Option<String> {
        let (sure, range) = if self.formula().0 == "wilson-interval" {
            let (of, all) = self.numerator.zip(self.denominator)?;
            ("very likely", wilson(of, all, 0.95))
        } else {
            ("likely", self.range())
        };
        let range = range.map(|(low, high)| match self.basis {
            Basis::NoneYet => format!(", at most {}", per_cent(high)),
            Basis::Usual | Basis::WhoIsThere => format!(", {sure} {}", self.between((low, high))),
        });
        Some(format!("{}{}", self.said(self.measure?), range.unwrap_or_default()))
    }

    /// A value of the measure in its unit.
    fn said(&self, value: f64) -> String {
        match self.formula() {
            (_, "chance") => format!("a chance of {}", per_cent(value)),
            ("cosine", _) => format!("{} alike", per_cent_beside(value, self.threshold)),
            (_, "share" | "share of pairs") => per_cent_beside(value, self.threshold),
            (_, unit) => in_unit(value, unit),
        }
    }

    /// An interval of the measure in its unit.
    fn between(&self, (low, high): (f64, f64)) -> String {
        match self.formula().1 {
            "chance" | "share" | "share of pairs" => from_to((low, high)),
            unit => format!("{} to {}", number(low, unit), in_unit(high, unit)),
        }
    }

    /// The interval that decides, where it is one: what is counted and not estimated has none.
    fn range(&self) -> Option<(f64, f64)> {
        self.low.zip(self.high).filter(|(low, high)| high - low > 1e-9)
    }

    /// The measure with the interval that decides, beside the line.
    fn beside_the_line(&self, confidence: f64) -> Option<String> {
        let measure = capital(&self.said(self.measure?));
        if self.formula().1 == "chance" {
            return Some(format!("{measure}; it takes {} to say so.", per_cent(self.threshold)));
        }
        let range = self.range().map(|range| {
            let sure = per_cent(confidence);
            format!(", {} with a confidence of {sure}", self.between(range))
        });
        let line = self.said(self.threshold);
        Some(format!("{measure}{}; the line is drawn at {line}.", range.unwrap_or_default()))
    }
}

/// A measure of a finding, beside its line: `14%`, `0.4 months`.
pub(in crate::review) fn measure_in_words(
    (code, basis): (&str, Basis),
    value: f64,
    line: f64,
) -> String {
    let code = super::CODES.iter().find(|known| **known == code).copied().unwrap_or_default();
    Finding { code, basis, threshold: line, ..Finding::default() }.said(value)
}

/// Says of each finding that was measured what its figures speak for: for it where they lie on its side
/// of the line, else against it. What a finder said itself stays.
pub(super) fn tell(findings: &mut [Finding], params: &FindingParams) {
    for finding in findings {
        let confidence = if finding.code == "fatigue" { params.sure } else { params.confidence };
        let Some(figures) = finding.beside_the_line(confidence) else { continue };
        let is_for = match finding.state {
            State::Seen => true,
            State::NotSeen => false,
            State::NotEnoughData => finding.by_chance.is_none_or(|chance| chance <= 0.5),
        };
        let evidence = &mut finding.evidence;
        let side = if is_for { &mut evidence.speaks_for } else { &mut evidence.speaks_against };
        if side.is_empty() {
            *side = figures;
        }
    }
}

/// A number in a unit, in words.
fn in_unit(value: f64, unit: &str) -> String {
    let number = number(value, unit);
    match unit {
        "ratio" => format!("{number} times the time you have"),
        "kinds" if number == "1" => "1 kind".to_owned(),
        "kinds" => format!("{number} equal kinds"),
        // The line itself: no unit of time beside one of another.
        "points a week" if number == "0" => "0 points".to_owned(),
        "points a week" if is_steep(value) => format!("{number} points a week"),
        "points a week" => format!("{number} points a quarter"),
        "people" if number == "1" => "1 person".to_owned(),
        unit => format!("{number} {unit}"),
    }
}

/// Whether a fall in the scores of 1 to 5 would leave the scale within a quarter: it is told by the week.
fn is_steep(points_a_week: f64) -> bool {
    (points_a_week * QUARTER).abs() > 4.0
}

fn number(value: f64, unit: &str) -> String {
    let is_slow = unit == "points a week" && !is_steep(value);
    let value = if is_slow { value * QUARTER } else { value };
    written::decimal(Locale::EnGb, (value * 10.0).round() / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(code: &'static str, measure: f64, line: f64) -> Finding {
        Finding { code, measure: Some(measure), threshold: line, ..Finding::default() }
    }

    fn share(code: &'static str, of: u64, all: u64, measure: f64, range: (f64, f64)) -> Finding {
        Finding {
            numerator: Some(of),
            denominator: Some(all),
            low: Some(range.0),
            high: Some(range.1),
            ..measured(code, measure, 0.5)
        }
    }

    /// The golden interval of science.md §3.12.
    #[test]
    fn four_of_thirty_are_told_with_their_share_and_their_interval() {
        let finding = share("not-followed-up", 4, 30, 4.0 / 30.0, (0.0726, 0.2321));
        assert_eq!(finding.in_figures().unwrap(), "4 of 30: 13%, very likely 5 to 30%");
        let decides = "13%, 7 to 23% with a confidence of 80%; the line is drawn at 50%.";
        assert_eq!(finding.beside_the_line(0.8).unwrap(), decides);
        let minutes = share("meeting-heavy", 465, 3_315, 465.0 / 3_315.0, (0.14, 0.14));
        assert_eq!(minutes.in_figures().unwrap(), "7 h 45 of 55 h 15: 14%");
        let near = share("meeting-heavy", 2_976, 6_000, 0.496, (0.496, 0.496));
        assert_eq!(near.in_figures().unwrap(), "49 h 36 of 100 h: 49.6%");
        assert_eq!(Finding::default().in_figures(), None);
    }

    /// Rows 35 and 63: one bound, that of the sentence beside it.
    #[test]
    fn where_there_was_none_the_figures_say_what_may_still_be_at_most() {
        let none =
            Finding { basis: Basis::NoneYet, ..share("no-one-to-ones", 0, 12, 0.0, (0.0, 0.2209)) };
        assert_eq!(none.in_figures().unwrap(), "0 of 12: 0%, at most 22%");
    }

    #[test]
    fn each_measure_is_told_in_its_unit() {
        let told =
            |code, measure, line| measured(code, measure, line).beside_the_line(0.8).unwrap();
        let chance = told("falling-return", 0.86, 0.95);
        assert_eq!(chance, "A chance of 86%; it takes 95% to say so.");
        let kinds = told("narrow-network", 21.27, 4.0);
        assert_eq!(kinds, "21.3 equal kinds; the line is drawn at 4 equal kinds.");
        assert!(told("dormant-ties", 1.0, 3.0).starts_with("1 person; the line"));
        assert!(told("fatigue", -0.1, 0.0).starts_with("−1.3 points a quarter; the line"));
        assert!(
            told("fatigue", -0.42, 0.0)
                .ends_with("−0.4 points a week; the line is drawn at 0 points.")
        );
        assert!(told("over-stretched", 1.5, 1.25).starts_with("1.5 times the time you have"));
    }

    /// Row 40: who is there is a share like any other, and no chance.
    #[test]
    fn a_room_told_by_who_is_there_has_a_share_its_95_per_cent_interval_and_its_line() {
        let finding = Finding {
            basis: Basis::WhoIsThere,
            threshold: 0.1,
            ..share("wrong-rooms", 0, 24, 0.0, (0.0, 0.064))
        };
        assert_eq!(finding.in_figures().unwrap(), "0 of 24: 0%, very likely 0 to 14%");
        let decides = "0%, 0 to 6% with a confidence of 80%; the line is drawn at 10%.";
        assert_eq!(finding.beside_the_line(0.8).unwrap(), decides);
    }

    #[test]
    fn figures_speak_for_a_finding_on_its_side_of_the_line_and_else_against() {
        let side = |state, by_chance| {
            let mut all = [Finding { state, by_chance, ..measured("no-objective", 0.4, 0.5) }];
            tell(&mut all, &FindingParams::default());
            let [Finding { evidence, .. }] = all;
            (evidence.speaks_for.is_empty(), evidence.speaks_against.is_empty())
        };
        assert_eq!(side(State::Seen, Some(0.01)), (false, true));
        assert_eq!(side(State::NotSeen, Some(0.9)), (true, false));
        assert_eq!(side(State::NotEnoughData, Some(0.3)), (false, true));
        assert_eq!(side(State::NotEnoughData, Some(0.7)), (true, false));
    }
}
