//! Taking back the last change: by its inverse, field by field, so that whatever was done later to
//! other fields stays.

use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Later, Result};
use crate::json::UndoJson;
use crate::settings;
use kithwork_core::change::{Change, Edit};
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::Tag;
use kithwork_core::id::{ChangeId, FactId};
use kithwork_store::{Past, Store, StoreError};
use serde_json::Value;

/// Changes that are looked through at a time.
const PAGE: u32 = 50;

/// Takes back the actor's latest change that has not been taken back.
///
/// # Errors
/// [`Code::NothingToUndo`]; [`Code::ChangeLater`] where a later change that still stands touched the same
/// fields, which it names; those of the store.
pub async fn last(store: &dyn Store, ctx: &Ctx) -> Result<UndoJson> {
    ctx.require(Rights::Write)?;
    let change = store.latest_change(ctx.tenant, &ctx.actor).await?;
    let change = change.ok_or_else(|| {
        Error::new(Code::NothingToUndo)
            .hint("all of it is taken back already, or nothing was kept yet")
    })?;
    take_back(store, ctx, change).await
}

/// Takes back this change of the actor's and no other, whatever was done since to other things. Taken
/// back already, it stays so.
///
/// # Errors
/// [`Code::NotFound`] where there is no such change of theirs, or it is itself one that took something
/// back; [`Code::ChangeLater`] where something later touched the same fields, or rests on them; those of
/// the store.
pub async fn change(store: &dyn Store, ctx: &Ctx, id: ChangeId) -> Result<UndoJson> {
    ctx.require(Rights::Write)?;
    let found = store.change(ctx.tenant, id).await?.filter(|change| {
        change.actor == ctx.actor && change.undoes.is_none() && change.verb != "restore"
    });
    let change = found.ok_or_else(|| {
        Error::new(Code::NotFound).hint("there is no such change that could be taken back")
    })?;
    if is_taken_back(store, ctx, &change).await? {
        let settings = settings::of(store, ctx).await?;
        let on = change.on.unwrap_or_else(|| at_home(&change, &settings));
        return Ok(UndoJson { undid: change.id, was: change.verb, on });
    }
    take_back(store, ctx, change).await
}

/// Whether a change has been taken back: a change of no rows never needs to be.
async fn is_taken_back(store: &dyn Store, ctx: &Ctx, change: &Change) -> Result<bool> {
    let Some((_, fact)) = change.edits.iter().find_map(Edit::subject) else { return Ok(true) };
    for (_, id, verb) in store.changes_touching(ctx.tenant, fact).await? {
        if verb == "undo"
            && let Some(undo) = store.change(ctx.tenant, id).await?
            && undo.undoes == Some(change.id)
        {
            return Ok(true);
        }
    }
    Ok(false)
}

async fn take_back(store: &dyn Store, ctx: &Ctx, change: Change) -> Result<UndoJson> {
    let edits = if is_latest(store, ctx, &change).await? {
        change.edits.iter().rev().cloned().map(Edit::inverse).collect()
    } else {
        inverses(store, ctx, &change).await?
    };
    let mut inverse = ctx.change("undo", change.on, edits);
    inverse.undoes = Some(change.id);
    match store.commit(ctx.tenant, &inverse).await {
        Ok(_) => {}
        // A row that others refer to by now can't go.
        Err(cause @ StoreError::Conflict { .. }) => {
            let begun = change.edits.iter().filter(|edit| edit.before.is_none());
            let begun: Vec<FactId> = begun.filter_map(|e| Some(e.subject()?.1)).collect();
            let way = |later: &Change| speaks_of(later, &begun);
            return Err(overtaken(store, ctx, &change, way).await?.caused_by(cause));
        }
        Err(cause) => return Err(cause.into()),
    }
    let zone = settings::of(store, ctx).await?;
    let on = change.on.unwrap_or_else(|| at_home(&change, &zone));
    Ok(UndoJson { undid: change.id, was: change.verb, on })
}

fn at_home(change: &Change, settings: &kithwork_core::facts::Settings) -> jiff::civil::Date {
    change.at.to_zoned(settings::zone(&settings.zone)).date()
}

/// Whether nothing came after it: then its plain inverse is exact and no row need be read.
async fn is_latest(store: &dyn Store, ctx: &Ctx, change: &Change) -> Result<bool> {
    let Some((_, id)) = change.edits.iter().find_map(Edit::subject) else { return Ok(true) };
    let touching = store.changes_touching(ctx.tenant, id).await?;
    let own = touching.iter().find(|(_, by, _)| *by == change.id).map(|(seq, _, _)| *seq);
    Ok(own == Some(store.seq(ctx.tenant).await?))
}

async fn inverses(store: &dyn Store, ctx: &Ctx, change: &Change) -> Result<Vec<Edit>> {
    let mut edits = Vec::with_capacity(change.edits.len());
    for edit in change.edits.iter().rev() {
        let Some((kind, id)) = edit.subject() else { continue };
        let now = store.fact(ctx.tenant, kind, id).await?;
        let Ok(inverse) = taken_back(edit, now) else {
            let way = |later: &Change| later.edits.iter().any(|of| touches(of, edit));
            return Err(overtaken(store, ctx, change, way).await?);
        };
        edits.extend(inverse);
        if kind == FactKind::Person && edit.before.is_none() {
            refuse_if_spoken_of(store, ctx, change, id).await?;
        }
    }
    Ok(edits)
}

/// Later changes touched the same fields.
#[derive(Debug, PartialEq)]
struct Overtaken;

/// The edit that takes another back, given what the row is now; none where nothing is left to do.
fn taken_back(edit: &Edit, now: Option<Fact>) -> std::result::Result<Option<Edit>, Overtaken> {
    if edit.subject().is_some_and(|(kind, _)| kind == FactKind::Tag) {
        return tag_taken_back(edit, now);
    }
    match (&edit.before, &edit.after, now) {
        (None, Some(after), Some(now)) if *after == now => Ok(Some(Edit::removed(now))),
        (None, _, None) => Ok(None),
        (Some(before), None, None) => Ok(Some(Edit::created(before.clone()))),
        (Some(before), Some(after), Some(now)) => {
            let restored = field_by_field(before, after, &now)?;
            Ok(Edit::changed(now, restored))
        }
        _ => Err(Overtaken),
    }
}

/// The tag without those whom the change had added to it, and with those whom it had taken off: whoever
/// was added or taken off since stays as they are.
fn tag_taken_back(edit: &Edit, now: Option<Fact>) -> std::result::Result<Option<Edit>, Overtaken> {
    let tag = |fact: &Option<Fact>| match fact {
        Some(Fact::Tag(tag)) => Some(tag.clone()),
        _ => None,
    };
    let (before, after, stands) = (tag(&edit.before), tag(&edit.after), tag(&now));
    let people = |tag: &Option<Tag>| tag.as_ref().map(|t| t.people.clone()).unwrap_or_default();
    let (had, has) = (people(&before), people(&after));
    let Some(mut back) = stands.or_else(|| before.clone()) else { return Ok(None) };
    if let (Some(before), Some(after)) = (&before, &after)
        && before.name != after.name
    {
        if back.name != after.name && back.name != before.name {
            return Err(Overtaken);
        }
        back.name.clone_from(&before.name);
    }
    back.people.retain(|id| had.contains(id) || !has.contains(id));
    let off = had.iter().filter(|id| !has.contains(id) && !back.people.contains(id));
    back.people.extend(off.copied().collect::<Vec<_>>());
    let after = (!back.people.is_empty()).then(|| Fact::from(back));
    Ok((now != after).then_some(Edit { before: now, after }))
}

/// The row as it is now, with the fields that the change had changed as they were before it.
fn field_by_field(before: &Fact, after: &Fact, now: &Fact) -> std::result::Result<Fact, Overtaken> {
    let row = |fact: &Fact| serde_json::to_value(fact).map_err(|_e: serde_json::Error| Overtaken);
    let (before, after, mut now) = (row(before)?, row(after)?, row(now)?);
    let (Some(Value::Object(before)), Some(Value::Object(after))) =
        (before.get("row"), after.get("row"))
    else {
        return Err(Overtaken);
    };
    let Some(Value::Object(fields)) = now.get_mut("row") else { return Err(Overtaken) };
    for name in before.keys().chain(after.keys().filter(|name| !before.contains_key(*name))) {
        if before.get(name) == after.get(name) || fields.get(name) == before.get(name) {
            continue;
        }
        if fields.get(name) != after.get(name) {
            return Err(Overtaken);
        }
        match before.get(name) {
            Some(value) => fields.insert(name.clone(), value.clone()),
            None => fields.remove(name),
        };
    }
    serde_json::from_value(now).map_err(|_e: serde_json::Error| Overtaken)
}

/// Somebody whom later facts speak of can't be made unknown again.
async fn refuse_if_spoken_of(
    store: &dyn Store,
    ctx: &Ctx,
    change: &Change,
    person: FactId,
) -> Result<()> {
    let mine = |id: FactId| change.edits.iter().any(|e| e.subject().is_some_and(|s| s.1 == id));
    let timeline = store.timeline(ctx.tenant, kithwork_core::id::PersonId(person.0)).await?;
    match timeline.iter().find(|fact| !mine(fact.id())) {
        Some(fact) => {
            let way = |later: &Change| speaks_of(later, &[fact.id()]);
            Err(overtaken(store, ctx, change, way).await?)
        }
        None => Ok(()),
    }
}

/// Why a change can't be taken back: the later one that is in the way, and what to do about it.
async fn overtaken(
    store: &dyn Store,
    ctx: &Ctx,
    change: &Change,
    is_in_the_way: impl Fn(&Change) -> bool + Send + Sync,
) -> Result<Error> {
    let error = Error::new(Code::ChangeLater);
    Ok(match later(store, ctx, change, is_in_the_way).await? {
        Some(Past { seq, id, verb, .. }) => {
            let what = format!("change {seq} ({verb}, {id}) came later and rests on it");
            error.hint(format!("{what}; take that back first")).after(Later { id, seq })
        }
        None => error.hint("put right by hand what is not as you want it"),
    })
}

/// The latest change after this one that is in the way and still stands: what was taken back is in
/// nobody's way.
async fn later(
    store: &dyn Store,
    ctx: &Ctx,
    change: &Change,
    is_in_the_way: impl Fn(&Change) -> bool + Send + Sync,
) -> Result<Option<Past>> {
    let mut before = None;
    loop {
        let page = store.changes(ctx.tenant, before, PAGE).await?;
        for past in &page {
            if past.id == change.id {
                return Ok(None);
            }
            let stands = past.undoes.is_none() && !past.is_undone;
            if !stands {
                continue;
            }
            if store.change(ctx.tenant, past.id).await?.is_some_and(|of| is_in_the_way(&of)) {
                return Ok(Some(past.clone()));
            }
        }
        let Some(last) = page.last() else { return Ok(None) };
        before = Some(last.seq);
    }
}

/// Whether a change touched any of these rows, or wrote one that refers to one of them.
fn speaks_of(change: &Change, rows: &[FactId]) -> bool {
    let rows: Vec<String> = rows.iter().map(ToString::to_string).collect();
    change.edits.iter().filter_map(|edit| serde_json::to_string(edit).ok()).any(|edit| {
        // Ids are written alike wherever they stand, and never by chance.
        rows.iter().any(|row| edit.contains(row.as_str()))
    })
}

/// Whether an edit touched a field that another had changed; one that begins or ends a row touches all of it.
fn touches(later: &Edit, edit: &Edit) -> bool {
    let is_whole = |of: &Edit| of.before.is_none() || of.after.is_none();
    let is_of_it = later.subject().is_some() && later.subject() == edit.subject();
    is_of_it
        && (is_whole(later)
            || is_whole(edit)
            || changed(later).iter().any(|name| changed(edit).contains(name)))
}

/// The fields that an edit gave another value.
fn changed(edit: &Edit) -> Vec<String> {
    let row = |fact: &Option<Fact>| match serde_json::to_value(fact).ok()?.get_mut("row")?.take() {
        Value::Object(fields) => Some(fields),
        _ => None,
    };
    let (Some(before), Some(after)) = (row(&edit.before), row(&edit.after)) else {
        return Vec::new();
    };
    let names = before.keys().chain(after.keys());
    names.filter(|name| before.get(*name) != after.get(*name)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kithwork_core::facts::Person;
    use kithwork_core::id::PersonId;
    use uuid::Uuid;

    fn priya(city: Option<&str>, role: Option<&str>) -> Fact {
        let mut person = Person::named(PersonId(Uuid::from_u128(1)), "Priya Shah");
        person.city = city.map(str::to_owned);
        person.role = role.map(str::to_owned);
        person.into()
    }

    fn edit(before: Fact, after: Fact) -> Edit {
        Edit { before: Some(before), after: Some(after) }
    }

    #[test]
    fn what_was_later_done_to_another_field_stays() {
        let moved = edit(priya(None, None), priya(Some("Leeds"), None));
        let now = priya(Some("Leeds"), Some("Partner"));
        let inverse = taken_back(&moved, Some(now)).unwrap().unwrap();
        assert_eq!(inverse.after, Some(priya(None, Some("Partner"))));
    }

    #[test]
    fn what_was_later_done_to_the_same_field_is_not_overwritten() {
        let moved = edit(priya(None, None), priya(Some("Leeds"), None));
        assert_eq!(taken_back(&moved, Some(priya(Some("York"), None))), Err(Overtaken));
    }

    #[test]
    fn in_the_way_is_who_touched_the_same_field() {
        let moved = edit(priya(None, None), priya(Some("Leeds"), None));
        let again = edit(priya(Some("Leeds"), None), priya(Some("York"), None));
        let at_work = edit(priya(Some("York"), None), priya(Some("York"), Some("Partner")));
        assert!(touches(&again, &moved) && !touches(&at_work, &moved));
        assert!(touches(&at_work, &Edit::created(priya(None, None))), "all of it was begun");
    }

    #[test]
    fn a_tag_is_taken_off_those_whom_it_was_put_on_and_nobody_else() {
        let tag = |people: &[u128]| {
            let people = people.iter().map(|n| PersonId(Uuid::from_u128(*n))).collect();
            Fact::from(Tag { id: FactId(Uuid::from_u128(9)), name: "Bakers".to_owned(), people })
        };
        let begun = Edit::created(tag(&[1, 2]));
        let inverse = taken_back(&begun, Some(tag(&[1, 2, 3]))).unwrap().unwrap();
        assert_eq!(inverse.after, Some(tag(&[3])), "the third was added later");
        let inverse = taken_back(&begun, Some(tag(&[2]))).unwrap().unwrap();
        assert_eq!(inverse.after, None, "nobody bears it any more");
        let off = edit(tag(&[1, 2, 3]), tag(&[3]));
        let inverse = taken_back(&off, Some(tag(&[3, 4]))).unwrap().unwrap();
        assert_eq!(inverse.after, Some(tag(&[3, 4, 1, 2])));
        let gone = Edit::removed(tag(&[1]));
        assert_eq!(taken_back(&gone, None).unwrap(), Some(Edit::created(tag(&[1]))));
    }

    #[test]
    fn a_row_that_was_created_and_changed_since_is_not_removed() {
        let created = Edit::created(priya(None, None));
        assert_eq!(taken_back(&created, Some(priya(Some("York"), None))), Err(Overtaken));
        assert_eq!(taken_back(&created, None), Ok(None));
    }
}
