//! Every address, and what answers there.

use crate::fault::nowhere;
use crate::web::Web;
use crate::{acts, api, assets, gate, guard, returned, routes, say};
use axum::Router;
use axum::extract::{DefaultBodyLimit, MatchedPath, Request};
use axum::http::{Extensions, HeaderMap, StatusCode, Version, header};
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate};
use tower_http::trace::TraceLayer;
use tracing::Span;

/// Every address, behind the guard.
pub fn router(web: Web) -> Router {
    let all = pages()
        .merge(deeds())
        .route_layer(from_fn_with_state(web.clone(), returned::to_its_page))
        .route_layer(from_fn_with_state(web.clone(), say::as_the_owner))
        .nest("/api", api::router(&web))
        .layer(from_fn_with_state(web.clone(), gate::gate))
        .merge(open())
        .route("/assets/{hash}/{file}", get(assets::file))
        .route("/sw.js", get(assets::worker))
        .route("/offline", get(routes::offline))
        .route("/manifest.webmanifest", get(assets::manifest))
        .fallback(nowhere)
        .layer(from_fn_with_state(web.clone(), guard::guard))
        .layer(TraceLayer::new_for_http().make_span_with(span));
    // On this machine nothing is gained: no line is slower than the packing.
    let all = if web.hosts.are_open() { all.layer(packing()) } else { all };
    all.with_state(web)
}

/// Pages go packed over the network, quickly rather than tightly.
fn packing() -> CompressionLayer<impl Predicate> {
    let predicate = DefaultPredicate::new().and(is_untagged);
    CompressionLayer::new().quality(CompressionLevel::Fastest).compress_when(predicate)
}

/// A strong tag names one row of octets (RFC 9110 §8.8.1): what bears one goes as it is.
fn is_untagged(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    !headers.contains_key(header::ETAG)
}

/// What is looked at.
pub(crate) fn pages() -> Router<Web> {
    use routes::{group, meeting, person};
    Router::new()
        .route("/", get(routes::this_week))
        .route("/go", get(routes::go::go).post(routes::go::found))
        .route("/map", get(routes::map::map).post(routes::map::way))
        .route("/keys", get(routes::go::keys))
        .route("/next-week", get(routes::next_week))
        .route("/friday", get(routes::friday))
        .route("/review", get(routes::review))
        .route("/review/outlook", get(routes::outlook))
        .route("/review/known", get(routes::known))
        .route("/review/only-rooms", get(routes::only_rooms))
        .route("/review/entries/{figure}", get(routes::entries))
        .route("/people", get(routes::people::people).post(routes::people::found))
        .route("/people/{id}", get(person::person))
        .route("/people/{id}/prepare", get(person::prepare).post(acts::talk::aim))
        .route("/people/{id}/edit", get(person::edit).post(acts::person::edit))
        .route("/people/{id}/merge", get(person::merge_find).post(person::merge_found))
        .route("/people/{id}/merge/{other}", get(person::merge).post(acts::person::merge))
        .route("/people/{id}/privacy", get(person::privacy))
        .route("/people/{id}/report", get(person::report))
        .route("/ask", get(routes::ask::ask))
        .route("/set-aside", get(routes::more::set_aside))
        .route("/questions", get(routes::more::questions))
        .route("/business", get(routes::more::business).post(acts::business::tell))
        .route("/business/channels", post(acts::business::other_way))
        .route("/business/channels/{id}", post(acts::business::other_way_again))
        .route("/settings", get(routes::more::about_you).post(acts::settings::tell))
        .route("/aims", get(routes::more::aims).post(acts::aim::state))
        .route("/levels", get(routes::more::levels))
        .route("/start", get(routes::start::start).post(acts::start::answer))
        .route("/start/{screen}", get(routes::start::screen).post(acts::start::go_on))
        .route("/import", get(routes::import::import).merge(upload()))
        .route("/import/{id}", get(routes::import::under_way))
        .route("/pitch", get(routes::pitch::pitch).post(acts::pitch::keep))
        .route("/pitch/quick", get(routes::pitch::quick).post(acts::pitch::quick))
        .route("/pitch/{id}", get(routes::pitch::minute).post(acts::pitch::rewrite))
        .route("/groups", get(routes::groups).post(acts::group::matters))
        .route("/groups/{id}", get(group::one))
        .route("/groups/{id}/edit", get(group::edit).post(acts::group::edit))
        .route("/groups/{id}/leave", post(acts::group::leave))
        .route("/groups/{id}/stay", post(acts::group::stay))
        .route("/groups/{id}/rating", post(acts::group::rate))
        .route("/groups/{id}/not-a-group", post(acts::group::not_a_group))
        .route("/groups/{id}/same", post(acts::group::same))
        .route("/meetings", get(meeting::meetings).post(acts::meeting::enter))
        .route("/meetings/now", get(meeting::now))
        .route("/meetings/{id}", get(meeting::one).post(acts::meeting::tell))
        .route("/help-given", get(routes::giving::help))
        .route("/calendars", get(routes::calendar::calendars).post(acts::calendar::add))
        .route("/card", get(routes::giving::card))
        .route("/card.vcf", get(routes::giving::vcard))
        .route("/card/for/{id}", get(routes::giving::card_for).post(acts::giving::give))
        .route("/presentations", get(routes::giving::talks).post(acts::giving::talk))
        .route("/phone", get(routes::phone::phone))
        .route("/more", get(routes::more::more))
        .route("/changes", get(routes::more::changes))
        .route("/trash", get(routes::more::trash))
}

/// What is open to whoever has not come in yet: how one comes in.
fn open() -> Router<Web> {
    use routes::phone;
    Router::new()
        .route("/pair", get(phone::pair).post(acts::phone::pair))
        .route("/pair/{code}", get(phone::pair_with))
        .route("/sign-in", get(phone::sign_in).post(acts::phone::sign_in))
        .route("/trust", get(phone::trust))
        .route("/trust/kithwork.crt", get(phone::certificate))
        .route("/trust/kithwork.mobileconfig", get(phone::profile))
}

/// Where files are handed over, which are larger than forms.
fn upload() -> axum::routing::MethodRouter<Web> {
    post(acts::import::files).layer(DefaultBodyLimit::max(crate::upload::MOST))
}

/// What is done to entries, whatever they are of, and with lists, needs, offers, referrals and proposals.
fn deeds() -> Router<Web> {
    Router::new()
        .route("/notes", post(acts::note::take))
        .route("/changes/{id}/undo", post(acts::undo::undo))
        .route("/entries/{id}/delete", post(acts::trash::delete))
        .route("/trash/{id}/put-back", post(acts::trash::put_back))
        .route("/trash/empty", post(acts::trash::empty))
        .route("/needs/{id}", post(acts::need::edit))
        .route("/needs/{id}/introduce", post(acts::need::introduce))
        .route("/needs/{id}/met", post(acts::need::met))
        .route("/offers/{id}", post(acts::offer::edit))
        .route("/offers/{id}/close", post(acts::offer::close))
        .route("/lists", post(acts::people::keep))
        .route("/lists/{id}", post(acts::people::rename))
        .route("/lists/{id}/remove", post(acts::people::remove))
        .route("/tags/{id}", post(acts::people::rename_tag))
        .route("/referrals/{id}", post(acts::referral::step))
        .route("/referrals/{id}/thank", post(acts::referral::thank))
        .route("/said/{id}", post(acts::known::put_right))
        .route("/proposals", post(acts::giving::propose))
        .route("/proposals/{id}/{step}", post(acts::giving::step))
        .merge(deeds_with_people())
        .merge(deeds_for_oneself())
}

/// What is done with people: kept up, asked, met, promised and helped.
fn deeds_with_people() -> Router<Web> {
    use acts::talk;
    Router::new()
        .route("/people/bulk", post(acts::people::bulk))
        .route("/people/care", post(acts::triage::triage))
        .route("/people/not-now", post(talk::not_now))
        .route("/people/{id}/count-in", post(acts::person::count_in))
        .route("/people/{id}/erase", post(acts::person::erased))
        .route("/questions/{id}", post(acts::question::answer))
        .route("/people/{id}/playbacks", post(acts::known::asked))
        .route("/people/{id}/ratings", post(acts::known::observed))
        .route("/people/{id}/said", post(acts::known::said))
        .route("/people/{id}/contact", post(acts::person::contact))
        .route("/people/{id}/projects", post(acts::known::project))
        .route("/levels/{level}", post(acts::known::level))
        .route("/promises/keep", post(talk::keep))
        .route("/promises/later", post(talk::put_promises_off))
        .route("/meetings/{id}/not-there", post(acts::meeting::not_there))
        .route("/asks", post(talk::asked))
        .route("/talks", post(talk::talked))
        .route("/conversations/{id}/agree", post(talk::agreed))
        .route("/conversations/{id}/happened", post(talk::happened))
        .route("/conversations/{id}/not-held", post(talk::not_held))
        .route("/help", post(talk::helped))
        .route("/introductions", post(talk::introduced))
}

/// What the owner does for the minute, talks, aims, calendars and the phone.
fn deeds_for_oneself() -> Router<Web> {
    Router::new()
        .route("/experiments", post(acts::aim::begin))
        .route("/experiments/stop", post(acts::aim::stop))
        .route("/pitch/choose", post(acts::pitch::choose))
        .route("/pitch/profile", post(acts::pitch::profile))
        .route("/pitch/triggers", post(acts::pitch::trigger))
        .route("/pitch/triggers/{id}/drop", post(acts::pitch::drop_trigger))
        .route("/pitch/meetings/{id}", get(routes::pitch::meeting).post(acts::pitch::afterwards))
        .route("/pitch/{id}/delete", post(acts::pitch::delete))
        .route("/pitch/{id}/timed", post(acts::pitch::timed))
        .route("/card/reply/{id}", post(acts::giving::reply))
        .route("/presentations/{id}/link", post(acts::giving::link))
        .route("/presentations/{id}/answer", post(acts::giving::answer))
        .route("/sign-out", post(acts::phone::sign_out))
        .route("/phone/open", post(acts::phone::open))
        .route("/phone/devices/{id}", post(acts::phone::rename))
        .route("/phone/devices/{id}/drop", post(acts::phone::unpair))
        .route("/phone/password", post(acts::phone::password))
        .route("/phone/tokens", post(acts::phone::make_token))
        .route("/phone/tokens/{id}/drop", post(acts::phone::drop_token))
        .route("/calendars/{id}/read", post(acts::calendar::read))
        .route("/calendars/{id}/drop", post(acts::calendar::drop))
}

/// The matched route, never the path itself: an address may name somebody.
fn span(request: &Request) -> Span {
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str);
    tracing::info_span!("request", method = %request.method(), route)
}
