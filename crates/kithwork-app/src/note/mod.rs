//! Quick capture: one line of plain words. Saving always succeeds and keeps the raw words.
//!
//! ```text
//! words ─capture::understand─▶ Understood ─draft─▶ people, facts, questions ─▶ one Change
//!                                  ▲
//! answer ─(other candidates out)───┘  the same words are read again; what waited is written
//! ```

mod answer;
mod draft;
mod known;
mod question;
mod told;

pub(crate) use answer::{answer, is_of_a_note};

use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::json::NoteJson;
use crate::settings;
use draft::Draft;
use jiff::civil::Date;
use kithwork_core::capture::{self, Said};
use kithwork_core::change::{Change, Edit};
use kithwork_core::facts::{Note, Settings};
use kithwork_core::id::FactId;
use kithwork_store::{Store, StoreError};
use known::Known;

/// How often a note is tried again where another program wrote at the same moment.
const TRIES: usize = 4;

/// Keeps a note and whatever can be understood of it. People it names whom the book doesn't know
/// are created; what is ambiguous becomes a question.
///
/// # Errors
/// [`Code::NoteEmpty`]; those of the store.
pub async fn take(store: &dyn Store, ctx: &Ctx, text: &str, on: Option<Date>) -> Result<NoteJson> {
    ctx.require(Rights::Write)?;
    let text = text.trim();
    if text.is_empty() {
        return Err(Error::new(Code::NoteEmpty).hint("write what happened, as you would say it"));
    }
    let settings = settings::of(store, ctx).await?;
    let said_on = on.unwrap_or_else(|| ctx.today(&settings));
    let mut tries = 1;
    loop {
        let (change, document) = written(store, ctx, &settings, text, said_on).await?;
        match store.commit(ctx.tenant, &change).await {
            Ok(_) => return Ok(document),
            Err(StoreError::Stale(_)) if tries < TRIES => tries += 1,
            Err(cause) => return Err(cause.into()),
        }
    }
}

/// The note as a change, and what was understood of it.
async fn written(
    store: &dyn Store,
    ctx: &Ctx,
    settings: &Settings,
    text: &str,
    said_on: Date,
) -> Result<(Change, NoteJson)> {
    let known = Known::read(store, ctx, settings).await?;
    let said = Said { today: said_on, people: &known.people, rooms: &known.rooms };
    let understood = capture::understand(text, &said);
    let mut ids = ctx.ids();
    let note = FactId(ids());
    let questions = question::raised(&understood, &known, note, said_on, &mut ids);
    let mut draft = Draft::begin(store, ctx, &known, &understood, &mut ids);
    for part in &understood.parts {
        draft.add(part).await?;
    }
    let told = draft.finish();
    let mut edits = told.edits;
    edits.extend(questions.into_iter().map(Edit::created));
    edits.push(Edit::created(Note {
        id: note,
        on: understood.on,
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
        unclear: question::in_words(&understood, &known),
    };
    Ok((change, document))
}
