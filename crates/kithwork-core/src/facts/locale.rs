//! The owner's language and country, by which dates, times, numbers and money are written.

use serde::{Deserialize, Serialize};

/// The owner's language and country (a tag of BCP 47), by which dates, times, numbers and money are
/// written. The words stay English until a catalogue of another language is there (ADR 0009).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Locale {
    #[default]
    #[serde(rename = "en-GB")]
    EnGb,
    #[serde(rename = "en-IE")]
    EnIe,
    #[serde(rename = "en-US")]
    EnUs,
    #[serde(rename = "en-CA")]
    EnCa,
    #[serde(rename = "en-AU")]
    EnAu,
    #[serde(rename = "en-NZ")]
    EnNz,
    #[serde(rename = "de-DE")]
    DeDe,
    #[serde(rename = "fr-FR")]
    FrFr,
}

impl Locale {
    /// Every one, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::EnGb,
        Self::EnIe,
        Self::EnUs,
        Self::EnCa,
        Self::EnAu,
        Self::EnNz,
        Self::DeDe,
        Self::FrFr,
    ];

    /// Its tag, as exports and documents spell it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::EnGb => "en-GB",
            Self::EnIe => "en-IE",
            Self::EnUs => "en-US",
            Self::EnCa => "en-CA",
            Self::EnAu => "en-AU",
            Self::EnNz => "en-NZ",
            Self::DeDe => "de-DE",
            Self::FrFr => "fr-FR",
        }
    }

    /// What it is called.
    pub const fn says(self) -> &'static str {
        match self {
            Self::EnGb => "English, United Kingdom",
            Self::EnIe => "English, Ireland",
            Self::EnUs => "English, United States",
            Self::EnCa => "English, Canada",
            Self::EnAu => "English, Australia",
            Self::EnNz => "English, New Zealand",
            Self::DeDe => "English, with German dates and numbers",
            Self::FrFr => "English, with French dates and numbers",
        }
    }

    /// The one of that tag, however its letters are cased.
    pub fn named(tag: &str) -> Option<Self> {
        let tag = tag.trim().replace('_', "-");
        Self::ALL.into_iter().find(|one| one.name().eq_ignore_ascii_case(&tag))
    }
}

#[cfg(test)]
mod tests {
    use super::Locale;

    #[test]
    fn a_tag_is_spelt_the_same_everywhere_and_read_as_people_write_it() {
        for one in Locale::ALL {
            assert_eq!(serde_json::to_value(one).unwrap(), one.name());
            assert_eq!(Locale::named(&one.name().to_lowercase()), Some(one));
        }
        assert_eq!(Locale::named(" en_us "), Some(Locale::EnUs));
        assert_eq!(Locale::named("xx"), None);
    }
}
