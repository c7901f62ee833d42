//! Time with people that happened.

use super::row;
use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::settings;
use jiff::civil::Date;
use kithwork_core::change::{Change, Edit};
use kithwork_core::fact::Fact;
use kithwork_core::facts::{Conversation, ConversationKind, ObjectiveMet, Stage};
use kithwork_core::id::{FactId, PersonId};
use kithwork_core::money::Amount;
use kithwork_store::Store;
use serde::Deserialize;

/// What is told of time with people; what is none is left as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Log {
    /// When; without it, today.
    pub on: Option<Date>,
    /// What kind it was; without it a one-to-one.
    pub kind: Option<ConversationKind>,
    /// Its length, minutes.
    pub minutes: Option<u32>,
    /// The way there and back, minutes.
    pub travel_minutes: Option<u32>,
    /// Getting ready for it, minutes.
    pub prep_minutes: Option<u32>,
    /// What it cost, the way included.
    pub cost: Option<Amount>,
    /// What it was for.
    pub objective: Option<String>,
    /// Whether that was reached.
    pub objective_met: Option<ObjectiveMet>,
    /// How well they could say what the owner does, 0 to 4.
    pub they_know_me: Option<u8>,
    /// What they learned of the owner's work.
    pub they_learned: Option<String>,
    /// What the owner learned of how to help them.
    pub i_learned: Option<String>,
    /// The owner's energy afterwards, 1 to 5.
    pub energy: Option<u8>,
    /// The owner's notes.
    pub notes: Option<String>,
}

/// A day has so many minutes.
const MOST_MINUTES: u32 = 24 * 60;

/// Writes down time with people. What was agreed with the same people for that day, else what was
/// suggested to or asked of them, becomes this.
///
/// # Errors
/// [`Code::PersonNotFound`], [`Code::NobodyChosen`]; [`Code::ValueInvalid`] with the field; those of
/// the store.
pub async fn log(store: &dyn Store, ctx: &Ctx, people: &[PersonId], log: Log) -> Result<Change> {
    ctx.require(Rights::Write)?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    valid(&log, today)?;
    let people = row::people(store, ctx, people).await?;
    let mut ids = ctx.ids();
    let kind = log.kind.unwrap_or(ConversationKind::OneToOne);
    let on = log.on.unwrap_or(today);
    let edits = if let Some(open) = row::awaited_with(store, ctx, &people, (on, kind)).await? {
        let after = told(Conversation { kind, on, ..open.now.clone() }, log);
        open.becomes(store, ctx, after, &mut ids).await?
    } else {
        let new = Conversation::happened(FactId(ids()), kind, on, people);
        vec![Edit::created(told(new, log))]
    };
    let change = ctx.change("talk", Some(on), edits);
    store.commit(ctx.tenant, &change).await?;
    Ok(change)
}

/// Notes that what was agreed happened, and what came of it.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::ValueInvalid`] with the field; those of the store.
pub async fn happened(store: &dyn Store, ctx: &Ctx, id: FactId, log: Log) -> Result<Change> {
    ctx.require(Rights::Write)?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    valid(&log, today)?;
    let row = row::find(store, ctx, id).await?;
    // Agreed for Thursday and held on Tuesday: it cannot have happened on a day to come.
    let on = log.on.unwrap_or_else(|| row.now.on.min(today));
    let kind = log.kind.unwrap_or(row.now.kind);
    let after = told(Conversation { on, kind, ..row.now.clone() }, log);
    let edits = row.becomes(store, ctx, after, &mut ctx.ids()).await?;
    let change = ctx.change("happened", Some(on), edits);
    store.commit(ctx.tenant, &change).await?;
    Ok(change)
}

/// A one-to-one with one person on a day (without one, today), put right where it is written down
/// already, else written down (mission row 66).
///
/// # Errors
/// Those of [`log`].
pub async fn close(
    store: &dyn Store,
    ctx: &Ctx,
    who: PersonId,
    told: Log,
) -> Result<(Change, Conversation)> {
    ctx.require(Rights::Write)?;
    let on = told.on.unwrap_or(ctx.today(&settings::of(store, ctx).await?));
    let timeline = store.timeline(ctx.tenant, who).await?;
    let known = timeline.into_iter().rev().find_map(|fact| match fact {
        Fact::Conversation(talk)
            if talk.on == on && talk.people == [who] && talk.kind.is_one_to_one() =>
        {
            Some(talk)
        }
        _ => None,
    });
    let change = match known {
        Some(talk) => happened(store, ctx, talk.id, Log { on: Some(on), ..told }).await?,
        None => log(store, ctx, &[who], Log { on: Some(on), ..told }).await?,
    };
    let after = change.edits.iter().find_map(|edit| match &edit.after {
        Some(Fact::Conversation(talk)) => Some(talk.clone()),
        _ => None,
    });
    let same =
        || Conversation::happened(FactId(change.id.0), ConversationKind::OneToOne, on, vec![who]);
    Ok((change.clone(), after.unwrap_or_else(same)))
}

fn told(talk: Conversation, log: Log) -> Conversation {
    let text = |new: Option<String>, old: Option<String>| {
        new.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).or(old)
    };
    Conversation {
        minutes: log.minutes.or(talk.minutes),
        travel_minutes: log.travel_minutes.or(talk.travel_minutes),
        prep_minutes: log.prep_minutes.or(talk.prep_minutes),
        cost: log.cost.or(talk.cost),
        objective: text(log.objective, talk.objective),
        objective_met: log.objective_met.or(talk.objective_met),
        they_know_me: log.they_know_me.or(talk.they_know_me),
        they_learned: text(log.they_learned, talk.they_learned),
        i_learned: text(log.i_learned, talk.i_learned),
        energy: log.energy.or(talk.energy),
        notes: text(log.notes, talk.notes),
        stage: Stage::Happened,
        ..talk
    }
}

fn valid(log: &Log, today: Date) -> Result<()> {
    let invalid = |field, problem| Err(Error::new(Code::ValueInvalid).field(field, problem));
    if log.on.is_some_and(|on| on > today) {
        return invalid("on", "lies ahead: write it down once it has happened");
    }
    for (field, minutes) in [
        ("minutes", log.minutes),
        ("travel_minutes", log.travel_minutes),
        ("prep_minutes", log.prep_minutes),
    ] {
        if minutes.is_some_and(|minutes| minutes > MOST_MINUTES) {
            return invalid(field, "is more than a day has");
        }
    }
    if log.cost.is_some_and(|cost| cost.minor < 0) {
        return invalid("cost", "is below nought");
    }
    if log.they_know_me.is_some_and(|score| score > 4) {
        return invalid("they_know_me", "is not 0 to 4");
    }
    if log.energy.is_some_and(|score| !(1..=5).contains(&score)) {
        return invalid("energy", "is not 1 to 5");
    }
    Ok(())
}
