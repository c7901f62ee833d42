//! The review: all that is known of a book at a date. One measure a file.

mod acts_of_help;
mod advocates;
mod again;
mod aims;
mod channels;
mod climbs;
mod cost;
mod delays;
mod evenings;
mod expectation;
mod experiments;
mod exposure;
mod figures;
mod findings;
mod first_referral;
mod funnel;
mod giving;
mod halves;
mod help;
mod learned;
mod leaving;
mod levels;
mod loose_ends;
mod objectives;
pub(crate) mod origin;
mod practice;
mod progress;
mod projects;
mod pull_back;
mod purse;
mod rated_rooms;
mod reading;
mod recall;
mod reputation;
mod returns;
mod room_sheet;
mod rooms;
mod signal;
mod sources;
mod stretch;
mod time;
mod totals;
mod trends;
mod triggers;
mod undecided;
mod variety;
pub(crate) mod words;
mod yields;

pub use crate::explanation::Figure;
pub use acts_of_help::{ActOfHelp, acts_of_help, help_entries};
pub use advocates::{Advocates, Pipeline};
pub use again::{Again, Offer, Trying};
pub use aims::{AimReview, asks};
pub use channels::{Beside, ChannelReview, Compared, NETWORKING_WON};
pub use climbs::Climb;
pub use cost::CostAccount;
pub use delays::{Delays, Keeping};
pub use evenings::{Evenings, GoalsMet, MinuteGiven, Nerves, NervesAt, NervesTrend};
pub use expectation::Expectation;
pub use experiments::{Course, Experiment, PastExperiment, past_experiments};
pub use exposure::Exposure;
pub use findings::{Basis, CODES, Evidence, Finding, Fit, State, Together};
pub use first_referral::{By, FirstReferral};
pub use funnel::{Cohort, Funnel, Step};
pub use giving::{Balance, HelpCurve, HelpPoint, is_early_for_help};
pub use halves::Halves;
pub use help::{HelpMonth, Helped, help_ledger};
pub use leaving::{Leaving, NextFee};
pub use levels::Levels;
pub use loose_ends::{LooseEnd, LooseEnds};
pub use objectives::Objectives;
pub use origin::{OriginKind, OriginTotal};
pub use practice::Practice;
pub use progress::Progress;
pub use projects::ProjectReview;
pub use pull_back::Unrealised;
pub use rated_rooms::{RatedRoom, Suggests, ranked, weighing};
pub use recall::{Recall, Remembered};
pub use reputation::{SaidBy, SaidWords, said_about};
pub use returns::ReturnPerHour;
pub use room_sheet::{Faces, Held, Regular, RoomSheet};
pub use rooms::RoomReview;
pub use signal::{Signal, Verdict};
pub use sources::{SourceReview, Sources};
pub use time::{Depth, Lately, Time};
pub use totals::Totals;
pub use trends::Quarter;
pub use triggers::{TriggerReview, Triggers};
pub(crate) use undecided::is_undecided;
pub use variety::Variety;
pub use yields::{PASSED_ON, Yield, few};

use crate::book::Book;
use crate::credit::{CreditTold, credit_told};
use crate::days::days_before;
use crate::network::{GivingTold, giving_told};
use crate::params::Params;
use jiff::civil::Date;
use reading::Reading;
use serde::Serialize;

/// All that is known of a book at a date. The same book, date and parameters give the same review.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Review {
    /// The date; facts after it are not seen, undated facts are.
    pub as_of: Date,
    /// First day of the 365 that end on `as_of`.
    pub from: Date,
    /// Counts of the whole book up to `as_of`.
    pub totals: Totals,
    /// Minutes of the whole book up to `as_of`.
    pub time_all: Time,
    /// Minutes of the period.
    pub time_period: Time,
    /// Time with people as a share of all time, over twelve weeks.
    pub depth: Depth,
    /// How deep the network is: people by level.
    pub levels: Levels,
    /// Every room, by meetings, then name.
    pub rooms: Vec<RoomReview>,
    /// Business by where the chain behind it began, largest first.
    pub business_by_origin: Vec<OriginTotal>,
    /// Networking and the other ways of finding clients, side by side; networking first.
    pub channels: Vec<ChannelReview>,
    /// Everybody and everything with a part in business won, each with the range over all rules.
    pub credit: Vec<CreditTold>,
    /// Who referred business comes from.
    pub sources: Sources,
    /// How varied the people in touch are, by line of business and by place.
    pub variety: Vec<Variety>,
    /// What came of meetings and one-to-ones, and what nothing still allows.
    pub yields: Vec<Yield>,
    /// Every finding, whatever its state: those seen first, the cheapest to mend before the others,
    /// the rest in the order of science.md §4.
    pub findings: Vec<Finding>,
    /// How far chance alone may have spoken in them.
    pub together: Together,
    /// What was seen a quarter ago too, while the weeks stayed as they were; none where nothing was.
    pub again: Option<Again>,
    /// The tactical: referrals in hand.
    pub pipeline: Pipeline,
    /// The strategic: people who speak for the owner.
    pub advocates: Advocates,
    /// What happened to the people met: followed up, sat down with, understanding checked.
    pub funnel: Funnel,
    /// How long until people met in the period are heard from again.
    pub delays: Delays,
    /// What others could say when asked what the owner does.
    pub recall: Recall,
    /// The problems by which others should think of the owner, and whether they would.
    pub triggers: Triggers,
    /// The evenings that were looked back on: needs heard, goals met, nerves.
    pub evenings: Evenings,
    /// What is said about the owner, by whom.
    pub said: Vec<SaidBy>,
    /// Rooms by what the owner thinks of them, best first.
    pub rated_rooms: Vec<RatedRoom>,
    /// How long the owner's promises of the period take.
    pub keeping: Keeping,
    /// People met with whom nothing followed and about whom nothing is decided, each with what could come
    /// next: the list for triage.
    pub pull_back: Vec<Unrealised>,
    /// The period's one-to-ones and what they were for; none where no objective was ever named.
    pub objectives: Option<Objectives>,
    /// One-to-ones that ran both ways, and one way; none where nothing was ever noted of either half.
    pub halves: Option<Halves>,
    /// Help both ways, by month and person, over the whole book.
    pub help: Vec<HelpMonth>,
    /// How often it went each way.
    pub helped: Helped,
    /// What the period cost, in money and in hours.
    pub costs: CostAccount,
    /// A year of effort and what showed, and whether it was tried at all.
    pub signal: Signal,
    /// How much of all the hours given can have shown its result by now.
    pub exposure: Exposure,
    /// Help of the period by kind, circles of help, and who knows whom.
    pub giving: GivingTold,
    /// What an hour brings, quarter by quarter, oldest first.
    pub trends: Vec<Quarter>,
    /// Who has referred, by length of acquaintance, the youngest first.
    pub expectations: Vec<Expectation>,
    /// How long until somebody one sat down with refers; none where that was nobody yet.
    pub first_referral: Option<FirstReferral>,
    /// How people came up the ladder, from each level to the next.
    pub climbs: Vec<Climb>,
    /// Asks beside gifts in the period; for the owner's eyes.
    pub balance: Balance,
    /// How help given comes round.
    pub help_curve: HelpCurve,
    /// People who wait for a decision.
    pub loose_ends: LooseEnds,
    /// The open aims.
    pub aims: Vec<AimReview>,
    /// The open experiments, each with what it was to change.
    pub experiments: Vec<Experiment>,
    /// What the owner makes together with others: what goes on first.
    pub projects: Vec<ProjectReview>,
    /// Why every figure reads as it does that doesn't carry its own explanation.
    pub figures: Vec<Figure>,
    /// The one thing to practise this week; none where every measured step is sound.
    pub practice: Option<Practice>,
}

impl Review {
    /// Reviews a book at a date. Pure; costs as much as the book has facts.
    pub fn of(book: &Book, as_of: Date, params: &Params) -> Self {
        let thumb = params.alive;
        let params = &learned::params(book, as_of, params);
        let reading = Reading::new(book, as_of, params, thumb);
        let (findings, together, again) = findings::all(&reading);
        let (funnel, recall) = (funnel::all(&reading), recall::count(&reading));
        let evenings = evenings::all(&reading);
        let hangs_on_few =
            findings.iter().any(|f| f.code == findings::FEW_SOURCES && f.state == State::Seen);
        let mut review = Self {
            as_of,
            from: days_before(as_of, params.time.period_days - 1),
            totals: totals::count(&reading),
            time_all: time::spent(&reading, Date::MIN),
            time_period: time::spent(&reading, reading.from),
            depth: time::depth(&reading),
            levels: levels::count(&reading),
            rooms: rooms::each(&reading),
            business_by_origin: origin::totals(&reading),
            channels: channels::each(&reading),
            credit: credit_told(book, as_of),
            sources: sources::of(&reading, hangs_on_few),
            variety: variety::each(&reading),
            yields: yields::each(&reading),
            practice: practice::task(&funnel, &findings, &recall, &evenings, &params.findings),
            findings,
            funnel,
            recall,
            triggers: triggers::each(&reading),
            evenings,
            said: reputation::timelines(&reading),
            rated_rooms: rated_rooms::each(&reading),
            together,
            again,
            pipeline: advocates::pipeline(&reading),
            advocates: advocates::count(&reading),
            delays: delays::heard_again(&reading),
            keeping: delays::keeping(&reading),
            pull_back: pull_back::list(&reading),
            objectives: objectives::count(&reading),
            halves: halves::count(&reading),
            help: help::help_ledger(book, as_of),
            helped: help::helped(book, as_of),
            costs: cost::account(&reading),
            signal: signal::of(&reading),
            exposure: exposure::of(&reading),
            giving: giving_told(book, as_of, params),
            trends: trends::each(&reading),
            expectations: expectation::each(&reading),
            first_referral: first_referral::of(&reading),
            climbs: climbs::each(&reading),
            balance: giving::balance(&reading),
            help_curve: giving::curve_of_help(&reading),
            loose_ends: loose_ends::all(&reading),
            aims: aims::each(&reading),
            experiments: experiments::each(&reading),
            projects: projects::each(&reading),
            figures: Vec::new(),
        };
        review.figures = figures::all(&reading, &review);
        review
    }

    /// The findings that are seen, at most so many, the first ones first.
    pub fn seen(&self, limit: usize) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|f| f.state == State::Seen).take(limit)
    }
}

#[cfg(test)]
mod tests;
