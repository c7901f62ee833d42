//! The examples of RFC 5545 §3.8.5.3, and what an unkind calendar may hold.

use super::*;
use jiff::civil::date;

fn event(rule: &str, on: Date) -> Event {
    Event {
        on: Some(on),
        starts: Some(Time::constant(9, 0, 0, 0)),
        zone: Some("America/New_York".to_owned()),
        rrule: Some(rule.to_owned()),
        ..Event::default()
    }
}

fn days(rule: &str, on: Date, until: Date) -> Vec<String> {
    let all = occurrences(&event(rule, on), until).unwrap();
    all.iter().map(|at| at.date().to_string()).collect()
}

#[test]
fn the_rfcs_own_examples_give_its_own_days() {
    let (tuesday, friday, end) = (date(1997, 9, 2), date(1997, 9, 5), date(1998, 12, 31));
    for (rule, on, told) in [
        ("FREQ=DAILY;COUNT=3", tuesday, "1997-09-02 1997-09-03 1997-09-04"),
        ("FREQ=DAILY;INTERVAL=10;COUNT=3", tuesday, "1997-09-02 1997-09-12 1997-09-22"),
        ("FREQ=WEEKLY;UNTIL=19970923T000000Z", tuesday, "1997-09-02 1997-09-09 1997-09-16"),
        (
            "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,TH;WKST=SU",
            tuesday,
            "1997-09-02 1997-09-04 1997-09-16 1997-09-18",
        ),
        ("FREQ=MONTHLY;COUNT=3;BYDAY=1FR", friday, "1997-09-05 1997-10-03 1997-11-07"),
        ("FREQ=MONTHLY;COUNT=2;BYMONTHDAY=2,15", tuesday, "1997-09-02 1997-09-15"),
        (
            "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
            date(1997, 9, 4),
            "1997-09-04 1997-10-07 1997-11-06",
        ),
        ("FREQ=YEARLY;COUNT=2;BYMONTH=6,7", date(1997, 6, 10), "1997-06-10 1997-07-10"),
    ] {
        assert_eq!(days(rule, on, end).join(" "), told, "{rule}");
    }
}

#[test]
fn a_rule_without_end_ends_with_the_day_that_is_asked_for() {
    let told = days("FREQ=WEEKLY", date(2016, 1, 4), date(2026, 1, 5));
    assert_eq!((told.len(), told.last().map(String::as_str)), (523, Some("2026-01-05")));
    assert_eq!(
        days("FREQ=YEARLY;UNTIL=99991231T235959Z", date(2024, 1, 1), date(2026, 1, 1)).len(),
        3
    );
}

#[test]
fn a_hundred_series_of_ten_years_are_soon_spelled_out() {
    let all = (0..100).map(|n| {
        let on = date(2016, 1, 4).saturating_add(jiff::Span::new().days(n));
        days("FREQ=WEEKLY;BYDAY=MO,TH", on, date(2025, 12, 31)).len()
    });
    assert!((80_000..110_000).contains(&all.sum::<usize>()));
}

#[test]
fn until_in_utc_is_put_on_the_events_clock() {
    let on = date(2026, 7, 6);
    assert_eq!(days("FREQ=DAILY;UNTIL=20260708T130000Z", on, date(2027, 1, 1)).len(), 3);
    assert_eq!(days("FREQ=DAILY;UNTIL=20260708T125959Z", on, date(2027, 1, 1)).len(), 2);
    assert_eq!(days("FREQ=DAILY;UNTIL=20260708", on, date(2027, 1, 1)).len(), 3);
    let whole = Event { starts: None, zone: None, ..event("FREQ=DAILY;UNTIL=20260708", on) };
    assert_eq!(occurrences(&whole, date(2027, 1, 1)).unwrap().len(), 3);
}

#[test]
fn exceptions_go_and_additions_come() {
    let nine = |day| date(2026, 7, day).at(9, 0, 0, 0);
    let mut event = event("FREQ=DAILY;COUNT=4", date(2026, 7, 6));
    event.exdates = vec![nine(7), nine(30)];
    event.rdates = vec![nine(20), nine(6)];
    let told = occurrences(&event, date(2026, 7, 20)).unwrap();
    assert_eq!(told, [nine(6), nine(8), nine(9), nine(20)]);
    event.rrule = None;
    assert_eq!(occurrences(&event, date(2026, 7, 5)).unwrap(), []);
    event.on = None;
    assert_eq!(occurrences(&event, date(2026, 7, 20)).unwrap(), []);
}

#[test]
fn unkind_rules_are_refused_at_once() {
    let (on, until) = (date(2026, 7, 6), date(9999, 12, 31));
    let hours = (0..24).map(|h| h.to_string()).collect::<Vec<_>>().join(",");
    let sixty = (0..60).map(|h| h.to_string()).collect::<Vec<_>>().join(",");
    for (rule, error) in [
        ("FREQ=SECONDLY", SeriesError::TooOften),
        ("FREQ=HOURLY;COUNT=2", SeriesError::TooOften),
        (
            &format!("FREQ=YEARLY;BYHOUR={hours};BYMINUTE={sixty};BYSECOND={sixty}"),
            SeriesError::TooOften,
        ),
        ("FREQ=DAILY", SeriesError::TooMany),
        ("", SeriesError::Unreadable),
        ("FREQ=DAILY;BYMONTH=99", SeriesError::Unreadable),
    ] {
        assert_eq!(occurrences(&event(rule, on), until), Err(error), "{rule}");
    }
}

#[test]
fn a_rule_that_never_comes_true_ends_too() {
    let told = days("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", date(2026, 7, 6), date(9999, 12, 31));
    assert_eq!(told, ["2026-07-06"]);
}
