//! Who may come in, for programs: devices, tokens, the password, a code for a phone.

use super::answer::Answered;
use super::body::Sent;
use super::page::{Page, Paging};
use crate::acts::phone::access;
use crate::asked::Wanted;
use crate::fault::ApiFault;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::routing::{get, patch, post};
use axum::{Extension, Json, Router};
use kithwork_app::access::token::New;
use kithwork_app::access::{Caller, device, pairing, password, token};
use kithwork_app::json::{DevicesJson, DoneJson, PairingJson, TokenMadeJson, TokensJson};
use kithwork_app::{Code, Error};
use serde::Deserialize;

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/v1/devices", get(devices))
        .route("/v1/devices/{id}", patch(rename).delete(unpair))
        .route("/v1/tokens", get(tokens).post(make))
        .route("/v1/tokens/{id}", axum::routing::delete(drop_token))
        .route("/v1/password", post(set_password))
        .route("/v1/pairing", post(offer))
}

/// What a device is to be called.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct NameIn {
    name: String,
}

/// A password; an empty one takes it away.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PasswordIn {
    password: String,
}

/// Nothing of the book changed.
const DONE: Json<DoneJson> = Json(DoneJson { change: None });

async fn devices(
    State(web): State<Web>,
    Wanted(paging): Wanted<Paging>,
    asker: Option<Extension<Caller>>,
) -> Result<Json<Page<DevicesJson>>, ApiFault> {
    let all = device::list(&*web.store, &web.ctx().await?).await?;
    let all = DevicesJson::of(&all, asker.map(|Extension(caller)| caller.access));
    Ok(Json(paging.of(all, |all| &mut all.devices, |device| device.id.to_string())?))
}

async fn rename(State(web): State<Web>, Path(id): Path<String>, sent: Sent<NameIn>) -> Answered {
    device::rename(&*web.store, &web.ctx().await?, access(&id)?, &sent.document.name).await?;
    Ok(DONE)
}

async fn unpair(State(web): State<Web>, Path(id): Path<String>) -> Answered {
    device::unpair(&*web.store, &web.ctx().await?, access(&id)?).await?;
    Ok(DONE)
}

async fn tokens(
    State(web): State<Web>,
    Wanted(paging): Wanted<Paging>,
) -> Result<Json<Page<TokensJson>>, ApiFault> {
    let all = TokensJson::of(&token::list(&*web.store, &web.ctx().await?).await?);
    Ok(Json(paging.of(all, |all| &mut all.tokens, |token| token.id.to_string())?))
}

async fn make(State(web): State<Web>, sent: Sent<New>) -> Result<Json<TokenMadeJson>, ApiFault> {
    let ctx = web.ctx().await?;
    let ctx = match sent.once.change() {
        Some(once) => ctx.once(once),
        None => ctx,
    };
    let (token, secret) = token::make(&*web.store, &ctx, &sent.document, &web.chance).await?;
    Ok(Json(TokenMadeJson::of(&token, &secret)))
}

async fn drop_token(State(web): State<Web>, Path(id): Path<String>) -> Answered {
    token::drop(&*web.store, &web.ctx().await?, access(&id)?).await?;
    Ok(DONE)
}

async fn set_password(State(web): State<Web>, sent: Sent<PasswordIn>) -> Answered {
    let ctx = web.ctx().await?;
    password::set(&*web.store, &ctx, &sent.document.password, &web.chance).await?;
    Ok(DONE)
}

async fn offer(State(web): State<Web>) -> Result<Json<PairingJson>, ApiFault> {
    let shut = || {
        let hint = "no phone can come in: this computer is in no network just now";
        Error::new(Code::NotFound).hint(hint)
    };
    web.open().await?;
    let address = web.door().and_then(|door| door.address("/pair")).ok_or_else(shut)?;
    // A program may ask without wanting the code that a page shows just now.
    let offer = pairing::offer(&*web.store, &web.ctx().await?, &web.chance).await?;
    Ok(Json(PairingJson { address, code: offer.code, until: offer.until }))
}
