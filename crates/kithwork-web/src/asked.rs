//! What an address asks for besides its path.

use crate::fault::{ApiFault, Fault};
use axum::extract::{FromRequestParts, Query};
use axum::http::request::Parts;
use kithwork_app::{Code, Error};
use serde::de::DeserializeOwned;

/// What a page's address asks for; what can't be read is answered with a page.
#[derive(Debug)]
pub(crate) struct Asked<T>(pub T);

/// What a program asks for; what can't be read is answered with a problem.
#[derive(Debug)]
pub(crate) struct Wanted<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Asked<T> {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Fault> {
        Ok(Self(read(parts)?))
    }
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Wanted<T> {
    type Rejection = ApiFault;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, ApiFault> {
        Ok(Self(read(parts)?))
    }
}

fn read<T: DeserializeOwned>(parts: &Parts) -> Result<T, Error> {
    let Query(asked) = Query::try_from_uri(&parts.uri).map_err(|cause| {
        let hint = "part of the address can’t be read: each name once, and of its kind";
        Error::new(Code::ValueInvalid).hint(hint).caused_by(cause)
    })?;
    Ok(asked)
}
