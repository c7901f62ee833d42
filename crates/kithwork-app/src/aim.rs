//! What success is for the owner: aims, when they will be looked at, and the people who matter to them
//! (mission rows 18 and 19).

use crate::amend::Amend;
use crate::ctx::{Ctx, Rights};
use crate::deed;
use crate::error::{Code, Error, Result};
use crate::meant::Meant;
use crate::who::{self, Match};
use crate::{review, settings};
use jiff::civil::Date;
use kithwork_core::change::Edit;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Aim, AimKind, Person};
use kithwork_core::id::{ChangeId, FactId, PersonId};
use kithwork_core::review::{AimReview, LooseEnd, asks};
use kithwork_store::Store;
use serde::Deserialize;
use uuid::Uuid;

/// What the owner says of an aim; what is left out stays as it is. An aim that they have not set yet
/// is set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The aim in their words, or the id of one.
    pub what: String,
    /// Its template.
    pub kind: Option<AimKind>,
    /// As varied as so many equal lines of business: such an aim is one for variety.
    pub as_varied_as: Option<u32>,
    /// When it will be looked at.
    pub review_on: Amend<Date>,
    /// People who matter to it: names, their beginnings, or ids.
    pub people: Vec<String>,
    /// People who do not any more.
    pub without: Vec<String>,
    /// How it ends, where it does.
    pub closes: Option<End>,
}

/// How an aim ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    /// It came to that.
    Reached,
    /// It is no aim any more.
    GivenUp,
    /// One of both: nobody said which.
    Closed,
}

impl End {
    /// What the change that ends it is called.
    fn verb(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::GivenUp => "given_up",
            Self::Closed => "aim",
        }
    }
}

/// How varied one can aim to be, in equal lines of business.
const VARIED: std::ops::RangeInclusive<u32> = 2..=50;

/// An aim as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The change; none where all of it stood so already.
    pub change: Option<ChangeId>,
    /// The aim.
    pub aim: Aim,
    /// Whether it was set just now.
    pub is_new: bool,
    /// Its people, in the order in which they were named.
    pub people: Vec<Person>,
    /// The question it leaves open; else empty.
    pub asks: &'static str,
}

/// The open aims at a date, and whom none of them is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aims {
    /// Those due first.
    pub aims: Vec<AimReview>,
    /// People in touch linked to none of them; empty where there is no aim.
    pub without_aim: Vec<LooseEnd>,
}

/// Keeps what the owner says of an aim, as one change. An aim with the same words is that aim.
///
/// # Errors
/// [`Code::ValueInvalid`] with the field; [`Code::NotFound`] where an aim is to be closed that there is
/// not; [`Code::PersonNotFound`], [`Code::PersonAmbiguous`]; those of the store.
pub async fn state(store: &dyn Store, ctx: &Ctx, said: Said) -> Result<Stated> {
    ctx.require(Rights::Write)?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let open = open(store, ctx, today).await?;
    let before = meant(&open, &said)?.cloned();
    let added = who::are_meant(store, ctx, "people", &said.people, Match::Near).await?;
    let gone = who::are_meant(store, ctx, "without", &said.without, Match::Near).await?;
    if said.review_on.set().is_some_and(|on| on <= today) {
        let problem = "is not after today: say when you will look at it";
        return Err(Error::new(Code::ValueInvalid).field("review_on", problem));
    }
    if said.as_varied_as.is_some_and(|kinds| !VARIED.contains(&kinds)) {
        let problem = format!("is not from {} to {}", VARIED.start(), VARIED.end());
        return Err(Error::new(Code::ValueInvalid).field("as_varied_as", problem));
    }
    let aim = match &before {
        Some(aim) => aim.clone(),
        None => new(ctx, &said, today)?,
    };
    let ids = |people: &[Person]| people.iter().map(|p| p.id).collect::<Vec<_>>();
    let aim = stated(aim, &said, (&ids(&added), &ids(&gone)), today);
    let is_new = before.is_none();
    let edit = match before {
        Some(before) => Edit::changed(before, aim.clone()),
        None => Some(Edit::created(aim.clone())),
    };
    let change =
        deed::done(store, ctx, said.closes.map_or("aim", End::verb), Some(today), edit).await?;
    let mut people = Vec::with_capacity(aim.people.len());
    for &id in &aim.people {
        people.push(who::by_id(store, ctx, id).await?);
    }
    let asks = if said.closes.is_some() { "" } else { asks(&aim, today) };
    Ok(Stated { change: change.map(|c| c.id), aim, is_new, people, asks })
}

/// The open aims, each with what shows of it so far; without a date, today's.
///
/// # Errors
/// Those of the store.
pub async fn list(store: &dyn Store, ctx: &Ctx, as_of: Option<Date>) -> Result<Aims> {
    let review = review::at(store, ctx, as_of).await?;
    let without_aim = review.loose_ends.without_aim.clone();
    Ok(Aims { aims: review.aims.clone(), without_aim })
}

/// The open aims of the book that are no experiments.
async fn open(store: &dyn Store, ctx: &Ctx, today: Date) -> Result<Vec<Aim>> {
    let facts = store.all(ctx.tenant, FactKind::Aim).await?;
    let aims = facts.into_iter().filter_map(|fact| match fact {
        Fact::Aim(aim) => Some(aim),
        _ => None,
    });
    Ok(aims.filter(|aim| aim.is_open(today) && !aim.is_experiment()).collect())
}

/// The open aim that is meant: by its id or its words, and by their beginning where one is closed. None
/// where it is a new one.
fn meant<'a>(open: &'a [Aim], said: &Said) -> Result<Option<&'a Aim>> {
    let unknown = || Error::new(Code::NotFound).hint("no open aim is called that");
    if let Ok(id) = Uuid::parse_str(said.what.trim()) {
        return open.iter().find(|aim| aim.id == FactId(id)).map(Some).ok_or_else(unknown);
    }
    match Meant::of(open, &said.what, said.closes.is_some(), |aim| &aim.what) {
        Meant::One(aim) => Ok(Some(aim)),
        Meant::New if said.closes.is_some() => Err(unknown()),
        Meant::New => Ok(None),
    }
}

fn new(ctx: &Ctx, said: &Said, today: Date) -> Result<Aim> {
    let what = said.what.trim();
    if what.is_empty() {
        let problem = "is empty: say what success is for you";
        return Err(Error::new(Code::ValueInvalid).field("what", problem));
    }
    Ok(Aim {
        id: FactId(ctx.ids()()),
        what: what.to_owned(),
        kind: AimKind::Referrals,
        set_on: Some(today),
        review_on: None,
        closed_on: None,
        tries: None,
        as_varied_as: None,
        people: Vec::new(),
    })
}

fn stated(aim: Aim, said: &Said, (added, gone): (&[PersonId], &[PersonId]), today: Date) -> Aim {
    let mut people = aim.people;
    for &id in added {
        if !people.contains(&id) {
            people.push(id);
        }
    }
    people.retain(|id| !gone.contains(id));
    let kind = match said.as_varied_as {
        Some(_) => AimKind::Variety,
        None => said.kind.unwrap_or(aim.kind),
    };
    let as_varied_as = said.as_varied_as.or(aim.as_varied_as);
    Aim {
        kind,
        as_varied_as: as_varied_as.filter(|_| kind == AimKind::Variety),
        review_on: said.review_on.over(aim.review_on),
        closed_on: if said.closes.is_some() { Some(today) } else { aim.closed_on },
        people,
        ..aim
    }
}
