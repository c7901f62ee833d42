//! `event [GROUP]`

use crate::draw;
use crate::session::{Ended, Session};
use jiff::civil::{Date, Time};
use kithwork_app::json::{DoneJson, EveningJson};
use kithwork_app::meeting::{self, Minute, New, Told};
use kithwork_app::{Code, Error, Result, business, note};
use kithwork_core::facts::{ObjectiveMet, PitchChange};
use kithwork_core::money::Amount;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as WordError, StrDeserializer};

/// Prepare a meeting, note whom you talked to there, and look back on it
///
/// Without a group it takes what goes on or ended in the last three hours, else what comes next. A day
/// that is not in the book yet is entered.
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "flags of the command line")]
#[command(after_help = "\
Examples:
  kithwork event \"Chamber Lunch\" --on 2026-11-20 --at 12:30
  kithwork event chamber --nerves-before 4 --goal \"meet the new treasurer\"
  kithwork event --note \"Ana Ruiz, baker, needs a bookkeeper. I promised Tom's number\"
  kithwork event --debrief --energy 3 --nerves-after 2 --minute changed --because competitor")]
pub(crate) struct Event {
    /// Its name, or the beginning of it
    group: Option<String>,
    /// The day of the meeting
    #[arg(long, value_name = "DATE", value_parser = super::day::day)]
    on: Option<Date>,
    /// When it begins, such as 18:30
    #[arg(long, value_name = "TIME", value_parser = time)]
    at: Option<Time>,
    /// How long it takes
    #[arg(long, value_name = "N")]
    minutes: Option<u32>,
    /// The way there and back, minutes
    #[arg(long, value_name = "N")]
    travel: Option<u32>,
    /// Preparing for it, minutes
    #[arg(long, value_name = "N")]
    prep: Option<u32>,
    /// What it cost, such as 15 or £12.50
    #[arg(long, value_name = "AMOUNT", value_parser = cost)]
    cost: Option<Amount>,
    /// The group or event is new to the book
    #[arg(long, requires = "group")]
    new: bool,
    /// Somebody you talked to: who, what they need, what you promised; may be given several times
    #[arg(long, value_name = "TEXT")]
    note: Vec<String>,
    /// What you go for, in your words; empty for the usual: two people you can help
    #[arg(long, value_name = "TEXT")]
    goal: Option<String>,
    /// Did you reach it
    #[arg(long, value_name = "yes|partly|no", value_parser = word::<ObjectiveMet>)]
    goal_met: Option<ObjectiveMet>,
    /// Are you new to it
    #[arg(long, value_name = "yes|no", value_parser = super::yes::yes)]
    first_time: Option<bool>,
    /// How nervous you are before: 1 calm, 5 very
    #[arg(long, value_name = "1-5", value_parser = clap::value_parser!(u8).range(1..=5))]
    nerves_before: Option<u8>,
    /// How nervous you were afterwards
    #[arg(long, value_name = "1-5", value_parser = clap::value_parser!(u8).range(1..=5))]
    nerves_after: Option<u8>,
    /// Your energy afterwards: 1 drained, 5 full
    #[arg(long, value_name = "1-5", value_parser = clap::value_parser!(u8).range(1..=5))]
    energy: Option<u8>,
    /// Which version of your minute you gave
    #[arg(long, value_name = "VERSION")]
    pitch: Option<String>,
    /// How you gave your minute
    #[arg(long, value_name = "prepared|changed|skipped", value_parser = word::<Minute>)]
    minute: Option<Minute>,
    /// Why you changed it or left it out, in a word of “kithwork pitch gave --help”
    #[arg(long, value_name = "REASON", value_parser = word::<PitchChange>)]
    because: Option<PitchChange>,
    /// Look back on it
    #[arg(long)]
    debrief: bool,
    /// You did not go: what you entered is taken out again, what a file tells of counts nowhere
    #[arg(long, conflicts_with_all = ["note", "debrief"])]
    not_there: bool,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

/// List the meetings to come, and those to look back on
#[derive(Debug, clap::Args)]
pub(crate) struct Events {
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Event {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let (store, ctx, screen) = (&*book.store, &book.ctx, session.screen);
        let (id, entered) = match meeting::meant(store, ctx, self.group.as_deref(), self.on).await {
            Ok(id) => (id, None),
            Err(error) if error.code == Code::NotFound => self.enter(store, ctx, error).await?,
            Err(error) => return Err(error),
        };
        if self.not_there {
            let change = Some(meeting::not_there(store, ctx, id).await?);
            screen.show(&DoneJson { change }, || {
                "Taken out. “kithwork undo” brings it back.\n".to_owned()
            })?;
            return Ok(Ended::Done);
        }
        let mut change = entered;
        for text in &self.note {
            change = Some(note::take_at(store, ctx, text, None, id).await?.change);
        }
        let told = self.told();
        if told != Told::default() {
            change = meeting::tell(store, ctx, id, told).await?.change.or(change);
        }
        let document = EveningJson { change, evening: meeting::evening(store, ctx, id).await? };
        screen.show(&document, || draw::evening(&document, screen))?;
        Ok(Ended::Done)
    }

    /// A day of a group that the book doesn't hold is entered; a group that nobody knows only where
    /// that was said.
    async fn enter(
        &self,
        store: &dyn kithwork_store::Store,
        ctx: &kithwork_app::Ctx,
        unknown: Error,
    ) -> Result<(kithwork_core::id::FactId, Option<kithwork_core::id::ChangeId>)> {
        let (Some(group), Some(on)) = (self.group.clone(), self.on) else {
            return Err(unknown);
        };
        let (starts, minutes, may_be_new) = (self.at, self.minutes, self.new);
        let new = New { group, on: Some(on), starts, minutes, may_be_new };
        let kept = meeting::enter(store, ctx, new).await?;
        Ok((kept.meeting.id, kept.change))
    }

    fn told(&self) -> Told {
        Told {
            goal: self.goal.clone(),
            goal_met: self.goal_met.into(),
            first_time: self.first_time,
            nerves_before: self.nerves_before.into(),
            nerves_after: self.nerves_after.into(),
            energy: self.energy.into(),
            pitch: self.pitch.clone().into(),
            minute: self.minute,
            pitch_changed_why: self.because.into(),
            debriefed: self.debrief,
            starts: self.at,
            minutes: self.minutes.into(),
            travel_minutes: self.travel.into(),
            prep_minutes: self.prep.into(),
            cost: self.cost.into(),
        }
    }
}

impl Events {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let agenda = meeting::agenda(&*book.store, &book.ctx).await?;
        session.screen.show(&agenda, || draw::agenda(&agenda))?;
        Ok(Ended::Done)
    }
}

/// Reads a time such as 18:30.
fn time(said: &str) -> std::result::Result<Time, String> {
    match said.parse() {
        Ok(time) => Ok(time),
        Err(_) => Err("there is no such time; write it like 18:30".to_owned()),
    }
}

/// Reads what something cost, as people write it: `12.50`, `£12.50`.
pub(super) fn cost(said: &str) -> std::result::Result<Amount, String> {
    match business::worth(said) {
        Ok(amount) => Ok(amount),
        Err(_) => Err("is no amount such as 15 or £12.50".to_owned()),
    }
}

/// Reads one of the words that sheets and documents use.
fn word<T: for<'a> Deserialize<'a>>(said: &str) -> std::result::Result<T, String> {
    let word: StrDeserializer<'_, WordError> = said.into_deserializer();
    T::deserialize(word).map_err(|_no_such_word| "is not one of the words above".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_times_are_refused_in_plain_words() {
        assert_eq!(word::<Minute>("skipped"), Ok(Minute::Skipped));
        assert!(word::<Minute>("sung").is_err());
        assert_eq!(time("18:30"), Ok(jiff::civil::time(18, 30, 0, 0)));
        assert!(time("half past").is_err_and(|why| why.contains("write it like 18:30")));
    }
}
