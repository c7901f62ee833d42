//! Until when a prepared minute may still be changed (row 27).

use crate::facts::Meeting;
use jiff::SignedDuration;
use jiff::civil::{DateTime, Time};
use serde::Serialize;

/// The hours before a meeting in which its minute stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Lock {
    /// From when on, by the owner's clock.
    pub from: DateTime,
    /// Until when: the end of the meeting's day.
    pub until: DateTime,
    /// Whether the meeting's start is known; without it, its day's beginning counts.
    pub knows_start: bool,
}

impl Lock {
    /// The lock of a meeting, so many hours before it starts.
    pub fn of(meeting: &Meeting, hours: u32) -> Self {
        let starts = meeting.on.to_datetime(meeting.starts.unwrap_or(Time::midnight()));
        let until = meeting.on.to_datetime(Time::MAX);
        let from = starts.saturating_sub(SignedDuration::from_hours(i64::from(hours)));
        Self { from, until, knows_start: meeting.starts.is_some() }
    }

    /// Whether the minute is locked at a moment by the owner's clock.
    pub fn holds(&self, now: DateTime) -> bool {
        self.from <= now && now <= self.until
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{FactId, RoomId};
    use jiff::civil::{date, datetime, time};

    fn meeting(starts: Option<Time>) -> Meeting {
        let (id, room) = (FactId(uuid::Uuid::nil()), RoomId(uuid::Uuid::nil()));
        Meeting { starts, ..Meeting::held(id, room, date(2026, 11, 19)) }
    }

    #[test]
    fn it_holds_from_so_many_hours_before_the_start_to_the_end_of_the_day() {
        let lock = Lock::of(&meeting(Some(time(7, 0, 0, 0))), 12);
        assert_eq!(lock.from, datetime(2026, 11, 18, 19, 0, 0, 0));
        assert!(!lock.holds(datetime(2026, 11, 18, 18, 59, 59, 0)));
        assert!(lock.holds(lock.from) && lock.holds(datetime(2026, 11, 19, 23, 59, 0, 0)));
        assert!(!lock.holds(datetime(2026, 11, 20, 0, 0, 0, 0)));
    }

    #[test]
    fn without_a_start_the_days_beginning_counts_and_no_number_of_hours_breaks_it() {
        let lock = Lock::of(&meeting(None), 12);
        assert_eq!((lock.from, lock.knows_start), (datetime(2026, 11, 18, 12, 0, 0, 0), false));
        assert!(Lock::of(&meeting(None), u32::MAX).holds(datetime(2026, 1, 1, 0, 0, 0, 0)));
        assert!(Lock::of(&meeting(None), 0).holds(datetime(2026, 11, 19, 0, 0, 0, 0)));
    }
}
