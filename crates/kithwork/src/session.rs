//! What every verb needs: the book's place, the moment, the screen.

use crate::draw;
use crate::screen::Screen;
use crate::wire::{self, Place};
use jiff::Timestamp;
use kithwork_app::{Ctx, Result, book, settings};
use kithwork_core::params::Params;
use kithwork_store::Store;
use std::process::ExitCode;
use std::sync::Arc;

/// What every verb needs.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    /// Where the book is.
    pub(crate) place: Place,
    /// The moment of the command.
    pub(crate) now: Timestamp,
    /// Whether that moment was given, not read from the clock.
    pub(crate) now_is_given: bool,
    /// Where to print.
    pub(crate) screen: Screen,
    /// What the models assume.
    pub(crate) params: Arc<Params>,
}

/// An open book and its owner.
#[derive(Debug)]
pub(crate) struct Open {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) ctx: Ctx,
}

impl Open {
    /// The parameters of the mind with what the book's own people tell today.
    pub(crate) async fn params(&self) -> Result<Params> {
        let today = self.ctx.today(&settings::of(&*self.store, &self.ctx).await?);
        book::params(&*self.store, &self.ctx, today).await
    }
}

impl Session {
    /// Opens the book; makes one where there is none.
    pub(crate) async fn open(&self) -> Result<Open> {
        let store = wire::open(&self.place).await?;
        self.owner_of(store).await
    }

    /// Opens a book that must be there already.
    pub(crate) async fn open_existing(&self) -> Result<Open> {
        self.place.must_exist()?;
        self.open().await
    }

    /// The owner of the book that a store keeps.
    pub(crate) async fn owner_of(&self, store: Arc<dyn Store>) -> Result<Open> {
        let tenant = book::first(&*store, self.now).await?;
        let ctx = Ctx::owner(tenant, self.now).assuming(Arc::clone(&self.params));
        let chosen = settings::of(&*store, &ctx).await?.locale;
        draw::write_as(chosen.unwrap_or_default());
        Ok(Open { store, ctx })
    }
}

/// How a verb ended that printed its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ended {
    /// As asked.
    Done,
    /// Not all of it could be done; the document says what.
    CouldNot,
}

impl From<Ended> for ExitCode {
    fn from(ended: Ended) -> Self {
        match ended {
            Ended::Done => Self::SUCCESS,
            Ended::CouldNot => Self::from(1),
        }
    }
}
