//! A form that could not be taken comes back on the page it was sent from, with all that was typed, the
//! fault beside its field and a summary at the top (WCAG 2.2, 3.3.1): no form has to see to it.

use crate::fault::Refusal;
use crate::form::Fields;
use crate::pages::sent::Sent;
use crate::router;
use crate::web::Web;
use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kithwork_app::access::Caller;
use tower::ServiceExt;

/// What our forms are sent as; files come otherwise.
const FORM: &[u8] = b"application/x-www-form-urlencoded";

/// Answers a form; one that is refused with its page, where there is that page.
pub(crate) async fn to_its_page(State(web): State<Web>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    if !is_form(&parts) {
        return next.run(Request::from_parts(parts, body)).await;
    }
    let read = Bytes::from_request(Request::from_parts(parts.clone(), body), &()).await;
    let octets = match read {
        Ok(octets) => octets,
        Err(too_much) => return too_much.into_response(),
    };
    let request = |parts| Request::from_parts(parts, Body::from(octets.clone()));
    let answer = next.run(request(parts.clone())).await;
    let Some(refusal) = answer.extensions().get::<Refusal>().cloned() else { return answer };
    let (path, caller) = (parts.uri.path().to_owned(), parts.extensions.get::<Caller>().cloned());
    match Fields::from_request(request(parts), &()).await {
        Ok(form) if form.has("back") => {
            let sent = Sent::new(path, &form, &refusal.problems).saying(refusal.told);
            again(web, &form, sent, caller)
                .await
                .map_or(answer, |page| (refusal.status, page).into_response())
        }
        _ => answer,
    }
}

fn is_form(parts: &Parts) -> bool {
    let kind = parts.headers.get(header::CONTENT_TYPE).map(HeaderValue::as_bytes);
    parts.method == Method::POST && kind.is_some_and(|kind| kind.starts_with(FORM))
}

/// The page that a form was sent from, with the form as it was; none where that page is gone.
async fn again(web: Web, form: &Fields, sent: Sent, caller: Option<Caller>) -> Option<Response> {
    let mut asked = Request::get(form.back()).body(Body::empty()).ok()?;
    asked.extensions_mut().insert(sent);
    if let Some(caller) = caller {
        asked.extensions_mut().insert(caller);
    }
    let Ok(page) = router::pages().with_state(web).oneshot(asked).await;
    page.status().is_success().then_some(page)
}
