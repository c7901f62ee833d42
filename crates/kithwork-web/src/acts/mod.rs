//! What the pages' forms do: each reads its fields, calls the one function of the application for it,
//! and leads back to the page it was sent from.

pub(crate) mod aim;
pub(crate) mod business;
pub(crate) mod calendar;
pub(crate) mod giving;
pub(crate) mod group;
pub(crate) mod import;
pub(crate) mod known;
pub(crate) mod meeting;
pub(crate) mod need;
pub(crate) mod note;
pub(crate) mod offer;
pub(crate) mod people;
pub(crate) mod person;
pub(crate) mod phone;
pub(crate) mod pitch;
pub(crate) mod question;
pub(crate) mod referral;
pub(crate) mod settings;
pub(crate) mod start;
pub(crate) mod talk;
pub(crate) mod trash;
pub(crate) mod triage;
pub(crate) mod undo;

use kithwork_app::{Code, Error};
use kithwork_core::id::ChangeId;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// A word by its spelling in documents.
///
/// # Errors
/// [`Code::ValueInvalid`] with the field.
pub(crate) fn spelt<T: DeserializeOwned>(field: &'static str, word: &str) -> Result<T, Error> {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).map_err(|cause| {
        Error::new(Code::ValueInvalid).field(field, "is not one of the choices").caused_by(cause)
    })
}

/// A change by its id.
///
/// # Errors
/// [`Code::NotFound`].
pub(crate) fn change(id: &str) -> Result<ChangeId, Error> {
    let read = |cause: uuid::Error| {
        Error::new(Code::NotFound).hint("the address is mistyped").caused_by(cause)
    };
    Uuid::parse_str(id).map(ChangeId).map_err(read)
}
