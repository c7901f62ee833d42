//! What is said of a field that may be known already.

use serde::{Deserialize, Deserializer};

/// What becomes of a field: it stays as it is, is forgotten, or holds something else.
///
/// In a document a field that is left out stays, `null` forgets it, and a value is kept in its place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Amend<T> {
    /// Nothing was said of it.
    #[default]
    Keep,
    /// It is not known any more.
    Forget,
    /// It is this now.
    Set(T),
}

impl<T> Amend<T> {
    /// What the field holds afterwards.
    #[must_use]
    pub fn over(self, before: Option<T>) -> Option<T> {
        match self {
            Self::Keep => before,
            Self::Forget => None,
            Self::Set(now) => Some(now),
        }
    }

    /// What it is to hold; none where it stays or is forgotten.
    pub fn set(self) -> Option<T> {
        self.over(None)
    }

    /// Whether anything was said of it.
    pub fn is_said(&self) -> bool {
        !matches!(self, Self::Keep)
    }

    /// The same with its value read as something else.
    ///
    /// # Errors
    /// Those of reading it.
    pub fn read<U, E>(self, read: impl FnOnce(T) -> Result<U, E>) -> Result<Amend<U>, E> {
        Ok(match self {
            Self::Keep => Amend::Keep,
            Self::Forget => Amend::Forget,
            Self::Set(value) => Amend::Set(read(value)?),
        })
    }
}

impl Amend<String> {
    /// The same without the blanks around it; nothing but blanks is nothing known.
    #[must_use]
    pub fn trimmed(self) -> Self {
        match self {
            Self::Set(text) if text.trim().is_empty() => Self::Forget,
            Self::Set(text) => Self::Set(text.trim().to_owned()),
            other => other,
        }
    }
}

/// Where there is no way to forget, nothing said keeps what there is.
impl<T> From<Option<T>> for Amend<T> {
    fn from(said: Option<T>) -> Self {
        said.map_or(Self::Keep, Self::Set)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Amend<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(from)?.map_or(Self::Forget, Self::Set))
    }
}

#[cfg(test)]
mod tests {
    use super::Amend;
    use serde::Deserialize;

    #[derive(Debug, Deserialize, PartialEq)]
    struct Sent {
        #[serde(default)]
        minutes: Amend<u32>,
    }

    #[test]
    fn a_field_left_out_stays_null_forgets_and_a_value_is_kept() {
        for (document, amend, after) in [
            ("{}", Amend::Keep, Some(90)),
            (r#"{"minutes":null}"#, Amend::Forget, None),
            (r#"{"minutes":0}"#, Amend::Set(0), Some(0)),
        ] {
            let sent: Sent = serde_json::from_str(document).unwrap();
            assert_eq!(sent.minutes, amend, "{document}");
            assert_eq!(amend.over(Some(90)), after, "{document}");
        }
    }

    #[test]
    fn nothing_but_blanks_is_nothing_known() {
        assert_eq!(Amend::Set(" \n".to_owned()).trimmed(), Amend::Forget);
        assert_eq!(Amend::Set(" hall ".to_owned()).trimmed(), Amend::Set("hall".to_owned()));
    }
}
