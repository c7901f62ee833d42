//! The occasions of a series (RFC 5545 §3.8.5). calcard expands the rule; here it is bounded, so
//! that a rule without end, or one that means every second, costs no more than its answer.

use crate::guard;
use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarFrequency,
    ICalendarProperty, ICalendarRecurrenceRule, ICalendarValue,
};
use calcard::{Entry, Parser};
use jiff::civil::{Date, DateTime, Time};
use kithwork_core::facts::Event;
use std::collections::{BTreeSet, HashSet};
use thiserror::Error;

/// Why a series could not be spelled out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum SeriesError {
    /// The rule is none that RFC 5545 knows.
    #[error("the recurrence rule can’t be read")]
    Unreadable,
    /// Nobody meets every hour.
    #[error("the recurrence rule repeats more often than daily")]
    TooOften,
    /// More than [`MOST`] occasions.
    #[error("the series has too many occasions")]
    TooMany,
}

/// The most occasions a series may have: daily for more than a century.
pub const MOST: usize = 50_000;

/// The most starts on one day: a rule may list hours, and one of every second is no meeting.
const MOST_A_DAY: usize = 24;

/// The wall-time starts of an event up to and including `until`, in order: `DTSTART`, then what its
/// rule says, and its `RDATE`s, without its `EXDATE`s. An event that does not recur has one; one
/// without a date has none.
///
/// # Errors
/// [`SeriesError`] where its rule can't be read, repeats more often than daily, or says too much.
pub fn occurrences(event: &Event, until: Date) -> Result<Vec<DateTime>, SeriesError> {
    let Some(on) = event.on else { return Ok(Vec::new()) };
    let start = on.to_datetime(event.starts.unwrap_or(Time::midnight()));
    let last = until.to_datetime(Time::constant(23, 59, 59, 999_999_999));
    let mut all = BTreeSet::from([start]);
    all.extend(&event.rdates);
    if let Some(rule) = &event.rrule {
        all.extend(ruled(rule, event, start, last)?);
    }
    let left_out: HashSet<&DateTime> = event.exdates.iter().collect();
    let told: Vec<_> = all.into_iter().filter(|at| *at <= last && !left_out.contains(at)).collect();
    if told.len() > MOST { Err(SeriesError::TooMany) } else { Ok(told) }
}

fn ruled(
    text: &str,
    event: &Event,
    start: DateTime,
    last: DateTime,
) -> Result<Vec<DateTime>, SeriesError> {
    let mut rule = parsed(text).ok_or(SeriesError::Unreadable)?;
    check(&rule)?;
    let end = match &rule.until {
        Some(until) => end_of(until, event, start).ok_or(SeriesError::Unreadable)?.min(last),
        None => last,
    };
    if end < start {
        return Ok(Vec::new());
    }
    rule.until = Some(partial(end).ok_or(SeriesError::Unreadable)?);
    let series = ICalendar {
        components: vec![ICalendarComponent {
            component_type: ICalendarComponentType::VEvent,
            entries: vec![
                entry(
                    ICalendarProperty::Dtstart,
                    ICalendarValue::PartialDateTime(Box::new(
                        partial(start).ok_or(SeriesError::Unreadable)?,
                    )),
                ),
                entry(ICalendarProperty::Rrule, ICalendarValue::RecurrenceRule(Box::new(rule))),
            ],
            component_ids: Vec::new(),
        }],
    };
    expanded(&series)
}

fn expanded(series: &ICalendar) -> Result<Vec<DateTime>, SeriesError> {
    use calcard::common::timezone::Tz;
    let expand = || series.expand_dates(Tz::Floating, MOST + 1);
    let expanded = guard::sound(expand).ok_or(SeriesError::Unreadable)?;
    if !expanded.errors.is_empty() {
        return Err(SeriesError::Unreadable);
    }
    if expanded.events.len() > MOST {
        return Err(SeriesError::TooMany);
    }
    let wall = |seconds: i64| {
        let at = jiff::Timestamp::from_second(seconds).ok()?;
        Some(jiff::tz::Offset::UTC.to_datetime(at))
    };
    let told = expanded.events.iter();
    Ok(told.filter_map(|event| wall(event.start.naive_local().and_utc().timestamp())).collect())
}

fn parsed(text: &str) -> Option<ICalendarRecurrenceRule> {
    // A rule is one line; a longer one is no rule.
    if text.len() > 4096 || text.contains(['\r', '\n']) {
        return None;
    }
    let component = format!("BEGIN:VEVENT\r\nRRULE:{text}\r\nEND:VEVENT\r\n");
    let read = guard::sound(|| Parser::new(&component).entry())?;
    let Entry::ICalendar(calendar) = read else { return None };
    let event = calendar.components.into_iter().next()?;
    let rule = event.entries.into_iter().find(|e| e.name == ICalendarProperty::Rrule)?;
    match rule.values.into_iter().next()? {
        ICalendarValue::RecurrenceRule(rule) => Some(*rule),
        _ => None,
    }
}

fn check(rule: &ICalendarRecurrenceRule) -> Result<(), SeriesError> {
    let daily = [
        ICalendarFrequency::Daily,
        ICalendarFrequency::Weekly,
        ICalendarFrequency::Monthly,
        ICalendarFrequency::Yearly,
    ];
    let a_day = [&rule.byhour, &rule.byminute, &rule.bysecond].map(|list| list.len().max(1));
    if !daily.contains(&rule.freq) || a_day.iter().product::<usize>() > MOST_A_DAY {
        return Err(SeriesError::TooOften);
    }
    Ok(())
}

/// `UNTIL` on the clock of the event: of a date, the end of that day; of a time in UTC, the wall
/// time then (RFC 5545 §3.3.10).
fn end_of(until: &PartialDateTime, event: &Event, start: DateTime) -> Option<DateTime> {
    let date = Date::new(
        i16::try_from(until.year?).ok()?,
        i8::try_from(until.month?).ok()?,
        i8::try_from(until.day?).ok()?,
    )
    .ok()?;
    let (Some(hour), Some(minute)) = (until.hour, until.minute) else {
        return Some(date.to_datetime(start.time().max(Time::constant(23, 59, 59, 0))));
    };
    let narrow = |n: u8| i8::try_from(n).ok();
    let second = until.second.unwrap_or(0).min(59);
    let wall =
        date.to_datetime(Time::new(narrow(hour)?, narrow(minute)?, narrow(second)?, 0).ok()?);
    match (&event.zone, until.tz_hour) {
        (Some(zone), Some(0)) => {
            // The last hours of the year 9999 are no instant any more: there, the clock is near enough.
            let instant = jiff::tz::Offset::UTC.to_timestamp(wall).ok();
            Some(instant.map_or(wall, |at| crate::icalendar::wall_time_in(zone, at)))
        }
        _ => Some(wall),
    }
}

fn entry(name: ICalendarProperty, value: ICalendarValue) -> ICalendarEntry {
    ICalendarEntry { name, params: Vec::new(), values: vec![value] }
}

/// A wall time as calcard holds it; none outside the years of RFC 5545.
fn partial(at: DateTime) -> Option<PartialDateTime> {
    let narrow = |n: i8| u8::try_from(n).ok();
    Some(PartialDateTime {
        year: Some(u16::try_from(at.year()).ok()?),
        month: narrow(at.month()),
        day: narrow(at.day()),
        hour: narrow(at.hour()),
        minute: narrow(at.minute()),
        second: narrow(at.second()),
        ..PartialDateTime::default()
    })
}

#[cfg(test)]
mod tests;
