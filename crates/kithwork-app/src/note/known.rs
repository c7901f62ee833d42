//! What a note is read against: the names of people and rooms, never the whole book.

use crate::ctx::Ctx;
use crate::error::Result;
use jiff::civil::Date;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::Settings;
use kithwork_core::id::{PersonId, RoomId};
use kithwork_core::money::{Amount, Currency, Money};
use kithwork_store::Store;

/// The names a note may use, and the day on which it is read.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) people: Vec<(PersonId, String)>,
    pub(super) rooms: Vec<(RoomId, String)>,
    /// The owner's day.
    pub(super) today: Date,
    currency: Currency,
}

impl Known {
    pub(super) async fn read(store: &dyn Store, ctx: &Ctx, settings: &Settings) -> Result<Self> {
        let people = store.names(ctx.tenant).await?;
        let rooms = store.all(ctx.tenant, FactKind::Room).await?;
        let rooms = rooms.into_iter().filter_map(|fact| match fact {
            Fact::Room(room) => Some((room.id, room.name)),
            _ => None,
        });
        let currency = settings.currency.unwrap_or(Currency::GBP);
        Ok(Self { people, rooms: rooms.collect(), today: ctx.today(settings), currency })
    }

    /// A sum with the book's own currency where it names none.
    pub(super) fn money(&self, value: Amount) -> Money {
        value.money(self.currency)
    }

    pub(super) fn person(&self, id: PersonId) -> Option<&str> {
        self.people.iter().find(|(of, _)| *of == id).map(|(_, name)| name.as_str())
    }

    pub(super) fn room(&self, id: RoomId) -> Option<&str> {
        self.rooms.iter().find(|(of, _)| *of == id).map(|(_, name)| name.as_str())
    }
}
