//! A form as a page sent it: fields in order, a field of several values several times.

use crate::fault::Fault;
use crate::ticket::Ticket;
use axum::Form;
use axum::extract::{FromRequest, Request};
use jiff::civil::{Date, Time};
use kithwork_app::{Amend, Code, Error};
use kithwork_core::id::{ChangeId, FactId, PersonId, RoomId};
use uuid::Uuid;

/// The longest way back that is kept, octets.
const LONGEST_WAY: usize = 300;

/// A form's fields.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fields {
    all: Vec<(String, String)>,
    /// The change that it made as it was sent, where it has been filled in since.
    sent: Option<ChangeId>,
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &S) -> Result<Self, Fault> {
        let form = Form::<Vec<(String, String)>>::from_request(request, state).await;
        let Form(fields) = form.map_err(|cause| {
            Error::new(Code::ValueInvalid).hint("the form could not be read").caused_by(cause)
        })?;
        Ok(Self::from(fields))
    }
}

impl From<Vec<(String, String)>> for Fields {
    fn from(fields: Vec<(String, String)>) -> Self {
        let all = fields.into_iter().map(|(name, value)| (name, plain(&value))).collect();
        Self { all, sent: None }
    }
}

/// Lines end alike everywhere, and a letter that no database holds is shown as one that is missing.
pub(crate) fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\0', "\u{fffd}")
}

impl Fields {
    /// What a field holds; empty where there is none.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.all(name).next().unwrap_or_default()
    }

    /// What a field holds, where it holds anything.
    pub(crate) fn given(&self, name: &str) -> Option<String> {
        Some(self.text(name).trim().to_owned()).filter(|text| !text.is_empty())
    }

    /// What is said of a field that may be known: left as it was shown, nothing; emptied, that it is to be
    /// forgotten.
    pub(crate) fn amended(&self, name: &str) -> Amend<String> {
        let typed = self.text(name).trim();
        let was = self.text(&format!("was-{name}")).trim();
        match typed {
            _ if !self.has(name) || typed == was => Amend::Keep,
            "" => Amend::Forget,
            _ => Amend::Set(typed.to_owned()),
        }
    }

    /// The same of a whole number.
    ///
    /// # Errors
    /// [`Code::ValueInvalid`] with the field.
    pub(crate) fn amended_number<N>(&self, name: &'static str) -> Result<Amend<N>, Error>
    where
        N: std::str::FromStr,
        N::Err: std::error::Error + Send + Sync + 'static,
    {
        match self.amended(name) {
            Amend::Keep => Ok(Amend::Keep),
            _ => Ok(self.number(name)?.map_or(Amend::Forget, Amend::Set)),
        }
    }

    /// The same of a day.
    ///
    /// # Errors
    /// [`Code::ValueInvalid`] with the field.
    pub(crate) fn amended_date(&self, name: &'static str) -> Result<Amend<Date>, Error> {
        match self.amended(name) {
            Amend::Keep => Ok(Amend::Keep),
            _ => Ok(self.date(name)?.map_or(Amend::Forget, Amend::Set)),
        }
    }

    /// What all fields of a name hold.
    pub(crate) fn all<'f>(&'f self, name: &str) -> impl Iterator<Item = &'f str> {
        let name = name.to_owned();
        self.all.iter().filter(move |(of, _)| *of == name).map(|(_, value)| value.as_str())
    }

    /// Whether there is such a field, as a box that was ticked sends one.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.all(name).next().is_some()
    }

    /// The form's ticket.
    pub(crate) fn ticket(&self) -> Option<Ticket> {
        Ticket::read(self.text("ticket"))
    }

    /// The change that this form makes: sent again as it is, the same one; with anything else typed,
    /// another.
    pub(crate) fn change(&self) -> Option<ChangeId> {
        if self.sent.is_some() {
            return self.sent;
        }
        let typed = self.all.iter().filter(|(name, _)| !matches!(name.as_str(), "ticket" | "back"));
        let typed: Vec<String> = typed.map(|(name, value)| format!("{name}={value}")).collect();
        Some(self.ticket()?.of(&typed.join("\0")).change())
    }

    /// The same with a field filled in, or left empty; it stays the form that was sent.
    #[must_use]
    pub(crate) fn with(self, name: &str, value: &str) -> Self {
        let sent = self.change();
        let mut all: Vec<_> = self.all.into_iter().filter(|(of, _)| of != name).collect();
        if !value.is_empty() || name.starts_with("was-") {
            all.push((name.to_owned(), value.to_owned()));
        }
        Self { all, sent }
    }

    /// The page to go back to: one of ours, without what was asked of it.
    pub(crate) fn back(&self) -> &str {
        way(self.text("back"))
    }

    /// The people who are chosen.
    ///
    /// # Errors
    /// [`Code::PersonNotFound`] where one is no id.
    pub(crate) fn people(&self, name: &str) -> Result<Vec<PersonId>, Error> {
        self.all(name).map(person).collect()
    }

    /// The facts that are chosen.
    ///
    /// # Errors
    /// [`Code::NotFound`] where one is no id.
    pub(crate) fn facts(&self, name: &str) -> Result<Vec<FactId>, Error> {
        self.all(name).map(fact).collect()
    }

    /// A date; none where the field is empty.
    ///
    /// # Errors
    /// [`Code::ValueInvalid`] with the field.
    pub(crate) fn date(&self, name: &'static str) -> Result<Option<Date>, Error> {
        let problem = "is no date such as 2026-11-16";
        self.parsed(name, problem)
    }

    /// A time of day; none where the field is empty.
    ///
    /// # Errors
    /// [`Code::ValueInvalid`] with the field.
    pub(crate) fn time(&self, name: &'static str) -> Result<Option<Time>, Error> {
        self.parsed(name, "is no time such as 08:30")
    }

    /// A whole number; none where the field is empty.
    ///
    /// # Errors
    /// [`Code::ValueInvalid`] with the field.
    pub(crate) fn number<N>(&self, name: &'static str) -> Result<Option<N>, Error>
    where
        N: std::str::FromStr,
        N::Err: std::error::Error + Send + Sync + 'static,
    {
        self.parsed(name, "is no whole number such as 4")
    }

    fn parsed<T>(&self, name: &'static str, problem: &str) -> Result<Option<T>, Error>
    where
        T: std::str::FromStr,
        T::Err: std::error::Error + Send + Sync + 'static,
    {
        let read = |text: String| {
            text.parse().map_err(|cause: T::Err| {
                Error::new(Code::ValueInvalid).field(name, problem).caused_by(cause)
            })
        };
        self.given(name).map(read).transpose()
    }
}

/// A way back that stays on this site; else the first page.
pub(crate) fn way(path: &str) -> &str {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"/-_.".contains(&b);
    let is_ours = path.starts_with('/')
        && !path.starts_with("//")
        && path.len() <= LONGEST_WAY
        && path.bytes().all(plain);
    if is_ours { path } else { "/" }
}

/// A person by an id in a form or an address.
pub(crate) fn person(id: &str) -> Result<PersonId, Error> {
    let read = |cause: uuid::Error| {
        let hint = "the address may be mistyped, or they were erased";
        Error::new(Code::PersonNotFound).hint(hint).caused_by(cause)
    };
    Uuid::parse_str(id.trim()).map(PersonId).map_err(read)
}

/// A room by an id in a form or an address.
pub(crate) fn room(id: &str) -> Result<RoomId, Error> {
    fact(id).map(|id| RoomId(id.0))
}

/// A fact by an id in a form or an address.
pub(crate) fn fact(id: &str) -> Result<FactId, Error> {
    let read = |cause: uuid::Error| {
        let hint = "the address may be mistyped, or what stood there was erased";
        Error::new(Code::NotFound).hint(hint).caused_by(cause)
    };
    Uuid::parse_str(id.trim()).map(FactId).map_err(read)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_never_leaves_this_site() {
        for (given, expected) in [
            ("/people", "/people"),
            ("/people/0193-a?x=1#y", "/people/0193-a"),
            ("//evil.example", "/"),
            ("/\\evil.example", "/"),
            ("https://evil.example", "/"),
            ("javascript:alert(1)", "/"),
            ("/a b", "/"),
            ("", "/"),
        ] {
            assert_eq!(way(given), expected, "{given}");
        }
    }

    #[test]
    fn lines_end_alike_and_no_null_comes_through() {
        let fields = Fields::from(vec![("text".to_owned(), "a\r\nb\0c".to_owned())]);
        assert_eq!(fields.text("text"), "a\nb\u{fffd}c");
    }
}
