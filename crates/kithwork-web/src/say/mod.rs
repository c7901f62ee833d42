//! How figures are said: money, minutes, dates and counts, as a British reader writes them.

mod count;
mod day;
mod minutes;
mod money;

pub(crate) use count::{capital, counted, listed, number, percent, shortened, spelled};
pub(crate) use day::{day, day_in, long_day, month_day, week};
pub(crate) use minutes::{duration, hours};
pub(crate) use money::{money, moneys, per_hour};
