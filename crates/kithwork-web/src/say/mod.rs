//! How figures are said: money, minutes, dates and counts, as their reader's country writes them.

mod count;
mod day;
mod locale;
mod minutes;
mod money;

pub(crate) use count::{
    counted, cut, decimal, help, listed, number, percent, percent_beside, shortened, spelled, times,
};
pub(crate) use day::{clock, day, day_in, day_of, long_day, month_in, week, weekday, weekday_of};
pub(crate) use kithwork_core::written::capital;
pub(crate) use locale::{as_the_owner, language};
pub(crate) use minutes::duration;
pub(crate) use money::{about, money, moneys, per_hour};
