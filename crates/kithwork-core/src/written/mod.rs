//! How dates, times, numbers and money are written in a language and country: the one place for it.
//!
//! After the Unicode CLDR, version 48 (the patterns named at each function), held as a small table: of
//! eight locales a table is two hundred lines, where the `icu` crates with their data are 4 MB of
//! program and a minute of build. Three ways of the house are kept where CLDR differs: the minus sign is
//! the typographic one, whole amounts show no decimals, and a week has no thin spaces around its dash.

mod capital;
mod day;
mod length;
mod money;
mod names;
mod number;

pub use capital::capital;
pub use day::{
    clock, day, day_in, day_of, full_day, long_day, month_day, month_in, week, weekday, weekday_of,
};
pub use length::spelt;
pub use money::money;
pub use number::{decimal, duration, number, percent, share, share_beside, times};
