//! Every address, and what answers there.

use crate::fault::nowhere;
use crate::web::Web;
use crate::{acts, api, assets, guard, routes};
use axum::Router;
use axum::extract::{MatchedPath, Request};
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use tower_http::trace::TraceLayer;
use tracing::Span;

/// Every address, behind the guard.
pub fn router(web: Web) -> Router {
    Router::new()
        .route("/", get(routes::this_week))
        .route("/review", get(routes::review))
        .route("/review/entries/{figure}", get(routes::entries))
        .route("/review/triage", post(acts::triage))
        .route("/changes/{id}/undo", post(acts::undo))
        .route("/people", get(routes::people).post(routes::found))
        .route("/people/{id}", get(routes::person))
        .route("/groups", get(routes::groups))
        .route("/assets/{hash}/{file}", get(assets::file))
        .nest("/api", api::router())
        .fallback(nowhere)
        .layer(from_fn_with_state(web.clone(), guard::guard))
        .layer(TraceLayer::new_for_http().make_span_with(span))
        .with_state(web)
}

/// The matched route, never the path itself: an address may name somebody.
fn span(request: &Request) -> Span {
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str);
    tracing::info_span!("request", method = %request.method(), route)
}
