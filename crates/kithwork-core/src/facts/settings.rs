//! What the owner told of themselves.

use super::{Hindrance, Locale, RoomPart};
use crate::id::BookId;
use crate::money::{Amount, Currency};
use serde::{Deserialize, Serialize};

/// The owner's settings; each is unknown until it is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// The book.
    pub book: BookId,
    /// The owner's names, as sheets and calendars write them.
    pub owner_names: Vec<String>,
    /// The owner's addresses, lower case.
    pub owner_emails: Vec<String>,
    /// IANA time zone of the book.
    pub zone: String,
    /// Country for telephone numbers without a prefix, ISO 3166 two letters.
    pub region: String,
    /// The book's currency, where the owner chose one; else the most frequent named.
    pub currency: Option<Currency>,
    /// Hours a week for networking; the plan's default where none is asked for.
    pub hours_per_week: Option<u32>,
    /// What an hour of the owner is worth.
    pub hourly_rate: Option<Amount>,
    /// What the owner needs to earn in a month.
    #[serde(default)]
    pub monthly_need: Option<Amount>,
    /// What the owner wants meetings to cost in a week at most.
    #[serde(default)]
    pub weekly_spend: Option<Amount>,
    /// Whom the owner wants to meet, in their words: lines of business, kinds of client.
    #[serde(default)]
    pub targets: Vec<String>,
    /// The owner's own names for the levels of the ladder, the lowest first; an empty one keeps the
    /// plain name.
    #[serde(default)]
    pub level_names: Vec<String>,
    /// How the owner helps, in a sentence of theirs.
    #[serde(default)]
    pub helps: Option<String>,
    /// What the owner excels at.
    #[serde(default)]
    pub excels_at: Option<String>,
    /// How the owner differs from others in the field.
    #[serde(default)]
    pub differs_by: Option<String>,
    /// What keeps the owner from networking, in their own answer: it decides how they begin.
    #[serde(default)]
    pub hindrance: Option<Hindrance>,
    /// How many words a minute the owner speaks, as measured or told.
    #[serde(default)]
    pub words_per_minute: Option<u32>,
    /// So many hours before a meeting its prepared minute is locked; none while that was not asked for.
    #[serde(default)]
    pub lock_hours: Option<u32>,
    /// The language and country by which dates and numbers are written; the British way while none
    /// was chosen.
    #[serde(default)]
    pub locale: Option<Locale>,
    /// What matters most to the owner about a room; none while every part counts alike.
    #[serde(default)]
    pub matters_most: Option<RoomPart>,
}

impl Settings {
    /// A new book's settings: a British owner's, until they say otherwise.
    pub fn new(book: BookId) -> Self {
        Self {
            book,
            owner_names: Vec::new(),
            owner_emails: Vec::new(),
            zone: "Europe/London".to_owned(),
            region: "GB".to_owned(),
            currency: None,
            hours_per_week: None,
            hourly_rate: None,
            monthly_need: None,
            weekly_spend: None,
            targets: Vec::new(),
            level_names: Vec::new(),
            helps: None,
            excels_at: None,
            differs_by: None,
            hindrance: None,
            words_per_minute: None,
            lock_hours: None,
            locale: None,
            matters_most: None,
        }
    }
}
