//! What could not be done, as a page for people and as `application/problem+json` (RFC 9457) for
//! programs. The cause is logged here, once, and never shown.

use crate::pages::fault::FaultPage;
use crate::refused::{self, Told};
use askama::Template;
use axum::Extension;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use kithwork_app::{Code, Error, FieldProblem};
use kithwork_core::id::ChangeId;
use serde::Serialize;
use serde_json::Value;
use std::error::Error as StdError;

/// What could not be done, for people.
#[derive(Debug)]
pub(crate) struct Fault(Error);

/// What could not be done, for programs.
#[derive(Debug)]
pub(crate) struct ApiFault(Fault);

/// What of a form could not be taken: goes with the answer, for the form to come back.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    /// How it is answered when it comes back.
    pub status: StatusCode,
    /// What is wrong with which field.
    pub problems: Vec<FieldProblem>,
    /// What happened and what to do.
    pub told: Told,
}

/// The body of a problem (RFC 9457 §3.1).
#[derive(Debug, Serialize)]
struct Problem<'a> {
    r#type: String,
    title: &'a str,
    status: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Wrong<'a>>,
    /// The later change that is to be taken back first.
    #[serde(skip_serializing_if = "Option::is_none")]
    later: Option<ChangeId>,
    #[serde(flatten)]
    both: Option<Both>,
}

/// Both versions of what was changed by two at once.
#[derive(Debug, Serialize)]
pub(crate) struct Both {
    /// What is there now; none where it has no document.
    pub(crate) now: Value,
    /// What was sent and not kept.
    pub(crate) sent: Value,
}

/// One field that is wrong.
#[derive(Debug, Serialize)]
struct Wrong<'a> {
    detail: &'a str,
    pointer: String,
}

impl<E: Into<Error>> From<E> for Fault {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl<E: Into<Error>> From<E> for ApiFault {
    fn from(error: E) -> Self {
        Self(Fault(error.into()))
    }
}

impl ApiFault {
    /// The same fault, for programs.
    pub(crate) fn of(fault: Fault) -> Self {
        Self(fault)
    }
}

impl Fault {
    /// What kind of failure it is.
    pub(crate) fn code(&self) -> Code {
        self.0.code
    }

    /// What to do about it; empty where that is not known.
    pub(crate) fn hint(&self) -> &str {
        self.0.hint.as_deref().unwrap_or_default()
    }

    /// Whether a form that failed so is shown again: it may be put right, or sent once more.
    fn comes_back(&self) -> bool {
        let status = self.status();
        let is_ours_to_tell = status.is_client_error() && status != StatusCode::UNAUTHORIZED;
        is_ours_to_tell || self.0.code == Code::CalendarNotRead
    }

    /// As a document for programs.
    pub(crate) fn problem(&self) -> Response {
        self.problem_with(None)
    }

    /// The same, with both versions where two changed the same thing.
    pub(crate) fn problem_with(&self, both: Option<Both>) -> Response {
        let (status, error) = (self.status(), &self.0);
        let problem = Problem {
            r#type: format!("urn:kithwork:problem:{}", error.code.slug()),
            title: error.code.title(),
            status: status.as_u16(),
            detail: error.hint.as_deref(),
            errors: error
                .fields
                .iter()
                .map(|f| Wrong { detail: &f.problem, pointer: format!("#/{}", f.field) })
                .collect(),
            later: error.later.map(|later| later.id),
            both,
        };
        self.log();
        let kind = [(header::CONTENT_TYPE, "application/problem+json")];
        (status, kind, serde_json::to_string(&problem).unwrap_or_default()).into_response()
    }

    fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.0.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// Faults of ours are logged with their causes; what a user mistyped is nobody else's business.
    fn log(&self) {
        if self.status().is_server_error() {
            let mut causes = Vec::new();
            let mut cause = self.0.source();
            while let Some(at) = cause {
                causes.push(at.to_string());
                cause = at.source();
            }
            tracing::error!(
                code = self.0.code.slug(),
                causes = causes.join(": "),
                "request failed"
            );
        }
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        self.log();
        let status = self.status();
        let hint = self.0.hint.as_deref().map(sentence).unwrap_or_default();
        let page = draw(&FaultPage::new(self.0.code.title(), &hint));
        if !self.comes_back() {
            return (status, page).into_response();
        }
        let told = told(&self.0);
        let problems = self.0.fields;
        let back = if problems.is_empty() { status } else { StatusCode::UNPROCESSABLE_ENTITY };
        let refusal = Refusal { status: back, problems, told };
        (status, Extension(refusal), page).into_response()
    }
}

impl IntoResponse for ApiFault {
    fn into_response(self) -> Response {
        self.0.problem()
    }
}

/// What happened and what to do about it, in sentences.
pub(crate) fn told(error: &Error) -> Told {
    let hint = error.hint.as_deref().map(sentence).unwrap_or_default();
    let says = format!("{}. {hint}", error.code.title()).trim_end().to_owned();
    Told { says, later: error.later }
}

/// A hint as a sentence of its own.
fn sentence(hint: &str) -> String {
    let end = if hint.ends_with(['.', '?', '”']) { "" } else { "." };
    format!("{}{end}", crate::say::capital(hint))
}

/// A page's text. A template of ours fails only if there is no memory left to write to.
pub(crate) fn draw(page: &impl Template) -> Response {
    drawn(page.render())
}

/// The same, of a page whose form could not be taken: what is wrong stands at its top, by its fields or as
/// it was told.
pub(crate) fn draw_refused(page: &impl Template, told: &Told) -> Response {
    drawn(page.render().map(|text| refused::summed(&text, told)))
}

fn drawn(page: askama::Result<String>) -> Response {
    match page {
        Ok(text) => Html(text).into_response(),
        Err(cause) => {
            tracing::error!(%cause, "a page could not be drawn");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// Nothing is there.
pub(crate) async fn nowhere() -> Fault {
    Fault::from(
        Error::new(Code::NotFound)
            .hint("the address may be mistyped, or what stood there was erased"),
    )
}

/// Nothing is there, for programs.
pub(crate) async fn nowhere_in_api() -> ApiFault {
    ApiFault::from(Error::new(Code::NotFound).hint("see /api/v1/openapi.json for what there is"))
}
