//! In which language and country a page is written: that of its owner, for as long as one answer takes.

use crate::web::Web;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use kithwork_app::settings;
use kithwork_core::facts::Locale;

tokio::task_local! {
    static LOCALE: Locale;
}

/// The locale of the answer at hand; the British one where none is being given.
pub(crate) fn locale() -> Locale {
    LOCALE.try_with(|locale| *locale).unwrap_or_default()
}

/// The language of a page's words (BCP 47): English in all locales, of the country where it has one.
pub(crate) fn language() -> &'static str {
    match locale() {
        Locale::DeDe | Locale::FrFr => Locale::EnGb.name(),
        english => english.name(),
    }
}

/// Answers in the owner's locale.
pub(crate) async fn as_the_owner(State(web): State<Web>, request: Request, next: Next) -> Response {
    let chosen = chosen(&web).await.unwrap_or_default();
    LOCALE.scope(chosen, next.run(request)).await
}

/// What the owner chose; a book that can't be read is told of by the page itself.
async fn chosen(web: &Web) -> Option<Locale> {
    let ctx = web.ctx().await.ok()?;
    settings::of(&*web.store, &ctx).await.ok()?.locale
}

#[cfg(test)]
pub(crate) fn written_in<T>(locale: Locale, says: impl FnOnce() -> T) -> T {
    LOCALE.sync_scope(locale, says)
}
