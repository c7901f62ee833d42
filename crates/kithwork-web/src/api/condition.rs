//! Conditions that a program sets (RFC 9110 §13): to read only what is new, to change only what it has
//! seen. Every document has a tag; see ADR 0008.

use super::body::once;
use super::operations::OPERATIONS;
use super::tag::{Tag, Tags};
use crate::fault::{ApiFault, Both, Fault};
use crate::web::Web;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{ETAG, IF_MATCH, IF_NONE_MATCH};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kithwork_app::access::Caller;
use kithwork_app::{Code, Error, settings};
use serde_json::Value;
use tower::ServiceExt;

/// Documents made of the whole book: their tag is that of the book, which costs nothing to tell.
const OF_THE_BOOK: [&str; 7] =
    ["/review", "/plan", "/friday", "/people", "/groups", "/changes", "/tables"];

/// Who may come in is no part of the book, and no number of the book guards it.
const BESIDE_THE_BOOK: [&str; 2] = ["/devices", "/tokens"];

/// The largest document that is sent under a condition, octets.
const MOST: usize = 2 << 20;

/// How often a change is tried again while others change the book between.
const TRIES: usize = 8;

/// Whether a document's tag is that of the whole book, and weak.
pub(super) fn is_of_the_book(path: &str) -> bool {
    OF_THE_BOOK.contains(&path)
}

/// Whether a document shows what is changed at an address, so that a change may name its version.
pub(super) fn is_held(path: &str) -> bool {
    shown_at(&format!("/v1{path}")).is_some()
}

/// Holds a request to the conditions that it sets.
pub(super) async fn held(State(web): State<Web>, request: Request, next: Next) -> Response {
    let answer = match *request.method() {
        Method::GET | Method::HEAD => read(&web, request, next).await,
        _ => match Tags::of(request.headers(), &IF_MATCH) {
            Some(seen) => changed(&web, request, &seen).await,
            None => Ok(next.run(request).await),
        },
    };
    answer.unwrap_or_else(|error| ApiFault::from(error).into_response())
}

/// A document with its tag, or nothing where the program has it already.
async fn read(web: &Web, mut request: Request, next: Next) -> Result<Response, Error> {
    let known = Tags::of(request.headers(), &IF_NONE_MATCH);
    let is_known = |tag: &Tag| known.as_ref().is_some_and(|known| known.say(tag));
    let of_book = match request.uri().path().strip_prefix("/v1") {
        Some(path) if is_of_the_book(path) => Some(of_the_book(web).await?),
        _ => None,
    };
    if let Some(tag) = of_book.as_ref().filter(|tag| is_known(tag)) {
        return Ok(as_it_was(tag));
    }
    // Asked for its head only, a document has the same tag; what is around us leaves the rest out.
    *request.method_mut() = Method::GET;
    let (answer, tag) = tagged(next.run(request).await, of_book).await?;
    Ok(tag.filter(is_known).map_or(answer, |tag| as_it_was(&tag)))
}

/// An answer under its tag; one that is no document has none.
async fn tagged(answer: Response, known: Option<Tag>) -> Result<(Response, Option<Tag>), Error> {
    if answer.status() != StatusCode::OK {
        return Ok((answer, None));
    }
    let (mut parts, body) = answer.into_parts();
    let octets = to_bytes(body, usize::MAX).await.map_err(unread)?;
    let tag = known.unwrap_or_else(|| Tag::of(&octets));
    parts.headers.insert(ETAG, tag.header());
    Ok((Response::from_parts(parts, Body::from(octets)), Some(tag)))
}

fn as_it_was(tag: &Tag) -> Response {
    (StatusCode::NOT_MODIFIED, [(ETAG, tag.header())]).into_response()
}

/// The tag of all that follows from the book as it is on this day, as this program works it out.
async fn of_the_book(web: &Web) -> Result<Tag, Error> {
    let ctx = web.ctx().await?;
    let seq = web.store.seq(ctx.tenant).await?;
    let day = ctx.today(&settings::of(&*web.store, &ctx).await?);
    let (book, assumed) = (ctx.tenant.0, &ctx.params);
    Ok(Tag::following(&format!("{} {book} {seq} {day} {assumed:?}", env!("CARGO_PKG_VERSION"))))
}

/// A change to something that a program has seen. Whoever comes second is told what is there now: what
/// was seen and what is written belong to one number of the book, or nothing is written.
async fn changed(web: &Web, request: Request, seen: &Tags) -> Result<Response, Error> {
    let (parts, body) = request.into_parts();
    let octets = to_bytes(body, MOST).await.map_err(unread)?;
    let ctx = web.ctx().await?;
    if let Some(key) = once(&parts.headers).change()
        && web.store.change(ctx.tenant, key).await?.is_some()
    {
        // Done already, and sent again because the answer was lost.
        return ask(web, again(&parts, octets)?).await;
    }
    for _ in 0..TRIES {
        let seq = web.store.seq(ctx.tenant).await?;
        let (now, tag) = current(web, parts.uri.path()).await?;
        if now.status() == StatusCode::NOT_FOUND {
            return Ok(now);
        }
        if !seen.name(tag.as_ref()) {
            return changed_since(now, tag.as_ref(), &octets).await;
        }
        let answer = ask(&web.since(seq), again(&parts, octets.clone())?).await?;
        let is_late = answer.status() == StatusCode::CONFLICT;
        if !is_late || web.store.seq(ctx.tenant).await? == seq {
            return Ok(answer);
        }
    }
    Err(Error::new(Code::ChangedMeanwhile).hint("try again; nothing was written"))
}

/// What stands at present where something is to be changed, and its tag; nothing where no document
/// shows it.
async fn current(web: &Web, path: &str) -> Result<(Response, Option<Tag>), Error> {
    let Some(shown) = shown_at(path) else {
        return Ok((Value::Null.to_string().into_response(), None));
    };
    let request = Request::builder().uri(shown).body(Body::empty()).map_err(unread)?;
    tagged(ask(web, request).await?, None).await
}

/// Where a program reads what is changed at an address: the nearest one above it that answers.
fn shown_at(path: &str) -> Option<&str> {
    let mut at = path;
    loop {
        let steps = at.strip_prefix("/v1")?;
        let fits = |of: &str| {
            of.split('/').count() == steps.split('/').count()
                && of.split('/').zip(steps.split('/')).all(|(of, step)| of == step || of == "{id}")
        };
        if OPERATIONS.iter().any(|known| known.method == "get" && fits(known.path)) {
            // Whoever saw the whole book has not seen one thing in it.
            let is_beside = BESIDE_THE_BOOK.contains(&steps);
            return Some(at).filter(|_| !is_of_the_book(steps) && !is_beside);
        }
        at = at.rsplit_once('/')?.0;
    }
}

/// Both versions: what is there now, and what was sent.
async fn changed_since(now: Response, tag: Option<&Tag>, sent: &[u8]) -> Result<Response, Error> {
    let document = to_bytes(now.into_body(), usize::MAX).await.map_err(unread)?;
    let read = |octets: &[u8]| serde_json::from_slice(octets).unwrap_or(Value::Null);
    let hint = "make your change to what is there now, and name its ETag";
    let fault = Fault::from(Error::new(Code::ChangedSince).hint(hint));
    let mut problem = fault.problem_with(Some(Both { now: read(&document), sent: read(sent) }));
    if let Some(tag) = tag {
        problem.headers_mut().insert(ETAG, tag.header());
    }
    Ok(problem)
}

/// The same request once more. What its way here left on it stays behind, but for who asks.
fn again(parts: &Parts, octets: Bytes) -> Result<Request, Error> {
    let request = Request::builder().method(parts.method.clone()).uri(parts.uri.clone());
    let mut request = request.body(Body::from(octets)).map_err(unread)?;
    request.headers_mut().clone_from(&parts.headers);
    if let Some(caller) = parts.extensions.get::<Caller>() {
        request.extensions_mut().insert(caller.clone());
    }
    Ok(request)
}

async fn ask(web: &Web, request: Request) -> Result<Response, Error> {
    let routes = super::routes().with_state(web.clone());
    routes.oneshot(request).await.map_err(|never| match never {})
}

fn unread(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
    Error::new(Code::ValueInvalid).hint("the document could not be read").caused_by(cause)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_changed_at_an_address_is_read_at_the_nearest_one_above_it() {
        for (path, expected) in [
            ("/v1/people/7", Some("/v1/people/7")),
            ("/v1/people/7/merge", Some("/v1/people/7")),
            ("/v1/meetings/7/not-there", Some("/v1/meetings/7")),
            ("/v1/groups/7/rating", Some("/v1/groups/7")),
            ("/v1/pitch/keep", Some("/v1/pitch")),
            ("/v1/settings", Some("/v1/settings")),
            ("/v1/changes/7/undo", None),
            ("/v1/devices/7", None),
            ("/v1/notes", None),
            ("/v1", None),
        ] {
            assert_eq!(shown_at(path), expected, "{path}");
        }
    }
}
