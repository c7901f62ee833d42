//! Dates as sheets write them: ISO 8601, or day and month in an order that the file betrays.

use crate::refusal::Reason;
use jiff::civil::Date;

/// What a file's dates betray of the order of day and month. One value above twelve decides for
/// all; values that contradict each other decide nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Order {
    day_first: bool,
    month_first: bool,
}

impl Order {
    /// Looks at one cell.
    pub(crate) fn learn(&mut self, cell: &str) {
        if let Some([first, second, _]) = slashed(cell) {
            self.day_first |= first > 12 && second <= 12;
            self.month_first |= second > 12 && first <= 12;
        }
    }

    /// What two parts of one file betray together.
    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            day_first: self.day_first || other.day_first,
            month_first: self.month_first || other.month_first,
        }
    }

    /// Reads a date.
    ///
    /// # Errors
    /// [`Reason::DateAmbiguous`], [`Reason::DateImpossible`] or [`Reason::DateUnreadable`].
    pub(crate) fn date(self, cell: &str) -> Result<Date, Reason> {
        if let Some([year, month, day]) = iso(cell) {
            return civil(year, month, day);
        }
        let [first, second, year] = slashed(cell).ok_or(Reason::DateUnreadable)?;
        match (first > 12, second > 12) {
            (true, true) => Err(Reason::DateImpossible),
            (true, false) => civil(year, second, first),
            (false, true) => civil(year, first, second),
            (false, false) if first == second => civil(year, first, second),
            (false, false) => match (self.day_first, self.month_first) {
                (true, false) => civil(year, second, first),
                (false, true) => civil(year, first, second),
                _ => Err(Reason::DateAmbiguous),
            },
        }
    }
}

/// What a date that can be read in two ways could be: day first, month first.
pub(crate) fn both_ways(cell: &str) -> Option<[Date; 2]> {
    let [first, second, year] = slashed(cell)?;
    Some([civil(year, second, first).ok()?, civil(year, first, second).ok()?])
}

/// A month, as `2026-11`, a date in it, or `11/2026`.
pub(crate) fn month(cell: &str) -> Result<Date, Reason> {
    let numbers: Option<Vec<i32>> = cell.split(['-', '/']).map(|part| number(part, 4)).collect();
    let (year, month) = match numbers.as_deref() {
        Some(&[year, month] | &[year, month, _]) if year > 31 => (year, month),
        Some(&[month, year]) if year > 31 => (year, month),
        _ => return Err(Reason::MonthUnreadable),
    };
    civil(year, month, 1).map_err(|_reason| Reason::MonthUnreadable)
}

/// `2026-11-16`, also with a time behind it.
fn iso(cell: &str) -> Option<[i32; 3]> {
    let date = cell.split(['T', ' ']).next()?;
    let mut parts = date.split('-');
    let year = parts.next().filter(|year| year.len() == 4)?;
    let all = [number(year, 4)?, number(parts.next()?, 2)?, number(parts.next()?, 2)?];
    parts.next().is_none().then_some(all)
}

/// `16/11/2026`, with points or dashes too.
fn slashed(cell: &str) -> Option<[i32; 3]> {
    let date = cell.split(['T', ' ']).next()?;
    let divider = date.chars().find(|c| !c.is_ascii_digit())?;
    let mut parts = date.split(divider).filter(|_| matches!(divider, '/' | '.' | '-'));
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let all = [number(first, 2)?, number(second, 2)?, number(year, 4)?];
    (parts.next().is_none() && year.len() == 4).then_some(all)
}

fn number(text: &str, most: usize) -> Option<i32> {
    let digits = !text.is_empty() && text.len() <= most && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| digits)
}

fn civil(year: i32, month: i32, day: i32) -> Result<Date, Reason> {
    let narrow = |n: i32| i8::try_from(n).ok();
    let (year, month, day) = (i16::try_from(year).ok(), narrow(month), narrow(day));
    match (year, month, day) {
        (Some(year), Some(month), Some(day)) => {
            Date::new(year, month, day).map_err(|_error| Reason::DateImpossible)
        }
        _ => Err(Reason::DateImpossible),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn order(cells: &[&str]) -> Order {
        let mut order = Order::default();
        for cell in cells {
            order.learn(cell);
        }
        order
    }

    #[test]
    fn one_value_above_twelve_decides_for_the_file() {
        assert_eq!(order(&["16/11/2026"]).date("03/04/2026"), Ok(date(2026, 4, 3)));
        assert_eq!(order(&["11/16/2026"]).date("03/04/2026"), Ok(date(2026, 3, 4)));
        assert_eq!(order(&["03/04/2026"]).date("03/04/2026"), Err(Reason::DateAmbiguous));
        let both = order(&["16/11/2026", "11/16/2026"]);
        assert_eq!(both.date("03/04/2026"), Err(Reason::DateAmbiguous));
        assert_eq!(both.date("16/11/2026"), Ok(date(2026, 11, 16)));
    }

    #[test]
    fn what_leaves_no_doubt_is_read_anywhere() {
        let none = Order::default();
        for cell in ["2026-11-16", "16/11/2026", "11/16/2026", "16.11.2026", "2026-11-16T08:00:00"]
        {
            assert_eq!(none.date(cell), Ok(date(2026, 11, 16)), "{cell}");
        }
        assert_eq!(none.date("4/4/2026"), Ok(date(2026, 4, 4)));
        assert_eq!(none.date("2026-02-30"), Err(Reason::DateImpossible));
        assert_eq!(none.date("31/02/2026"), Err(Reason::DateImpossible));
        for cell in ["16/11/26", "soon", "2026", "2026-1-2-3", "٣/٤/2026", "-", "//"] {
            assert_eq!(none.date(cell), Err(Reason::DateUnreadable), "{cell}");
        }
    }

    #[test]
    fn a_doubtful_date_is_shown_as_both_days_it_could_be() {
        assert_eq!(both_ways("03/04/2026"), Some([date(2026, 4, 3), date(2026, 3, 4)]));
        assert_eq!(both_ways("2026-03-04"), None);
        assert_eq!(both_ways("16/11/2026"), None);
    }

    #[test]
    fn months_are_read_as_their_first_day() {
        for cell in ["2026-11", "2026-11-16", "11/2026"] {
            assert_eq!(month(cell), Ok(date(2026, 11, 1)), "{cell}");
        }
        assert_eq!(month("2026-13"), Err(Reason::MonthUnreadable));
        assert_eq!(month("November"), Err(Reason::MonthUnreadable));
    }
}
