//! What the next one-to-one is for, said before one goes.

use super::row::{self, Row};
use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::settings;
use jiff::civil::Date;
use kithwork_core::change::{Change, Edit};
use kithwork_core::fact::Fact;
use kithwork_core::facts::{Conversation, ConversationKind, Stage};
use kithwork_core::id::{FactId, PersonId};
use kithwork_store::Store;

/// Letters that a sentence may have.
const MOST_LETTERS: usize = 500;

/// Says what the next time with a person is for: the one that is agreed next, else the one asked for or
/// suggested, else one that is suggested with it. Emptied, it is forgotten.
///
/// # Errors
/// [`Code::PersonNotFound`]; [`Code::ValueInvalid`] where nothing is said of what nothing is known of, or
/// more than a sentence; those of the store.
pub async fn aim(
    store: &dyn Store,
    ctx: &Ctx,
    person: PersonId,
    objective: &str,
) -> Result<Option<Change>> {
    ctx.require(Rights::Write)?;
    let people = row::people(store, ctx, &[person]).await?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let said = objective.trim();
    let invalid = |problem| Error::new(Code::ValueInvalid).field("objective", problem);
    if said.chars().count() > MOST_LETTERS {
        return Err(invalid("is longer than a sentence"));
    }
    let said = (!said.is_empty()).then(|| said.to_owned());
    let facts = store.timeline(ctx.tenant, people[0]).await?;
    let next = coming(&facts, today, people[0]).next().cloned();
    let mut ids = ctx.ids();
    let edits = match (next, said) {
        (Some(now), objective) => {
            let after = Conversation { objective, ..now.clone() };
            Row { now, is_stored: true }.becomes(store, ctx, after, &mut ids).await?
        }
        (None, None) => return Err(invalid("says nothing yet: say it in one sentence")),
        (None, said) => {
            let kind = ConversationKind::OneToOne;
            let new = Conversation::happened(FactId(ids()), kind, today, people);
            let stage = Stage::Suggested;
            vec![Edit::created(Conversation { objective: said, stage, ..new })]
        }
    };
    if edits.is_empty() {
        return Ok(None);
    }
    let change = ctx.change("objective", Some(today), edits);
    store.commit(ctx.tenant, &change).await?;
    Ok(Some(change))
}

/// The times with a person that are to come, from all that speaks of them: what is agreed by its day,
/// then what is only asked for or suggested with them alone, the latest first.
pub(crate) fn coming(
    facts: &[Fact],
    today: Date,
    person: PersonId,
) -> impl Iterator<Item = &Conversation> {
    let talks = || {
        facts.iter().filter_map(|fact| match fact {
            Fact::Conversation(talk) => Some(talk),
            _ => None,
        })
    };
    let mut agreed: Vec<_> =
        talks().filter(|talk| talk.stage == Stage::Agreed && talk.on >= today).collect();
    agreed.sort_by_key(|talk| (talk.on, talk.starts));
    let mut open: Vec<_> =
        talks().filter(|talk| talk.stage < Stage::Agreed && talk.people == [person]).collect();
    open.reverse();
    agreed.into_iter().chain(open)
}
