//! What the owner told of themselves.

use crate::amend::Amend;
use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::faults::Faults;
use jiff::tz::TimeZone;
use kithwork_core::change::Edit;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Locale, RoomPart, Settings};
use kithwork_core::money::{Amount, Currency};
use kithwork_store::Store;
use serde::Deserialize;

/// The settings of this book.
///
/// # Errors
/// [`Code::NotFound`] where there is no such book; those of the store.
pub async fn of(store: &dyn Store, ctx: &Ctx) -> Result<Settings> {
    let all = store.all(ctx.tenant, FactKind::Settings).await?;
    let settings = all.into_iter().find_map(|fact| match fact {
        Fact::Settings(settings) => Some(settings),
        _ => None,
    });
    settings.ok_or_else(|| Error::new(Code::NotFound).hint("this book has not been begun yet"))
}

/// A time zone by its name; one that nobody knows counts as UTC.
pub fn zone(named: &str) -> TimeZone {
    TimeZone::get(named).unwrap_or(TimeZone::UTC)
}

/// Keeps new settings. Telling it twice changes nothing.
///
/// # Errors
/// [`Code::ValueInvalid`] where the time zone is unknown or the country is not two letters; those
/// of the store.
pub async fn keep(store: &dyn Store, ctx: &Ctx, new: Settings) -> Result<()> {
    ctx.require(Rights::Write)?;
    if let Err(cause) = TimeZone::get(&new.zone) {
        let problem = "is no time zone such as Europe/London";
        return Err(Error::new(Code::ValueInvalid).field("zone", problem).caused_by(cause));
    }
    if new.region.len() != 2 || !new.region.bytes().all(|b| b.is_ascii_alphabetic()) {
        let problem = "is no country of two letters such as GB";
        return Err(Error::new(Code::ValueInvalid).field("region", problem));
    }
    let old = of(store, ctx).await?;
    if let Some(edit) = Edit::changed(old, Settings { book: ctx.tenant, ..new }) {
        store.commit(ctx.tenant, &ctx.change("settings", None, vec![edit])).await?;
    }
    Ok(())
}

/// What the owner tells of themselves, as they write it. In a document what is left out stays as it is,
/// and `null` or an empty list forgets it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Told {
    /// What an hour of theirs is worth: a decimal such as `60` or `62.50`.
    pub hourly_rate: Amend<String>,
    /// Three letters such as `GBP`.
    pub currency: Amend<String>,
    /// Hours a week for networking, 0 to 168.
    pub hours_per_week: Amend<u32>,
    /// What they need to earn in a month: a decimal such as `3000`.
    pub monthly_need: Amend<String>,
    /// What meetings may cost in a week at most: a decimal such as `40`.
    pub weekly_spend: Amend<String>,
    /// Whom they want to meet; these replace the ones before.
    pub targets: Amend<Vec<String>>,
    /// How many words a minute they speak, 60 to 300; 0 forgets it.
    pub words_per_minute: Amend<u32>,
    /// So many hours before a meeting its minute is locked, up to 168; 0 locks none.
    pub lock_hours: Amend<u32>,
    /// The language and country by which dates and numbers are written: a tag such as `en-GB`.
    pub locale: Amend<String>,
    /// What matters most to them about a group: `ethos`, `fit` or `cost`.
    pub matters_most: Amend<String>,
    /// Their names, as sheets and calendars write them; these replace the ones before.
    pub names: Amend<Vec<String>>,
    /// Their addresses; these replace the ones before.
    pub emails: Amend<Vec<String>>,
}

/// Keeps what the owner told, and returns all settings as they are now.
///
/// # Errors
/// [`Code::ValueInvalid`] with the field; those of the store.
pub async fn tell(store: &dyn Store, ctx: &Ctx, told: Told) -> Result<Settings> {
    let old = of(store, ctx).await?;
    let new = merged(old.clone(), told)?;
    if new != old {
        keep(store, ctx, new.clone()).await?;
    }
    Ok(new)
}

/// Whether it could be kept beside what is known.
///
/// # Errors
/// [`Code::ValueInvalid`] with every field that can't be.
pub fn check(known: &Settings, told: Told) -> Result<()> {
    merged(known.clone(), told).map(drop)
}

fn merged(old: Settings, told: Told) -> Result<Settings> {
    let mut faults = Faults::default();
    let read = faults.take(told.currency.read(|code| currency(&code)));
    let currency = read.unwrap_or_default().over(old.currency);
    let mut sum = |field, told: Amend<String>, before: Option<Amount>| {
        let read = faults.take(told.read(|text| amount(field, &text, currency)));
        read.unwrap_or_default().over(before)
    };
    let hourly_rate = sum("hourly_rate", told.hourly_rate, old.hourly_rate);
    let monthly_need = sum("monthly_need", told.monthly_need, old.monthly_need);
    let weekly_spend = sum("weekly_spend", told.weekly_spend, old.weekly_spend);
    let mut hours = |field, told: Amend<u32>, before: Option<u32>| {
        let read = faults.take(told.read(|hours| of_week(field, hours)));
        read.unwrap_or_default().over(before)
    };
    let hours_per_week = hours("hours_per_week", told.hours_per_week, old.hours_per_week);
    let lock_hours = hours("lock_hours", told.lock_hours, old.lock_hours);
    let words_per_minute = match told.words_per_minute {
        Amend::Set(0) => None,
        said => faults.take(said.read(pace)).unwrap_or_default().over(old.words_per_minute),
    };
    let read = faults.take(told.locale.read(|tag| locale(&tag)));
    let locale = read.unwrap_or_default().over(old.locale);
    let read = faults.take(told.matters_most.read(|name| part(&name)));
    let matters_most = read.unwrap_or_default().over(old.matters_most);
    faults.told()?;
    let replaced = |said: Amend<Vec<String>>, before| said.over(Some(before)).unwrap_or_default();
    let lower = |emails: Vec<String>| -> Vec<String> {
        emails.iter().map(|email| email.trim().to_lowercase()).collect()
    };
    Ok(Settings {
        currency,
        hourly_rate,
        monthly_need,
        weekly_spend,
        words_per_minute,
        lock_hours: lock_hours.filter(|hours| *hours > 0),
        locale,
        matters_most,
        targets: replaced(told.targets, old.targets),
        hours_per_week,
        owner_names: replaced(told.names, old.owner_names),
        owner_emails: lower(replaced(told.emails, old.owner_emails)),
        ..old
    })
}

fn invalid(field: &'static str, problem: &str) -> Error {
    Error::new(Code::ValueInvalid).field(field, problem)
}

fn currency(told: &str) -> Result<Currency> {
    let read = Currency::parse(told);
    read.map_err(|cause| invalid("currency", "is no code such as GBP").caused_by(cause))
}

fn locale(told: &str) -> Result<Locale> {
    let unknown = || invalid("locale", "is none of those there are, such as en-GB or en-US");
    Locale::named(told).ok_or_else(unknown)
}

fn part(told: &str) -> Result<RoomPart> {
    RoomPart::named(told).ok_or_else(|| invalid("matters_most", "is none of ethos, fit and cost"))
}

/// Hours, no more than a week has.
fn of_week(field: &'static str, hours: u32) -> Result<u32> {
    if hours > 7 * 24 {
        return Err(invalid(field, "is more than a week has"));
    }
    Ok(hours)
}

/// A pace in words a minute.
///
/// # Errors
/// [`Code::ValueInvalid`] where nobody speaks like that.
pub(crate) fn pace(told: u32) -> Result<u32> {
    let unlikely = || {
        let problem = "is no likely pace: 110 to 190 words a minute are usual";
        Error::new(Code::ValueInvalid).field("words_per_minute", problem)
    };
    // So many words in a minute give that pace back, if it is one.
    kithwork_core::pitch::pace(told, 60).ok_or_else(unlikely)
}

/// An amount that the owner told, not below nought.
fn amount(field: &'static str, told: &str, currency: Option<Currency>) -> Result<Amount> {
    match Amount::typed(told, currency) {
        Ok(told) if told.minor < 0 => Err(invalid(field, "is below nought")),
        Ok(told) => Ok(told),
        Err(cause) => Err(invalid(field, "is no amount such as 62.50").caused_by(cause)),
    }
}

#[cfg(test)]
mod tests {
    use super::zone;

    #[test]
    fn a_zone_that_nobody_knows_counts_as_utc() {
        assert_eq!(zone("Europe/London").iana_name(), Some("Europe/London"));
        for unknown in ["", "Mars/Olympus"] {
            assert_eq!(zone(unknown), jiff::tz::TimeZone::UTC);
        }
    }
}
