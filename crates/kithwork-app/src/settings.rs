//! What the owner told of themselves.

use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use jiff::tz::TimeZone;
use kithwork_core::change::Edit;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Locale, Settings};
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

/// What the owner tells of themselves, as they write it; what is none stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Told {
    /// What an hour of theirs is worth: a decimal such as `60` or `62.50`.
    pub hourly_rate: Option<String>,
    /// Three letters such as `GBP`.
    pub currency: Option<String>,
    /// Hours a week for networking, 0 to 168.
    pub hours_per_week: Option<u32>,
    /// What they need to earn in a month: a decimal such as `3000`.
    pub monthly_need: Option<String>,
    /// What meetings may cost in a week at most: a decimal such as `40`.
    pub weekly_spend: Option<String>,
    /// Whom they want to meet; these replace the ones before.
    pub targets: Vec<String>,
    /// How many words a minute they speak, 60 to 300; 0 forgets it.
    pub words_per_minute: Option<u32>,
    /// So many hours before a meeting its minute is locked, up to 168; 0 locks none.
    pub lock_hours: Option<u32>,
    /// The language and country by which dates and numbers are written: a tag such as `en-GB`.
    pub locale: Option<String>,
    /// Their names, as sheets and calendars write them; these replace the ones before.
    pub names: Vec<String>,
    /// Their addresses; these replace the ones before.
    pub emails: Vec<String>,
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

fn merged(old: Settings, told: Told) -> Result<Settings> {
    let invalid = |field, problem| Error::new(Code::ValueInvalid).field(field, problem);
    let currency = match told.currency.as_deref().map(Currency::parse).transpose() {
        Ok(said) => said.or(old.currency),
        Err(cause) => {
            return Err(invalid("currency", "is no code such as GBP").caused_by(cause));
        }
    };
    let hourly_rate =
        amount("hourly_rate", told.hourly_rate.as_deref(), currency)?.or(old.hourly_rate);
    let monthly_need =
        amount("monthly_need", told.monthly_need.as_deref(), currency)?.or(old.monthly_need);
    let weekly_spend =
        amount("weekly_spend", told.weekly_spend.as_deref(), currency)?.or(old.weekly_spend);
    if told.hours_per_week.is_some_and(|hours| hours > 7 * 24) {
        return Err(invalid("hours_per_week", "is more than a week has"));
    }
    let lock_hours = match told.lock_hours {
        Some(hours) if hours > 7 * 24 => {
            return Err(invalid("lock_hours", "is more than a week has"));
        }
        Some(hours) => Some(hours).filter(|hours| *hours > 0),
        None => old.lock_hours,
    };
    let words_per_minute = match told.words_per_minute {
        Some(0) => None,
        Some(told) => Some(pace(told)?),
        None => old.words_per_minute,
    };
    let locale = match told.locale.as_deref() {
        Some(tag) => Some(Locale::named(tag).ok_or_else(|| {
            invalid("locale", "is none of those there are, such as en-GB or en-US")
        })?),
        None => old.locale,
    };
    let replaced = |said: Vec<String>, before| if said.is_empty() { before } else { said };
    Ok(Settings {
        currency,
        hourly_rate,
        monthly_need,
        weekly_spend,
        words_per_minute,
        lock_hours,
        locale,
        targets: replaced(told.targets, old.targets),
        hours_per_week: told.hours_per_week.or(old.hours_per_week),
        owner_names: replaced(told.names, old.owner_names),
        owner_emails: replaced(
            told.emails.iter().map(|email| email.trim().to_lowercase()).collect(),
            old.owner_emails,
        ),
        ..old
    })
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
fn amount(
    field: &'static str,
    told: Option<&str>,
    currency: Option<Currency>,
) -> Result<Option<Amount>> {
    let invalid = |problem| Error::new(Code::ValueInvalid).field(field, problem);
    match told.map(|text| Amount::parse(text, currency)).transpose() {
        Ok(Some(told)) if told.minor < 0 => Err(invalid("is below nought")),
        Ok(told) => Ok(told),
        Err(cause) => Err(invalid("is no amount such as 62.50").caused_by(cause)),
    }
}
