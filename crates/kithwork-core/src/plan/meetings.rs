//! The rooms' meetings of the week, and which of them could be missed.

use super::attendance::{Attendance, expected, rhythm};
use super::free::earliest;
use super::repaid;
use super::week::Week;
use crate::facts::{Conversation, InsteadOf, Meeting, Room, Stage};
use crate::id::{FactId, RoomId};
use crate::money::Amount;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};
use std::collections::BTreeMap;

/// A meeting that the week holds.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own about the meeting")]
pub(super) struct Occasion {
    pub room: RoomId,
    pub name: String,
    pub on: Date,
    pub start: Option<DateTime>,
    /// When it ends, without the way home.
    pub end: Option<DateTime>,
    /// With travel.
    pub minutes: u32,
    /// Whether it stands in the calendar or only follows from the room's rhythm.
    pub stands: bool,
    /// Whether it is over: its day has gone by, or the owner has looked back on it.
    pub is_over: bool,
    /// Whether its day is too near for its hour to be offered: another time takes the place of its minutes.
    pub is_near: bool,
    /// Whether somebody was asked to something in its place and has not answered yet.
    pub is_asked_for: bool,
    /// Whether something else has its time: what is agreed in its place, or what was asked for beside the plan.
    /// Nobody else is asked for it too.
    pub is_given: bool,
    /// Whether the room has a rule of attendance.
    pub has_rule: bool,
    /// Whether it may be over by now: it is of today, and its hour is not known.
    pub may_be_over: bool,
    /// Whether it may be missed under that rule.
    pub may_miss: bool,
    /// People first met in a meeting of this room, on average.
    pub met_each: f64,
    /// Referrals and introductions it has brought, per hour there and with its people.
    pub repaid: f64,
    /// What it costs to be there, where that is known.
    pub fee: Option<Amount>,
    pub facts: Vec<FactId>,
}

impl Occasion {
    /// Whether something else could take its place: nobody can give up what has been.
    pub(super) fn can_give_way(&self) -> bool {
        self.may_miss && !self.is_over && !self.is_given
    }

    /// Which one it is.
    pub(super) fn meeting(&self) -> InsteadOf {
        InsteadOf { room: self.room, on: self.on }
    }
}

/// Minutes of a meeting of which no length is known at all.
const USUAL_MINUTES: u32 = 90;

/// The week's meetings, by their dates.
pub(super) fn of_week(week: &Week<'_>) -> Vec<Occasion> {
    let mut held: BTreeMap<RoomId, Vec<&Meeting>> = BTreeMap::new();
    for meeting in week.book.facts.meetings.iter().take_while(|m| m.on <= week.sunday) {
        held.entry(meeting.room).or_default().push(meeting);
    }
    let mut met: BTreeMap<RoomId, u32> = BTreeMap::new();
    for room in week.book.facts.people.iter().filter(|p| p.counts()).filter_map(|p| p.met_at) {
        *met.entry(room).or_default() += 1;
    }
    let (repaid, replacing) = (repaid::per_hour(week), week.replacing());
    let mut occasions: Vec<Occasion> = Vec::new();
    for (room, &repaid) in week.book.facts.rooms.iter().zip(&repaid) {
        let Some(meetings) = held.get(&room.id) else { continue };
        if room.left_on.is_some_and(|left| left < week.monday) {
            continue;
        }
        let met_each = f64::from(met.get(&room.id).copied().unwrap_or(0)) / count(meetings.len());
        occasions.extend(
            Regular { week, room, meetings, replacing: &replacing, met_each, repaid }.occasions(),
        );
    }
    occasions.sort_by(|a, b| (a.on, a.start, &a.name).cmp(&(b.on, b.start, &b.name)));
    occasions
}

struct Regular<'a> {
    week: &'a Week<'a>,
    room: &'a Room,
    meetings: &'a [&'a Meeting],
    /// What may take the place of one of the week.
    replacing: &'a [&'a Conversation],
    met_each: f64,
    repaid: f64,
}

impl Regular<'_> {
    fn occasions(&self) -> Vec<Occasion> {
        let standing: Vec<Occasion> = self
            .meetings
            .iter()
            .filter(|m| self.week.holds(m.on))
            .filter(|m| m.on < self.week.today || !self.week.book.is_left(m))
            .map(|m| self.occasion(m.on, m.starts, Some(m)))
            .collect();
        if !standing.is_empty() {
            return standing;
        }
        // What the rhythm puts on a day that has gone by was not held, or nobody has noted it.
        let expected = expected(self.room, self.meetings, self.week.monday);
        let expected = expected.filter(|&on| on >= self.week.today);
        expected.map(|on| vec![self.occasion(on, None, None)]).unwrap_or_default()
    }

    fn occasion(&self, on: Date, starts: Option<Time>, meeting: Option<&&Meeting>) -> Occasion {
        let own = meeting.and_then(|m| m.minutes);
        let travel = meeting.and_then(|m| m.travel_minutes).or(self.room.travel_minutes);
        let travel = travel.or_else(|| self.usual(|m| m.travel_minutes)).unwrap_or(0);
        let minutes = own.or(self.room.meeting_minutes).or_else(|| self.usual(|m| m.minutes));
        let minutes = minutes.unwrap_or(USUAL_MINUTES);
        Occasion {
            room: self.room.id,
            name: self.room.name.clone(),
            on,
            start: starts.map(|at| on.to_datetime(at)),
            end: starts.map(|at| on.to_datetime(at).saturating_add(i64::from(minutes).minutes())),
            minutes: minutes.saturating_add(travel).clamp(1, 24 * 60),
            stands: meeting.is_some(),
            is_over: on < self.week.today || meeting.is_some_and(|m| m.debriefed_on.is_some()),
            is_near: on < earliest(self.week.today),
            is_asked_for: self.gives_way_to(on, Stage::Asked),
            is_given: self.gives_way_to(on, Stage::Agreed),
            has_rule: self.room.absences_allowed.is_some(),
            may_be_over: on == self.week.today && starts.is_none(),
            may_miss: self.may_miss(),
            met_each: self.met_each,
            repaid: self.repaid,
            fee: meeting.and_then(|m| m.cost).or(self.room.fee_per_meeting),
            facts: meeting.map(|m| m.id).into_iter().chain([self.room.id.into()]).collect(),
        }
    }

    /// Whether a conversation at a stage takes the place of the meeting of a day that lies ahead.
    fn gives_way_to(&self, on: Date, stage: Stage) -> bool {
        let meeting = InsteadOf { room: self.room.id, on };
        let mut talks = self.replacing.iter().filter(|talk| talk.stage == stage);
        on >= self.week.today && talks.any(|talk| talk.takes_the_place_of(meeting))
    }

    /// The median of what its meetings took, as far as they tell.
    fn usual(&self, told: impl Fn(&Meeting) -> Option<u32>) -> Option<u32> {
        let mut all: Vec<u32> = self.meetings.iter().filter_map(|m| told(m)).collect();
        all.sort_unstable();
        all.get(all.len() / 2).copied()
    }

    fn rhythm(&self) -> Option<i32> {
        rhythm(self.room, self.meetings)
    }

    /// Without a rule nothing is lost by an absence; with one, absences must be left in its window or
    /// a substitute must count. One more is kept in hand than the swaps of the coming weeks need.
    fn may_miss(&self) -> bool {
        let every = self.rhythm().unwrap_or(7);
        let rule = Attendance::of(self.room, self.meetings, every, self.week.monday);
        rule.is_none_or(|rule| rule.substitute || rule.missed < i64::from(rule.allowed))
    }
}

fn count(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::MAX, f64::from)
}
