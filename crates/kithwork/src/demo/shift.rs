//! Moving every date of a text by whole weeks, so that weekdays stay what they are.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// By how much dates move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shift {
    days: i32,
    /// For months that stand alone, such as `2026-10`.
    months: i32,
}

impl Shift {
    /// From the Monday of one date's week to the Monday of another's.
    pub(super) fn between(from: Date, to: Date) -> Self {
        let (from, to) = (monday(from), monday(to));
        let days = from.until(to).map_or(0, |span| span.get_days());
        let month = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month());
        Self { days, months: month(to) - month(from) }
    }

    /// The text with each of its dates moved: `2026-11-16`, `2026-10`, `20261116` and
    /// `16 Nov 2026`.
    pub(super) fn all_dates_of(self, text: &str) -> String {
        let mut moved = String::with_capacity(text.len());
        let mut rest = text;
        let mut before = None;
        while let Some(first) = rest.chars().next() {
            let begins = first.is_ascii_digit() && !before.is_some_and(joins);
            let found = if begins { self.date_at(rest) } else { None };
            let (new, length) = found.unwrap_or_else(|| (first.to_string(), first.len_utf8()));
            before = rest.get(..length).and_then(|taken| taken.chars().next_back());
            moved.push_str(&new);
            rest = rest.get(length..).unwrap_or_default();
        }
        moved
    }

    /// A date that the text begins with, moved, and its length in octets.
    fn date_at(self, text: &str) -> Option<(String, usize)> {
        let forms = [("%Y-%m-%d", 10), ("%Y%m%d", 8), ("%d %b %Y", 11)];
        for (form, length) in forms {
            let part = text.get(..length).filter(|_| ends(text, length));
            if let Some(date) = part.and_then(|part| Date::strptime(form, part).ok()) {
                let date = date.checked_add(self.days.days()).ok()?;
                return Some((date.strftime(form).to_string(), length));
            }
        }
        let month = text.get(..7).filter(|_| ends(text, 7))?;
        let first: Date = format!("{month}-01").parse().ok()?;
        let moved = first.checked_add(self.months.months()).ok()?;
        Some((moved.strftime("%Y-%m").to_string(), 7))
    }
}

fn monday(date: Date) -> Date {
    let since = i32::from(date.weekday().since(Weekday::Monday));
    date.checked_sub(since.days()).unwrap_or(date)
}

/// What a date can't stand right behind: it would be the end of something longer.
fn joins(before: char) -> bool {
    before.is_alphanumeric() || matches!(before, '-' | '+')
}

/// Whether a date can end there. `T` follows one in calendars.
fn ends(text: &str, length: usize) -> bool {
    let next = text.get(length..).and_then(|rest| rest.chars().next());
    next.is_none_or(|c| c == 'T' || !(c.is_alphanumeric() || c == '-'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_spelling_of_a_date_moves_by_whole_weeks_and_nothing_else_moves() {
        let shift = Shift::between(date(2026, 11, 16), date(2026, 12, 2));
        let text = "2026-11-12,DTSTART:20261116T080000,16 Nov 2026,2026-10,+442079460001,£2026";
        let moved = "2026-11-26,DTSTART:20261130T080000,30 Nov 2026,2026-10,+442079460001,£2026";
        assert_eq!(shift.all_dates_of(text), moved);
    }

    #[test]
    fn a_month_alone_moves_by_the_difference_of_the_mondays_months() {
        let shift = Shift::between(date(2026, 11, 16), date(2027, 1, 20));
        assert_eq!(shift.all_dates_of("cold calling,2026-10,4"), "cold calling,2026-12,4");
    }
}
