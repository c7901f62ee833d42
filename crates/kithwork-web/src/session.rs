//! A session: the cookie by which a browser is known again.

use axum::http::{HeaderMap, HeaderValue, header};
use kithwork_app::access::Secret;

/// Bound to this host, to HTTPS and to all of its paths by its prefix (RFC 6265bis §4.1.3.2).
const NAME: &str = "__Host-kithwork";
/// As long as browsers keep any cookie, seconds (RFC 6265bis §5.5): 400 days.
const KEPT: u32 = 400 * 24 * 60 * 60;

/// The secret that a browser brought.
pub(crate) fn read(headers: &HeaderMap) -> Option<Secret> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|cookies| cookies.to_str().ok());
    let mut pairs = all.flat_map(|cookies| cookies.split(';')).filter_map(|c| c.split_once('='));
    let (_, value) = pairs.find(|(name, _)| name.trim() == NAME)?;
    Secret::read(value.trim())
}

/// The header that gives a browser its session. `Lax`: a link in the calendar opens its page; what
/// another site's page sends comes without it.
pub(crate) fn begin(secret: &Secret) -> Option<HeaderValue> {
    let secret = secret.text();
    let cookie = format!("{NAME}={secret}; Path=/; Max-Age={KEPT}; Secure; HttpOnly; SameSite=Lax");
    let mut value = HeaderValue::try_from(cookie).ok()?;
    value.set_sensitive(true);
    Some(value)
}

/// The header that takes it away.
pub(crate) fn end() -> HeaderValue {
    HeaderValue::from_static("__Host-kithwork=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax")
}
