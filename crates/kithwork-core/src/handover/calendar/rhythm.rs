//! How often an entry comes round, and at which time of the day.

use crate::facts::Event;
use jiff::civil::{Time, Weekday};

/// Days between two occasions of a rule, roughly; none where there is no rule or it names several
/// days a week.
pub(super) fn interval_days(event: &Event) -> Option<u32> {
    let rule = event.rrule.as_deref()?.to_ascii_uppercase();
    let part = |name: &str| {
        rule.split(';').find_map(|part| part.strip_prefix(name)?.strip_prefix('=').map(str::trim))
    };
    let every: u32 = part("INTERVAL").and_then(|n| n.parse().ok()).unwrap_or(1);
    let days = part("BYDAY").map_or(1, |days| days.split(',').count());
    let unit = match part("FREQ")? {
        "DAILY" if days == 1 => 1,
        "WEEKLY" if days == 1 => 7,
        "MONTHLY" => 30,
        "YEARLY" => 365,
        _ => return None,
    };
    Some(unit * every)
}

/// The times of a working day at which rooms meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    Breakfast,
    Lunch,
    Evening,
}

/// The slot an entry stands in: a working day, at least an hour.
pub(super) fn slot(event: &Event) -> Option<Slot> {
    let (on, starts) = (event.on?, event.starts?);
    let weekday = on.weekday();
    let is_long = event.minutes.is_some_and(|m| (60..=300).contains(&m));
    if !is_long || weekday == Weekday::Saturday || weekday == Weekday::Sunday {
        return None;
    }
    let between = |from: i8, to: i8| {
        starts >= Time::constant(from, 0, 0, 0) && starts <= Time::constant(to, 0, 0, 0)
    };
    if between(6, 9) {
        Some(Slot::Breakfast)
    } else if between(11, 13) {
        Some(Slot::Lunch)
    } else if between(17, 20) {
        Some(Slot::Evening)
    } else {
        None
    }
}

/// Whether an entry comes round as rooms do: weekly to every six weeks, at a room's time. An evening
/// each week is as likely a choir.
pub(super) fn meets_like_a_room(event: &Event) -> bool {
    match (interval_days(event), slot(event)) {
        (Some(7..=45), Some(Slot::Breakfast | Slot::Lunch)) => true,
        (Some(13..=45), Some(Slot::Evening)) => event.minutes.is_some_and(|m| m >= 90),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(rrule: &str, on: &str, starts: &str, minutes: u32) -> Event {
        Event {
            rrule: Some(rrule.to_owned()),
            on: on.parse().ok(),
            starts: starts.parse().ok(),
            minutes: Some(minutes),
            ..Event::default()
        }
    }

    #[test]
    fn rooms_come_round_at_breakfast_lunch_or_evening() {
        assert!(meets_like_a_room(&event("FREQ=WEEKLY;BYDAY=TH", "2026-11-12", "07:00:00", 90)));
        assert!(meets_like_a_room(&event("FREQ=DAILY;INTERVAL=14", "2026-11-12", "12:00:00", 120)));
        assert!(meets_like_a_room(&event("FREQ=MONTHLY;BYDAY=2TU", "2026-11-10", "18:30:00", 150)));
        assert!(!meets_like_a_room(&event("FREQ=WEEKLY", "2026-11-12", "19:00:00", 120)));
        assert!(!meets_like_a_room(&event("FREQ=WEEKLY", "2026-11-12", "10:00:00", 60)));
        assert!(!meets_like_a_room(&event(
            "FREQ=WEEKLY;BYDAY=MO,WE",
            "2026-11-09",
            "07:00:00",
            60
        )));
        assert!(!meets_like_a_room(&event("FREQ=WEEKLY", "2026-11-14", "08:00:00", 60)));
    }
}
