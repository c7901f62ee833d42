//! What a networker does in a week, drawn by lot within what is sound.

use crate::chance::Chance;
use kithwork_core::facts::{Cadence, ConversationKind};

#[derive(Clone, Debug)]
pub(crate) struct RoomHabit {
    pub(crate) cadence: Cadence,
    pub(crate) minutes: u32,
    pub(crate) travel: u32,
    /// How much the people of this room refer, beside 1.
    pub(crate) refers: f64,
}

impl RoomHabit {
    fn minutes_a_week(&self) -> f64 {
        let times = match self.cadence {
            Cadence::Weekly => 0.9,
            Cadence::Fortnightly => 0.45,
            _ => 0.21,
        };
        times * f64::from(self.minutes + self.travel)
    }
}

/// Shares and chances are 0..=1; what is none is never written down.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each way of going wrong is one habit, on or off"
)]
pub(crate) struct Habits {
    pub(crate) weeks: i32,
    pub(crate) rooms: Vec<RoomHabit>,
    /// People talked to at a meeting.
    pub(crate) talks: f64,
    /// Of these, the share known before.
    pub(crate) known: f64,
    /// Stops meeting anybody new after so many.
    pub(crate) most_people: usize,
    pub(crate) follow_up: f64,
    pub(crate) follow_up_by: ConversationKind,
    /// Days from a first meeting until the first one-to-one, at least.
    pub(crate) waits: i32,
    pub(crate) one_to_ones: f64,
    /// The share of one-to-ones that are first ones; none goes back where it is 1.
    pub(crate) first_ones: f64,
    pub(crate) objective: Option<f64>,
    pub(crate) prepared: Option<f64>,
    pub(crate) promises: Option<f64>,
    pub(crate) gives: f64,
    pub(crate) receives: f64,
    /// The chance of a referral at a one-to-one from the third on.
    pub(crate) refers: f64,
    /// What it is multiplied with in the last half-year.
    pub(crate) refers_lately: f64,
    /// The chance that the first person met refers at a one-to-one; the others hardly do then.
    pub(crate) one_source: Option<f64>,
    pub(crate) sectors: usize,
    /// The share of people in the first sector beside an even draw.
    pub(crate) same_sector: f64,
    pub(crate) energy: Option<f64>,
    pub(crate) energy_a_week: f64,
    pub(crate) rates: bool,
    pub(crate) trusted: u8,
    pub(crate) understood: u8,
    /// Whether whoever referred twice is never seen again.
    pub(crate) drops_advocates: bool,
    /// Whether everybody met in the first third is never seen again after it.
    pub(crate) drops_the_old: bool,
    /// The share of days whose entries are kept.
    pub(crate) logged: f64,
    pub(crate) hours_a_week: Option<u32>,
    /// What has to be earned in a month, pounds.
    pub(crate) monthly_need: Option<i64>,
    /// Whether first one-to-ones go to those whom nobody in the book could help.
    pub(crate) picks_the_unhelpable: bool,
    /// What an hour of another channel returns beside one of networking; none where there is none.
    pub(crate) channel: Option<f64>,
    pub(crate) channel_hours: u32,
}

fn rooms(chance: &mut Chance) -> Vec<RoomHabit> {
    let cadences = [Cadence::Weekly, Cadence::Fortnightly, Cadence::Fortnightly, Cadence::Monthly];
    (0..=chance.below(4))
        .map(|_| RoomHabit {
            cadence: chance.one_of(&cadences),
            minutes: chance.one_of(&[60, 75, 90, 120, 150]),
            travel: chance.one_of(&[0, 20, 30, 45]),
            refers: 1.0,
        })
        .collect()
}

impl Habits {
    /// Somebody with whose practice nothing is wrong.
    pub(crate) fn sound(chance: &mut Chance) -> Self {
        let rooms = rooms(chance);
        let in_rooms: f64 = rooms.iter().map(RoomHabit::minutes_a_week).sum();
        let kinds = [ConversationKind::Email, ConversationKind::Message, ConversationKind::Call];
        let mut noted = |low, high| chance.happens(0.8).then(|| chance.between(low, high));
        let (objective, prepared) = (noted(0.7, 0.97), noted(0.82, 0.98));
        let promises = noted(0.88, 0.98);
        let energy = noted(3.2, 4.2);
        Self {
            objective,
            prepared,
            promises,
            energy,
            weeks: chance.days(70, 160),
            talks: chance.between(2.0, 4.0),
            known: chance.between(0.45, 0.72),
            most_people: usize::MAX,
            follow_up: chance.between(0.68, 0.95),
            follow_up_by: chance.one_of(&kinds),
            waits: 0,
            one_to_ones: chance.between(2.0, 4.5).max(1.8 * in_rooms / 60.0),
            first_ones: chance.between(0.15, 0.3),
            gives: chance.between(0.25, 0.5),
            receives: chance.between(0.08, 0.2),
            refers: chance.between(0.03, 0.06),
            refers_lately: 1.0,
            one_source: None,
            sectors: 8 + chance.below(14),
            same_sector: 0.0,
            energy_a_week: 0.0,
            rates: chance.happens(0.8),
            trusted: 3,
            understood: 3,
            drops_advocates: false,
            drops_the_old: false,
            logged: 1.0,
            hours_a_week: None,
            monthly_need: None,
            picks_the_unhelpable: false,
            channel: chance.happens(0.5).then_some(1.0),
            channel_hours: 6,
            rooms,
        }
    }
}
