//! Introductions on their way: both sides are asked, and only two yeses make one (science.md R10).
//!
//! ```text
//! propose ─▶ asked, answered (each side) ─both yes─▶ make ─▶ worked ─▶ thanked
//! ```

use crate::conversation::{Draft, ways};
use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::{book, settings, who};
use jiff::civil::Date;
use kithwork_core::book::Book;
use kithwork_core::change::{Change, Edit};
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Introduction, Party, Person, ProposedIntroduction};
use kithwork_core::id::{FactId, PersonId};
use kithwork_core::matching::{Idea, introductions, met_by, told_who_helps, told_who_needs};
use kithwork_store::Store;
use serde::{Deserialize, Serialize};

/// Two people to be asked.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proposed {
    /// The two.
    pub people: [PersonId; 2],
    /// Why the first would want to meet the other.
    #[serde(default)]
    pub why_a: String,
    /// Why the other would want to meet the first.
    #[serde(default)]
    pub why_b: String,
}

/// What has come of it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case", deny_unknown_fields)]
pub enum Step {
    /// One of the two was asked today.
    Asked {
        /// Who.
        person: PersonId,
    },
    /// One of the two answered.
    Said {
        /// Who.
        person: PersonId,
        /// Whether they said yes.
        yes: bool,
    },
    /// They were introduced today.
    Made,
    /// It worked, or not, in the owner's words.
    Worked {
        /// What came of it.
        outcome: String,
    },
    /// Both were thanked and told what came of it.
    Thanked,
    /// It was given up.
    Dropped,
}

/// Introductions on their way, and ideas for more.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Introductions {
    /// On their way, the latest first.
    pub on_their_way: Vec<OnItsWay>,
    /// Two who could be brought together.
    pub ideas: Vec<Idea>,
}

/// One on its way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OnItsWay {
    /// Its entry.
    pub id: FactId,
    /// The two sides.
    pub sides: [Side; 2],
    /// Whether both said yes.
    pub is_agreed: bool,
    /// Whether they were introduced.
    pub is_made: bool,
    /// What came of it.
    pub outcome: Option<String>,
    /// What comes next, in plain words.
    pub next: String,
}

/// One side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Side {
    /// Who.
    pub person: PersonId,
    /// By name.
    pub name: String,
    /// Why they would want to meet the other.
    pub why: String,
    /// When they were asked.
    pub asked_on: Option<Date>,
    /// What they said.
    pub says: Option<bool>,
    /// The words to ask them with; once both said yes, to introduce them with; once made, to thank them
    /// with. To one person, never to both at once (mission row 26).
    pub message: String,
}

/// What is on its way, and what could be.
///
/// # Errors
/// Those of the store.
pub async fn list(store: &dyn Store, ctx: &Ctx) -> Result<Introductions> {
    let settings = settings::of(store, ctx).await?;
    let today = ctx.today(&settings);
    let book = book::load(store, ctx, today).await?;
    let mut open: Vec<&ProposedIntroduction> = book.facts.proposed_introductions.iter().collect();
    open.retain(|p| p.is_open() || (p.made.is_some() && p.thanked_on.is_none()));
    open.sort_by_key(|p| std::cmp::Reverse((p.proposed_on, p.id)));
    let from = settings.owner_names.first().map(String::as_str).unwrap_or_default();
    let ideas = ctx.derived(&book, today, || introductions(&book, today, &ctx.params.matching));
    Ok(Introductions {
        on_their_way: open.into_iter().filter_map(|p| on_its_way(&book, p, from)).collect(),
        ideas: ideas.to_vec(),
    })
}

/// Begins an introduction: nobody is told of the other before both were asked.
///
/// # Errors
/// [`Code::PersonNotFound`]; [`Code::ValueInvalid`] where both are one; [`Code::NotAllowed`] where one of
/// them asked not to be contacted; those of the store.
pub async fn propose(store: &dyn Store, ctx: &Ctx, proposed: Proposed) -> Result<Change> {
    ctx.require(Rights::Write)?;
    let [a, b] = proposed.people;
    let (a, b) = (who::by_id(store, ctx, a).await?, who::by_id(store, ctx, b).await?);
    if a.id == b.id {
        return Err(Error::new(Code::ValueInvalid).hint("an introduction takes two people"));
    }
    who::may_be_noted_as_asked(&[&a, &b])?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let row = ProposedIntroduction {
        id: FactId(ctx.ids()()),
        person_a: a.id,
        person_b: b.id,
        why_a: proposed.why_a.trim().to_owned(),
        why_b: proposed.why_b.trim().to_owned(),
        proposed_on: Some(today),
        asked_a_on: None,
        asked_b_on: None,
        a_says: None,
        b_says: None,
        made: None,
        thanked_on: None,
        dropped_on: None,
    };
    let change = ctx.change("introduction", Some(today), vec![Edit::created(row)]);
    store.commit(ctx.tenant, &change).await?;
    Ok(change)
}

/// Takes it one step on.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::NotAllowed`] where it would be made before both said yes, or somebody was asked
/// who asked not to be contacted;
/// [`Code::ValueInvalid`] where somebody is meant who is neither of the two; those of the store.
pub async fn step(store: &dyn Store, ctx: &Ctx, id: FactId, step: Step) -> Result<Option<Change>> {
    ctx.require(Rights::Write)?;
    let gone = || Error::new(Code::NotFound).hint("this introduction is no longer in the book");
    let found = store.fact(ctx.tenant, FactKind::ProposedIntroduction, id).await?;
    let Some(Fact::ProposedIntroduction(before)) = found else { return Err(gone()) };
    let today = ctx.today(&settings::of(store, ctx).await?);
    let mut after = before.clone();
    let mut edits: Vec<Edit> = Vec::new();
    match step {
        Step::Asked { person } => {
            let (asked, _) = side(&mut after, person)?;
            *asked = Some(today);
            who::may_be_noted_as_asked(&[&who::by_id(store, ctx, person).await?])?;
        }
        Step::Said { person, yes } => {
            let (asked, says) = side(&mut after, person)?;
            *asked = asked.or(Some(today));
            *says = Some(yes);
        }
        Step::Made => {
            if !before.is_agreed() {
                let hint = "ask both first: nobody is introduced before both have said yes";
                return Err(Error::new(Code::NotAllowed).hint(hint));
            }
            let made = introduction(ctx, &before, today);
            after.made = Some(made.id);
            edits.push(Edit::created(made));
        }
        Step::Worked { outcome } => edits.extend(worked(store, ctx, &before, &outcome).await?),
        Step::Thanked => after.thanked_on = Some(today),
        Step::Dropped => after.dropped_on = Some(today),
    }
    edits.extend(Edit::changed(before, after));
    if edits.is_empty() {
        return Ok(None);
    }
    let change = ctx.change("introduction", Some(today), edits);
    store.commit(ctx.tenant, &change).await?;
    Ok(Some(change))
}

/// What becomes of the proposal whose introduction is deleted: both had said yes, and it can be made again.
pub(crate) async fn unmade(
    store: &dyn Store,
    ctx: &Ctx,
    introduction: FactId,
) -> Result<Option<Edit>> {
    let all = store.all(ctx.tenant, FactKind::ProposedIntroduction).await?;
    let became = all.into_iter().find_map(|fact| match fact {
        Fact::ProposedIntroduction(of) if of.made == Some(introduction) => Some(of),
        _ => None,
    });
    Ok(became.and_then(|before| {
        let after = ProposedIntroduction { made: None, thanked_on: None, ..before.clone() };
        Edit::changed(before, after)
    }))
}

type OneSide<'p> = (&'p mut Option<Date>, &'p mut Option<bool>);

fn side(row: &mut ProposedIntroduction, person: PersonId) -> Result<OneSide<'_>> {
    if person == row.person_a {
        Ok((&mut row.asked_a_on, &mut row.a_says))
    } else if person == row.person_b {
        Ok((&mut row.asked_b_on, &mut row.b_says))
    } else {
        Err(Error::new(Code::ValueInvalid).field("person", "is neither of the two"))
    }
}

fn introduction(ctx: &Ctx, of: &ProposedIntroduction, today: Date) -> Introduction {
    Introduction {
        id: FactId(ctx.ids()()),
        on: Some(today),
        introduced_by: Party::Me,
        person_a: Party::Person(of.person_a),
        person_b: Party::Person(of.person_b),
        outcome: None,
    }
}

/// What came of an introduction that was made.
async fn worked(
    store: &dyn Store,
    ctx: &Ctx,
    of: &ProposedIntroduction,
    outcome: &str,
) -> Result<Option<Edit>> {
    let not_yet = || Error::new(Code::NotAllowed).hint("they have not been introduced yet");
    let made = of.made.ok_or_else(not_yet)?;
    let found = store.fact(ctx.tenant, FactKind::Introduction, made).await?;
    let Some(Fact::Introduction(before)) = found else { return Err(not_yet()) };
    let outcome = Some(outcome.trim().to_owned()).filter(|text| !text.is_empty());
    let after = Introduction { outcome, ..before.clone() };
    Ok(Edit::changed(before, after))
}

/// Asking one side whether the other may be introduced, with what they have of it.
fn may_i(other: &str, why: &str) -> String {
    let why = in_mind("What I have in mind", why);
    format!("may I introduce you to {other}?{why} If not, just say so, and nothing more happens.")
}

/// ` What I have in mind: …`; empty where nothing was said.
fn in_mind(begins: &str, why: &str) -> String {
    let why = why.trim().trim_end_matches('.');
    if why.is_empty() { String::new() } else { format!(" {begins}: {why}.") }
}

fn letter(to: &str, says: &str, from: &str) -> String {
    let first = to.split_whitespace().next().unwrap_or(to);
    format!("Hello {first},\n\n{says}\n\nBest wishes\n{from}").trim_end().to_owned()
}

/// The words to ask each of two with whether they would like to meet: each is told what they have of it,
/// and nothing is asked of their time.
///
/// # Errors
/// [`Code::PersonNotFound`]; [`Code::NotAllowed`] where one of them asked not to be contacted; those of
/// the store.
pub async fn drafts(store: &dyn Store, ctx: &Ctx, people: [PersonId; 2]) -> Result<[Draft; 2]> {
    ctx.require(Rights::Read)?;
    let (a, b) =
        (who::by_id(store, ctx, people[0]).await?, who::by_id(store, ctx, people[1]).await?);
    who::may_be_asked(&[&a, &b])?;
    let settings = settings::of(store, ctx).await?;
    let today = ctx.today(&settings);
    let book = book::load(store, ctx, today).await?;
    let told = |needs: &Person, helps: &Person| {
        let need = met_by(&book, needs.id, helps.id, today)?.what;
        Some((told_who_needs(&need, &helps.name), told_who_helps(&needs.name, &need)))
    };
    let back = || told(&b, &a).map(|(needs, helps)| (helps, needs));
    let (why_a, why_b) = told(&a, &b).or_else(back).unwrap_or_default();
    let from = settings.owner_names.first().map(String::as_str).unwrap_or_default();
    let draft = |to: &Person, other: &Person, why: &str| Draft {
        person: to.id,
        name: to.name.clone(),
        subject: "An introduction?".to_owned(),
        text: letter(&to.name, &may_i(&other.name, why), from),
        times: Vec::new(),
        minutes: None,
        ways: ways(to),
    };
    Ok([draft(&a, &b, &why_a), draft(&b, &a, &why_b)])
}

/// What the two sides wait for before they are introduced.
fn asks(sides: [(&Person, Option<Date>, Option<bool>); 2]) -> String {
    let silent = |was_asked: bool| -> Vec<&str> {
        let sides =
            sides.iter().filter(|(_, asked, says)| says.is_none() && asked.is_some() == was_asked);
        sides.map(|(who, ..)| who.name.as_str()).collect()
    };
    let (to_ask, waiting) = (silent(false), silent(true));
    match (to_ask.as_slice(), waiting.as_slice()) {
        ([_, _], _) => "Ask each of them first.".to_owned(),
        ([one], []) => format!("Ask {one} too."),
        ([one], [other]) => format!("Ask {one} too; {other} has not answered yet."),
        (_, [one]) => format!("{one} has not answered yet."),
        _ => "Both are asked, and nobody has answered yet.".to_owned(),
    }
}

fn on_its_way(book: &Book, of: &ProposedIntroduction, from: &str) -> Option<OnItsWay> {
    let (a, b) = (book.person(of.person_a)?, book.person(of.person_b)?);
    let made = of.made.and_then(|id| book.facts.introductions.iter().find(|i| i.id == id));
    let outcome = made.and_then(|i| i.outcome.clone());
    let message = |to: &str, other: &str, why: &str| {
        let says = if of.made.is_some() {
            format!("thank you for meeting {other}. How did it go? Tell me if it worked.")
        } else if of.is_agreed() {
            let why = in_mind("What brought me to it", why);
            format!("{other} is glad to hear from you.{why} Over to you both; I leave you to it.")
        } else {
            may_i(other, why)
        };
        letter(to, &says, from)
    };
    let side = |person: &Person, other: &str, why: &str, asked, says| Side {
        person: person.id,
        name: person.name.clone(),
        why: why.to_owned(),
        asked_on: asked,
        says,
        message: message(&person.name, other, why),
    };
    let next = match (of.made.is_some(), of.is_agreed(), &outcome) {
        (true, _, None) => "Ask both whether it worked.".to_owned(),
        (true, _, Some(_)) => "Thank both, and tell them what came of it.".to_owned(),
        (false, true, _) => "Both said yes: introduce them.".to_owned(),
        (false, false, _) => asks([(a, of.asked_a_on, of.a_says), (b, of.asked_b_on, of.b_says)]),
    };
    Some(OnItsWay {
        id: of.id,
        sides: [
            side(a, &b.name, &of.why_a, of.asked_a_on, of.a_says),
            side(b, &a.name, &of.why_b, of.asked_b_on, of.b_says),
        ],
        is_agreed: of.is_agreed(),
        is_made: of.made.is_some(),
        outcome,
        next,
    })
}
