//! Every default of the models in one place, each marked as published or as our judgement.
//!
//! *Published* values come from the source named; *judgement* values are ours, shown to users as such
//! and open to change. Section numbers are those of the project's notes on the science.

mod file;
mod known;

pub use file::Refused;
pub use known::{Known, Source};

use crate::models::lag::Lag;
use crate::models::mbg_nbd::MbgNbd;
use serde::{Deserialize, Serialize};

/// Every parameter of the mind. The same book, date and parameters give the same figures.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Params {
    /// Whether a relationship still lives.
    pub alive: AliveParams,
    /// The ladder's windows and cadences.
    pub ladder: LadderParams,
    /// The windows of time and depth.
    pub time: TimeParams,
    /// What an hour returns.
    pub returns: ReturnParams,
    /// The steps after a first meeting.
    pub funnel: FunnelParams,
    /// Where each finding draws its line, and how much it must have seen first.
    pub findings: FindingParams,
    /// What a week's plan weighs.
    pub plan: PlanParams,
    /// How needs are set against offers.
    pub matching: MatchParams,
    /// What is read from who knows whom.
    pub network: NetworkParams,
    /// What the owner's own opinion of a room weighs.
    pub rooms: RoomParams,
}

/// A room by its ratings (row 71): the weighted mean of those that are known.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RoomParams {
    /// What it counts that people come to help each other; 1, ≥ 0. Judgement.
    pub ethos: f64,
    /// What it counts that the right people come; 1, ≥ 0. Judgement.
    pub fit: f64,
    /// What it counts that it is light on purse and diary; 1, ≥ 0. Judgement.
    pub cost: f64,
}

impl Default for RoomParams {
    fn default() -> Self {
        Self { ethos: 1.0, fit: 1.0, cost: 1.0 }
    }
}

/// MBG/NBD (Batislam, Denizel & Filiztekin 2007; Wagner & Hoppe 2008), time in weeks.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct AliveParams {
    /// Shape of the gamma over contact rates; 1, > 0. Judgement (§3.3).
    pub r: f64,
    /// Its rate; weeks, > 0. Judgement (§3.3).
    pub alpha: f64,
    /// First parameter of the beta over dropping out; 1, > 0. Judgement: with `b` it makes nine in ten
    /// people met once a vague memory after a year, as Burt 2002 found of bridges.
    pub a: f64,
    /// Its second parameter; 1, > 0. Judgement (§3.3).
    pub b: f64,
    /// From this chance on a relationship counts as warm; 0..=1. Judgement (§3.3).
    pub warm_from: f64,
    /// Below this chance it may count as dormant; 0..=1. Judgement (§3.3).
    pub dormant_below: f64,
    /// Dormant also needs a silence of so many times the cadence or the person's own median gap; 1,
    /// ≥ 1. Judgement (§2.1 ii).
    pub silence_factor: f64,
    /// How many people `r`, `alpha`, `a` and `b` were learned from; 0 for the defaults.
    #[serde(default)]
    pub learned_from: u64,
}

impl AliveParams {
    /// The model with these parameters.
    pub fn model(&self) -> MbgNbd {
        let Self { r, alpha, a, b, .. } = *self;
        MbgNbd { r, alpha, a, b }
    }
}

impl Default for AliveParams {
    fn default() -> Self {
        Self {
            r: 1.0,
            alpha: 8.0,
            a: 1.0,
            b: 1.0,
            warm_from: 0.6,
            dormant_below: 0.3,
            silence_factor: 2.0,
            learned_from: 0,
        }
    }
}

/// The ladder (§2.1).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct LadderParams {
    /// Window of the one-to-one of level 2 and the help of level 3; days, ≥ 1. Judgement.
    pub year_days: i32,
    /// Window of the unprompted referrals of level 5; days, ≥ 1. Judgement.
    pub advocacy_days: i32,
    /// From this score on, 0..=4, an understanding check is passed. Judgement.
    pub check_passed: u8,
    /// From this score on, 0..=4, the owner was played back correctly. Judgement.
    pub playback_correct: u8,
    /// Weeks between contacts for levels 0 to 5; none for a name. Judgement (§3.2).
    pub cadence_weeks: [Option<f64>; 6],
    /// What a living relationship of each level is worth beside the others; 1, ≥ 0. Judgement
    /// (§3.10): a name and a nodding acquaintance are worth nothing yet.
    pub worth: [f64; 6],
    /// A check older than this is unknown again; days, ≥ 1. Judgement (row 9).
    pub check_expires_days: i32,
    /// From this score on, 0..=4, nothing needs doing about trust, understanding or opportunity.
    /// Judgement (§2.2).
    pub ready_from: u8,
}

impl Default for LadderParams {
    fn default() -> Self {
        Self {
            year_days: 365,
            advocacy_days: 730,
            check_passed: 3,
            playback_correct: 4,
            cadence_weeks: [None, Some(26.0), Some(13.0), Some(8.0), Some(4.0), Some(2.0)],
            worth: [0.0, 0.0, 1.0, 2.0, 3.0, 4.0],
            check_expires_days: 180,
            ready_from: 3,
        }
    }
}

/// Windows of time.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimeParams {
    /// The review's period; days, ≥ 1. The public interface's.
    pub period_days: i32,
    /// The headline window of time with people; weeks, ≥ 1. Judgement (row 2).
    pub depth_weeks: u32,
    /// The shorter window beside it, which tells sooner that something has changed; weeks, ≥ 1. Judgement (row 2).
    pub lately_weeks: u32,
    /// The share with people to reach, itself included; 0..=1. Published: "at least as much" (Lopata, row 2).
    pub depth_aim: f64,
}

impl Default for TimeParams {
    fn default() -> Self {
        Self { period_days: 365, depth_weeks: 12, lately_weeks: 4, depth_aim: 0.5 }
    }
}

/// What an hour returns (§3.6).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReturnParams {
    /// Shape of the Weibull from effort to result; 1, > 0. Judgement (§3.6).
    pub lag_shape: f64,
    /// Its scale; weeks, > 0. Judgement: a median of half a year, as practitioners say.
    pub lag_scale_weeks: f64,
    /// How many results `lag_shape` and `lag_scale_weeks` were learned from; 0 for the defaults.
    #[serde(default)]
    pub lag_learned_from: u64,
    /// Shape of the gamma over results per hour; 1, > 0. Judgement (§3.6).
    pub prior_events: f64,
    /// Its rate; hours, > 0. Judgement (§3.6).
    pub prior_hours: f64,
    /// At least so much of the effort must be mature; 0..=1. Judgement (§3.6).
    pub mature_from: f64,
    /// At least so many results before a room's return is shown. Judgement.
    pub least_events: u64,
    /// At least so many results in a pair before two are compared. Judgement (§3.6).
    pub least_events_in_pair: u64,
    /// How sure a comparison must be; 0..=1. Judgement (§3.6).
    pub sure_from: f64,
    /// How many deals of the whole book a room's own mean deal is weighed against; 1, ≥ 0. Judgement:
    /// three, since fewer say little alone (§3.4).
    pub prior_deals: f64,
    /// How many people's deals `prior_deals` was learned from; 0 for the default.
    #[serde(default)]
    pub deals_learned_from: u64,
}

impl ReturnParams {
    /// The lag from effort to result.
    pub fn lag(&self) -> Lag {
        Lag { shape: self.lag_shape, scale_weeks: self.lag_scale_weeks }
    }
}

impl Default for ReturnParams {
    fn default() -> Self {
        Self {
            lag_shape: 1.35,
            lag_scale_weeks: 34.0,
            lag_learned_from: 0,
            prior_events: 1.0,
            prior_hours: 40.0,
            mature_from: 0.5,
            least_events: 5,
            least_events_in_pair: 10,
            sure_from: 0.95,
            prior_deals: 3.0,
            deals_learned_from: 0,
        }
    }
}

/// The steps after a first meeting (row 8); all judgement.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct FunnelParams {
    /// Followed up within; days, ≥ 1.
    pub follow_up_days: i32,
    /// One-to-one within; days, ≥ 1.
    pub one_to_one_days: i32,
    /// Understanding checked within; days, ≥ 1.
    pub understood_days: i32,
    /// People met within so many days are looked at again where nothing followed; days, ≥ 1. A hundred
    /// years is everybody: no first meeting stays undecided unseen (row 56).
    pub pull_back_days: i32,
}

impl Default for FunnelParams {
    fn default() -> Self {
        Self { follow_up_days: 7, one_to_one_days: 45, understood_days: 90, pull_back_days: 36_500 }
    }
}

/// One finding's line and gate.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// Where the line is drawn, in the finding's own unit.
    pub threshold: f64,
    /// How many cases it must have seen before it says anything.
    pub least: u64,
}

const fn line(threshold: f64, least: u64) -> Line {
    Line { threshold, least }
}

/// Lines and gates of the findings (§4); all judgement, those marked there were tried on generated
/// books.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct FindingParams {
    /// Two-sided confidence of the intervals; 0..1.
    pub confidence: f64,
    /// Of the findings that stand, at most this share is false on average; 0..1.
    pub false_discovery: f64,
    /// How sure a finding must be that rests on a model of chances; 0..1.
    pub sure: f64,
    /// Time with people under this share of all; 0..=1; least: weeks with an entry.
    pub meeting_heavy: Line,
    /// Followed up within a week, under this share; 0..=1; least: people met.
    pub not_followed_up: Line,
    /// Meetings that led to a one-to-one, under this share; 0..=1; least: meetings.
    pub no_one_to_ones: Line,
    /// One-to-ones with an objective, under this share; 0..=1; least: one-to-ones.
    pub no_objective: Line,
    /// People seen once and not again, above this share; 0..=1; least: people.
    pub one_off_meetings: Line,
    /// Who trusts and hardly understands, above this share; 0..=1; least: people.
    pub not_understood: Line,
    /// Who understands and hardly trusts, above this share; 0..=1; least: people.
    pub not_trusted: Line,
    /// How sure it must be that a room brings less than half; 0..=1; least: one-to-ones, or people.
    pub wrong_rooms: Line,
    /// Others could be helped better, in more than this share of pairs; 0..=1; least: people.
    pub wrong_people: Line,
    /// Talks with people known before, above this share; 0..=1; least: talks.
    pub sitting_with_friends: Line,
    /// Minutes prepared, under this share; 0..=1; least: minutes.
    pub weak_introduction: Line,
    /// Exchanges in which the owner gave, under this share; 0..=1; least: exchanges.
    pub taking_not_giving: Line,
    /// How sure it must be that less than half comes back; 0..=1; least: acts of help.
    pub giving_not_understood: Line,
    /// Promises not kept by their day, above this share; 0..=1; least: promises.
    pub promises_not_kept: Line,
    /// How sure it must be that an hour brings less; 0..=1; least: referrals.
    pub falling_return: Line,
    /// How sure it must be that a channel returns less; 0..=1; least: results of both.
    pub costly_channel: Line,
    /// Hours needed beside hours there are, above this ratio; 1, ≥ 0; least: not used.
    pub over_stretched: Line,
    /// Equal lines of business, fewer than; 1, ≥ 1; least: people.
    pub narrow_network: Line,
    /// Referred business from one person, above this share; 0..=1; least: pieces of business.
    pub few_sources: Line,
    /// Months of cover, fewer than; months, ≥ 0; least: not used.
    pub hand_to_mouth: Line,
    /// Change of energy a week, below; points, any; least: meetings and times with people.
    pub fatigue: Line,
    /// Contacts outside rooms, under this share; 0..=1; least: contacts.
    pub only_in_rooms: Line,
    /// People once close and silent for a year, from so many on; 1, ≥ 1; least: not used.
    pub dormant_ties: Line,
    /// How alike the weeks are, above; 0..=1; least: reviews.
    pub same_again: Line,
    /// Weeks with an entry, under this share; 0..=1; least: weeks.
    pub not_measured: Line,
    /// Advocates out of touch, from this share on; 0..=1; least: advocates.
    pub neglected_advocates: Line,
}

impl Default for FindingParams {
    fn default() -> Self {
        Self {
            confidence: 0.8,
            false_discovery: 0.1,
            sure: 0.95,
            meeting_heavy: line(0.5, 4),
            not_followed_up: line(0.5, 10),
            no_one_to_ones: line(0.1, 10),
            no_objective: line(0.5, 5),
            one_off_meetings: line(0.7, 20),
            not_understood: line(0.5, 5),
            not_trusted: line(0.5, 5),
            wrong_rooms: line(0.95, 15),
            wrong_people: line(0.6, 8),
            sitting_with_friends: line(0.85, 10),
            weak_introduction: line(0.7, 5),
            taking_not_giving: line(0.4, 6),
            giving_not_understood: line(0.95, 8),
            promises_not_kept: line(0.2, 5),
            falling_return: line(0.95, 10),
            costly_channel: line(0.95, 10),
            over_stretched: line(1.25, 1),
            narrow_network: line(4.0, 20),
            few_sources: line(0.6, 5),
            hand_to_mouth: line(2.0, 1),
            fatigue: line(0.0, 8),
            only_in_rooms: line(0.3, 20),
            dormant_ties: line(3.0, 1),
            same_again: line(0.9, 2),
            not_measured: line(0.5, 4),
            neglected_advocates: line(0.5, 2),
        }
    }
}

/// What a week's plan weighs (§3.10–3.12).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlanParams {
    /// Length of a one-to-one where the owner's own tell nothing; minutes, ≥ 15. Judgement.
    pub one_to_one_minutes: u32,
    /// How often somebody of levels 0 to 5 refers, beside level 3; 1, ≥ 0. Judgement (§3.12); a name
    /// alone is kept just above nothing, so that it can be compared.
    pub level_rates: [f64; 6],
    /// Half-life of warmth at levels 0 to 5; weeks, > 0. Judgement (§3.11), apart from cadence.
    pub half_life_weeks: [f64; 6],
    /// Fewest weeks between two one-to-ones with somebody of levels 0 to 5; ≥ 0. Judgement, tried in
    /// made-up worlds: kept to the ladder's cadence, which says how often is enough to stay warm,
    /// nothing ever grows deep.
    pub rest_weeks: [f64; 6],
    /// The same for somebody who has referred the owner already; ≥ 0. Judgement.
    pub rest_referrer_weeks: f64,
    /// One-to-ones that take a relationship most of the way up; 1, > 0. Judgement.
    pub talks_to_depth: f64,
    /// Shape of the gamma over people's own rates, 1, > 0: the smaller, the more unlike people are.
    /// Judgement.
    pub unlike: f64,
    /// Shape of the gamma over referrals a quarter at level 3; 1, > 0. Judgement: with
    /// `prior_quarters` one referral in ten quarters.
    pub prior_referrals: f64,
    /// Its rate; quarters, > 0. Judgement.
    pub prior_quarters: f64,
    /// How many expected referrals a person's, room's or sector's own are weighed against; 1, > 0.
    /// Judgement.
    pub pooling: f64,
    /// The chance that somebody whose relationship may be over still agrees to meet; 0..=1. Judgement.
    pub agree_cold: f64,
    /// How much each invitation that led to nothing counts against the next; 1, ≥ 0. Judgement.
    pub unanswered: f64,
    /// The bonus for learning what is unknown about somebody; 1, ≥ 0. Judgement (§3.11).
    pub exploration: f64,
    /// The bonus for somebody whose need can be met; 1, ≥ 0. Judgement (row 65).
    pub help_first: f64,
    /// The factor for somebody who matters to an open aim; 1, ≥ 1. Judgement (§3.10).
    pub aim_link: f64,
    /// The factor for somebody whom the owner decided to know better: their own word counts more than
    /// what an aim implies; 1, ≥ 1. Judgement (row 7).
    pub deepen: f64,
    /// How much of a one-to-one's worth a line to a strong tie gone quiet has; 0..=1. Judgement.
    pub revive_chance: f64,
    /// How many people met in a room come to be known; 0..=1. Judgement.
    pub met_to_known: f64,
    /// How many times as much a week must bring with a swap that the aim of half does not ask for; 1,
    /// ≥ 1. Judgement.
    pub swap_brings: f64,
    /// Referrals received before anything is forecast; 1, ≥ 1. Judgement.
    pub least_referrals: f64,
}

impl Default for PlanParams {
    fn default() -> Self {
        Self {
            one_to_one_minutes: 60,
            level_rates: [0.01, 0.05, 0.3, 1.0, 2.0, 4.0],
            half_life_weeks: [6.0, 6.0, 10.0, 16.0, 26.0, 39.0],
            rest_weeks: [8.0, 8.0, 6.0, 6.0, 4.0, 2.0],
            rest_referrer_weeks: 4.0,
            talks_to_depth: 5.0,
            unlike: 0.7,
            prior_referrals: 2.0,
            prior_quarters: 20.0,
            pooling: 3.0,
            agree_cold: 0.3,
            unanswered: 0.7,
            exploration: 0.2,
            help_first: 0.3,
            aim_link: 1.5,
            deepen: 2.0,
            revive_chance: 0.5,
            met_to_known: 0.2,
            swap_brings: 1.25,
            least_referrals: 5.0,
        }
    }
}

/// Who can help whom (§3.9).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MatchParams {
    /// BM25's k₁; 1, ≥ 0. Published: Lucene's default.
    pub k1: f64,
    /// BM25's b; 0..=1. Published: Lucene's default.
    pub b: f64,
    /// What a trade close to the one looked for counts beside it; 0..=1. Judgement.
    pub close_trade: f64,
    /// What serving those who are looked for counts beside being one of them; 0..=1. Judgement.
    pub serves: f64,
    /// What somebody elsewhere counts where a place is asked for; 0..=1. Judgement.
    pub elsewhere: f64,
    /// The part of a need that must be met before anybody is named for it; 0..=1. Judgement.
    pub least_fit: f64,
    /// What introducing somebody counts beside helping oneself; 0..=1. Judgement.
    pub introduced: f64,
    /// Help first: the weights of their need met by me, my need met by them, and novelty; sum 1.
    /// Judgement (§3.9).
    pub help_first: [f64; 3],
}

impl Default for MatchParams {
    fn default() -> Self {
        Self {
            k1: 1.2,
            b: 0.75,
            close_trade: 0.5,
            serves: 0.5,
            elsewhere: 0.7,
            least_fit: 0.35,
            introduced: 0.7,
            help_first: [0.6, 0.25, 0.15],
        }
    }
}

/// Who knows whom (§3.8).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NetworkParams {
    /// The people seen most, among whom the owner's position is looked at; 1, ≥ 2. Judgement.
    pub closest: usize,
    /// The share of pairs among them that must be known; 0..=1. Judgement: unknown is not absent.
    pub known_share: f64,
    /// Two met in so many of the same meetings know each other; 1, ≥ 1. Judgement.
    pub same_meetings: u32,
    /// In a larger gathering not everybody meets everybody; people, ≥ 2. Judgement.
    pub largest_gathering: usize,
    /// The chance that somebody of levels 0 to 5 would introduce the owner, if the relationship lives;
    /// 0..=1. Judgement.
    pub would_introduce: [f64; 6],
    /// The chance that somebody knows another well enough, for each entry that says they do; 0..=1.
    /// Judgement.
    pub knows: f64,
}

impl Default for NetworkParams {
    fn default() -> Self {
        Self {
            closest: 30,
            known_share: 0.6,
            same_meetings: 3,
            largest_gathering: 40,
            would_introduce: [0.02, 0.1, 0.4, 0.7, 0.85, 0.95],
            knows: 0.5,
        }
    }
}
