//! All rooms, and which one a spoken name means.

use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::who::{fits_by_beginnings, folded};
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::Room;
use kithwork_core::id::RoomId;
use kithwork_store::Store;

/// All rooms of the book.
///
/// # Errors
/// Those of the store.
pub async fn all(store: &dyn Store, ctx: &Ctx) -> Result<Vec<Room>> {
    let all = store.all(ctx.tenant, FactKind::Room).await?;
    let rooms = all.into_iter().filter_map(|fact| match fact {
        Fact::Room(room) => Some(room),
        _ => None,
    });
    Ok(rooms.collect())
}

/// The room of that id.
///
/// # Errors
/// [`Code::NotFound`]; those of the store.
pub async fn by_id(store: &dyn Store, ctx: &Ctx, id: RoomId) -> Result<Room> {
    match store.fact(ctx.tenant, FactKind::Room, id.into()).await? {
        Some(Fact::Room(room)) => Ok(room),
        _ => Err(Error::new(Code::NotFound).hint("this group is no longer in the book")),
    }
}

/// The rooms whose names these words begin, in the order of the names; none without words.
///
/// # Errors
/// Those of the store.
pub async fn fitting(store: &dyn Store, ctx: &Ctx, words: &str) -> Result<Vec<Room>> {
    ctx.require(Rights::Read)?;
    let mut rooms = all(store, ctx).await?;
    rooms.retain(|room| fits(room, &folded(words)));
    rooms.sort_by_cached_key(|room| (folded(&room.name), room.id));
    Ok(rooms)
}

/// Whether each word that was asked for begins a word of the room's name.
fn fits(room: &Room, asked: &str) -> bool {
    !asked.is_empty() && fits_by_beginnings(&folded(&room.name), asked)
}

/// The room that is meant: an id, a whole name, or the beginnings of its words if they fit one only.
///
/// # Errors
/// [`Code::NotFound`], with the rooms there are; those of the store.
pub(crate) async fn is_meant(store: &dyn Store, ctx: &Ctx, which: &str) -> Result<Room> {
    let rooms = all(store, ctx).await?;
    let asked = folded(which);
    let whole = |r: &&Room| folded(&r.name) == asked || r.id.to_string() == which.trim();
    let near = |r: &&Room| fits(r, &asked);
    let fitting: Vec<&Room> = match rooms.iter().filter(whole).collect::<Vec<_>>() {
        none if none.is_empty() => rooms.iter().filter(near).collect(),
        whole => whole,
    };
    if let [one] = fitting.as_slice() {
        return Ok((*one).clone());
    }
    let could_be = if fitting.is_empty() { rooms.iter().collect() } else { fitting };
    let names: Vec<&str> = could_be.iter().take(8).map(|room| room.name.as_str()).collect();
    let hint = if names.is_empty() {
        "there is no group in the book yet".to_owned()
    } else {
        format!("say which group: {}", names.join("; "))
    };
    Err(Error::new(Code::NotFound).hint(hint))
}
