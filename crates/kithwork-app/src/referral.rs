//! Work passed on to the owner: how far each piece has come, and one step on.

use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::{settings, who, word};
use jiff::civil::Date;
use kithwork_core::change::{Change, Edit};
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Direction, Person, Referral, ReferralStatus, Room};
use kithwork_core::handover::{Said, SaidReferral, fold};
use kithwork_core::id::{FactId, PersonId, RoomId};
use kithwork_core::money::Amount;
use kithwork_store::Store;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// How sheets write the owner.
const ME: &str = "me";
/// What a change is called that moves a referral on.
const VERB: &str = "referral";

/// Work passed on to the owner.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Board {
    /// Those still under way first, each group by how far it came; within a stage the latest first.
    pub referrals: Vec<Card>,
}

/// One piece of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Card {
    /// Its entry.
    pub id: FactId,
    /// Who was referred, where that is known.
    pub prospect: Option<String>,
    /// Who passed it on.
    pub person: PersonId,
    /// By name.
    pub name: String,
    /// Where the owner met them: where the work may have begun.
    pub met_at: Option<String>,
    /// When it was offered.
    pub on: Option<Date>,
    /// How far it came; what was never said counts as offered.
    pub status: ReferralStatus,
    /// The day it came there, where the book knows it.
    pub since: Option<Date>,
    /// What it would be worth.
    pub value: Option<Amount>,
}

/// One step on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// How far it came.
    pub status: ReferralStatus,
    /// The day; none for today.
    #[serde(default)]
    pub on: Option<Date>,
}

/// All work that was passed on to the owner.
///
/// # Errors
/// Those of the store.
pub async fn board(store: &dyn Store, ctx: &Ctx) -> Result<Board> {
    ctx.require(Rights::Read)?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let names: HashMap<PersonId, Person> = people(store, ctx).await?;
    let rooms = rooms(store, ctx).await?;
    let mut cards = Vec::new();
    for referral in
        received(store, ctx).await?.into_iter().filter(|r| r.on.is_none_or(|on| on <= today))
    {
        let giver = names.get(&referral.person);
        let met_at =
            giver.and_then(|giver| giver.met_at).and_then(|room| rooms.get(&room)).cloned();
        let since = since(store, ctx, &referral).await?;
        cards.push(Card {
            id: referral.id,
            prospect: referral.prospect.clone(),
            person: referral.person,
            name: giver.map(|giver| giver.name.clone()).unwrap_or_default(),
            met_at,
            on: referral.on,
            status: status(&referral),
            since,
            value: referral.value,
        });
    }
    cards.sort_by_key(|card| {
        (place(card.status), std::cmp::Reverse(card.since.or(card.on)), card.id)
    });
    Ok(Board { referrals: cards })
}

/// One of them.
///
/// # Errors
/// [`Code::NotFound`]; those of the store.
pub async fn by_id(store: &dyn Store, ctx: &Ctx, id: FactId) -> Result<Card> {
    let all = board(store, ctx).await?.referrals;
    all.into_iter().find(|card| card.id == id).ok_or_else(gone)
}

/// The one that is meant: by its id, or by the beginning of the name of who was referred or of who
/// passed it on, those under way first.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::ValueInvalid`] where several are; those of the store.
pub async fn is_meant(store: &dyn Store, ctx: &Ctx, which: &str) -> Result<Card> {
    let said = fold(which);
    let mut all = board(store, ctx).await?.referrals;
    if let Some(at) = all.iter().position(|card| card.id.to_string() == which.trim()) {
        return Ok(all.swap_remove(at));
    }
    let fits = |card: &Card| {
        let prospect = card.prospect.as_deref().unwrap_or_default();
        [prospect, card.name.as_str()].iter().any(|name| fold(name).starts_with(&said))
    };
    all.retain(|card| !said.is_empty() && fits(card));
    let is_open = |card: &Card| !is_closed(card.status);
    if all.iter().any(is_open) {
        all.retain(is_open);
    }
    match all.len() {
        0 => Err(gone()),
        1 => all.pop().ok_or_else(gone),
        _ => Err(Error::new(Code::ValueInvalid)
            .hint("several fit: say who was referred, or the id from “kithwork referrals --json”")),
    }
}

/// Notes how far a referral came. Said twice, it changes nothing. Once decided it has its day; taken up
/// again it has none. What was won is no business until it is entered as that.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::ValueInvalid`] where the day lies ahead, or before it was passed on; those
/// of the store.
pub async fn step(store: &dyn Store, ctx: &Ctx, id: FactId, to: Step) -> Result<Option<Change>> {
    ctx.require(Rights::Write)?;
    let found = store.fact(ctx.tenant, FactKind::Referral, id).await?;
    let Some(Fact::Referral(before)) = found else { return Err(gone()) };
    let today = ctx.today(&settings::of(store, ctx).await?);
    let on = to.on.unwrap_or(today);
    let invalid = |problem| Err(Error::new(Code::ValueInvalid).field("on", problem));
    if on > today {
        return invalid("lies ahead");
    }
    if before.on.is_some_and(|offered| on < offered) {
        return invalid("is before it was passed on");
    }
    if before.status == Some(to.status) {
        return Ok(None);
    }
    let closed_on = is_closed(to.status).then_some(on);
    let after = Referral { status: Some(to.status), closed_on, ..before.clone() };
    let Some(edit) = Edit::changed(before, after.clone()) else { return Ok(None) };
    let said = said(store, ctx, &after).await?;
    let row = (FactKind::Referral, id);
    let word = word::kept(store, ctx, row, said, &mut ctx.ids()).await?;
    let change = ctx.change(VERB, Some(on), std::iter::once(edit).chain(word).collect());
    store.commit(ctx.tenant, &change).await?;
    Ok(Some(change))
}

/// Whether it is decided.
pub fn is_closed(status: ReferralStatus) -> bool {
    matches!(status, ReferralStatus::Won | ReferralStatus::Lost | ReferralStatus::NoFit)
}

/// What was never said counts as offered.
fn status(referral: &Referral) -> ReferralStatus {
    referral.status.unwrap_or(ReferralStatus::Open)
}

fn place(status: ReferralStatus) -> u8 {
    match status {
        ReferralStatus::Open => 0,
        ReferralStatus::Contacted => 1,
        ReferralStatus::Met => 2,
        ReferralStatus::Proposed => 3,
        ReferralStatus::Won => 4,
        ReferralStatus::Lost => 5,
        ReferralStatus::NoFit => 6,
    }
}

fn gone() -> Error {
    Error::new(Code::NotFound).hint("nothing of that name was passed on to you")
}

async fn received(store: &dyn Store, ctx: &Ctx) -> Result<Vec<Referral>> {
    let all = store.all(ctx.tenant, FactKind::Referral).await?;
    let received = all.into_iter().filter_map(|fact| match fact {
        Fact::Referral(referral) if referral.direction == Direction::Received => Some(referral),
        _ => None,
    });
    Ok(received.collect())
}

/// The day it came where it is: said with the step, else the day it was offered or decided.
async fn since(store: &dyn Store, ctx: &Ctx, referral: &Referral) -> Result<Option<Date>> {
    match referral.status {
        None | Some(ReferralStatus::Open) => return Ok(referral.on),
        Some(status) if is_closed(status) => return Ok(referral.closed_on),
        Some(_) => {}
    }
    let touching = store.changes_touching(ctx.tenant, referral.id).await?;
    let Some((_, step, _)) = touching.into_iter().rev().find(|(.., verb)| verb == VERB) else {
        return Ok(None);
    };
    let change = store.change(ctx.tenant, step).await?;
    // A step that was taken back says nothing of where it is now.
    let told = change.filter(|change| {
        change.edits.iter().any(|edit| {
            matches!(&edit.after, Some(Fact::Referral(after)) if after.id == referral.id && after.status == referral.status)
        })
    });
    Ok(told.and_then(|change| change.on))
}

async fn people(store: &dyn Store, ctx: &Ctx) -> Result<HashMap<PersonId, Person>> {
    let all = store.all(ctx.tenant, FactKind::Person).await?;
    let people = all.into_iter().filter_map(|fact| match fact {
        Fact::Person(person) => Some((person.id, person)),
        _ => None,
    });
    Ok(people.collect())
}

async fn rooms(store: &dyn Store, ctx: &Ctx) -> Result<HashMap<RoomId, String>> {
    let all = store.all(ctx.tenant, FactKind::Room).await?;
    let rooms = all.into_iter().filter_map(|fact| match fact {
        Fact::Room(Room { id, name, .. }) => Some((id, name)),
        _ => None,
    });
    Ok(rooms.collect())
}

/// The owner's word: how far it came, and nothing that a source told.
async fn said(store: &dyn Store, ctx: &Ctx, referral: &Referral) -> Result<Said> {
    let person = who::by_id(store, ctx, referral.person).await?.name;
    let (from, to) = match referral.direction {
        Direction::Received => (person, ME.to_owned()),
        Direction::Given => (ME.to_owned(), person),
    };
    Ok(Said::Referral(SaidReferral {
        on: None,
        direction: referral.direction,
        from,
        to,
        prospect: None,
        effort: None,
        status: referral.status,
        value: None,
        closed_on: referral.closed_on,
        extra: BTreeMap::new(),
    }))
}
