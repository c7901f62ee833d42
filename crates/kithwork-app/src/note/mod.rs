//! Quick capture: one line of plain words. Saving always succeeds and keeps the raw words.
//!
//! ```text
//! words ─capture::understand─▶ Understood ─draft─▶ people, facts, questions ─▶ one Change
//!                                  ▲
//! answer ─(other candidates out)───┘  the same words are read again; what waited is written
//! ```

mod again;
mod answer;
mod draft;
mod kept;
mod known;
mod known_already;
mod left;
mod near;
mod question;
mod told;
mod trade;
mod way;

pub(crate) use answer::{answer, is_of_a_note, needs_name};
pub use left::NotRead;
pub(crate) use left::not_understood;

use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::json::NoteJson;
use crate::{meeting, settings};
use draft::Draft;
use jiff::civil::Date;
use kithwork_core::capture::{Gathering, Said};
use kithwork_core::change::{Change, Edit};
use kithwork_core::facts::{Meeting, Note, Settings};
use kithwork_core::id::FactId;
use kithwork_store::{Store, StoreError};
use known::Known;
use question::Taken;

/// How often a note is tried again where another program wrote at the same moment.
const TRIES: usize = 4;

/// Keeps a note and whatever can be understood of it. People it names whom the book doesn't know
/// are created; what is ambiguous becomes a question. The same words of the same day are kept once.
///
/// # Errors
/// [`Code::NoteEmpty`]; those of the store.
pub async fn take(store: &dyn Store, ctx: &Ctx, text: &str, on: Option<Date>) -> Result<NoteJson> {
    keep(store, ctx, text, on, None).await
}

/// The same of a note taken at a meeting: whoever it names first was talked to there, on its day, unless
/// its words tell of something else: another day, another group, a coffee. Where the book knows no such
/// meeting any more, it is kept as any other note.
///
/// # Errors
/// Those of [`take`].
pub async fn take_at(
    store: &dyn Store,
    ctx: &Ctx,
    text: &str,
    on: Option<Date>,
    at: FactId,
) -> Result<NoteJson> {
    keep(store, ctx, text, on, Some(at)).await
}

async fn keep(
    store: &dyn Store,
    ctx: &Ctx,
    text: &str,
    on: Option<Date>,
    at: Option<FactId>,
) -> Result<NoteJson> {
    ctx.require(Rights::Write)?;
    let text = text.trim();
    if text.is_empty() {
        let hint = "write what happened, as you would say it";
        return Err(Error::new(Code::NoteEmpty).field("text", "is empty").hint(hint));
    }
    let settings = settings::of(store, ctx).await?;
    let at = match at {
        Some(id) => meeting::known(store, ctx, id).await?,
        None => None,
    };
    let at = at.as_ref();
    let said_on = on.unwrap_or_else(|| ctx.today(&settings));
    let mut tries = 1;
    loop {
        let (change, document) = written(store, ctx, &settings, text, (said_on, at)).await?;
        if let Some(before) = again::noted(store, ctx, &change).await? {
            return Ok(NoteJson::again(before));
        }
        match store.commit(ctx.tenant, &change).await {
            Ok(_) => return Ok(document),
            Err(StoreError::Stale(_)) if tries < TRIES => tries += 1,
            Err(cause) => return Err(cause.into()),
        }
    }
}

/// A meeting as the words of a note are read against it.
fn gathering(meeting: &Meeting) -> Gathering {
    Gathering { room: meeting.room, on: meeting.on }
}

/// The note as a change, and what was understood of it.
async fn written(
    store: &dyn Store,
    ctx: &Ctx,
    settings: &Settings,
    text: &str,
    (said_on, at): (Date, Option<&Meeting>),
) -> Result<(Change, NoteJson)> {
    let known = Known::read(store, ctx, settings).await?;
    let (people, rooms) = (&known.people, &known.rooms);
    let said = Said { today: said_on, people, rooms, at: at.map(gathering) };
    let understood = near::read(store, ctx, text, &said).await?;
    let mut ids = ctx.ids();
    let note = FactId(ids());
    let questions = question::raised(&understood, &known, &Taken { note, said_on, at }, &mut ids);
    let mut draft = Draft::begin(store, ctx, (&known, at), &understood, &mut ids);
    for part in &understood.parts {
        draft.add(part).await?;
    }
    draft.keep_promises(&understood.parts.iter().collect::<Vec<_>>(), text).await?;
    let told = draft.finish();
    let mut unclear = question::in_words(&understood, &known);
    unclear.extend(told.left);
    let is_only_kept = told.facts.is_empty() && questions.is_empty();
    if is_only_kept && unclear.is_empty() {
        unclear.push(question::ONLY_KEPT.to_owned());
    }
    // Words of which nothing was written wait for the Friday of the week they were said in.
    let on = if is_only_kept { said_on } else { draft::told_on(&understood, &known) };
    let mut edits = told.edits;
    edits.extend(questions.into_iter().map(Edit::created));
    edits.push(Edit::created(Note {
        id: note,
        on,
        text: text.to_owned(),
        people: told.people,
        facts: told.facts,
    }));
    let change = ctx.change("note", Some(understood.on), edits);
    let document = NoteJson {
        change: change.id,
        understood: told.understood,
        created_people: told.created_people,
        created_groups: told.created_groups,
        unclear,
        again: false,
    };
    Ok((change, document))
}
