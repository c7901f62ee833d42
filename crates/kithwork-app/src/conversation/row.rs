//! A conversation as it stands: a row of its own, or one occasion of a series that has none yet.

use crate::book;
use crate::ctx::Ctx;
use crate::error::{Code, Error, Result};
use crate::{settings, who, word};
use jiff::ToSpan;
use jiff::civil::Date;
use kithwork_core::change::Edit;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Conversation, ConversationKind, Stage};
use kithwork_core::handover::{Said, SaidConversation};
use kithwork_core::id::{FactId, Ids, PersonId};
use kithwork_core::source::Source;
use kithwork_store::Store;
use std::collections::BTreeMap;

/// How far ahead a series is looked at, days.
const AHEAD: i64 = 60;

/// A conversation as it stands.
pub(super) struct Row {
    pub(super) now: Conversation,
    /// Whether it has a row of its own; an occasion of a series gets one once something is said of it.
    pub(super) is_stored: bool,
}

/// The conversation of that id.
///
/// # Errors
/// [`Code::NotFound`]; those of the store.
pub(super) async fn find(store: &dyn Store, ctx: &Ctx, id: FactId) -> Result<Row> {
    if let Some(Fact::Conversation(now)) =
        store.fact(ctx.tenant, FactKind::Conversation, id).await?
    {
        return Ok(Row { now, is_stored: true });
    }
    let today = ctx.today(&settings::of(store, ctx).await?);
    let book = book::load(store, ctx, today.saturating_add(AHEAD.days())).await?;
    let computed = book.facts.conversations.iter().find(|talk| talk.id == id);
    computed.map(|now| Row { now: now.clone(), is_stored: false }).ok_or_else(|| {
        Error::new(Code::NotFound).hint("this conversation is no longer in the book")
    })
}

/// What is still suggested or asked for with exactly these people, the latest.
pub(super) async fn open_with(
    store: &dyn Store,
    ctx: &Ctx,
    people: &[PersonId],
) -> Result<Option<Row>> {
    Ok(latest_open(all_with(store, ctx, people).await?))
}

/// What was agreed with exactly these people for a day, or stands there by a file or a calendar alone, else what is
/// still suggested or asked for.
pub(super) async fn awaited_with(
    store: &dyn Store,
    ctx: &Ctx,
    people: &[PersonId],
    (on, kind): (Date, ConversationKind),
) -> Result<Option<Row>> {
    let all = all_with(store, ctx, people).await?;
    if let Some(now) = all.iter().find(|talk| talk.stage == Stage::Agreed && talk.on == on) {
        return Ok(Some(Row { now: now.clone(), is_stored: true }));
    }
    for now in all.iter().filter(|talk| talk.on == on && talk.kind == kind) {
        // What the owner wrote down already is another talk of that day.
        let sources = sources(store, ctx, now.id).await?;
        if !sources.is_empty() && !sources.contains(&Source::Own) {
            return Ok(Some(Row { now: now.clone(), is_stored: true }));
        }
    }
    Ok(latest_open(all))
}

/// Whether a file or a calendar tells of a row.
pub(crate) async fn is_told_elsewhere(store: &dyn Store, ctx: &Ctx, row: FactId) -> Result<bool> {
    Ok(sources(store, ctx, row).await?.iter().any(|source| *source != Source::Own))
}

/// Whose statements speak of a row.
async fn sources(store: &dyn Store, ctx: &Ctx, row: FactId) -> Result<Vec<Source>> {
    let said = store.statements_about(ctx.tenant, row).await?.into_iter();
    let source = |fact| match fact {
        Fact::Statement(said) => Some(said.source),
        _ => None,
    };
    Ok(said.filter_map(source).collect())
}

fn latest_open(all: Vec<Conversation>) -> Option<Row> {
    let now = all.into_iter().rfind(|talk| talk.stage < Stage::Agreed)?;
    Some(Row { now, is_stored: true })
}

/// The conversations with exactly these people, oldest first.
async fn all_with(store: &dyn Store, ctx: &Ctx, people: &[PersonId]) -> Result<Vec<Conversation>> {
    let Some(&first) = people.first() else { return Ok(Vec::new()) };
    let is_with = |talk: &Conversation| {
        talk.people.len() == people.len() && people.iter().all(|id| talk.people.contains(id))
    };
    let timeline = store.timeline(ctx.tenant, first).await?.into_iter();
    Ok(timeline
        .filter_map(|fact| match fact {
            Fact::Conversation(talk) if is_with(&talk) => Some(talk),
            _ => None,
        })
        .collect())
}

/// Everybody of these ids, each once.
pub(super) async fn people(
    store: &dyn Store,
    ctx: &Ctx,
    ids: &[PersonId],
) -> Result<Vec<PersonId>> {
    let mut all = Vec::with_capacity(ids.len());
    for &id in ids {
        let id = who::by_id(store, ctx, id).await?.id;
        if !all.contains(&id) {
            all.push(id);
        }
    }
    if all.is_empty() {
        return Err(Error::new(Code::NobodyChosen).hint("choose at least one person"));
    }
    Ok(all)
}

impl Row {
    /// The edits that make it so, with the owner's word where a source told of it.
    pub(super) async fn becomes(
        self,
        store: &dyn Store,
        ctx: &Ctx,
        after: Conversation,
        ids: Ids<'_>,
    ) -> Result<Vec<Edit>> {
        if !self.is_stored {
            return Ok(vec![Edit::created(after)]);
        }
        let about = (FactKind::Conversation, after.id);
        let said = Said::Conversation(said(&after));
        let Some(edit) = Edit::changed(self.now, after) else { return Ok(Vec::new()) };
        let word = word::kept(store, ctx, about, said, ids).await?;
        Ok(std::iter::once(edit).chain(word).collect())
    }
}

/// What the owner says of it. With whom it was its row tells.
fn said(row: &Conversation) -> SaidConversation {
    SaidConversation {
        on: row.on,
        kind: row.kind,
        people: Vec::new(),
        minutes: row.minutes,
        travel_minutes: row.travel_minutes,
        prep_minutes: row.prep_minutes,
        cost: row.cost,
        objective: row.objective.clone(),
        objective_met: row.objective_met,
        they_know_me: row.they_know_me,
        they_learned: row.they_learned.clone(),
        i_learned: row.i_learned.clone(),
        energy: row.energy,
        notes: row.notes.clone(),
        extra: BTreeMap::new(),
    }
}
