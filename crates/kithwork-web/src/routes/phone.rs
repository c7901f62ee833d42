//! “Use on my phone”, and how a phone comes in.

use crate::door::Door;
use crate::fault::Fault;
use crate::pages::phone::{Known, Pair, Phone, Shown, SignIn, Trust, Way};
use crate::visit::Visit;
use crate::web::Web;
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use jiff::tz::TimeZone;
use kithwork_app::access::{Caller, device, password, token};
use kithwork_app::{Code, Ctx, Error, settings};
use uuid::Uuid;

/// Who asks, where it is not the owner at their own machine.
pub(crate) type Asker = Option<Extension<Caller>>;

/// “Use on my phone”.
pub(crate) async fn phone(
    State(web): State<Web>,
    asker: Asker,
    visit: Visit,
) -> Result<Response, Fault> {
    let page = page(&web, &asker).await?;
    visit.show(&web, page).await
}

/// The page as it stands.
///
/// # Errors
/// Those of the store.
pub(crate) async fn page(web: &Web, asker: &Asker) -> Result<Phone, Error> {
    let ctx = web.ctx().await?;
    let settings = settings::of(&*web.store, &ctx).await?;
    let known = Known {
        devices: device::list(&*web.store, &ctx).await?,
        tokens: token::list(&*web.store, &ctx).await?,
        has_password: password::is_set(&*web.store, &ctx).await?,
        this: asker.as_ref().map(|Extension(caller)| caller.access),
        zone: settings::zone(&settings.zone),
        today: ctx.today(&settings),
    };
    let way =
        if web.hosts.are_open() { Way::AtTheComputer } else { way(web, &ctx, &known.zone).await? };
    Ok(Phone::of(way, web.door(), &known))
}

async fn way(web: &Web, ctx: &Ctx, zone: &TimeZone) -> Result<Way, Error> {
    let Some(door) = web.door() else {
        return Ok(Way::Shut { can_open: web.can_open() });
    };
    let Some(typed_at) = door.address("/pair") else { return Ok(Way::NoNetwork) };
    let offer = web.offer(ctx).await?;
    let taken_at = format!("{typed_at}/{}", offer.code);
    Ok(Way::Code(Box::new(Shown::of(&offer, &taken_at, typed_at, zone))))
}

/// Where a code is typed.
pub(crate) async fn pair(State(web): State<Web>, visit: Visit) -> Result<Response, Fault> {
    visit.show(&web, Pair::with("")).await
}

/// Where the code of the address is taken: by a button, because a camera's preview only looks.
pub(crate) async fn pair_with(
    State(web): State<Web>,
    Path(code): Path<String>,
    visit: Visit,
) -> Result<Response, Fault> {
    visit.leading_to("/").show(&web, Pair::with(&code)).await
}

/// Where the password is typed.
pub(crate) async fn sign_in(State(web): State<Web>, visit: Visit) -> Result<Response, Fault> {
    visit.leading_to("/").show(&web, SignIn::new()).await
}

/// How a phone learns to trust this computer.
pub(crate) async fn trust(State(web): State<Web>, visit: Visit) -> Result<Response, Fault> {
    let page = Trust::of(door(&web)?);
    visit.show(&web, page).await
}

/// The certificate, as Android and computers take it.
pub(crate) async fn certificate(State(web): State<Web>) -> Result<Response, Fault> {
    let kind = [(header::CONTENT_TYPE, "application/x-x509-ca-cert"), file("kithwork.crt")];
    Ok((kind, door(&web)?.der.clone()).into_response())
}

/// The certificate in a profile, as iPhones and iPads take it.
pub(crate) async fn profile(State(web): State<Web>) -> Result<Response, Fault> {
    let kind =
        [(header::CONTENT_TYPE, "application/x-apple-aspen-config"), file("kithwork.mobileconfig")];
    Ok((kind, profile_of(door(&web)?)).into_response())
}

fn file(name: &'static str) -> (header::HeaderName, &'static str) {
    let disposition = match name {
        "kithwork.crt" => "attachment; filename=\"kithwork.crt\"",
        _ => "attachment; filename=\"kithwork.mobileconfig\"",
    };
    (header::CONTENT_DISPOSITION, disposition)
}

fn door(web: &Web) -> Result<&Door, Error> {
    let shut = || Error::new(Code::NotFound).hint("start it with “kithwork serve --phone” first");
    web.door().ok_or_else(shut)
}

/// A configuration profile of one root certificate (Apple, “Device Management”, `com.apple.security.root`).
fn profile_of(door: &Door) -> String {
    // The body of a PEM block is the certificate in base 64, as a property list has it.
    let body: String = door.pem.lines().filter(|line| !line.starts_with("-----")).collect();
    let id = |of: &[u8]| Uuid::new_v5(&Uuid::new_v5(&Uuid::NAMESPACE_OID, &door.der), of);
    let (inner, outer) = (id(b"certificate"), id(b"profile"));
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>PayloadType</key><string>Configuration</string>
<key>PayloadVersion</key><integer>1</integer>
<key>PayloadIdentifier</key><string>kithwork.{outer}</string>
<key>PayloadUUID</key><string>{outer}</string>
<key>PayloadDisplayName</key><string>Kithwork on my computer</string>
<key>PayloadDescription</key><string>Lets this phone know the computer that keeps your book.</string>
<key>PayloadContent</key><array><dict>
<key>PayloadType</key><string>com.apple.security.root</string>
<key>PayloadVersion</key><integer>1</integer>
<key>PayloadIdentifier</key><string>kithwork.{inner}</string>
<key>PayloadUUID</key><string>{inner}</string>
<key>PayloadDisplayName</key><string>Kithwork on my computer</string>
<key>PayloadCertificateFileName</key><string>kithwork.crt</string>
<key>PayloadContent</key><data>{body}</data>
</dict></array>
</dict></plist>
"#
    )
}
