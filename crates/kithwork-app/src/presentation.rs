//! Talks the owner gives, each point set against the needs of those who listen (mission row 33).

use crate::ctx::{Ctx, Rights};
use crate::deed;
use crate::error::{Code, Error, Result};
use crate::line::name;
use crate::meant::Meant;
use crate::who::{self, Match, folded};
use crate::{book, room, settings};
use jiff::civil::Date;
use kithwork_core::change::Edit;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Need, Point, Presentation, Room};
use kithwork_core::id::{ChangeId, FactId, PersonId};
use kithwork_core::presentation::{AudienceMap, audience, people_of};
use kithwork_store::Store;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Points of one talk; nobody listens to more.
const MOST_POINTS: usize = 60;
/// The longest need, letters.
const LONGEST_NEED: usize = 500;

/// What the owner says of a talk; what is left out stays as it is. One not named yet is new.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Told {
    /// What it is called, or its id.
    pub what: String,
    /// When it is given.
    pub on: Option<Date>,
    /// Who listens besides: names, their beginnings, or ids, each for itself or parted by commas; a
    /// group's name is all of its people.
    pub listeners: Vec<String>,
    /// Who does not.
    pub without: Vec<String>,
    /// Points to add, in order.
    pub points: Vec<String>,
    /// Points to take out, by their numbers from 1 on as they stand.
    pub drop: Vec<usize>,
}

/// A point and a need that belong together, or not any more.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// The point's number, from 1 on.
    pub point: usize,
    /// The need, or somebody for what they look for.
    pub need: FactId,
    /// Whether the point answers it.
    #[serde(default = "yes")]
    pub answers: bool,
}

fn yes() -> bool {
    true
}

/// A talk as it is now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Kept {
    /// The change; none where all of it stood so already.
    pub change: Option<ChangeId>,
    /// The talk with the needs of its listeners.
    #[serde(flatten)]
    pub map: AudienceMap,
}

/// The talks with the needs of their listeners, the latest first.
///
/// # Errors
/// Those of the store.
pub async fn list(store: &dyn Store, ctx: &Ctx) -> Result<Vec<AudienceMap>> {
    let today = ctx.today(&settings::of(store, ctx).await?);
    let book = book::load(store, ctx, today).await?;
    let mut all: Vec<AudienceMap> =
        book.facts.presentations.iter().map(|talk| audience(&book, talk, today)).collect();
    all.sort_by_key(|talk| std::cmp::Reverse((talk.on, talk.id)));
    Ok(all)
}

/// Keeps what the owner says of a talk, as one change. One of the same name is that one.
///
/// # Errors
/// [`Code::ValueInvalid`] with the field; [`Code::PersonNotFound`], [`Code::PersonAmbiguous`]; those of
/// the store.
pub async fn keep(store: &dyn Store, ctx: &Ctx, told: Told) -> Result<Kept> {
    ctx.require(Rights::Write)?;
    let known = all(store, ctx).await?;
    let before = meant(&known, &told.what).cloned();
    let added = listening(store, ctx, &told.listeners).await?;
    let gone = who::are_meant(store, ctx, "without", &told.without, Match::Near).await?;
    let mut talk = match &before {
        Some(talk) => talk.clone(),
        None => new(ctx, &told.what)?,
    };
    talk.on = told.on.or(talk.on);
    for person in added {
        if !talk.people.contains(&person) {
            talk.people.push(person);
        }
    }
    talk.people.retain(|id| !gone.iter().any(|person| person.id == *id));
    let mut at = 0;
    talk.points.retain(|_| {
        at += 1;
        !told.drop.contains(&at)
    });
    let points = told.points.iter().map(|says| says.trim()).filter(|says| !says.is_empty());
    talk.points.extend(points.map(|says| Point { says: says.to_owned(), needs: Vec::new() }));
    if talk.points.len() > MOST_POINTS {
        let problem = "are more than anybody listens to: sixty will do";
        return Err(Error::new(Code::ValueInvalid).field("points", problem));
    }
    kept(store, ctx, before, talk).await
}

/// The people who are meant by words that name them or their groups.
async fn listening(store: &dyn Store, ctx: &Ctx, said: &[String]) -> Result<Vec<PersonId>> {
    let rooms = room::all(store, ctx).await?;
    let room_of = |words: &str| {
        let asked = folded(words);
        rooms.iter().find(|room| !asked.is_empty() && folded(&room.name) == asked)
    };
    let (mut named, mut groups): (Vec<String>, Vec<&Room>) = (Vec::new(), Vec::new());
    for words in said {
        // A group's own name may hold a comma.
        if let Some(room) = room_of(words) {
            groups.push(room);
            continue;
        }
        let parts = words.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty());
        for part in parts {
            match room_of(part) {
                Some(room) => groups.push(room),
                None => named.push(part.to_owned()),
            }
        }
    }
    let meant = who::are_meant(store, ctx, "listeners", &named, Match::Near).await?;
    let mut people: Vec<PersonId> = meant.into_iter().map(|person| person.id).collect();
    if groups.is_empty() {
        return Ok(people);
    }
    let today = ctx.today(&settings::of(store, ctx).await?);
    let book = book::load(store, ctx, today).await?;
    for room in groups {
        let all = people_of(&book, room.id);
        if all.is_empty() {
            let problem = format!("of “{}” nobody is written down yet: name them", room.name);
            return Err(Error::new(Code::ValueInvalid).field("listeners", problem));
        }
        people.extend(all.into_iter().map(|one| one.person));
    }
    Ok(people)
}

/// Links a point to a need of a listener, or parts them.
///
/// # Errors
/// [`Code::NotFound`] where there is no such talk; [`Code::ValueInvalid`] with the field `point` where it
/// has no such point, and `need` where nobody who listens has it; those of the store.
pub async fn link(store: &dyn Store, ctx: &Ctx, talk: FactId, link: Link) -> Result<Kept> {
    ctx.require(Rights::Write)?;
    let before = all(store, ctx).await?.into_iter().find(|known| known.id == talk);
    let gone = || Error::new(Code::NotFound).hint("this talk is no longer in the book");
    let before = before.ok_or_else(gone)?;
    let mut talk = before.clone();
    let at = link.point.checked_sub(1);
    let no_point = || Error::new(Code::ValueInvalid).field("point", "is none of its points");
    let map = mapped(store, ctx, &before).await?;
    let point = at.and_then(|at| talk.points.get_mut(at)).ok_or_else(no_point)?;
    point.needs.retain(|need| *need != link.need);
    if link.answers {
        let mut wanted = map.points.iter().flat_map(|p| p.answers.iter().chain(&p.could_answer));
        let is_known = wanted.any(|w| w.fact == link.need)
            || map.unanswered.iter().any(|w| w.fact == link.need);
        if !is_known {
            let problem = "is no need of anybody who listens";
            return Err(Error::new(Code::ValueInvalid).field("need", problem));
        }
        point.needs.push(link.need);
    }
    kept(store, ctx, Some(before), talk).await
}

/// Links a point to all that one listener needs.
///
/// # Errors
/// Those of [`link`]; [`Code::PersonNotFound`], [`Code::PersonAmbiguous`].
pub async fn link_to(
    store: &dyn Store,
    ctx: &Ctx,
    what: &str,
    point: usize,
    who: &str,
) -> Result<Kept> {
    let gone = || Error::new(Code::NotFound).hint("no talk of that name is in the book");
    let known = all(store, ctx).await?;
    let talk = meant(&known, what).ok_or_else(gone)?;
    let person = who::is_meant(store, ctx, who, Match::Near).await?;
    let map = mapped(store, ctx, talk).await?;
    let answered = map.points.iter().flat_map(|p| &p.answers);
    let mut needs: Vec<FactId> = answered
        .chain(&map.unanswered)
        .filter(|wanted| wanted.person == person.id)
        .map(|wanted| wanted.fact)
        .collect();
    needs.sort_unstable();
    needs.dedup();
    let at = point.checked_sub(1);
    let mut after = talk.clone();
    let Some(point) = at.and_then(|at| after.points.get_mut(at)) else {
        return Err(Error::new(Code::ValueInvalid).field("point", "is none of its points"));
    };
    if needs.is_empty() {
        let problem = "needs nothing that the book knows of, or does not listen";
        return Err(Error::new(Code::ValueInvalid).field("who", problem));
    }
    needs.retain(|need| !point.needs.contains(need));
    point.needs.extend(needs);
    kept(store, ctx, Some(talk.clone()), after).await
}

/// Links a point to what a listener needs, in words: a need that the book does not hold yet is written
/// down with it, today.
///
/// # Errors
/// [`Code::NotFound`] where there is no such talk; [`Code::ValueInvalid`] with the field `point` where it
/// has no such point, `who` where they do not listen, `heard` where there are no words or too many;
/// [`Code::PersonNotFound`], [`Code::PersonAmbiguous`]; those of the store.
pub async fn link_heard(
    store: &dyn Store,
    ctx: &Ctx,
    what: &str,
    point: usize,
    (who, heard): (&str, &str),
) -> Result<Kept> {
    ctx.require(Rights::Write)?;
    let heard = name("heard", heard, LONGEST_NEED)?;
    let gone = || Error::new(Code::NotFound).hint("no talk of that name is in the book");
    let known = all(store, ctx).await?;
    let before = meant(&known, what).ok_or_else(gone)?.clone();
    let person = who::is_meant(store, ctx, who, Match::Near).await?;
    if !before.people.contains(&person.id) {
        return Err(Error::new(Code::ValueInvalid).field("who", "does not listen to this talk"));
    }
    let held =
        store.timeline(ctx.tenant, person.id).await?.into_iter().find_map(|fact| match fact {
            Fact::Need(need) if need.met_on.is_none() && need.what == heard => Some(need.id),
            _ => None,
        });
    let today = ctx.today(&settings::of(store, ctx).await?);
    let id = held.unwrap_or_else(|| FactId(ctx.ids()()));
    let new = Need { id, person: person.id, on: Some(today), what: heard, met_on: None };
    let mut talk = before.clone();
    let no_point = || Error::new(Code::ValueInvalid).field("point", "is none of its points");
    let at = point.checked_sub(1).and_then(|at| talk.points.get_mut(at)).ok_or_else(no_point)?;
    if !at.needs.contains(&id) {
        at.needs.push(id);
    }
    let mut edits: Vec<Edit> = held.is_none().then(|| Edit::created(new)).into_iter().collect();
    edits.extend(Edit::changed(before, talk.clone()));
    commit(store, ctx, edits, talk).await
}

async fn kept(
    store: &dyn Store,
    ctx: &Ctx,
    before: Option<Presentation>,
    talk: Presentation,
) -> Result<Kept> {
    ctx.require(Rights::Write)?;
    let edit = match before {
        Some(before) => Edit::changed(before, talk.clone()),
        None => Some(Edit::created(talk.clone())),
    };
    commit(store, ctx, edit.into_iter().collect(), talk).await
}

async fn commit(
    store: &dyn Store,
    ctx: &Ctx,
    edits: Vec<Edit>,
    talk: Presentation,
) -> Result<Kept> {
    let change = deed::done(store, ctx, "presentation", talk.on, edits).await?;
    Ok(Kept { change: change.map(|change| change.id), map: mapped(store, ctx, &talk).await? })
}

async fn mapped(store: &dyn Store, ctx: &Ctx, talk: &Presentation) -> Result<AudienceMap> {
    let today = ctx.today(&settings::of(store, ctx).await?);
    let book = book::load(store, ctx, today).await?;
    Ok(audience(&book, talk, today))
}

fn meant<'a>(all: &'a [Presentation], what: &str) -> Option<&'a Presentation> {
    if let Ok(id) = Uuid::parse_str(what.trim()) {
        return all.iter().find(|talk| talk.id == FactId(id));
    }
    match Meant::of(all, what, true, |talk| &talk.what) {
        Meant::One(talk) => Some(talk),
        Meant::New => None,
    }
}

fn new(ctx: &Ctx, what: &str) -> Result<Presentation> {
    let what = what.trim();
    if what.is_empty() {
        return Err(Error::new(Code::ValueInvalid).field("what", "is empty: say what it is called"));
    }
    let id = FactId(ctx.ids()());
    Ok(Presentation { id, what: what.to_owned(), on: None, points: Vec::new(), people: Vec::new() })
}

async fn all(store: &dyn Store, ctx: &Ctx) -> Result<Vec<Presentation>> {
    let facts = store.all(ctx.tenant, FactKind::Presentation).await?;
    let talks = facts.into_iter().filter_map(|fact| match fact {
        Fact::Presentation(talk) => Some(talk),
        _ => None,
    });
    Ok(talks.collect())
}
