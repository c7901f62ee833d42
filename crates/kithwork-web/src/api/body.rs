//! What a program sends: a document, and a key by which it is done once however often it is sent.

use crate::fault::ApiFault;
use crate::form::{Fields, plain};
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::HeaderMap;
use kithwork_app::{Code, Error};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use uuid::Uuid;

/// The header that names the key.
const KEY: &str = "idempotency-key";

/// A document, and the ticket that its key stands for.
#[derive(Debug)]
pub(super) struct Sent<T> {
    /// The document.
    pub(super) document: T,
    /// A form of nothing but the ticket: programs and pages are done once in the same way.
    pub(super) once: Fields,
}

/// A document where nothing need be said: an empty one, or none.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Nothing {}

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Sent<T> {
    type Rejection = ApiFault;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiFault> {
        let once = once(request.headers());
        let octets = Bytes::from_request(request, state).await.map_err(|cause| {
            Error::new(Code::ValueInvalid).hint("the document could not be read").caused_by(cause)
        })?;
        // A document that may be left out altogether is an empty one.
        let octets = if octets.is_empty() { &b"{}"[..] } else { &octets };
        let document = serde_json::from_slice(octets)
            .map(cleaned)
            .and_then(serde_json::from_value)
            .map_err(|cause| {
                let hint = format!("the document does not fit: {cause}");
                Error::new(Code::ValueInvalid).hint(hint).caused_by(cause)
            })?;
        Ok(Self { document, once })
    }
}

/// The ticket of a request: a key that is an id is itself one, any other is made into one.
pub(super) fn once(headers: &HeaderMap) -> Fields {
    let key = headers.get(KEY).and_then(|key| key.to_str().ok()).map(str::trim);
    let ticket = key.filter(|key| !key.is_empty()).map(|key| {
        Uuid::parse_str(key).unwrap_or_else(|_| Uuid::new_v5(&Uuid::NAMESPACE_OID, key.as_bytes()))
    });
    Fields::from(
        ticket.map(|id| ("ticket".to_owned(), id.to_string())).into_iter().collect::<Vec<_>>(),
    )
}

/// The same without what no database holds.
fn cleaned(document: Value) -> Value {
    match document {
        Value::String(text) => Value::String(plain(&text)),
        Value::Array(all) => all.into_iter().map(cleaned).collect(),
        Value::Object(fields) => fields.into_iter().map(|(name, v)| (name, cleaned(v))).collect(),
        other => other,
    }
}
