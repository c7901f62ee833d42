//! What an hour brought in a stretch of time beside the stretch before it (row 48). One judgement, of quarters and
//! of half-years, told alike wherever it stands.

use super::reading::Reading;
use super::words::{many, per_cent};
use crate::days::{days_before, days_between};
use crate::facts::Locale;
use crate::id::FactId;
use crate::models::gamma_poisson::Gamma;
use crate::models::wilson::as_f64;
use crate::params::Line;
use crate::written;
use jiff::civil::Date;

/// How long a stretch is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Length {
    Quarter,
    HalfYear,
}

impl Length {
    /// In days; two quarters are a half-year.
    pub(super) const fn days(self) -> i32 {
        match self {
            Self::Quarter => 91,
            Self::HalfYear => 182,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Quarter => "quarter",
            Self::HalfYear => "half-year",
        }
    }
}

/// A quarter or a half-year.
pub(super) struct Stretch {
    pub(super) from: Date,
    pub(super) to: Date,
    /// Hours, of all before, whose results were to show in it.
    pub(super) due_hours: f64,
    /// The work passed on in it.
    pub(super) referrals: Vec<FactId>,
    length: Length,
}

/// What can be said of a stretch beside the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Less,
    More,
    Chance,
    TooFew,
}

impl Verdict {
    /// Whether it says anything.
    pub(super) fn is_decided(self) -> bool {
        matches!(self, Self::Less | Self::More)
    }

    /// In three words.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Less => "less than before",
            Self::More => "more than before",
            Self::Chance | Self::TooFew => "could be chance",
        }
    }
}

/// A stretch beside the one before.
#[derive(Clone, Debug)]
pub(super) struct Beside {
    /// The chance that an hour brought less than before; none where no hours were due in one of them.
    pub(super) less: Option<f64>,
    pub(super) verdict: Verdict,
    /// In plain words, with its period; empty where nothing can be compared.
    pub(super) says: String,
}

impl Stretch {
    /// The stretch that ends on a day.
    pub(super) fn ending(reading: &Reading<'_>, to: Date, length: Length) -> Self {
        let from = days_before(to, length.days() - 1);
        let is_in = |on: Option<Date>| on.is_some_and(|on| from <= on && on <= to);
        let passed_on = reading.passed_on.iter();
        let referrals = passed_on.filter(|one| is_in(one.on)).map(|one| one.fact).collect();
        Self { from, to, due_hours: due_hours(reading, from, to), referrals, length }
    }

    /// The stretch before.
    pub(super) fn before(&self, reading: &Reading<'_>) -> Self {
        Self::ending(reading, days_before(self.from, 1), self.length)
    }

    /// What it brought an hour beside the one before: nothing under the line's chance, nor with fewer
    /// referrals in both than it takes.
    pub(super) fn beside(&self, before: &Self, line: Line) -> Beside {
        let known = before.due_hours > 0.0 && self.due_hours > 0.0;
        let less = known.then(|| before.rate().exceeds(self.rate()));
        let few = self.count() + before.count() < line.least;
        let verdict = match less {
            None => Verdict::TooFew,
            _ if few => Verdict::TooFew,
            Some(less) if less >= line.threshold => Verdict::Less,
            Some(less) if less <= 1.0 - line.threshold => Verdict::More,
            Some(_) => Verdict::Chance,
        };
        let says = less.map(|less| self.says(before, less, verdict, line.least));
        Beside { less, verdict, says: says.unwrap_or_default() }
    }

    pub(super) fn count(&self) -> u64 {
        self.referrals.len() as u64
    }

    /// Jeffreys' prior and the hours due.
    fn rate(&self) -> Gamma {
        Gamma { shape: 0.5, rate: 0.0 }.after(as_f64(self.count()), self.due_hours)
    }

    fn says(&self, before: &Self, less: f64, verdict: Verdict, least: u64) -> String {
        let of = self.length.word();
        let here = format!("in the {of} to {}", written::full_day(Locale::EnGb, self.to));
        let there = format!("the {of} before");
        match verdict {
            Verdict::Less => format!(
                "An hour brought less {here} than in {there}: the chance of that is {}.",
                per_cent(less)
            ),
            Verdict::More => format!(
                "An hour brought more {here} than in {there}: the chance of that is {}.",
                per_cent(1.0 - less)
            ),
            Verdict::Chance => format!(
                "That an hour brought less {here} than in {there} has a chance of {}: it could be chance.",
                per_cent(less)
            ),
            Verdict::TooFew => format!(
                "Too early to tell what an hour brought {here} beside {there}: {} in both, and it takes {least}.",
                many(self.count() + before.count(), "referral", "referrals")
            ),
        }
    }
}

/// Why the last quarter reads otherwise than the half-year it is part of; none where they don't differ, and
/// where one of them holds too little to be judged.
pub(super) fn differ(quarter: Verdict, half_year: Verdict) -> Option<&'static str> {
    let both = [quarter, half_year];
    let are_judged = !both.contains(&Verdict::TooFew);
    let differ = quarter != half_year && both.into_iter().any(Verdict::is_decided);
    (are_judged && differ).then_some(
        "The two differ because a quarter is set beside the three months before it and a half-year beside \
         the six before: what changed within the half-year shows in one and not in the other.",
    )
}

/// Hours, of all that were given, whose results were to show between two days.
fn due_hours(reading: &Reading<'_>, from: Date, to: Date) -> f64 {
    let lag = reading.params.returns.lag();
    let (after, until) = (days_between(from, reading.as_of) + 1, days_between(to, reading.as_of));
    let by = |age: i32, day: i32| lag.share_by(f64::from(age - day) / 7.0);
    let hours = reading.weeks.iter().map(|(weeks, minutes)| {
        // In the middle of its week.
        let age = weeks.saturating_mul(7).saturating_add(3);
        as_f64(*minutes) / 60.0 * (by(age, until) - by(age, after))
    });
    hours.sum()
}
