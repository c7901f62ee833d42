//! How often an entry comes round, and at which time of the day.

use crate::facts::Event;
use jiff::civil::{Date, Time, Weekday};

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

/// Days between single entries of one title, in order of their days: at least four, nearly always on
/// the same day of the week. The middle of the gaps, so that a holiday makes no difference.
pub(super) fn interval_of(days: &[Date]) -> Option<u32> {
    if days.len() < 4 {
        return None;
    }
    let weekdays = || days.iter().map(|day| day.weekday());
    let most = weekdays().map(|one| weekdays().filter(|other| *other == one).count()).max()?;
    let mut gaps: Vec<i32> = days.windows(2).map(|two| (two[1] - two[0]).get_days()).collect();
    gaps.sort_unstable();
    let middle = u32::try_from(*gaps.get(gaps.len() / 2)?).ok()?;
    (most * 5 >= days.len() * 4).then_some(middle)
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
    if between(6, 9) || starts.hour() == 9 && starts.minute() <= 30 {
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
pub(super) fn meets_like_a_room(event: &Event, interval: Option<u32>) -> bool {
    match (interval, slot(event)) {
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

    fn meets_like_a_room(event: &Event) -> bool {
        super::meets_like_a_room(event, interval_days(event))
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

    #[test]
    fn single_entries_come_round_on_one_day_of_the_week() {
        let days =
            |all: &[&str]| -> Vec<Date> { all.iter().filter_map(|d| d.parse().ok()).collect() };
        let fortnightly =
            days(&["2026-01-08", "2026-01-22", "2026-02-19", "2026-03-05", "2026-03-19"]);
        assert_eq!(interval_of(&fortnightly), Some(14));
        assert_eq!(interval_of(&fortnightly[..3]), None);
        let now_and_then = days(&["2026-01-08", "2026-01-20", "2026-02-23", "2026-03-06"]);
        assert_eq!(interval_of(&now_and_then), None);
    }
}
