//! What was just done, said calmly on the page it was done from, with a way to take it back.

use crate::pages::help_given::{could_help, might_want};
use crate::pages::questions::choices;
use crate::say;
use crate::shelf::{Line, Shelf};
use crate::web::Web;
use crate::words::Words;
use jiff::Unit;
use jiff::civil::Date;
use kithwork_app::json::QuestionJson;
use kithwork_app::note::NotRead;
use kithwork_app::{Ctx, Error, need, offer, settings};
use kithwork_core::book::Book;
use kithwork_core::capture::names_its_day;
use kithwork_core::change::{Change, Edit};
use kithwork_core::fact::{Fact, FactKind, Facts};
use kithwork_core::facts::{Asks, Conversation, Person, Stage};
use kithwork_core::id::{ChangeId, FactId, PersonId};
use kithwork_core::matching::sought;
use kithwork_store::StoreError;
use std::sync::Arc;

/// Lines shown of what was done.
const SHOWN: usize = 8;

/// What was just done.
#[derive(Clone, Debug)]
pub(crate) struct Done {
    /// The change.
    pub change: ChangeId,
    /// In a word or a few.
    pub says: String,
    /// What was understood, where it was a note.
    pub lines: Vec<Said>,
    /// What nothing could be read out of, where it was a note.
    pub is_only_kept: bool,
    /// What a note tells and nobody could write down.
    pub not_read: NotRead,
    /// A day that may be a slip, asked about: it lies more than a year ahead.
    pub far: Option<String>,
    /// What it left open: what is asked, about what, with the choices.
    pub open: Vec<Open>,
    /// Who could meet a need that a note tells of: whose, and who could.
    pub could: Vec<(Words, Words)>,
    /// Whom the owner just sat down with: the card is offered.
    pub sat_with: Option<PersonId>,
    /// Whether it can be taken back.
    pub can_undo: bool,
}

/// What was understood, as a sentence that ends with its day.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    /// What it is.
    pub line: Line,
    /// The words that lead to its day.
    pub lead: &'static str,
    /// Its day.
    pub when: String,
    /// Whether nobody named that day, and it was taken as today.
    pub is_day_taken: bool,
}

/// Something a note left open.
#[derive(Clone, Debug)]
pub(crate) struct Open {
    /// The question.
    pub id: FactId,
    /// What is asked before the words it is about, and behind them.
    pub asks: (&'static str, &'static str),
    /// The words it is about.
    pub about: String,
    /// What can be answered.
    pub choices: Vec<String>,
    /// Whether someone new is asked for by name.
    pub needs_name: bool,
}

impl Done {
    /// What a change did; none where the book knows no such change.
    ///
    /// # Errors
    /// Those of the store.
    pub(crate) async fn of(web: &Web, ctx: &Ctx, id: ChangeId) -> Result<Option<Self>, Error> {
        let change = match web.store.change(ctx.tenant, id).await {
            Ok(Some(change)) => change,
            Ok(None) | Err(StoreError::NotFound) => return Ok(None),
            Err(cause) => return Err(cause.into()),
        };
        let is_note = change.verb == "note";
        let lines = if is_note { lines(web, ctx, &change).await? } else { Vec::new() };
        let is_only_kept = is_note && is_only_kept(&change);
        let open = open(&change);
        let is_known = is_note && !is_only_kept && lines.is_empty() && open.is_empty();
        Ok(Some(Self {
            change: id,
            says: if is_known {
                "Kept. The book had that already.".to_owned()
            } else {
                counted(&change)
            },
            is_only_kept,
            not_read: if is_note { not_read(&change) } else { NotRead::default() },
            far: far(&change, ctx.today(&settings::of(&*web.store, ctx).await?)),
            lines,
            open,
            could: could(web, ctx, &change).await?,
            // Files tell of many, and of years ago: nobody is to be handed a card for that.
            sat_with: if change.verb == "import" { None } else { sat_with(&change) },
            can_undo: change.undoes.is_none()
                && !matches!(change.verb.as_str(), "erase" | "restore" | "empty_trash"),
        }))
    }
}

impl Done {
    /// The same of what was noted before already: nothing is new, so nothing is taken back.
    pub(crate) fn again(self) -> Self {
        let says = "That is noted already.".to_owned();
        Self { says, can_undo: false, is_only_kept: false, sat_with: None, far: None, ..self }
    }
}

/// What was done, and about how many people where it was about many.
fn counted(change: &Change) -> String {
    let says = match change.verb.as_str() {
        "referral" if change.edits.iter().any(is_new_referral) => "Written down.",
        verb => says(verb),
    };
    let many = match change.verb.as_str() {
        "tag" | "untag" => change.edits.iter().map(borne).sum(),
        "triage" | "not_now" | "count_in" | "set_aside" | "met_in" => {
            let people = change.edits.iter().filter_map(Edit::subject);
            let counts = |kind| matches!(kind, FactKind::Person | FactKind::Conversation);
            people.filter(|(kind, _)| counts(*kind)).count()
        }
        _ => 0,
    };
    match u64::try_from(many).unwrap_or(u64::MAX) {
        0 | 1 => says.to_owned(),
        many => format!("{} {} people.", says, say::number(many)),
    }
}

/// Whether it writes down work that was passed on and did not stand in the book before.
fn is_new_referral(edit: &Edit) -> bool {
    edit.before.is_none() && matches!(edit.after, Some(Fact::Referral(_)))
}

/// How many bear a tag now and did not, or the other way round.
fn borne(edit: &Edit) -> usize {
    let people = |fact: &Option<Fact>| match fact {
        Some(Fact::Tag(tag)) => tag.people.len(),
        _ => 0,
    };
    people(&edit.before).abs_diff(people(&edit.after))
}

/// What a kind of change is called once it is done.
pub(crate) fn says(verb: &str) -> &'static str {
    match verb {
        "note" => "Kept.",
        "undo" => "Taken back.",
        "import" => "Read in.",
        "triage" => "Decided.",
        "keep" => "Done.",
        "put_off" => "Moved to next week.",
        "ask" => "Noted that you asked.",
        "agree" => "It stands in the diary.",
        "happened" | "talk" => "Written down.",
        "not_now" => "Not now. It comes back by itself.",
        "called_off" => "Called off. It is a wish again.",
        "not_held" => "Noted: it did not take place.",
        "referral" => "Moved on.",
        "thank" => "Thanked.",
        "missed" => "Noted: you were not there. It counts nowhere.",
        "help" => "Help written down.",
        "introduce" => "Introduction written down.",
        "introduction" => "Noted with the introduction.",
        "merge" => "They are one person now.",
        "unmerge" => "They are two people again.",
        "answer" => "Thank you.",
        "tag" => "Tagged.",
        "untag" => "The tag is off.",
        "list" => "The list is kept.",
        "delete" => "In the trash.",
        "met" => "Met. Good.",
        "reached" => "Reached. Good.",
        "given_up" => "Given up. That is allowed.",
        "close_offer" => "Closed.",
        "count_in" => "Counted in.",
        "set_aside" => "Set aside.",
        "not_a_group" => "It is no group any more, and stays none.",
        "stay" => "Noted: you stay.",
        "same_group" => "They are one group now.",
        "erase" => "Erased.",
        _ => "Saved.",
    }
}

/// The facts that a change wrote, in lines.
async fn lines(web: &Web, ctx: &Ctx, change: &Change) -> Result<Vec<Said>, Error> {
    let mut facts = Facts::default();
    let after: Vec<&Fact> = change.edits.iter().filter_map(|edit| edit.after.as_ref()).collect();
    let names = web.store.names(ctx.tenant).await?;
    let spoken_of: Vec<_> = after.iter().flat_map(|fact| fact.people()).collect();
    for (id, name) in names.into_iter().filter(|(id, _)| spoken_of.contains(id)) {
        facts.people.push(Person::named(id, name));
    }
    for room in web.store.all(ctx.tenant, FactKind::Room).await? {
        facts.push(room);
    }
    let mut ids = Vec::new();
    for fact in after {
        match fact {
            Fact::Room(room) if facts.rooms.iter().any(|known| known.id == room.id) => {}
            Fact::Person(person) => {
                facts.people.retain(|known| known.id != person.id);
                facts.push(fact.clone());
            }
            Fact::Question(_) | Fact::Note(_) | Fact::Statement(_) => {}
            fact => {
                ids.push((fact.id(), lead(fact)));
                facts.push(fact.clone());
            }
        }
    }
    let new = change.edits.iter().filter(|edit| edit.before.is_none());
    let people = new.filter_map(|edit| match &edit.after {
        Some(Fact::Person(person)) => Some((FactId::from(person.id), ", on ")),
        _ => None,
    });
    ids.extend(people);
    let shelf = Shelf::new(Arc::new(Book::new(facts, &[])));
    let today = ctx.today(&settings::of(&*web.store, ctx).await?);
    let taken = day_taken(change, today);
    let said = |(id, lead)| {
        let line = shelf.line(id)?;
        let when = line.on.map(say::day_in).unwrap_or_default();
        Some(Said { line, lead, when, is_day_taken: taken.contains(&id) })
    };
    Ok(ids.into_iter().filter_map(said).take(SHOWN).collect())
}

/// The words that lead to a fact's day.
fn lead(fact: &Fact) -> &'static str {
    match fact {
        // A promise has two days: by when it is due, and when it was made.
        Fact::Promise(_) => ", made on ",
        Fact::Conversation(talk) if talk.stage == Stage::Agreed => ", for ",
        _ => ", on ",
    }
}

/// The meetings and talks of a note that names no day: they were taken as today's. What it was noted at, and
/// an occasion of a series, has a day of its own.
fn day_taken(change: &Change, today: Date) -> Vec<FactId> {
    let edits = || change.edits.iter();
    let is_open = edits().any(|edit| match (&edit.before, &edit.after) {
        (None, Some(Fact::Note(note))) => note.on == today && !names_its_day(&note.text, today),
        _ => false,
    });
    let new = edits().filter(|edit| is_open && edit.before.is_none());
    let entered = new.filter_map(|edit| match &edit.after {
        Some(Fact::Meeting(meeting)) if meeting.on == today => Some(meeting.id),
        Some(Fact::Conversation(talk)) if talk.on == today => Some(talk.id),
        _ => None,
    });
    entered.filter(|id| id.0.get_timestamp().is_some()).collect()
}

/// Whether nothing was read out of a note.
fn is_only_kept(change: &Change) -> bool {
    let mut notes = change.edits.iter().filter_map(|edit| match &edit.after {
        Some(Fact::Note(note)) => Some(note),
        _ => None,
    });
    notes.all(|note| note.facts.is_empty())
}

/// What a note that was just taken tells and nobody could write down.
fn not_read(change: &Change) -> NotRead {
    let note = change.edits.iter().find_map(|edit| match (&edit.before, &edit.after) {
        (None, Some(Fact::Note(note))) => Some(note),
        _ => None,
    });
    note.map(NotRead::of).unwrap_or_default()
}

/// Whether a meeting or talk that was just entered lies more than a year ahead: a slip of the year is
/// easily made, and not refused.
fn far(change: &Change, today: Date) -> Option<String> {
    if change.verb == "import" {
        return None;
    }
    let entered = change.edits.iter().filter_map(|edit| match (&edit.before, &edit.after) {
        (None, Some(Fact::Meeting(meeting))) => Some(meeting.on),
        (None, Some(Fact::Conversation(talk))) => Some(talk.on),
        _ => None,
    });
    let last = entered.max()?;
    let years = today.until((Unit::Year, last)).ok()?.get_years();
    match u64::try_from(years).unwrap_or_default() {
        0 => None,
        1 => Some("That is more than a year ahead. Right?".to_owned()),
        years => Some(format!("That is {} years ahead. Right?", say::spelled(years))),
    }
}

/// Who could meet the needs that a note tells of, and who might want what it offers.
async fn could(web: &Web, ctx: &Ctx, change: &Change) -> Result<Vec<(Words, Words)>, Error> {
    let mut all = needed(web, ctx, change).await?;
    all.extend(offered(web, ctx, change).await?);
    Ok(all)
}

async fn offered(web: &Web, ctx: &Ctx, change: &Change) -> Result<Vec<(Words, Words)>, Error> {
    let heard = change.edits.iter().filter_map(|edit| match (&edit.before, &edit.after) {
        (None, Some(Fact::Offer(offer))) if change.verb == "note" => Some(offer.id),
        _ => None,
    });
    let heard: Vec<FactId> = heard.collect();
    if heard.is_empty() {
        return Ok(Vec::new());
    }
    let open = offer::open(&*web.store, ctx).await?.into_iter();
    let said = |offer: offer::Open| {
        let who = Words::default().people([(offer.person, offer.name.as_str())]);
        (who.then(format!(" offers {}. ", offer.what)), might_want(&offer.wanted_by))
    };
    Ok(open.filter(|offer| heard.contains(&offer.id)).map(said).collect())
}

async fn needed(web: &Web, ctx: &Ctx, change: &Change) -> Result<Vec<(Words, Words)>, Error> {
    let heard = change.edits.iter().filter_map(|edit| match (&edit.before, &edit.after) {
        (None, Some(Fact::Need(need))) if change.verb == "note" => Some(need.id),
        _ => None,
    });
    let heard: Vec<FactId> = heard.collect();
    if heard.is_empty() {
        return Ok(Vec::new());
    }
    let open = need::among(&*web.store, ctx, &heard).await?;
    let said = |need: need::Open| {
        let who = Words::default().people([(need.person, need.name.as_str())]);
        (who.then(format!(" needs {}. ", sought(&need.what))), could_help(&need.by))
    };
    Ok(open.into_iter().map(said).collect())
}

/// With whom a one-to-one was just written down.
fn sat_with(change: &Change) -> Option<PersonId> {
    let talks = change.edits.iter().filter_map(|edit| match &edit.after {
        Some(Fact::Conversation(talk)) => Some(talk),
        _ => None,
    });
    let sat = |c: &&Conversation| c.kind.is_one_to_one() && c.stage == Stage::Happened;
    talks.filter(sat).find_map(|talk| match talk.people.as_slice() {
        [one] => Some(*one),
        _ => None,
    })
}

fn open(change: &Change) -> Vec<Open> {
    let asked = change.edits.iter().filter_map(|edit| match (&edit.before, &edit.after) {
        (None, Some(Fact::Question(question))) if question.is_open() => Some(question),
        _ => None,
    });
    let open = |question: &kithwork_core::facts::Question| Open {
        needs_name: QuestionJson::from(question).needs_name,
        id: question.id,
        asks: match question.asks {
            Asks::WhoThere => ("", ": who there was it?"),
            Asks::WhichRoom => ("Which group is ", "?"),
            _ => ("Who or what is ", "?"),
        },
        about: question.about.join(", "),
        choices: choices(&question.into()),
    };
    // An import's questions have a page of their own.
    if change.verb == "note" { asked.map(open).collect() } else { Vec::new() }
}
