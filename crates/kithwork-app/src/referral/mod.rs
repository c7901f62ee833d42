//! Work passed on to the owner: how far each piece has come, one step on, and thanks to whoever passed
//! it on.

mod led_to;
mod tell;
mod thank;

pub(crate) use led_to::{led_to, received};
pub use tell::{Told, tell};
pub use thank::{Thanked, thank};

use crate::ctx::{Ctx, Rights};
use crate::day::not_ahead;
use crate::error::{Code, Error, Result};
use crate::{book, settings, who, word};
use jiff::civil::Date;
use kithwork_core::change::{Change, Edit};
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Direction, Referral, ReferralStatus};
use kithwork_core::handover::{Said, SaidReferral, fold};
use kithwork_core::id::{FactId, PersonId};
use kithwork_core::money::Amount;
use kithwork_store::Store;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How sheets write the owner.
const ME: &str = "me";
/// What a change is called that moves a referral on.
const VERB: &str = "referral";

/// Work passed on to the owner.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Board {
    /// Those still under way first, by how far they came, then those decided and those whose giver was
    /// thanked; within each the latest first.
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
    /// When whoever passed it on was thanked.
    pub thanked_on: Option<Date>,
}

impl Card {
    /// Whether nothing is left to do: it is decided, and whoever passed it on was thanked.
    pub fn is_over(&self) -> bool {
        self.status.is_decided() && self.thanked_on.is_some()
    }
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
    let book = book::load(store, ctx, today).await?;
    if let Some(known) = ctx.known::<_, Board>(&book, &today) {
        return Ok(Board::clone(&known));
    }
    let received = book.facts.referrals.iter().filter(|r| r.direction == Direction::Received);
    let mut cards = Vec::new();
    for referral in received.filter(|r| r.on.is_none_or(|on| on <= today)) {
        let giver = book.person(referral.person);
        let room = giver.and_then(|giver| book.room(giver.met_at?));
        let met_at = room.map(|room| room.name.clone());
        let since = since(store, ctx, referral).await?;
        cards.push(Card {
            id: referral.id,
            prospect: referral.prospect.clone(),
            person: referral.person,
            name: giver.map(|giver| giver.name.clone()).unwrap_or_default(),
            met_at,
            on: referral.on,
            status: status(referral),
            since,
            value: referral.value,
            thanked_on: referral.thanked_on,
        });
    }
    cards.sort_by_key(|card| {
        let latest = card.thanked_on.or(card.since).or(card.on);
        (card.is_over(), place(card.status), std::cmp::Reverse(latest), card.id)
    });
    Ok(Board::clone(&ctx.know(&book, today, Board { referrals: cards })))
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
    let is_open = |card: &Card| !card.status.is_decided();
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
/// again it has none, and whoever passed it on is to be thanked anew. What was won is no business until it is entered as that.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::ValueInvalid`] where the day lies ahead, or before it was passed on; those
/// of the store.
pub async fn step(store: &dyn Store, ctx: &Ctx, id: FactId, to: Step) -> Result<Option<Change>> {
    ctx.require(Rights::Write)?;
    let before = find(store, ctx, id).await?;
    let on = day(store, ctx, &before, to.on).await?;
    if before.status == Some(to.status) {
        return Ok(None);
    }
    let is_decided = to.status.is_decided();
    let closed_on = is_decided.then_some(on);
    let thanked_on = before.thanked_on.filter(|_| is_decided);
    let after = Referral { status: Some(to.status), closed_on, thanked_on, ..before.clone() };
    let word = Word { status: after.status, closed_on, thanked_on, prospect: None };
    let edits = becomes(store, ctx, before, after, word).await?;
    let change = ctx.change(VERB, Some(on), edits);
    store.commit(ctx.tenant, &change).await?;
    Ok(Some(change))
}

async fn find(store: &dyn Store, ctx: &Ctx, id: FactId) -> Result<Referral> {
    match store.fact(ctx.tenant, FactKind::Referral, id).await? {
        Some(Fact::Referral(referral)) => Ok(referral),
        _ => Err(gone()),
    }
}

/// The day something is said to have come of it; today where none is named.
async fn day(store: &dyn Store, ctx: &Ctx, of: &Referral, said: Option<Date>) -> Result<Date> {
    let today = ctx.today(&settings::of(store, ctx).await?);
    let on = not_ahead(said.unwrap_or(today), today)?;
    if of.on.is_some_and(|offered| on < offered) {
        return Err(Error::new(Code::ValueInvalid).field("on", "is before it was passed on"));
    }
    Ok(on)
}

/// What the owner's own word holds of a referral: how far it came and thanks, whom it was about where they said so,
/// and nothing that a source told.
struct Word {
    status: Option<ReferralStatus>,
    closed_on: Option<Date>,
    thanked_on: Option<Date>,
    prospect: Option<String>,
}

/// The edits that make it so; none where it is so already.
async fn becomes(
    store: &dyn Store,
    ctx: &Ctx,
    before: Referral,
    after: Referral,
    word: Word,
) -> Result<Vec<Edit>> {
    let said = said(store, ctx, &after, word).await?;
    let row = (FactKind::Referral, after.id);
    let Some(edit) = Edit::changed(before, after) else { return Ok(Vec::new()) };
    let word = word::kept(store, ctx, row, said, &mut ctx.ids()).await?;
    Ok(std::iter::once(edit).chain(word).collect())
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

/// The day it came where it is: said with the step, else the day it was offered or decided.
async fn since(store: &dyn Store, ctx: &Ctx, referral: &Referral) -> Result<Option<Date>> {
    match referral.status {
        None | Some(ReferralStatus::Open) => return Ok(referral.on),
        Some(status) if status.is_decided() => return Ok(referral.closed_on),
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

async fn said(store: &dyn Store, ctx: &Ctx, of: &Referral, word: Word) -> Result<Said> {
    let person = who::by_id(store, ctx, of.person).await?.name;
    let (from, to) = match of.direction {
        Direction::Received => (person, ME.to_owned()),
        Direction::Given => (ME.to_owned(), person),
    };
    Ok(Said::Referral(SaidReferral {
        on: None,
        direction: of.direction,
        from,
        to,
        prospect: word.prospect,
        effort: None,
        status: word.status,
        value: None,
        closed_on: word.closed_on,
        thanked_on: word.thanked_on,
        extra: BTreeMap::new(),
    }))
}
