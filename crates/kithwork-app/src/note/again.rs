//! The same words twice: they are noted already, and count once.

use crate::ctx::Ctx;
use crate::error::Result;
use kithwork_core::change::Change;
use kithwork_core::fact::Fact;
use kithwork_core::facts::Note;
use kithwork_core::id::ChangeId;
use kithwork_store::Store;

/// So many of the latest notes are looked at; judgement.
const LOOKED_AT: u32 = 20;

/// The change that noted the same words of the same day before, unless it was taken back.
pub(super) async fn noted(
    store: &dyn Store,
    ctx: &Ctx,
    change: &Change,
) -> Result<Option<ChangeId>> {
    let Some(note) = of(change) else { return Ok(None) };
    let before = store.standing(ctx.tenant, "note", LOOKED_AT).await?;
    let same = before.into_iter().find(|before| of(before).is_some_and(|b| is_same(b, note)));
    Ok(same.map(|before| before.id))
}

fn of(change: &Change) -> Option<&Note> {
    change.edits.iter().find_map(|edit| match (&edit.before, &edit.after) {
        (None, Some(Fact::Note(note))) => Some(note),
        _ => None,
    })
}

/// Letters, spaces and stops may differ: whoever types twice types a little otherwise.
fn is_same(one: &Note, other: &Note) -> bool {
    one.on == other.on && words(&one.text) == words(&other.text)
}

fn words(text: &str) -> Vec<String> {
    let apart = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '!');
    let words = text.split(apart).map(|word| word.trim_end_matches('.').to_lowercase());
    words.filter(|word| !word.is_empty()).collect()
}
