//! What is said about the owner: by whom, in which words, and whether it may be quoted (mission
//! row 59).

use crate::amend::Amend;
use crate::ctx::{Ctx, Rights};
use crate::day::not_ahead;
use crate::deed;
use crate::error::{Code, Error, Result};
use crate::{settings, who};
use jiff::civil::Date;
use kithwork_core::change::{Change, Edit};
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Mention, MentionKind, Person};
use kithwork_core::id::{ChangeId, FactId, PersonId};
use kithwork_core::review::{SaidBy, said_about};
use kithwork_store::Store;
use serde::Deserialize;
use std::collections::HashMap;

/// Words about the owner, as they are told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// The words.
    pub words: String,
    /// What they were said for.
    pub kind: Option<MentionKind>,
    /// Whether they may be quoted; none where nobody asked.
    pub may_quote: Option<bool>,
    /// When; none for today.
    pub on: Option<Date>,
}

/// What was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The change; none where all of it stood so already.
    pub change: Option<ChangeId>,
    /// Who said it.
    pub person: Person,
    /// The entry.
    pub mention: Mention,
}

/// Words that may leave the book.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Quote {
    /// Who said them.
    pub name: String,
    /// When.
    pub on: Option<Date>,
    /// The words.
    pub words: String,
}

/// Keeps words about the owner. The same words of the same person again change what they were said
/// for and whether they may be quoted.
///
/// # Errors
/// [`Code::PersonNotFound`]; [`Code::ValueInvalid`] where there are no words or the day lies ahead;
/// those of the store.
pub async fn keep(store: &dyn Store, ctx: &Ctx, who: PersonId, said: Words) -> Result<Kept> {
    ctx.require(Rights::Write)?;
    let words = said.words.trim().to_owned();
    if words.is_empty() {
        return Err(Error::new(Code::ValueInvalid).field("words", "are empty"));
    }
    let person = who::by_id(store, ctx, who).await?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let on = said.on.map(|on| not_ahead(on, today)).transpose()?;
    let known = mentions(store, ctx).await?;
    let before = known.into_iter().find(|m| m.person == person.id && m.words == words);
    let mention = match &before {
        Some(known) => Mention {
            on: on.or(known.on),
            kind: said.kind.or(known.kind),
            may_quote: said.may_quote.or(known.may_quote),
            ..known.clone()
        },
        None => Mention {
            id: FactId(ctx.ids()()),
            on: Some(on.unwrap_or(today)),
            person: person.id,
            words,
            may_quote: said.may_quote,
            kind: said.kind,
        },
    };
    let edit = match before {
        Some(before) => Edit::changed(before, mention.clone()),
        None => Some(Edit::created(mention.clone())),
    };
    let change = deed::done(store, ctx, "said", mention.on, edit).await?;
    Ok(Kept { change: change.map(|change| change.id), person, mention })
}

/// What is put right about words that are kept. In a document what is left out stays as it is, and `null`
/// forgets it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Correction {
    /// What they were said for.
    pub kind: Amend<MentionKind>,
    /// Whether they may be quoted; forgotten, nobody has asked.
    pub may_quote: Amend<bool>,
}

/// Puts right what words were said for and whether they may be quoted.
///
/// # Errors
/// [`Code::NotFound`]; those of the store.
pub async fn edit(
    store: &dyn Store,
    ctx: &Ctx,
    id: FactId,
    by: Correction,
) -> Result<Option<Change>> {
    ctx.require(Rights::Write)?;
    let Some(Fact::Mention(before)) = store.fact(ctx.tenant, FactKind::Mention, id).await? else {
        return Err(Error::new(Code::NotFound).hint("these words are no longer in the book"));
    };
    let after = Mention {
        kind: by.kind.over(before.kind),
        may_quote: by.may_quote.over(before.may_quote),
        ..before.clone()
    };
    deed::done(store, ctx, "said", before.on, Edit::changed(before, after)).await
}

/// Everything that is said about the owner: a timeline for each source, whoever spoke last first.
///
/// # Errors
/// Those of the store.
pub async fn timelines(store: &dyn Store, ctx: &Ctx) -> Result<Vec<SaidBy>> {
    ctx.require(Rights::Read)?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let mentions = mentions_now(store, ctx).await?;
    let names: HashMap<PersonId, String> = store.names(ctx.tenant).await?.into_iter().collect();
    Ok(said_about(&mentions, today, |id| names.get(&id).cloned()))
}

/// What may be quoted outside: the words of those who said so, and nobody else's.
///
/// # Errors
/// Those of the store.
pub async fn quotes(store: &dyn Store, ctx: &Ctx) -> Result<Vec<Quote>> {
    let all = timelines(store, ctx).await?.into_iter();
    let quotes = all.flat_map(|said| {
        let name = said.name;
        let may = said.words.into_iter().filter(|words| words.may_quote == Some(true));
        may.map(move |w| Quote { name: name.clone(), on: w.on, words: w.words }).collect::<Vec<_>>()
    });
    Ok(quotes.collect())
}

async fn mentions(store: &dyn Store, ctx: &Ctx) -> Result<Vec<Mention>> {
    let all = store.all(ctx.tenant, FactKind::Mention).await?;
    let mentions = all.into_iter().filter_map(|fact| match fact {
        Fact::Mention(mention) => Some(mention),
        _ => None,
    });
    Ok(mentions.collect())
}

/// The mentions, each of the one who stands now for whoever said it.
async fn mentions_now(store: &dyn Store, ctx: &Ctx) -> Result<Vec<Mention>> {
    let mut mentions = mentions(store, ctx).await?;
    for mention in &mut mentions {
        mention.person = who::by_id(store, ctx, mention.person).await?.id;
    }
    Ok(mentions)
}
