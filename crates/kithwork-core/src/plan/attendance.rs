//! A room's rule of attendance, and what it leaves.

use crate::days::{days_after, days_before, days_between};
use crate::facts::{Meeting, Room};
use jiff::civil::Date;
use serde::Serialize;

/// The window of a rule that names none, days: half a year.
const WINDOW_DAYS: i32 = 182;

/// What a room's rule of attendance leaves on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Attendance {
    /// Absences the rule allows in its window.
    pub allowed: u32,
    /// The window, days.
    pub window_days: i32,
    /// Absences in the window before the day.
    pub missed: i64,
    /// Whether a substitute counts as present.
    pub substitute: bool,
}

impl Attendance {
    /// The rule of a room that meets every `rhythm` days, whose meetings these are, oldest first; none
    /// where it has none.
    pub(crate) fn of(room: &Room, meetings: &[&Meeting], rhythm: i32, day: Date) -> Option<Self> {
        let allowed = room.absences_allowed?;
        let window = room.absence_window_days.and_then(|d| i32::try_from(d).ok());
        let window_days = window.unwrap_or(WINDOW_DAYS);
        let from = days_before(day, window_days);
        let first = meetings.first().map_or(from, |m| m.on).max(from);
        let rhythm = rhythm.max(1);
        let occasions = (days_between(first, day).max(0) + rhythm - 1) / rhythm;
        let attended = meetings.iter().filter(|m| m.on >= first && m.on < day).count();
        let missed = i64::from(occasions) - i64::try_from(attended).unwrap_or(i64::MAX);
        let substitute = room.substitute_allowed == Some(true);
        Some(Self { allowed, window_days, missed: missed.max(0), substitute })
    }

    /// Absences that are left.
    pub fn left(&self) -> i64 {
        (i64::from(self.allowed) - self.missed).max(0)
    }
}

/// How often a room meets, days: as it says, else as its last dozen meetings lie; none where neither
/// tells.
pub(crate) fn rhythm(room: &Room, meetings: &[&Meeting]) -> Option<i32> {
    use crate::facts::Cadence;
    match room.cadence {
        Some(Cadence::Weekly) => return Some(7),
        Some(Cadence::Fortnightly) => return Some(14),
        Some(Cadence::Monthly) => return Some(28),
        Some(Cadence::Once) => return None,
        None => {}
    }
    let recent = meetings.get(meetings.len().saturating_sub(12)..)?;
    let mut gaps: Vec<i32> = recent.windows(2).map(|p| days_between(p[0].on, p[1].on)).collect();
    gaps.sort_unstable();
    match gaps.get(gaps.len() / 2)? {
        5..=9 => Some(7),
        12..=16 => Some(14),
        25..=38 => Some(28),
        _ => None,
    }
}

/// The day on which a room's rhythm puts a meeting into the week of a Monday, by its meetings so far, oldest first; none
/// where they are too few, too long ago, or the owner has left by then.
pub(crate) fn expected(room: &Room, meetings: &[&Meeting], monday: Date) -> Option<Date> {
    let last = meetings.last().filter(|_| meetings.len() >= 3)?.on;
    let days = rhythm(room, meetings)?;
    if days_between(last, monday) > days * 5 / 2 {
        return None;
    }
    let week = (0..7).map(|i| days_after(monday, i));
    let day = if days == 28 {
        week.into_iter().find(|&on| is_same_weekday_of_month(last, on))
    } else {
        let sunday = days_after(monday, 6);
        (1..8).map(|i| days_after(last, i * days)).find(|&on| monday <= on && on <= sunday)
    };
    day.filter(|&on| room.left_on.is_none_or(|left| on <= left))
}

fn is_same_weekday_of_month(last: Date, on: Date) -> bool {
    last.weekday() == on.weekday() && (last.day() - 1) / 7 == (on.day() - 1) / 7 && on > last
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{FactId, RoomId};
    use jiff::ToSpan;
    use jiff::civil::date;
    use uuid::Uuid;

    const TODAY: Date = date(2026, 11, 16);

    fn meetings(weeks_ago: &[i64]) -> Vec<Meeting> {
        let id = |n: i64| Uuid::from_u128(n.unsigned_abs().into());
        let held = |&weeks: &i64| {
            let on = TODAY.saturating_sub(weeks.weeks());
            Meeting::held(FactId(id(weeks)), RoomId(id(0)), on)
        };
        weeks_ago.iter().map(held).collect()
    }

    #[test]
    fn absences_are_the_occasions_of_the_window_that_no_meeting_fills() {
        let all = meetings(&[8, 7, 6, 4, 3, 1]);
        let held: Vec<&Meeting> = all.iter().collect();
        let room = Room::named(RoomId(Uuid::nil()), "Thursday Table");
        assert_eq!(Attendance::of(&room, &held, 7, TODAY), None, "no rule, nothing is missed");
        let room = Room { absences_allowed: Some(3), absence_window_days: Some(56), ..room };
        let rule = Attendance::of(&room, &held, 7, TODAY).unwrap();
        assert_eq!((rule.missed, rule.left(), rule.window_days), (2, 1, 56));
        let strict = Room { absences_allowed: Some(0), ..room };
        assert_eq!(
            Attendance::of(&strict, &held, 7, TODAY).unwrap().left(),
            0,
            "never below nought"
        );
        assert_eq!(Attendance::of(&strict, &[], 0, TODAY).unwrap().missed, 56);
    }

    #[test]
    fn the_rhythm_is_what_the_room_says_else_what_its_meetings_show() {
        let all = meetings(&[6, 4, 2]);
        let held: Vec<&Meeting> = all.iter().collect();
        let room = Room::named(RoomId(Uuid::nil()), "Chamber Lunch");
        assert_eq!((rhythm(&room, &held), rhythm(&room, &[])), (Some(14), None));
        let says = Room { cadence: Some(crate::facts::Cadence::Weekly), ..room };
        assert_eq!(rhythm(&says, &held), Some(7));
    }
}
