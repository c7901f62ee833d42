//! Ways of going wrong, each planted into sound habits, and the finding that is to tell it.

use crate::chance::Chance;
use crate::habits::{Habits, RoomHabit};
use kithwork_core::facts::Cadence;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Cause {
    MeetingHeavy,
    NotFollowedUp,
    NoOneToOnes,
    NoObjective,
    OneOffMeetings,
    NotUnderstood,
    NotTrusted,
    WrongRooms,
    WrongPeople,
    SittingWithFriends,
    WeakIntroduction,
    TakingNotGiving,
    GivingNotUnderstood,
    PromisesNotKept,
    FallingReturn,
    CostlyChannel,
    OverStretched,
    NarrowNetwork,
    FewSources,
    HandToMouth,
    Fatigue,
    OnlyInRooms,
    DormantTies,
    NotMeasured,
    NeglectedAdvocates,
}

use Cause as C;

/// Those that can be planted beside another: they leave the rest of the practice as it is.
pub(crate) const BESIDE: [Cause; 8] = [
    C::NotFollowedUp,
    C::NoObjective,
    C::WeakIntroduction,
    C::PromisesNotKept,
    C::NarrowNetwork,
    C::Fatigue,
    C::NotUnderstood,
    C::NotTrusted,
];

pub(crate) const ALL: [Cause; 25] = [
    C::MeetingHeavy,
    C::NotFollowedUp,
    C::NoOneToOnes,
    C::NoObjective,
    C::OneOffMeetings,
    C::NotUnderstood,
    C::NotTrusted,
    C::WrongRooms,
    C::WrongPeople,
    C::SittingWithFriends,
    C::WeakIntroduction,
    C::TakingNotGiving,
    C::GivingNotUnderstood,
    C::PromisesNotKept,
    C::FallingReturn,
    C::CostlyChannel,
    C::OverStretched,
    C::NarrowNetwork,
    C::FewSources,
    C::HandToMouth,
    C::Fatigue,
    C::OnlyInRooms,
    C::DormantTies,
    C::NotMeasured,
    C::NeglectedAdvocates,
];

impl Cause {
    pub(crate) fn code(self) -> &'static str {
        match self {
            C::MeetingHeavy => "meeting-heavy",
            C::NotFollowedUp => "not-followed-up",
            C::NoOneToOnes => "no-one-to-ones",
            C::NoObjective => "no-objective",
            C::OneOffMeetings => "one-off-meetings",
            C::NotUnderstood => "not-understood",
            C::NotTrusted => "not-trusted",
            C::WrongRooms => "wrong-rooms",
            C::WrongPeople => "wrong-people",
            C::SittingWithFriends => "sitting-with-friends",
            C::WeakIntroduction => "weak-introduction",
            C::TakingNotGiving => "taking-not-giving",
            C::GivingNotUnderstood => "giving-not-understood",
            C::PromisesNotKept => "promises-not-kept",
            C::FallingReturn => "falling-return",
            C::CostlyChannel => "costly-channel",
            C::OverStretched => "over-stretched",
            C::NarrowNetwork => "narrow-network",
            C::FewSources => "few-sources",
            C::HandToMouth => "hand-to-mouth",
            C::Fatigue => "fatigue",
            C::OnlyInRooms => "only-in-rooms",
            C::DormantTies => "dormant-ties",
            C::NotMeasured => "not-measured",
            C::NeglectedAdvocates => "neglected-advocates",
        }
    }

    /// Makes the habits go wrong in this way, and sees to it that it is written down.
    pub(crate) fn plant(self, habits: &mut Habits, chance: &mut Chance) {
        match self {
            C::MeetingHeavy => {
                (habits.rooms, habits.one_to_ones) = (many_rooms(chance), chance.between(0.4, 1.0));
            }
            C::NotFollowedUp => {
                (habits.follow_up, habits.waits) = (chance.between(0.02, 0.2), 10);
            }
            C::NoOneToOnes => (habits.one_to_ones, habits.follow_up) = (0.0, 0.8),
            C::NoObjective => habits.objective = Some(chance.between(0.05, 0.3)),
            C::OneOffMeetings => one_off(habits, chance),
            C::NotUnderstood => (habits.rates, habits.understood) = (true, 0),
            C::NotTrusted => (habits.rates, habits.trusted) = (true, 0),
            C::WrongRooms => wrong_rooms(habits, chance),
            C::WrongPeople => {
                habits.picks_the_unhelpable = true;
                (habits.first_ones, habits.most_people) = (0.4, 400);
                habits.talks = habits.talks.max(3.0);
            }
            C::SittingWithFriends => {
                (habits.known, habits.most_people) = (0.98, 6 + chance.below(6));
            }
            C::WeakIntroduction => habits.prepared = Some(chance.between(0.05, 0.5)),
            C::TakingNotGiving => (habits.gives, habits.receives) = (0.03, 0.25),
            C::GivingNotUnderstood => {
                (habits.gives, habits.receives, habits.refers) = (0.4, 0.0, 0.0);
            }
            C::PromisesNotKept => habits.promises = Some(chance.between(0.1, 0.6)),
            C::FallingReturn => {
                (habits.refers, habits.refers_lately) = (chance.between(0.12, 0.18), 0.05);
                habits.one_to_ones = habits.one_to_ones.max(10.0);
            }
            C::CostlyChannel => costly_channel(habits, chance),
            C::OverStretched => habits.hours_a_week = Some(1),
            C::NarrowNetwork => {
                (habits.sectors, habits.same_sector) = (2 + chance.below(8), 0.8);
            }
            C::FewSources => {
                (habits.one_source, habits.refers) = (Some(0.5), 0.07);
                habits.weeks = chance.days(110, 160);
            }
            C::HandToMouth => {
                (habits.monthly_need, habits.refers) = (Some(5_000), 0.06);
            }
            C::Fatigue => (habits.energy, habits.energy_a_week) = (Some(4.6), -0.03),
            C::OnlyInRooms => {
                (habits.rooms, habits.talks) = (many_rooms(chance), 5.0);
                (habits.one_to_ones, habits.follow_up) = (0.9, 0.02);
            }
            C::DormantTies => dormant_ties(habits, chance),
            C::NotMeasured => {
                (habits.rooms, habits.logged) = (many_rooms(chance), chance.between(0.05, 0.2));
            }
            C::NeglectedAdvocates => {
                // Whoever referred last month isn't neglected yet: nothing came since they were dropped.
                (habits.drops_advocates, habits.refers, habits.refers_lately) = (true, 0.07, 0.0);
                habits.weeks = chance.days(110, 160);
            }
        }
    }
}

fn costly_channel(habits: &mut Habits, chance: &mut Chance) {
    (habits.channel, habits.channel_hours) = (Some(0.03), 20);
    (habits.refers, habits.weeks) = (0.12, chance.days(110, 160));
    habits.one_to_ones = habits.one_to_ones.max(5.0);
}

fn dormant_ties(habits: &mut Habits, chance: &mut Chance) {
    (habits.drops_the_old, habits.weeks) = (true, chance.days(150, 200));
    (habits.gives, habits.receives, habits.rates) = (0.5, 0.3, true);
}

fn many_rooms(chance: &mut Chance) -> Vec<RoomHabit> {
    (0..4 + chance.below(3))
        .map(|n| RoomHabit {
            cadence: if n < 3 { Cadence::Weekly } else { Cadence::Fortnightly },
            minutes: chance.one_of(&[90, 120, 150]),
            travel: 30,
            refers: 1.0,
        })
        .collect()
}

fn one_off(habits: &mut Habits, chance: &mut Chance) {
    habits.rooms = many_rooms(chance);
    (habits.first_ones, habits.known) = (0.97, 0.2);
    habits.one_to_ones = chance.between(2.0, 4.0);
}

/// At least two rooms, of which one or more bring nothing.
fn wrong_rooms(habits: &mut Habits, chance: &mut Chance) {
    let room = |refers| RoomHabit { cadence: Cadence::Weekly, minutes: 90, travel: 30, refers };
    habits.rooms = vec![room(1.0), room(0.0)];
    if chance.happens(0.5) {
        habits.rooms.push(room(if chance.happens(0.5) { 0.0 } else { 1.0 }));
    }
    habits.one_to_ones = chance.between(6.0, 8.0);
    habits.refers = chance.between(0.06, 0.09);
    habits.weeks = chance.days(110, 160);
}
