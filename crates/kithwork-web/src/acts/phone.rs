//! Who may come in: devices that are paired, named and unpaired, the password, the programs' tokens.

use crate::fault::Fault;
use crate::form::Fields;
use crate::gate;
use crate::pages::phone::{Pair, SignIn};
use crate::routes::phone::{Asker, page};
use crate::session;
use crate::visit::Visit;
use crate::web::Web;
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use kithwork_app::access::token::{New, Scope};
use kithwork_app::access::{Secret, device, pairing, password, token};
use kithwork_app::{Code, Error};
use kithwork_core::id::AccessId;
use uuid::Uuid;

/// Where what was done shows.
const PAGE: &str = "/phone";

/// Pairs the device that sends a code. One that is paired already, and sends its form twice, stays so.
pub(crate) async fn pair(
    State(web): State<Web>,
    headers: HeaderMap,
    form: Fields,
) -> Result<Response, Fault> {
    let ctx = web.ctx().await?;
    let (code, name) = (form.text("code"), form.text("name"));
    match pairing::take(&*web.store, &ctx, code, name, &web.chance).await {
        Ok(secret) => Ok(begin(&secret, "/")),
        Err(error) if error.code == Code::PairingOver => {
            if gate::of_session(&web, &headers).await?.is_some() {
                return Ok(Redirect::to("/").into_response());
            }
            let page = Pair::again(&form, told(&error), &[]);
            let page = Visit::again("/pair").leading_to("/").refuse(&web, page, &form).await?;
            Ok((StatusCode::GONE, page).into_response())
        }
        Err(error) if !error.fields.is_empty() => {
            let page = Pair::again(&form, String::new(), &error.fields);
            Visit::again("/pair").leading_to("/").refuse(&web, page, &form).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Signs a browser in that knows the password.
pub(crate) async fn sign_in(State(web): State<Web>, form: Fields) -> Result<Response, Fault> {
    let ctx = web.ctx().await?;
    let (word, name) = (form.text("password"), form.text("name"));
    let error = match password::sign_in(&*web.store, &ctx, word, name, &web.chance).await {
        Ok(secret) => return Ok(begin(&secret, form.back())),
        Err(error) => error,
    };
    let status = match error.code {
        Code::PasswordWrong => StatusCode::UNAUTHORIZED,
        Code::TriesTooMany => StatusCode::TOO_MANY_REQUESTS,
        _ if !error.fields.is_empty() => StatusCode::UNPROCESSABLE_ENTITY,
        _ => return Err(error.into()),
    };
    let problem = if error.fields.is_empty() { told(&error) } else { String::new() };
    let page = SignIn::again(&form, problem, &error.fields);
    let page = Visit::again(form.back()).refuse(&web, page, &form).await?;
    Ok((status, page).into_response())
}

/// Signs this device out, which unpairs it.
pub(crate) async fn sign_out(State(web): State<Web>, asker: Asker) -> Result<Response, Fault> {
    if let Some(Extension(caller)) = asker {
        device::unpair(&*web.store, &web.ctx().await?, caller.access).await?;
    }
    let gone = [(header::SET_COOKIE, session::end())];
    Ok((gone, Redirect::to("/sign-in")).into_response())
}

/// Opens the way in for phones.
pub(crate) async fn open(State(web): State<Web>) -> Result<Redirect, Fault> {
    web.open().await?;
    Ok(Redirect::to(PAGE))
}

/// Calls a device otherwise.
pub(crate) async fn rename(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    device::rename(&*web.store, &web.ctx().await?, access(&id)?, form.text("name")).await?;
    Ok(Redirect::to(PAGE))
}

/// Unpairs a device.
pub(crate) async fn unpair(
    State(web): State<Web>,
    Path(id): Path<String>,
) -> Result<Redirect, Fault> {
    let done = device::unpair(&*web.store, &web.ctx().await?, access(&id)?).await;
    gone_is_gone(done)
}

/// Keeps a password, or none.
pub(crate) async fn password(
    State(web): State<Web>,
    asker: Asker,
    form: Fields,
) -> Result<Response, Fault> {
    let word = if form.has("forget") { "" } else { form.text("password") };
    let set = async {
        if word.is_empty() && !form.has("forget") {
            return Err(Error::new(Code::ValueInvalid).field("password", "is empty"));
        }
        password::set(&*web.store, &web.ctx().await?, word, &web.chance).await
    };
    match set.await {
        Ok(()) => Ok(Redirect::to(PAGE).into_response()),
        Err(error) if !error.fields.is_empty() => refuse(&web, &asker, &form, &error).await,
        Err(error) => Err(error.into()),
    }
}

/// Makes a token and shows its secret, this once.
pub(crate) async fn make_token(
    State(web): State<Web>,
    asker: Asker,
    form: Fields,
) -> Result<Response, Fault> {
    let ctx = web.ctx().await?;
    let ctx = match form.change() {
        Some(once) => ctx.once(once),
        None => ctx,
    };
    let made = match new_token(&form) {
        Ok(new) => token::make(&*web.store, &ctx, &new, &web.chance).await,
        Err(error) => Err(error),
    };
    match made {
        Ok((token, secret)) => {
            let page = page(&web, &asker).await?.made(&token, secret.text());
            Visit::again(PAGE).show(&web, page).await
        }
        Err(mut error) if !error.fields.is_empty() => {
            // On this page the name of a token is a field beside those of devices.
            for field in error.fields.iter_mut().filter(|field| field.field == "name") {
                field.field = "token_name";
            }
            refuse(&web, &asker, &form, &error).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Takes a token away.
pub(crate) async fn drop_token(
    State(web): State<Web>,
    Path(id): Path<String>,
) -> Result<Redirect, Fault> {
    let done = token::drop(&*web.store, &web.ctx().await?, access(&id)?).await;
    gone_is_gone(done)
}

fn new_token(form: &Fields) -> Result<New, Error> {
    let scope = Scope::ALL.into_iter().find(|scope| scope.name() == form.text("scope"));
    Ok(New {
        name: form.text("token_name").to_owned(),
        scope: scope.unwrap_or(Scope::Read),
        days: form.number("days")?,
    })
}

async fn refuse(web: &Web, asker: &Asker, form: &Fields, error: &Error) -> Result<Response, Fault> {
    let page = page(web, asker).await?.again(form, &error.fields);
    Visit::again(PAGE).refuse(web, page, form).await
}

/// Taken away twice, it is gone.
fn gone_is_gone(done: Result<(), Error>) -> Result<Redirect, Fault> {
    match done {
        Err(error) if error.code != Code::NotFound => Err(error.into()),
        _ => Ok(Redirect::to(PAGE)),
    }
}

/// Leads on with a session of its own.
fn begin(secret: &Secret, to: &str) -> Response {
    let mut response = Redirect::to(to).into_response();
    if let Some(cookie) = session::begin(secret) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}

/// What happened and what to do, as sentences.
fn told(error: &Error) -> String {
    let hint = error.hint.as_deref().map(crate::say::capital).unwrap_or_default();
    format!("{}. {hint}.", error.code.title())
}

/// A way in by its id.
///
/// # Errors
/// [`Code::NotFound`].
pub(crate) fn access(id: &str) -> Result<AccessId, Error> {
    let read = |cause: uuid::Error| {
        Error::new(Code::NotFound).hint("the address is mistyped").caused_by(cause)
    };
    Uuid::parse_str(id).map(AccessId).map_err(read)
}
