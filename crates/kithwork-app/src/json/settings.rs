//! What the owner told of themselves.

use super::MoneyJson;
use kithwork_core::facts::{Hindrance, Locale, RoomPart, Settings};
use kithwork_core::money::{Amount, Currency};
use serde::Serialize;

/// What the owner told of themselves; each is `null` until it is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct SettingsJson {
    pub names: Vec<String>,
    pub emails: Vec<String>,
    pub zone: String,
    pub region: String,
    pub currency: Option<String>,
    pub hours_per_week: Option<u32>,
    pub hourly_rate: Option<MoneyJson>,
    pub monthly_need: Option<MoneyJson>,
    pub weekly_spend: Option<MoneyJson>,
    pub targets: Vec<String>,
    pub level_names: Vec<String>,
    pub helps: Option<String>,
    pub excels_at: Option<String>,
    pub differs_by: Option<String>,
    pub hindrance: Option<Hindrance>,
    pub words_per_minute: Option<u32>,
    pub lock_hours: Option<u32>,
    pub locale: Locale,
    pub matters_most: Option<RoomPart>,
}

impl From<&Settings> for SettingsJson {
    fn from(settings: &Settings) -> Self {
        let own = settings.currency.unwrap_or(Currency::GBP);
        let money = |amount: Option<Amount>| amount.map(|told| MoneyJson::from(&told.money(own)));
        Self {
            names: settings.owner_names.clone(),
            emails: settings.owner_emails.clone(),
            zone: settings.zone.clone(),
            region: settings.region.clone(),
            currency: settings.currency.map(|currency| currency.to_string()),
            hours_per_week: settings.hours_per_week,
            hourly_rate: money(settings.hourly_rate),
            monthly_need: money(settings.monthly_need),
            weekly_spend: money(settings.weekly_spend),
            targets: settings.targets.clone(),
            level_names: settings.level_names.clone(),
            helps: settings.helps.clone(),
            excels_at: settings.excels_at.clone(),
            differs_by: settings.differs_by.clone(),
            hindrance: settings.hindrance,
            words_per_minute: settings.words_per_minute,
            lock_hours: settings.lock_hours,
            locale: settings.locale.unwrap_or_default(),
            matters_most: settings.matters_most,
        }
    }
}
