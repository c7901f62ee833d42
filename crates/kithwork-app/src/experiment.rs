//! One thing changed for a while, to see what that changes: with a start, a measure and a rule for when
//! it stops (mission row 46).

use crate::ctx::{Ctx, Rights};
use crate::deed;
use crate::error::{Code, Error, Result};
use crate::{book, review, settings};
use jiff::ToSpan;
use jiff::civil::Date;
use kithwork_core::change::Edit;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Aim, AimKind};
use kithwork_core::id::{ChangeId, FactId};
use kithwork_core::review::{Again, CODES, Experiment, PastExperiment, Review, past_experiments};
use kithwork_store::Store;
use serde::Deserialize;

/// How long an experiment lasts where its owner does not say: our judgement.
const USUAL_DAYS: i64 = 42;
/// So many that were stopped are shown.
pub const PAST: usize = 12;

/// What the owner says of an experiment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// The finding it is to change, by its public code: its measure is the experiment's.
    pub code: String,
    /// What they will do differently; without it, what the review suggests.
    pub what: Option<String>,
    /// Its first day; without it, today.
    pub from: Option<Date>,
    /// Its last day; without it, six weeks later.
    pub until: Option<Date>,
}

/// The experiments at a date.
#[derive(Clone, Debug, PartialEq)]
pub struct Experiments {
    /// Those that are open, in the order in which they began.
    pub running: Vec<Experiment>,
    /// What stands out again, with what could be tried; none where nothing repeats itself.
    pub again: Option<Again>,
    /// Those that were stopped, the latest first.
    pub past: Vec<PastExperiment>,
}

/// An experiment begun, changed or stopped.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// The change; none where all of it stood so already.
    pub change: Option<ChangeId>,
    /// The experiment as it stands; none once it is stopped.
    pub experiment: Option<Experiment>,
    /// How many others are running: one at a time tells most.
    pub others: usize,
}

/// The open experiments, and what could be tried next; without a date, today's.
///
/// # Errors
/// Those of the store.
pub async fn list(store: &dyn Store, ctx: &Ctx, as_of: Option<Date>) -> Result<Experiments> {
    let review = review::at(store, ctx, as_of).await?;
    let book = book::load(store, ctx, review.as_of).await?;
    let past = past_experiments(&book, review.as_of, &ctx.params, PAST);
    Ok(Experiments { running: review.experiments.clone(), again: review.again.clone(), past })
}

/// Begins an experiment, or changes the open one on the same finding.
///
/// # Errors
/// [`Code::ValueInvalid`] with the field; those of the store.
pub async fn begin(store: &dyn Store, ctx: &Ctx, said: Said) -> Result<Kept> {
    ctx.require(Rights::Write)?;
    known(&said.code)?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let before = open(store, ctx, &said.code, today).await?;
    let suggested = match (&said.what, &before) {
        (None, None) => suggestion(&*review::at(store, ctx, Some(today)).await?, &said.code),
        _ => None,
    };
    let aim = begun(ctx, before.as_ref(), said, suggested, today)?;
    let edit = match before {
        Some(before) => Edit::changed(before, aim.clone()),
        None => Some(Edit::created(aim.clone())),
    };
    kept(store, ctx, aim.id, edit, today).await
}

/// Stops the open experiment on a finding.
///
/// # Errors
/// [`Code::ValueInvalid`] where there is no such finding; [`Code::NotFound`] where no experiment on it
/// is open; those of the store.
pub async fn stop(store: &dyn Store, ctx: &Ctx, code: &str) -> Result<Kept> {
    ctx.require(Rights::Write)?;
    known(code)?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let Some(aim) = open(store, ctx, code, today).await? else {
        return Err(Error::new(Code::NotFound).hint("it may have ended or been stopped meanwhile"));
    };
    let edit = Edit::changed(aim.clone(), Aim { closed_on: Some(today), ..aim.clone() });
    kept(store, ctx, aim.id, edit, today).await
}

fn known(code: &str) -> Result<()> {
    if CODES.contains(&code) {
        return Ok(());
    }
    let problem = "is none of the review’s possible reasons, such as no-one-to-ones";
    Err(Error::new(Code::ValueInvalid).field("code", problem))
}

async fn open(store: &dyn Store, ctx: &Ctx, code: &str, today: Date) -> Result<Option<Aim>> {
    let facts = store.all(ctx.tenant, FactKind::Aim).await?;
    Ok(facts.into_iter().find_map(|fact| match fact {
        Fact::Aim(aim) if aim.is_open(today) && aim.tries.as_deref() == Some(code) => Some(aim),
        _ => None,
    }))
}

/// What the review suggests trying; none where it sees nothing to try.
fn suggestion(review: &Review, code: &str) -> Option<String> {
    let finding = review.findings.iter().find(|finding| finding.code == code)?;
    Some(finding.try_next.clone()).filter(|words| !words.is_empty())
}

fn begun(
    ctx: &Ctx,
    before: Option<&Aim>,
    said: Said,
    suggested: Option<String>,
    today: Date,
) -> Result<Aim> {
    let invalid = |field, problem| Error::new(Code::ValueInvalid).field(field, problem);
    let own = said.what.map(|what| what.trim().to_owned()).filter(|what| !what.is_empty());
    let what = own.or_else(|| before.map(|aim| aim.what.clone())).or(suggested);
    let what =
        what.ok_or_else(|| invalid("doing", "is missing: say what you will do differently"))?;
    let from = said.from.or_else(|| before?.set_on).unwrap_or(today);
    if from > today {
        return Err(invalid("from", "is yet to come: begin it on that day"));
    }
    let usual = || from.saturating_add(USUAL_DAYS.days());
    let until = said.until.or_else(|| before?.review_on).unwrap_or_else(usual);
    if until <= from {
        return Err(invalid("until", "is not after its first day"));
    }
    Ok(Aim {
        id: before.map_or_else(|| FactId(ctx.ids()()), |aim| aim.id),
        what,
        kind: AimKind::Learning,
        set_on: Some(from),
        review_on: Some(until),
        closed_on: None,
        tries: Some(said.code),
        as_varied_as: None,
        people: Vec::new(),
    })
}

async fn kept(
    store: &dyn Store,
    ctx: &Ctx,
    id: FactId,
    edit: Option<Edit>,
    today: Date,
) -> Result<Kept> {
    let change = deed::done(store, ctx, "experiment", Some(today), edit).await?;
    let running = list(store, ctx, Some(today)).await?.running;
    let (own, others): (Vec<_>, Vec<_>) = running.into_iter().partition(|e| e.aim == id);
    Ok(Kept {
        change: change.map(|c| c.id),
        experiment: own.into_iter().next(),
        others: others.len(),
    })
}
