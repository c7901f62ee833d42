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
    /// The same of the weeks before the book's first entry, had they been like its first half-year.
    unseen_hours: f64,
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
    /// The chance that an hour brought less than before; none where no hours were due in one of them. What went
    /// before the book's first entry is taken to have been as its first half-year was.
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
        Self {
            from,
            to,
            due_hours: due_hours(reading, from, to),
            unseen_hours: unseen_hours(reading, to, length),
            referrals,
            length,
        }
    }

    /// The stretch before.
    pub(super) fn before(&self, reading: &Reading<'_>) -> Self {
        Self::ending(reading, days_before(self.from, 1), self.length)
    }

    /// What it brought an hour beside the one before: nothing under the line's chance, nor with fewer
    /// referrals in both than it takes, nor where it hangs on what went before the book's first entry.
    pub(super) fn beside(&self, before: &Self, line: Line) -> Beside {
        let known = before.due_hours > 0.0 && self.due_hours > 0.0;
        let chance = known.then(|| Chance::of(self, before));
        let few = self.count() + before.count() < line.least;
        let verdict = match chance {
            None => Verdict::TooFew,
            _ if few => Verdict::TooFew,
            Some(Chance { least, .. }) if least >= line.threshold => Verdict::Less,
            Some(Chance { most, .. }) if most <= 1.0 - line.threshold => Verdict::More,
            Some(_) => Verdict::Chance,
        };
        let says = chance.map(|chance| self.says(before, chance, verdict, line.least));
        Beside { less: chance.map(|c| c.continued), verdict, says: says.unwrap_or_default() }
    }

    pub(super) fn count(&self) -> u64 {
        self.referrals.len() as u64
    }

    /// Jeffreys' prior and the hours due, with this share of the unseen ones.
    fn rate(&self, unseen: f64) -> Gamma {
        Gamma { shape: 0.5, rate: 0.0 }
            .after(as_f64(self.count()), self.due_hours + unseen * self.unseen_hours)
    }

    fn says(&self, before: &Self, chance: Chance, verdict: Verdict, least: u64) -> String {
        let of = self.length.word();
        let here = format!("in the {of} to {}", written::full_day(Locale::EnGb, self.to));
        let there = format!("the {of} before");
        match verdict {
            Verdict::Less => format!(
                "An hour brought less {here} than in {there}: the chance of that is {}.",
                per_cent(chance.least)
            ),
            Verdict::More => format!(
                "An hour brought more {here} than in {there}: the chance of that is {}.",
                per_cent(1.0 - chance.most)
            ),
            Verdict::Chance => format!(
                "That an hour brought less {here} than in {there} has a chance of {}: it could be chance.",
                chance.range()
            ),
            Verdict::TooFew => format!(
                "Too early to tell what an hour brought {here} beside {there}: {} in both, and it takes {least}.",
                many(self.count() + before.count(), "referral", "referrals")
            ),
        }
    }
}

/// The chance that an hour brought less than before. It hangs on the hours before the book's first entry, of which
/// nothing is known: there may have been none, or as many as in its first half-year.
#[derive(Clone, Copy, Debug)]
struct Chance {
    /// Where they went on as in the book's first half-year.
    continued: f64,
    least: f64,
    most: f64,
}

impl Chance {
    fn of(now: &Stretch, before: &Stretch) -> Self {
        let [none, continued] =
            [0.0, 1.0].map(|unseen| before.rate(unseen).exceeds(now.rate(unseen)));
        Self { continued, least: continued.min(none), most: continued.max(none) }
    }

    /// `88%`, or both ends with why there are two.
    fn range(self) -> String {
        let [least, most] = [self.least, self.most].map(per_cent);
        if least == most {
            return least;
        }
        format!("{least} to {most}, by how many hours went before the book’s first entry")
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

/// So many of the book's first weeks tell what went before them; judgement.
const FIRST_WEEKS: i32 = 26;

/// Hours from before the book's first entry whose results were to show in the stretch, had they been given as in
/// its first half-year. Each week's share adds up, over all weeks before, to what had not shown a stretch earlier.
fn unseen_hours(reading: &Reading<'_>, to: Date, length: Length) -> f64 {
    let Some(&oldest) = reading.weeks.keys().next_back() else { return 0.0 };
    let first = reading.weeks.range(oldest.saturating_sub(FIRST_WEEKS - 1)..);
    let minutes: u64 = first.map(|(_, minutes)| minutes).sum();
    let a_week = as_f64(minutes) / 60.0 / f64::from((oldest + 1).clamp(1, FIRST_WEEKS));
    let lag = reading.params.returns.lag();
    let weeks = length.days() / 7;
    // In the middle of the last week before.
    let age = oldest.saturating_mul(7).saturating_add(10) - days_between(to, reading.as_of);
    let due =
        (0..weeks).map(|week| 1.0 - lag.share_by(f64::from(age) / 7.0 - f64::from(weeks - week)));
    a_week * due.sum::<f64>()
}
