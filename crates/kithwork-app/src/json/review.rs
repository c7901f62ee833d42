//! The review. A kind of fact that was never recorded is `null`, not 0, outside `totals`.

use super::{GivingJson, MoneyJson};
use jiff::civil::Date;
use kithwork_core::credit::CreditTold;
use kithwork_core::explanation::Explanation;
use kithwork_core::id::FactId;
use kithwork_core::review::{
    Advocates, Again, AimReview, Balance, Beside, ChannelReview, Climb, Expectation, Experiment,
    Exposure, Figure, FirstReferral, Fit, HelpCurve, Leaving, LooseEnds, Pipeline, Practice,
    ProjectReview, Quarter, RatedRoom, Recall, SaidBy, Signal, Triggers,
};
use kithwork_core::review::{
    CostAccount, Delays, Evenings, Evidence, Finding, Funnel, Halves, HelpMonth, Keeping, Lately,
    Levels, Objectives, OriginKind, OriginTotal, ReturnPerHour, Review, RoomReview, Sources, State,
    Time, Together, Totals, Unrealised, Variety, Yield,
};
use serde::Serialize;

/// All that is known of a book at a date.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct ReviewJson {
    pub as_of: Date,
    pub period: PeriodJson,
    pub totals: TotalsJson,
    pub time: TimeJson,
    pub rooms: Vec<RoomJson>,
    pub business_by_origin: Vec<OriginJson>,
    pub findings: Vec<FindingJson>,
    pub together: Together,
    pub again: Option<Again>,
    pub experiments: Vec<Experiment>,
    pub practice: Option<Practice>,
    pub signal: Signal,
    pub exposure: Exposure,
    pub giving: GivingJson,
    pub trends: Vec<Quarter>,
    pub expectations: Vec<Expectation>,
    pub first_referral: Option<FirstReferral>,
    pub channels: Vec<ChannelJson>,
    pub pipeline: Pipeline,
    pub advocates: Advocates,
    pub climbs: Vec<Climb>,
    pub balance: Balance,
    pub help_curve: HelpCurve,
    pub recall: Recall,
    pub evenings: Evenings,
    pub triggers: Triggers,
    pub said: Vec<SaidBy>,
    pub rated_rooms: Vec<RatedRoom>,
    pub loose_ends: LooseEnds,
    pub aims: Vec<AimReview>,
    pub projects: Vec<ProjectReview>,
    pub levels: Levels,
    pub funnel: Funnel,
    pub delays: Delays,
    pub keeping: Keeping,
    pub pull_back: Vec<Unrealised>,
    pub objectives: Option<Objectives>,
    pub halves: Option<Halves>,
    pub help: Vec<HelpMonth>,
    pub costs: CostAccount,
    pub credit: Vec<CreditTold>,
    pub sources: Sources,
    pub variety: Vec<Variety>,
    pub yields: Vec<Yield>,
    pub figures: Vec<Figure>,
}

/// The 365 days that end on the date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct PeriodJson {
    pub from: Date,
    pub to: Date,
}

/// Counts of the whole book up to the date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct TotalsJson {
    pub people: u64,
    pub set_aside: u64,
    pub meetings: u64,
    pub one_to_ones: u64,
    pub interactions: u64,
    pub help_given: u64,
    pub introductions: u64,
    pub referrals_received: u64,
    pub passed_on: u64,
    pub promises: u64,
    pub promises_overdue: u64,
    pub business: Vec<MoneyJson>,
}

/// Where the hours went.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct TimeJson {
    pub all: SpentJson,
    pub period: SpentJson,
    pub depth_share: DepthJson,
}

/// Minutes, travel and preparation included; how much of both went into getting ready stands beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct SpentJson {
    pub meeting_minutes: Option<u64>,
    pub nurture_minutes: Option<u64>,
    pub prep_minutes: Option<u64>,
}

/// The share of time that goes to people.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct DepthJson {
    pub weeks: u32,
    pub value: Option<f64>,
    pub lately: Lately,
}

/// One room.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct RoomJson {
    pub name: String,
    pub meetings: u64,
    pub minutes: u64,
    pub people_met: u64,
    pub one_to_ones: Option<u64>,
    pub referrals: Option<u64>,
    pub business_origin: Option<Vec<MoneyJson>>,
    pub return_per_hour: Vec<ReturnJson>,
    pub leaving: Option<Leaving>,
    pub fit: Option<Fit>,
}

/// One way of finding clients; networking is the one without a name.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct ChannelJson {
    pub name: Option<String>,
    pub minutes: u64,
    pub cost: MoneyJson,
    pub is_cost_told: bool,
    pub events: u64,
    pub value: MoneyJson,
    pub unvalued: u64,
    pub is_told: bool,
    /// Does it work? What an hour returned on average.
    pub return_per_hour: ReturnJson,
    /// Is the next hour well spent? What the hours due in the period brought.
    pub marginal: ReturnJson,
    /// Whether an hour of it returns more than one of networking.
    pub beside_networking: Option<Beside>,
}

impl From<&ChannelReview> for ChannelJson {
    fn from(channel: &ChannelReview) -> Self {
        Self {
            name: channel.name.clone(),
            minutes: channel.minutes,
            cost: MoneyJson::from(&channel.cost),
            is_cost_told: channel.is_cost_told,
            events: channel.events,
            value: MoneyJson::from(&channel.value),
            unvalued: channel.unvalued,
            is_told: channel.is_told,
            return_per_hour: ReturnJson::from(&channel.return_per_hour),
            marginal: ReturnJson::from(&channel.marginal),
            beside_networking: channel.beside_networking.clone(),
        }
    }
}

/// What an hour returned, in one currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct ReturnJson {
    pub currency: String,
    pub low: Option<i64>,
    pub median: Option<i64>,
    pub high: Option<i64>,
    /// `measured` or `not-enough-data`.
    pub state: &'static str,
}

/// Business by where its chain began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct OriginJson {
    pub kind: OriginKind,
    pub name: String,
    pub currency: String,
    pub minor: i64,
}

/// A possible reason, with its evidence.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct FindingJson {
    pub code: &'static str,
    pub state: State,
    pub measure: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub threshold: f64,
    pub numerator: Option<u64>,
    pub denominator: Option<u64>,
    pub facts: Vec<FactId>,
    pub says: String,
    #[serde(rename = "try")]
    pub try_next: String,
    pub evidence: Evidence,
    /// How likely so much is seen by chance, were the truth just on the line.
    pub by_chance: Option<f64>,
    /// Whether it is seen, and stands when all findings are weighed together.
    pub stands: bool,
    /// How it came about.
    pub explanation: Option<Explanation>,
}

impl From<&Review> for ReviewJson {
    fn from(review: &Review) -> Self {
        let totals = &review.totals;
        Self {
            as_of: review.as_of,
            period: PeriodJson { from: review.from, to: review.as_of },
            totals: totals.into(),
            time: TimeJson {
                all: spent(review, review.time_all),
                period: spent(review, review.time_period),
                depth_share: DepthJson {
                    weeks: review.depth.weeks,
                    value: review.depth.value,
                    lately: review.depth.lately,
                },
            },
            rooms: review.rooms.iter().map(|room| RoomJson::of(room, totals)).collect(),
            business_by_origin: review.business_by_origin.iter().map(OriginJson::from).collect(),
            findings: review.findings.iter().map(FindingJson::from).collect(),
            together: review.together,
            again: review.again.clone(),
            experiments: review.experiments.clone(),
            practice: review.practice.clone(),
            signal: review.signal.clone(),
            exposure: review.exposure.clone(),
            giving: GivingJson::from(&review.giving),
            trends: review.trends.clone(),
            expectations: review.expectations.clone(),
            first_referral: review.first_referral.clone(),
            channels: review.channels.iter().map(ChannelJson::from).collect(),
            pipeline: review.pipeline.clone(),
            advocates: review.advocates.clone(),
            climbs: review.climbs.clone(),
            balance: review.balance.clone(),
            help_curve: review.help_curve.clone(),
            recall: review.recall.clone(),
            evenings: review.evenings.clone(),
            triggers: review.triggers.clone(),
            said: review.said.clone(),
            rated_rooms: review.rated_rooms.clone(),
            loose_ends: review.loose_ends.clone(),
            aims: review.aims.clone(),
            projects: review.projects.clone(),
            levels: review.levels.clone(),
            funnel: review.funnel.clone(),
            delays: review.delays.clone(),
            keeping: review.keeping.clone(),
            pull_back: review.pull_back.clone(),
            objectives: review.objectives,
            halves: review.halves.clone(),
            help: review.help.clone(),
            costs: review.costs.clone(),
            credit: review.credit.clone(),
            sources: review.sources.clone(),
            variety: review.variety.clone(),
            yields: review.yields.clone(),
            figures: review.figures.clone(),
        }
    }
}

/// A kind of fact that the book has none of is unknown, not nought.
fn recorded<T>(ever: u64, value: T) -> Option<T> {
    (ever > 0).then_some(value)
}

fn spent(review: &Review, time: Time) -> SpentJson {
    let totals = &review.totals;
    SpentJson {
        meeting_minutes: recorded(totals.meetings, time.meeting_minutes),
        nurture_minutes: recorded(totals.conversations, time.people_minutes),
        prep_minutes: recorded(review.time_all.prep_minutes, time.prep_minutes),
    }
}

impl From<&Totals> for TotalsJson {
    fn from(totals: &Totals) -> Self {
        Self {
            people: totals.people,
            set_aside: totals.set_aside,
            meetings: totals.meetings,
            one_to_ones: totals.one_to_ones,
            interactions: totals.conversations,
            help_given: totals.help_given,
            introductions: totals.introductions,
            referrals_received: totals.referrals_received,
            passed_on: totals.passed_on,
            promises: totals.promises,
            promises_overdue: totals.promises_overdue,
            business: totals.business.iter().map(MoneyJson::from).collect(),
        }
    }
}

impl RoomJson {
    pub(super) fn of(room: &RoomReview, totals: &Totals) -> Self {
        let business = room.business_origin.iter().map(MoneyJson::from).collect();
        let any_business = u64::from(!totals.business.is_empty());
        Self {
            name: room.name.clone(),
            meetings: room.meetings,
            minutes: room.minutes,
            people_met: room.people_met,
            one_to_ones: recorded(totals.one_to_ones, room.one_to_ones),
            referrals: recorded(totals.passed_on, room.referrals),
            business_origin: recorded(any_business, business),
            return_per_hour: room.return_per_hour.iter().map(ReturnJson::from).collect(),
            leaving: room.leaving.clone(),
            fit: room.fit.clone(),
        }
    }
}

impl From<&ReturnPerHour> for ReturnJson {
    fn from(r: &ReturnPerHour) -> Self {
        Self {
            currency: r.currency.to_string(),
            low: r.low,
            median: r.median,
            high: r.high,
            state: if r.measured { "measured" } else { "not-enough-data" },
        }
    }
}

impl From<&OriginTotal> for OriginJson {
    fn from(origin: &OriginTotal) -> Self {
        Self {
            kind: origin.kind,
            name: origin.name.clone(),
            currency: origin.money.currency.to_string(),
            minor: origin.money.minor,
        }
    }
}

impl From<&Finding> for FindingJson {
    fn from(finding: &Finding) -> Self {
        Self {
            code: finding.code,
            state: finding.state,
            measure: finding.measure,
            low: finding.low,
            high: finding.high,
            threshold: finding.threshold,
            numerator: finding.numerator,
            denominator: finding.denominator,
            facts: finding.facts.clone(),
            says: finding.says.clone(),
            try_next: finding.try_next.clone(),
            evidence: finding.evidence.clone(),
            by_chance: finding.by_chance,
            stands: finding.stands,
            explanation: finding.explanation.clone(),
        }
    }
}

#[cfg(test)]
mod tests;
