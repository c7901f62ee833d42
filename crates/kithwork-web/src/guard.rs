//! Who may ask, and what every answer tells the browser.

use crate::fault::Fault;
use crate::web::Web;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kithwork_app::{Code, Error};

/// Nothing runs and nothing loads but what this program serves; nobody frames its pages.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; \
     img-src 'self' data:; script-src 'self'; connect-src 'self'; manifest-src 'self'; \
     worker-src 'self'; form-action 'self'; frame-ancestors 'none'; \
     base-uri 'none'";

const HEADERS: [(HeaderName, HeaderValue); 5] = [
    (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(CONTENT_SECURITY_POLICY)),
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("same-origin"),
    ),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    ),
];

/// Refuses requests for another host, and changes asked for by another site's page.
pub(crate) async fn guard(State(web): State<Web>, request: Request, next: Next) -> Response {
    let is_ours = is_for_us(&web, &request)
        && (request.method().is_safe() || is_from_us(&web, request.headers()));
    let path_of_api = request.uri().path().starts_with("/api/");
    let mut response = if is_ours {
        next.run(request).await
    } else {
        let hint = "open the address that Kithwork printed when it started";
        let fault = Fault::from(Error::new(Code::AddressRefused).hint(hint));
        if path_of_api { fault.problem() } else { fault.into_response() }
    };
    let headers = response.headers_mut();
    headers.extend(HEADERS);
    // Pages hold people: no cache but the assets' keeps them.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

fn is_for_us(web: &Web, request: &Request) -> bool {
    // A request target with an authority overrides Host (RFC 9112 §3.2.2): both must be ours.
    let target = request.uri().authority();
    let mut hosts = request.headers().get_all(header::HOST).iter();
    let host = hosts.next().and_then(|h| h.to_str().ok());
    hosts.next().is_none()
        && host.is_some_and(|host| web.hosts.allow(host))
        && target.is_none_or(|target| web.hosts.allow(target.as_str()))
}

/// Fetch metadata where the browser sends it (W3C Fetch Metadata §2.3), `Origin` where it does not.
fn is_from_us(web: &Web, headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    match (text("sec-fetch-site"), text("origin")) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => web.hosts.allow_origin(origin),
        // Neither comes from a browser: a program on this machine.
        (None, None) => true,
    }
}
