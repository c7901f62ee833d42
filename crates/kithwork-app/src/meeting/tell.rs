//! What the owner says of a meeting: the goal, the nerves, the minute as it was given.

use super::look::known;
use crate::amend::Amend;
use crate::ctx::{Ctx, Rights};
use crate::deed;
use crate::error::{Code, Error, Result};
use crate::{room, settings, word};
use jiff::civil::{Date, Time};
use kithwork_core::change::Edit;
use kithwork_core::fact::FactKind;
use kithwork_core::facts::{Meeting, ObjectiveMet, PitchChange, Room};
use kithwork_core::handover::{Said, SaidMeeting};
use kithwork_core::id::{ChangeId, FactId};
use kithwork_core::money::Amount;
use kithwork_store::Store;
use serde::Deserialize;
use std::ops::RangeInclusive;

/// Nerves and energy.
const SCORE: RangeInclusive<u8> = 1..=5;
/// The longest goal, letters.
const LONGEST_GOAL: usize = 300;
/// The longest meeting, minutes: a day.
const LONGEST: u32 = 24 * 60;

/// What the owner says of a meeting; what is none stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Told {
    /// What they go for; empty for the usual: to find two people to help.
    pub goal: Option<String>,
    /// Whether that was reached.
    pub goal_met: Amend<ObjectiveMet>,
    /// Whether they go as somebody new to it.
    pub first_time: Option<bool>,
    /// How nervous before, 1 (calm) to 5.
    pub nerves_before: Amend<u8>,
    /// How nervous afterwards.
    pub nerves_after: Amend<u8>,
    /// Their energy, 1 to 5.
    pub energy: Amend<u8>,
    /// Which version of their minute they gave, by its name.
    pub pitch: Amend<String>,
    /// How they gave it.
    pub minute: Option<Minute>,
    /// Why it was changed or left out.
    pub pitch_changed_why: Amend<PitchChange>,
    /// Whether this looks back on it.
    pub debriefed: bool,
    /// Local start.
    pub starts: Option<Time>,
    /// Its length.
    pub minutes: Amend<u32>,
    /// The way there and back, minutes.
    pub travel_minutes: Amend<u32>,
    /// Getting ready for it, minutes.
    pub prep_minutes: Amend<u32>,
    /// What it cost.
    pub cost: Amend<Amount>,
}

/// How a minute was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Minute {
    /// As it had been prepared.
    Prepared,
    /// Changed just before.
    Changed,
    /// Not at all.
    Skipped,
}

/// What was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The change; none where all of it stood so already.
    pub change: Option<ChangeId>,
    /// The meeting, as it is now.
    pub meeting: Meeting,
}

/// Keeps what the owner says of a meeting. One that only stands in a calendar's series gets a row.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::ValueInvalid`] where a number is out of range, or what can only be known
/// afterwards is said of a meeting that lies ahead; those of the store.
pub async fn tell(store: &dyn Store, ctx: &Ctx, id: FactId, told: Told) -> Result<Kept> {
    ctx.require(Rights::Write)?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let before = known(store, ctx, id)
        .await?
        .ok_or_else(|| Error::new(Code::NotFound).hint("the meeting is not known any more"))?;
    valid(&told, before.on, today)?;
    let meeting = with(before.clone(), told, today);
    let has_row = store.fact(ctx.tenant, FactKind::Meeting, before.id).await?.is_some();
    let mut edits: Vec<Edit> = Edit::changed(before.clone(), meeting.clone()).into_iter().collect();
    if !has_row && !edits.is_empty() {
        edits = vec![Edit::created(meeting.clone())];
    }
    if !edits.is_empty() {
        let room = room::by_id(store, ctx, meeting.room).await?;
        let said = Said::Meeting(differing(&before, &meeting, &room));
        let row = (FactKind::Meeting, meeting.id);
        edits.extend(word::kept(store, ctx, row, said, &mut ctx.ids()).await?);
    }
    let change = deed::done(store, ctx, "event", Some(meeting.on), edits).await?;
    Ok(Kept { change: change.map(|change| change.id), meeting })
}

pub(super) fn valid(told: &Told, on: Date, today: Date) -> Result<()> {
    let invalid = |field, problem| Err(Error::new(Code::ValueInvalid).field(field, problem));
    let scores = [
        ("nerves_before", told.nerves_before),
        ("nerves_after", told.nerves_after),
        ("energy", told.energy),
    ];
    for (field, score) in scores {
        if score.set().is_some_and(|score| !SCORE.contains(&score)) {
            return invalid(field, "is not a whole number from 1 to 5");
        }
    }
    if told.goal.as_ref().is_some_and(|goal| goal.chars().count() > LONGEST_GOAL) {
        return invalid("goal", "is too long: a line is enough");
    }
    for (field, minutes) in [
        ("minutes", told.minutes),
        ("travel_minutes", told.travel_minutes),
        ("prep_minutes", told.prep_minutes),
    ] {
        if minutes.set().is_some_and(|minutes| minutes > LONGEST) {
            return invalid(field, "is more than a day has");
        }
    }
    if told.cost.set().is_some_and(|cost| cost.minor < 0) {
        return invalid("cost", "is less than nothing");
    }
    if told.minute == Some(Minute::Prepared) && told.pitch_changed_why.set().is_some() {
        let problem = "is for a minute that was changed: leave it out, or say that it was changed";
        return invalid("pitch_changed_why", problem);
    }
    let afterwards = told.debriefed
        || told.goal_met.is_said()
        || told.nerves_after.is_said()
        || told.energy.is_said()
        || told.minute.is_some()
        || told.pitch.is_said();
    if on > today && afterwards {
        return invalid("debriefed", "is for afterwards: this meeting is yet to come");
    }
    Ok(())
}

fn with(meeting: Meeting, told: Told, today: Date) -> Meeting {
    let (prepared, changed, skipped) = match told.minute {
        None => (meeting.pitch_prepared, meeting.pitch_changed, meeting.pitch_skipped),
        Some(Minute::Prepared) => (Some(true), Some(false), Some(false)),
        Some(Minute::Changed) => (Some(true), Some(true), Some(false)),
        Some(Minute::Skipped) => (meeting.pitch_prepared, Some(false), Some(true)),
    };
    // A reason belongs to what it explains.
    let kept = meeting.pitch_changed_why.filter(|_| told.minute != Some(Minute::Prepared));
    let why = told.pitch_changed_why.over(kept);
    // Whoever says that it was not prepared has said whether it was.
    let otherwise = told.minute.is_some_and(|minute| minute != Minute::Prepared);
    let prepared =
        if otherwise && why == Some(PitchChange::NotPrepared) { Some(false) } else { prepared };
    let text = |text: Option<String>| text.map(|text| text.trim().to_owned());
    let given = |text: Option<String>| text.filter(|text| !text.is_empty());
    let goal = match text(told.goal) {
        Some(goal) => given(Some(goal)),
        None => meeting.goal,
    };
    let pitch = told.pitch.trimmed().over(meeting.pitch);
    Meeting {
        goal,
        goal_met: told.goal_met.over(meeting.goal_met),
        first_time: told.first_time.or(meeting.first_time),
        nerves_before: told.nerves_before.over(meeting.nerves_before),
        nerves_after: told.nerves_after.over(meeting.nerves_after),
        energy: told.energy.over(meeting.energy),
        pitch: pitch.filter(|_| skipped != Some(true)),
        pitch_prepared: prepared,
        pitch_changed: changed,
        pitch_skipped: skipped,
        pitch_changed_why: why,
        debriefed_on: meeting.debriefed_on.or(told.debriefed.then_some(today)),
        starts: told.starts.or(meeting.starts),
        minutes: told.minutes.over(meeting.minutes),
        travel_minutes: told.travel_minutes.over(meeting.travel_minutes),
        prep_minutes: told.prep_minutes.over(meeting.prep_minutes),
        cost: told.cost.over(meeting.cost),
        ..meeting
    }
}

/// What differs now, as the owner's word: the rest is still for other sources to say.
fn differing(before: &Meeting, now: &Meeting, room: &Room) -> SaidMeeting {
    let mut said = SaidMeeting::held(now.on, room.name.clone());
    macro_rules! said {
        ($($field:ident)+) => {
            $(if now.$field != before.$field {
                said.$field.clone_from(&now.$field);
                if now.$field.is_none() {
                    said.forgotten.insert(stringify!($field).to_owned());
                }
            })+
        };
    }
    said!(starts minutes travel_minutes prep_minutes cost pitch pitch_prepared pitch_changed
        pitch_skipped pitch_changed_why energy goal goal_met first_time nerves_before nerves_after debriefed_on);
    said
}
