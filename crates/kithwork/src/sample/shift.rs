//! Moving every date of a text by whole weeks.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// How a file writes its dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dates {
    /// `2026-11-16`.
    Iso,
    /// `2026-11`.
    Month,
    /// `20261116`, alone or before a `T`.
    Compact,
    /// `16 Nov 2026`.
    Linkedin,
    /// It has none.
    None,
}

impl Dates {
    /// How such a date is written.
    fn pattern(self) -> &'static str {
        match self {
            Self::Iso => "%Y-%m-%d",
            Self::Month => "%Y-%m",
            Self::Compact => "%Y%m%d",
            Self::Linkedin => "%d %b %Y",
            Self::None => "",
        }
    }

    /// How long such a date is, in characters.
    fn length(self) -> usize {
        match self {
            Self::Iso => 10,
            Self::Month => 7,
            Self::Compact => 8,
            Self::Linkedin => 11,
            Self::None => 0,
        }
    }

    /// Reads one. Years before 2000 belong to the rules of a time zone and stay.
    fn read(self, text: &str) -> Option<Date> {
        let starts_right = text.chars().next().is_some_and(|c| c.is_ascii_digit());
        let day = match self {
            Self::Month => Date::strptime("%Y-%m-%d", format!("{text}-01")),
            _ if starts_right => Date::strptime(self.pattern(), text),
            _ => return None,
        };
        day.ok().filter(|day| day.year() >= 2000)
    }
}

/// A move in time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shift {
    days: Span,
    months: Span,
}

impl Shift {
    /// The move from one Monday to another. Months move by the difference of the two Mondays' months,
    /// so that none appears twice.
    pub(super) fn between(from: Date, to: Date) -> Self {
        let months = (i32::from(to.year()) - i32::from(from.year())) * 12 + i32::from(to.month())
            - i32::from(from.month());
        let days = i64::from((to - from).get_days());
        Self { days: days.days(), months: i64::from(months).months() }
    }

    /// The text with every date moved.
    pub(super) fn apply(&self, text: &str, dates: Dates) -> String {
        if dates == Dates::None {
            return text.to_owned();
        }
        let mut moved = String::with_capacity(text.len());
        let mut rest = text;
        let mut before = None;
        while let Some(first) = rest.chars().next() {
            let word = rest.get(..dates.length());
            let begins = !before.is_some_and(|c: char| c.is_alphanumeric() || c == '-');
            match word.filter(|_| begins).and_then(|word| self.date(word, rest, dates)) {
                Some(date) => {
                    moved.push_str(&date);
                    before = date.chars().last();
                    rest = rest.get(dates.length()..).unwrap_or_default();
                }
                None => {
                    moved.push(first);
                    before = Some(first);
                    rest = rest.get(first.len_utf8()..).unwrap_or_default();
                }
            }
        }
        moved
    }

    /// The date that the text begins with, moved; none where it is part of a longer number.
    fn date(&self, word: &str, rest: &str, dates: Dates) -> Option<String> {
        let next = rest.get(word.len()..).and_then(|after| after.chars().next());
        if next.is_some_and(|c| c.is_ascii_digit() || c == '-') {
            return None;
        }
        let by = if dates == Dates::Month { self.months } else { self.days };
        let moved = dates.read(word)?.checked_add(by).ok()?;
        Some(moved.strftime(dates.pattern()).to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::{Dates, Shift};
    use jiff::civil::date;

    fn three_weeks_later() -> Shift {
        Shift::between(date(2026, 11, 16), date(2026, 12, 7))
    }

    #[test]
    fn each_way_of_writing_a_date_moves_by_the_same_weeks() {
        let shift = three_weeks_later();
        assert_eq!(
            shift.apply("2026-11-16,\"2026-10-01\"", Dates::Iso),
            "2026-12-07,\"2026-10-22\""
        );
        assert_eq!(
            shift.apply("TZID=X:20261116T070000\r\n", Dates::Compact),
            "TZID=X:20261207T070000\r\n"
        );
        assert_eq!(shift.apply("Owner,05 Nov 2026", Dates::Linkedin), "Owner,26 Nov 2026");
        assert_eq!(shift.apply("Google Ads,2026-10,2", Dates::Month), "Google Ads,2026-11,2");
    }

    #[test]
    fn numbers_that_are_no_dates_and_the_rules_of_a_zone_stay() {
        let shift = three_weeks_later();
        for text in ["+44 7700 900123", "DTSTART:19701025T020000", "café 2026-1116", "120261116"] {
            assert_eq!(shift.apply(text, Dates::Compact), text);
            assert_eq!(shift.apply(text, Dates::Iso), text);
        }
    }
}
