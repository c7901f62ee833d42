//! One person: who they are, where they stand and why, what has been, what comes next.

use super::moment::{self, day};
use crate::book::{self, Frame};
use crate::ctx::{Ctx, Rights};
use crate::error::Result;
use crate::{settings, who};
use jiff::civil::Date;
use kithwork_core::book::Book;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Care, Person, Rated, Rating};
use kithwork_core::id::{FactId, PersonId};
use kithwork_core::ladder::{self, Alive, Explains, Readiness, Rung, State};
use kithwork_core::params::Params;
use kithwork_core::plan::opening::{self, Touch};
use kithwork_core::review::{HelpMonth, SaidWords, help_ledger, is_early_for_help, said_about};
use kithwork_core::written;
use kithwork_store::Store;

/// One person: who they are, where they stand and why, what has been, what comes next.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The person.
    pub person: Person,
    /// Where they stand; none for someone set aside.
    pub standing: Option<Standing>,
    /// The chance that the relationship lives; none for someone set aside, and where no contact is
    /// dated.
    pub alive: Option<Alive>,
    /// Whether they could refer the owner, and what is missing; none for someone set aside or not to be contacted.
    pub readiness: Option<Readiness>,
    /// Whether they can explain what the owner does; none for someone set aside or not to be contacted.
    pub explains: Option<Explains>,
    /// The steps of the ninety days after a first meeting; none where that is over.
    pub opening: Option<Vec<Touch>>,
    /// What they said about the owner, oldest first.
    pub said: Vec<SaidWords>,
    /// Help both ways, by month.
    pub help: Vec<HelpMonth>,
    /// Whether they were helped and it is too early to look for help back.
    pub is_early_for_help: bool,
    /// The room they were met in, by name.
    pub met_at: Option<String>,
    /// Who introduced them, by name.
    pub introduced_by: Option<String>,
    /// The owner's own words that they bear, by name.
    pub tags: Vec<String>,
    /// The latest rating of each kind.
    pub ratings: Vec<Rating>,
    /// Everything that speaks of them, oldest first, undated at the front.
    pub timeline: Vec<Moment>,
    /// The day it is looked at: what of the timeline lies after it is to come.
    pub today: Date,
    /// What could come next, in plain words; empty for someone set aside or not to be contacted.
    pub next_step: String,
}

impl Shown {
    /// Whether they could refer the owner, and what to do next, in plain words.
    pub fn readiness_in_words(&self) -> Option<String> {
        let level = self.standing.as_ref().map_or(0, |standing| standing.level);
        self.readiness.as_ref().map(|readiness| readiness.says(level))
    }

    /// Help both ways in plain words; none where none is written down.
    pub fn help_in_words(&self) -> Option<String> {
        let given: u64 = self.help.iter().map(|month| month.given).sum();
        let received: u64 = self.help.iter().map(|month| month.received).sum();
        let times = |count| match count {
            0 => "not yet".to_owned(),
            count => written::times(count),
        };
        let early = if self.is_early_for_help {
            " It is too early to look for any: help takes half a year to come round."
        } else {
            ""
        };
        let help = format!(
            "You helped them {}; they helped you {}.{early}",
            times(given),
            times(received)
        );
        (!self.help.is_empty()).then_some(help)
    }
}

/// Where a person stands on the ladder, from evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The rung, 0 to 5.
    pub level: u8,
    /// Its plain label.
    pub label: String,
    /// Since when.
    pub since: Option<Date>,
    /// `warm`, `cooling` or `dormant`; none where nothing has happened yet.
    pub state: Option<&'static str>,
    /// Level and state in the words of screens.
    pub says: String,
    /// What it rests on, in plain words.
    pub evidence: Vec<Evidence>,
}

/// One thing that a standing rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// In plain words.
    pub says: String,
    /// The facts behind it.
    pub facts: Vec<FactId>,
}

impl Evidence {
    fn of_rung(book: &Book, rung: &Rung) -> Self {
        let label = ladder::level_name(book.own_level_names(), rung.level);
        let since = rung.on.map(|on| format!(" since {}", day(on))).unwrap_or_default();
        let n = rung.facts.len();
        let entries = if n == 1 { "entry" } else { "entries" };
        Self { says: format!("{label}{since}, from {n} {entries}"), facts: rung.facts.clone() }
    }
}

/// One thing that happened, in plain words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The fact.
    pub id: FactId,
    /// Its kind.
    pub kind: &'static str,
    /// When; none where nobody knows.
    pub on: Option<Date>,
    /// What, in plain words.
    pub says: String,
}

impl Standing {
    /// The same as screens say it.
    pub(crate) fn of(book: &Book, climbed: &ladder::Standing) -> Self {
        let own = book.own_level_names();
        Self {
            level: climbed.level,
            label: ladder::level_name(own, climbed.level).to_owned(),
            since: climbed.evidence.last().and_then(|rung| rung.on),
            state: climbed.state.map(State::word),
            says: climbed.in_words(own),
            evidence: climbed.evidence.iter().map(|rung| Evidence::of_rung(book, rung)).collect(),
        }
    }
}

/// Where somebody stands, with what is missing where they have sat down and are still on a low rung.
fn stands(book: &Book, (who, today): (PersonId, Date), climbed: &ladder::Standing) -> Standing {
    let mut standing = Standing::of(book, climbed);
    let missing = ladder::not_listened(book, who, today, climbed.level);
    standing.evidence.extend(missing.map(|(says, facts)| Evidence { says, facts }));
    standing
}

/// One person, by id; `params` are those of [`book::params`].
///
/// # Errors
/// [`Code::PersonNotFound`](crate::Code::PersonNotFound); those of the store.
pub async fn show(store: &dyn Store, ctx: &Ctx, id: PersonId, params: &Params) -> Result<Shown> {
    ctx.require(Rights::Read)?;
    let person = who::by_id(store, ctx, id).await?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let facts = store.timeline(ctx.tenant, person.id).await?;
    let book = Frame::read(store, ctx).await?.of_timeline(&facts, &person, today);
    let climbed = person.counts().then(|| ladder::climb(&book, person.id, today, params));
    let may_be_asked = person.may_be_asked();
    let readiness = may_be_asked.then(|| ladder::readiness(&book, person.id, today, params));
    let next_step = climbed.as_ref().zip(readiness.as_ref());
    let next_step = next_step.map(|of| ladder::next_step(&book, person.id, today, of));
    let names = book::names(store, ctx, &facts).await?;
    let introduced_by = match person.introduced_by {
        Some(by) => who::by_id(store, ctx, by).await.ok().map(|by| by.name),
        None => None,
    };
    let counts = person.counts();
    Ok(Shown {
        standing: climbed.as_ref().map(|climbed| stands(&book, (person.id, today), climbed)),
        alive: ladder::alive(&book, person.id, today, params).filter(|_| counts),
        help: help_ledger(&book, today).into_iter().filter(|h| h.person == person.id).collect(),
        is_early_for_help: is_early_for_help(&book, person.id, today),
        readiness,
        explains: may_be_asked.then(|| ladder::explains(&book, person.id, today, &params.ladder)),
        opening: opening::steps(&book, &person, today)
            .filter(|_| counts && person.care_at(today) != Some(Care::LetGo)),
        said: said_about(&book.facts.mentions, today, |_| Some(String::new()))
            .into_iter()
            .flat_map(|said| said.words)
            .collect(),
        met_at: person.met_at.and_then(|room| book.room(room)).map(|room| room.name.clone()),
        introduced_by,
        tags: tags(&facts),
        ratings: latest_ratings(&facts),
        timeline: facts
            .iter()
            .filter(|fact| fact.kind() != FactKind::Tag)
            .filter_map(|fact| moment::of(&book, &names, fact))
            .collect(),
        today,
        next_step: next_step.unwrap_or_default(),
        person,
    })
}

fn tags(facts: &[Fact]) -> Vec<String> {
    let tags = facts.iter().filter_map(|fact| match fact {
        Fact::Tag(tag) => Some(tag.name.clone()),
        _ => None,
    });
    let mut tags: Vec<String> = tags.collect();
    tags.sort_by_cached_key(|name| name.to_lowercase());
    tags
}

/// The latest rating of each kind; an undated one only where there is no other.
fn latest_ratings(facts: &[Fact]) -> Vec<Rating> {
    let ratings = facts.iter().filter_map(|fact| match fact {
        Fact::Rating(rating) => Some(rating),
        _ => None,
    });
    let mut latest: std::collections::BTreeMap<Rated, &Rating> = std::collections::BTreeMap::new();
    for rating in ratings {
        let kept = latest.entry(rating.what).or_insert(rating);
        if rating.on >= kept.on {
            *kept = rating;
        }
    }
    latest.into_values().cloned().collect()
}
