//! What a deleted thing is in words, and whether a calendar would bring it back.

use crate::book;
use crate::ctx::Ctx;
use crate::error::{Code, Error, Result};
use crate::person::Moment;
use crate::person::moment::Names;
use kithwork_core::fact::Fact;
use kithwork_core::id::FactId;
use kithwork_core::source::Source;
use kithwork_store::Store;

/// The refusal of what stands in a calendar.
pub(super) fn in_a_calendar() -> Error {
    let hint = "it stands in a calendar: take it out there, and read the calendar in again";
    Error::new(Code::ValueInvalid).hint(hint)
}

/// Refuses what a calendar would bring back at once: without its row the calendar's own occasion would
/// stand in its place.
pub(super) async fn refuse_if_in_a_calendar(
    store: &dyn Store,
    ctx: &Ctx,
    fact: &Fact,
) -> Result<()> {
    let on = match fact {
        Fact::Meeting(meeting) => meeting.on,
        Fact::Conversation(talk) => talk.on,
        _ => return Ok(()),
    };
    let without = book::load_without(store, ctx, on, fact.id()).await?.facts;
    let is_computed = |id: FactId| id.0.get_version_num() == 5;
    let stands = match fact {
        Fact::Meeting(gone) => {
            let mut meetings = without.meetings.iter();
            meetings.any(|m| is_computed(m.id) && (m.room, m.on) == (gone.room, on))
        }
        Fact::Conversation(gone) => {
            let shared = |people: &[_]| gone.people.iter().any(|person| people.contains(person));
            let mut talks = without.conversations.iter();
            talks.any(|c| is_computed(c.id) && c.on == on && shared(&c.people))
        }
        _ => false,
    };
    let told = store.statements_about(ctx.tenant, fact.id()).await?;
    let by_calendar =
        |fact: &Fact| matches!(fact, Fact::Statement(said) if said.source == Source::Calendar);
    let stands = stands || told.iter().any(by_calendar);
    if stands { Err(in_a_calendar()) } else { Ok(()) }
}

/// What a fact is, with the names of those it speaks of.
pub(super) fn says(fact: &Fact, names: &Names, moment: Option<Moment>) -> String {
    match fact {
        Fact::Business(business) => format!("business from {}", business.client),
        Fact::Pitch(pitch) => format!("your minute “{}”", pitch.version),
        Fact::Tag(tag) => format!("the tag “{}”", tag.name),
        Fact::PeopleList(list) => format!("the list “{}”", list.name),
        Fact::Aim(aim) => format!("your aim: {}", aim.what),
        Fact::Presentation(talk) => format!("your talk: {}", talk.what),
        fact => {
            let says = moment.map_or_else(|| "an entry".to_owned(), |moment| moment.says);
            let who: Vec<&str> =
                fact.people().iter().filter_map(|id| names.get(id)).map(String::as_str).collect();
            if who.is_empty() { says } else { format!("{}: {says}", who.join(", ")) }
        }
    }
}
