//! A visit to a page: what the page around it needs to know, and what was done just before.

use crate::done::Done;
use crate::fault::{Fault, draw, draw_refused};
use crate::form::{Fields, way};
use crate::frame::Frame;
use crate::pages::sent::Sent;
use crate::refused::Told;
use crate::ticket::Ticket;
use crate::web::Web;
use askama::Template;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use kithwork_app::access::Caller;
use kithwork_core::id::ChangeId;
use std::convert::Infallible;
use uuid::Uuid;

/// A page with a frame around it.
pub(crate) trait Framed: Template {
    /// Its frame.
    fn frame(&mut self) -> &mut Frame;
}

/// Says of pages that their field `frame` is their frame.
macro_rules! framed {
    ($($page:ty),+) => {$(
        impl crate::visit::Framed for $page {
            fn frame(&mut self) -> &mut crate::frame::Frame {
                &mut self.frame
            }
        }
    )+};
}
pub(crate) use framed;

/// A visit to a page.
#[derive(Clone, Debug)]
pub(crate) struct Visit {
    /// The page's own address.
    path: String,
    /// The change that a form of it has just made.
    done: Option<ChangeId>,
    /// Whether that was done before already, and not again.
    is_again: bool,
    /// Whether whoever comes from elsewhere has shown who they are.
    is_known: bool,
    /// The form of it that could not be taken.
    sent: Option<Sent>,
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let query = parts.uri.query().unwrap_or_default();
        let done = query.split('&').find_map(|pair| pair.strip_prefix("done="));
        let done = done.and_then(|id| Uuid::parse_str(id).ok()).map(ChangeId);
        let is_again = done.is_some() && query.split('&').any(|pair| pair == "again");
        let is_known = parts.extensions.get::<Caller>().is_some();
        let sent = parts.extensions.remove::<Sent>();
        Ok(Self { path: way(parts.uri.path()).to_owned(), done, is_again, is_known, sent })
    }
}

impl Visit {
    /// The page again, whose form could not be taken as it was.
    pub(crate) fn again(path: impl Into<String>) -> Self {
        Self { path: path.into(), done: None, is_again: false, is_known: false, sent: None }
    }

    /// The same, with that form as it was sent.
    pub(crate) fn with(self, sent: Sent) -> Self {
        Self { sent: Some(sent), ..self }
    }

    /// A page that shows what a form of it has just done.
    pub(crate) fn after(path: impl Into<String>, done: Option<ChangeId>) -> Self {
        Self { path: path.into(), done, is_again: false, is_known: false, sent: None }
    }

    /// The same, whose forms lead elsewhere.
    pub(crate) fn leading_to(self, path: impl Into<String>) -> Self {
        Self { path: path.into(), ..self }
    }

    /// The page, with its frame made ready.
    ///
    /// # Errors
    /// Those of the store.
    pub(crate) async fn show(self, web: &Web, page: impl Framed) -> Result<Response, Fault> {
        let told = self.told();
        let page = self.ready(web, page, None).await?;
        Ok(told.map_or_else(|| draw(&page), |told| draw_refused(&page, &told)))
    }

    /// The page with what a form of it had sent and could not be taken: nothing typed is lost, and the
    /// form keeps its ticket.
    ///
    /// # Errors
    /// Those of the store.
    pub(crate) async fn refuse(
        self,
        web: &Web,
        page: impl Framed,
        form: &Fields,
    ) -> Result<Response, Fault> {
        let told = self.told().unwrap_or_default();
        let page = self.ready(web, page, form.ticket()).await?;
        Ok((StatusCode::UNPROCESSABLE_ENTITY, draw_refused(&page, &told)).into_response())
    }

    /// The page with a form of it that both sides changed: nothing was overwritten.
    ///
    /// # Errors
    /// Those of the store.
    pub(crate) async fn split(
        self,
        web: &Web,
        page: impl Framed,
        form: &Fields,
    ) -> Result<Response, Fault> {
        let page = self.ready(web, page, form.ticket()).await?;
        Ok((StatusCode::CONFLICT, draw(&page)).into_response())
    }

    /// What is wrong, where no field of the page says so.
    fn told(&self) -> Option<Told> {
        self.sent.as_ref().map(|sent| sent.told().clone())
    }

    /// The page with its frame made ready.
    async fn ready<P: Framed>(
        self,
        web: &Web,
        mut page: P,
        kept: Option<Ticket>,
    ) -> Result<P, Fault> {
        let ctx = web.ctx().await?;
        let done = match self.done {
            Some(change) => {
                let done = Done::of(web, &ctx, change).await?;
                if self.is_again { done.map(Done::again) } else { done }
            }
            None => None,
        };
        let ticket = Ticket::new(ctx.ids()());
        // Names stand on no page that a stranger is shown.
        if self.is_known || !web.hosts.are_open() {
            page.frame().near = web.near(&ctx).await?;
        }
        page.frame().visit(ticket, kept, self.path, done);
        if let Some(sent) = self.sent {
            page.frame().again(sent);
        }
        page.frame().holding(web.appeared(&ctx));
        Ok(page)
    }
}
