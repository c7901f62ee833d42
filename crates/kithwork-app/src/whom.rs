//! Whom to sit down with first: those one can help most (mission row 65).

use crate::ctx::Ctx;
use crate::error::Result;
use crate::{book, settings};
use kithwork_core::book::Book;
use kithwork_core::facts::{Care, Person};
use kithwork_core::matching::{HelpFirst, Helper, help_first, they_help, you_help};
use kithwork_store::Store;

/// Somebody to sit down with, and what could be done for them.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Who.
    pub person: Person,
    /// Why they stand where they stand.
    pub ranked: HelpFirst,
    /// Who could help them, by name, where it is not the owner.
    pub helper: Option<String>,
    /// Why, in plain words.
    pub because: Vec<String>,
}

/// Everybody one may sit down with, those first whom the owner can help most. Whom the owner let go is
/// left out.
///
/// # Errors
/// Those of the store.
pub async fn first(store: &dyn Store, ctx: &Ctx) -> Result<Vec<Candidate>> {
    let today = ctx.today(&settings::of(store, ctx).await?);
    let book = book::load(store, ctx, today).await?;
    let ranked = help_first(&book, today, &ctx.params.matching);
    let candidates = ranked.into_iter().filter_map(|one| {
        let person = book.person(one.person)?;
        let is_open = person.care_at(today) != Some(Care::LetGo);
        is_open.then(|| candidate(&book, person, one))
    });
    Ok(candidates.collect())
}

fn candidate(book: &Book, person: &Person, ranked: HelpFirst) -> Candidate {
    let helper = ranked.help.as_ref().and_then(|help| match help.by {
        Helper::Me => None,
        Helper::Person(id) => book.person(id).map(|helper| helper.name.clone()),
    });
    let name = &person.name;
    let mut because = Vec::new();
    because.extend(ranked.help.as_ref().map(|help| you_help(book, name, help)));
    because.extend(ranked.helped.as_ref().map(|help| they_help(name, help)));
    if because.is_empty() && ranked.novelty >= 1.0 {
        because.push("You have never sat down together.".to_owned());
    }
    Candidate { person: person.clone(), ranked, helper, because }
}
