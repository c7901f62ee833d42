//! Asking for time together.

use super::row::{self, Row};
use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::{settings, who};
use jiff::civil::DateTime;
use kithwork_core::change::{Change, Edit};
use kithwork_core::facts::{Conversation, ConversationKind, InsteadOf, Stage};
use kithwork_core::id::{FactId, PersonId};
use kithwork_core::plan::length::LENGTHS;
use kithwork_store::Store;

/// What people are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ask {
    /// What kind of time together; without it a one-to-one.
    pub kind: Option<ConversationKind>,
    /// How long, minutes; one of [`LENGTHS`].
    pub minutes: Option<u32>,
    /// The times offered, at most six; held until there is an answer.
    pub offered: Vec<DateTime>,
    /// The meeting whose place it could take: named to nobody else meanwhile.
    pub instead_of: Option<InsteadOf>,
}

/// Times that one ask may hold.
const MOST_OFFERED: usize = 6;

/// Notes that people were asked today for time together. What was only suggested with the same people
/// becomes this.
///
/// # Errors
/// [`Code::PersonNotFound`], [`Code::NobodyChosen`]; [`Code::NotAllowed`] where one of them asked not to
/// be contacted; [`Code::ValueInvalid`] where nobody can be asked for so
/// many minutes; those of the store.
pub async fn ask(store: &dyn Store, ctx: &Ctx, people: &[PersonId], ask: Ask) -> Result<Change> {
    ctx.require(Rights::Write)?;
    let Ask { kind, minutes, mut offered, instead_of } = ask;
    if minutes.is_some_and(|minutes| !LENGTHS.contains(&minutes)) {
        let problem = "is not 5 minutes to 8 hours";
        return Err(Error::new(Code::ValueInvalid).field("minutes", problem));
    }
    offered.truncate(MOST_OFFERED);
    let kind = kind.unwrap_or(ConversationKind::OneToOne);
    let people = row::people(store, ctx, people).await?;
    let mut asked = Vec::with_capacity(people.len());
    for &id in &people {
        asked.push(who::by_id(store, ctx, id).await?);
    }
    who::may_be_noted_as_asked(&asked.iter().collect::<Vec<_>>())?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let mut ids = ctx.ids();
    let asked = |talk: Conversation| Conversation {
        kind,
        on: today,
        stage: Stage::Asked,
        minutes: minutes.or(talk.minutes),
        offered,
        instead_of,
        ..talk
    };
    let open = row::open_with(store, ctx, &people).await?;
    let open = open.filter(|row: &Row| row.now.stage == Stage::Suggested);
    let edits = if let Some(row) = open {
        let after = asked(row.now.clone());
        row.becomes(store, ctx, after, &mut ids).await?
    } else {
        let new = Conversation::happened(FactId(ids()), kind, today, people);
        vec![Edit::created(asked(new))]
    };
    let change = ctx.change("ask", Some(today), edits);
    store.commit(ctx.tenant, &change).await?;
    Ok(change)
}
