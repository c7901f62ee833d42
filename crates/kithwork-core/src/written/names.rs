//! The names of months and days (CLDR 48, `months` and `days`, format context).

use crate::facts::Locale;
use jiff::civil::{Date, Weekday};

type Months = [&'static str; 12];
type Days = [&'static str; 7];

const MONTHS: Months = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const MONATE: Months = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];
const MOIS: Months = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const SHORT: Months =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"];
const SHORT_AU: Months =
    ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];
const SHORT_US: Months =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const SHORT_DE: Months = [
    "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez.",
];
const SHORT_FR: Months = [
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
    "déc.",
];
const DAYS: Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const TAGE: Days =
    ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];
const JOURS: Days = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const SHORT_DAYS: Days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const SHORT_TAGE: Days = ["Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa.", "So."];
const SHORT_JOURS: Days = ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."];

/// The month of a date, in full.
pub(super) fn month(locale: Locale, date: Date) -> &'static str {
    let months = match locale {
        Locale::DeDe => &MONATE,
        Locale::FrFr => &MOIS,
        _ => &MONTHS,
    };
    of_month(months, date)
}

/// The month of a date, short.
pub(super) fn short_month(locale: Locale, date: Date) -> &'static str {
    let months = match locale {
        Locale::EnGb | Locale::EnIe | Locale::EnNz => &SHORT,
        Locale::EnAu => &SHORT_AU,
        Locale::EnUs | Locale::EnCa => &SHORT_US,
        Locale::DeDe => &SHORT_DE,
        Locale::FrFr => &SHORT_FR,
    };
    of_month(months, date)
}

/// A day of the week, in full.
pub(super) fn day(locale: Locale, day: Weekday) -> &'static str {
    let days = match locale {
        Locale::DeDe => &TAGE,
        Locale::FrFr => &JOURS,
        _ => &DAYS,
    };
    of_week(days, day)
}

/// A day of the week, short.
pub(super) fn short_day(locale: Locale, day: Weekday) -> &'static str {
    let days = match locale {
        Locale::DeDe => &SHORT_TAGE,
        Locale::FrFr => &SHORT_JOURS,
        _ => &SHORT_DAYS,
    };
    of_week(days, day)
}

fn of_month(months: &'static Months, date: Date) -> &'static str {
    let at = usize::try_from(date.month()).unwrap_or(1).saturating_sub(1);
    months.get(at).copied().unwrap_or_default()
}

fn of_week(days: &'static Days, day: Weekday) -> &'static str {
    let at = usize::try_from(day.to_monday_zero_offset()).unwrap_or_default();
    days.get(at).copied().unwrap_or_default()
}
