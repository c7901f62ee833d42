//! A finding that is a share: so many of so many, with a Wilson interval.

use super::{Evidence, Finding, State};
use crate::id::FactId;
use crate::models::wilson::{as_f64, at_least_by_chance, normal_quantile_two_sided, wilson};
use crate::params::{FindingParams, Line};
use crate::review::words::many;
use crate::rounding::whole;

/// On which side of the line the trouble lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beyond {
    Above,
    Below,
}

/// So many of so many.
#[derive(Clone, Debug)]
pub(super) struct Share {
    pub(super) code: &'static str,
    pub(super) line: Line,
    pub(super) beyond: Beyond,
    pub(super) numerator: u64,
    pub(super) denominator: u64,
    pub(super) facts: Vec<FactId>,
    /// What was counted, one and several, as in `promise with a day`, `promises with a day`: for saying
    /// how many more would tell.
    pub(super) cases: [&'static str; 2],
    /// The counts in plain words.
    pub(super) says: String,
    /// What would explain it otherwise.
    pub(super) against: &'static str,
    pub(super) try_next: &'static str,
}

impl Share {
    /// Seen where the whole interval lies beyond the line, not seen where it lies on the good side.
    pub(super) fn judge(self, params: &FindingParams) -> Finding {
        let interval = wilson(self.numerator, self.denominator, params.confidence);
        let state = match interval {
            Some((low, high)) if self.denominator >= self.line.least => self.state(low, high),
            _ => State::NotEnoughData,
        };
        let missing = match state {
            State::NotEnoughData => self.more(params),
            State::Seen | State::NotSeen => String::new(),
        };
        let says = if missing.is_empty() {
            self.says.clone()
        } else if self.denominator == 0 {
            missing.clone()
        } else {
            format!("{} {missing}", self.says)
        };
        let is_judged = interval.is_some() && self.denominator >= self.line.least;
        let by_chance = is_judged.then(|| self.by_chance());
        Finding {
            by_chance,
            code: self.code,
            state,
            measure: interval.map(|_| as_f64(self.numerator) / as_f64(self.denominator)),
            low: interval.map(|(low, _)| low),
            high: interval.map(|(_, high)| high),
            threshold: self.line.threshold,
            numerator: Some(self.numerator),
            denominator: Some(self.denominator),
            facts: self.facts,
            says,
            evidence: evidence(state, self.against, missing),
            try_next: self.try_next.to_owned(),
            ..Finding::default()
        }
    }

    /// The score test's one-sided p-value, on the side where the trouble lies.
    fn by_chance(&self) -> f64 {
        let at_least = at_least_by_chance(self.numerator, self.denominator, self.line.threshold);
        match self.beyond {
            Beyond::Above => at_least,
            Beyond::Below => 1.0 - at_least,
        }
    }

    fn state(&self, low: f64, high: f64) -> State {
        let line = self.line.threshold;
        match self.beyond {
            Beyond::Above if low > line => State::Seen,
            Beyond::Above if high <= line => State::NotSeen,
            Beyond::Below if high < line => State::Seen,
            Beyond::Below if low >= line => State::NotSeen,
            Beyond::Above | Beyond::Below => State::NotEnoughData,
        }
    }

    /// How many more cases would tell, if the share stays what it is.
    fn more(&self, params: &FindingParams) -> String {
        if self.denominator < self.line.least {
            let lacking = self.line.least - self.denominator;
            return format!("Too early to tell: {} would begin to show it.", self.further(lacking));
        }
        let share = as_f64(self.numerator) / as_f64(self.denominator);
        let z = normal_quantile_two_sided(params.confidence);
        let distance = (share - self.line.threshold).abs();
        let needed = z * z * share * (1.0 - share) / (distance * distance);
        let lacking = needed - as_f64(self.denominator);
        if lacking.is_finite() && lacking < 1000.0 {
            let further = self.further(whole(lacking.max(1.0).ceil()));
            format!("Too close to tell: about {further} would.")
        } else {
            format!("It lies so near the line that more {} hardly tell.", self.cases[1])
        }
    }

    /// `1 more promise with a day`, `5 more promises with a day`.
    fn further(&self, lacking: u64) -> String {
        let [one, several] = self.cases.map(|cases| format!("more {cases}"));
        many(lacking, &one, &several)
    }
}

/// What would explain it otherwise, where it is seen, and what is missing to tell. What its figures
/// speak for or against is told when all are there ([`super::measured`]).
pub(super) fn evidence(state: State, otherwise: &str, missing: String) -> Evidence {
    let speaks_against = match state {
        State::Seen => otherwise.to_owned(),
        State::NotSeen | State::NotEnoughData => String::new(),
    };
    Evidence { speaks_for: String::new(), speaks_against, missing }
}
