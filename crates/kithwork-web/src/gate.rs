//! Who is asked who they are: everyone who comes from elsewhere than this machine, and every program
//! that shows a token.

use crate::api;
use crate::fault::Fault;
use crate::pages::phone::SignIn;
use crate::session;
use crate::visit::Visit;
use crate::web::Web;
use axum::extract::{MatchedPath, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kithwork_app::access::token::Scope;
use kithwork_app::access::{self, Caller, Secret};
use kithwork_app::{Code, Error};

/// Lets in whoever may, and tells the rest how to.
pub(crate) async fn gate(State(web): State<Web>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let is_program = parts.uri.path().starts_with("/api/");
    match enter(&web, &parts, is_program).await {
        Ok(caller) => {
            if let Some(caller) = caller {
                parts.extensions.insert(caller);
            }
            next.run(Request::from_parts(parts, body)).await
        }
        Err(error) if is_program => refused(error),
        Err(error) if error.code == Code::SignInNeeded => {
            let back = crate::form::way(parts.uri.path()).to_owned();
            let is_read = parts.method.is_safe();
            sign_in(&web, if is_read { &back } else { "/" }, is_read).await
        }
        Err(error) => Fault::from(error).into_response(),
    }
}

/// Who asks; none on this machine, where it is the owner.
async fn enter(web: &Web, asked: &Parts, is_program: bool) -> Result<Option<Caller>, Error> {
    let headers = &asked.headers;
    if let Some(shown) = headers.get(header::AUTHORIZATION).filter(|_| is_program) {
        let caller = of_token(web, shown).await?;
        allow(&caller, asked)?;
        return Ok(Some(caller));
    }
    if !web.hosts.are_open() {
        return Ok(None);
    }
    if let Some(caller) = of_session(web, headers).await? {
        return Ok(Some(caller));
    }
    let hint = if is_program {
        "show a token, as “Authorization: Bearer …”; the owner makes one on the page “Use on my phone”"
    } else {
        "sign in again; notes on this device are kept until then"
    };
    Err(Error::new(Code::SignInNeeded).hint(hint))
}

/// Who has the session that a browser brought.
pub(crate) async fn of_session(web: &Web, headers: &HeaderMap) -> Result<Option<Caller>, Error> {
    let Some(secret) = session::read(headers) else { return Ok(None) };
    let ctx = web.ctx().await?;
    Ok(access::caller(&*web.store, &ctx, &secret).await?.filter(|caller| caller.is_device))
}

async fn of_token(web: &Web, shown: &HeaderValue) -> Result<Caller, Error> {
    let refused = || {
        let hint =
            "it is mistyped, has ended or was dropped; “kithwork tokens” lists those that hold";
        Error::new(Code::TokenRefused).hint(hint)
    };
    // The scheme has no case (RFC 9110 §11.1).
    let (scheme, token) = shown.to_str().ok().and_then(|s| s.split_once(' ')).unwrap_or_default();
    let secret = Secret::read(token.trim()).filter(|_| scheme.eq_ignore_ascii_case("bearer"));
    let secret = secret.ok_or_else(refused)?;
    let ctx = web.ctx().await?;
    let caller = access::caller(&*web.store, &ctx, &secret).await?;
    caller.filter(|caller| !caller.is_device).ok_or_else(refused)
}

/// Refuses what a token's scope does not reach.
fn allow(caller: &Caller, asked: &Parts) -> Result<(), Error> {
    let route = asked.extensions.get::<MatchedPath>().map_or("", MatchedPath::as_str);
    let needed = api::rights(&asked.method, route);
    if caller.rights >= needed {
        return Ok(());
    }
    let (needed, has) = (Scope::of(needed).name(), Scope::of(caller.rights).name());
    let hint = format!("its scope is “{has}”, and this takes “{needed}”");
    Err(Error::new(Code::ScopeNarrow).hint(hint))
}

/// A problem that says by which scheme to come again (RFC 6750 §3).
fn refused(error: Error) -> Response {
    let scheme = match error.code {
        Code::SignInNeeded => Some(r#"Bearer realm="kithwork""#),
        Code::TokenRefused => Some(r#"Bearer realm="kithwork", error="invalid_token""#),
        Code::ScopeNarrow => Some(r#"Bearer realm="kithwork", error="insufficient_scope""#),
        _ => None,
    };
    let mut response = Fault::from(error).problem();
    if let Some(scheme) = scheme {
        response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static(scheme));
    }
    response
}

/// The page to sign in on, in the place of the one that was asked for.
async fn sign_in(web: &Web, back: &str, is_read: bool) -> Response {
    let page = SignIn::needed(is_read);
    match Visit::again(back).show(web, page).await {
        Ok(page) => (StatusCode::UNAUTHORIZED, page).into_response(),
        Err(fault) => fault.into_response(),
    }
}
