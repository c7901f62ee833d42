//! The command line: one verb a file.

mod access;
mod aim;
mod answer;
mod backup;
mod calendar;
mod card;
mod channel;
mod check;
mod completions;
mod could_refer;
mod day;
mod demo;
mod device;
mod erase;
mod event;
mod exchange;
mod experiment;
mod export;
mod fitting;
mod found;
mod friday;
mod group;
mod import;
mod introductions;
mod kept;
mod levels;
mod lists;
mod man;
mod need;
mod note;
mod offer;
mod one_to_one;
mod params;
mod people;
mod person;
mod pitch;
mod plan;
mod playback;
mod prepare;
mod profile;
mod project;
mod questions;
mod rate;
mod referrals;
mod restore;
mod review;
mod said;
mod serve;
mod settings;
mod start;
mod subject_report;
mod tables;
mod tag;
mod talk;
mod token;
mod trash;
mod triage;
mod trigger;
mod undo;
mod usage;
mod whom;
mod yes;

pub(crate) use serve::stopped;

use crate::config::{self, Config};
use crate::log;
use crate::screen::Screen;
use crate::session::{Ended, Session};
use crate::wire::Place;
use clap::{Parser, Subcommand};
use jiff::Timestamp;
use kithwork_app::{Code, Error, Result};
use std::ffi::OsString;
use std::process::ExitCode;
use std::sync::Arc;

const EXAMPLES: &str = "\
Examples:
  kithwork import people.csv calendar.ics contacts.vcf
  kithwork note \"coffee with Sarah Jones 45m, I'll send the pricing article by Friday\"
  kithwork plan --hours 6
  kithwork review --as-of 2026-03-31
  kithwork demo

Without a command the book opens in the browser.";

/// Which relationships and rooms repay your hours, and whom to see this week.
#[derive(Debug, Parser)]
#[command(name = "kithwork", version, after_help = EXAMPLES, max_term_width = 80)]
#[command(disable_help_subcommand = true)]
pub(crate) struct Cli {
    /// The book: a file, or the URL of a PostgreSQL database [default: `$KITHWORK_BOOK`, else a file
    /// in your data folder]
    #[arg(long, global = true, value_name = "FILE|URL")]
    book: Option<OsString>,
    /// The moment to take for now, such as 2026-11-16T09:00:00Z
    #[arg(long, global = true, hide = true)]
    now: Option<Timestamp>,
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    Start(start::Start),
    Import(import::Import),
    Found(found::Found),
    Calendar(calendar::CalendarVerb),
    Calendars(calendar::Calendars),
    Questions(questions::Questions),
    Answer(answer::Answer),
    Review(review::Review),
    Plan(plan::Plan),
    Friday(friday::Friday),
    People(people::People),
    Person(person::Person),
    #[command(flatten)]
    Kept(kept::Kept),
    Triage(triage::Triage),
    Aim(aim::AimVerb),
    Aims(aim::Aims),
    Experiment(experiment::ExperimentVerb),
    Gave(exchange::Gave),
    Received(exchange::Received),
    Project(project::ProjectVerb),
    Projects(project::Projects),
    Card(card::Card),
    Introductions(introductions::Introductions),
    OneToOne(one_to_one::OneToOne),
    Talk(talk::TalkVerb),
    Talks(talk::Talks),
    Tables(tables::Tables),
    Referrals(referrals::Referrals),
    Note(note::Note),
    Event(event::Event),
    Events(event::Events),
    Group(group::Group),
    Undo(undo::Undo),
    Prepare(prepare::Prepare),
    Whom(whom::Whom),
    Pitch(pitch::Pitch),
    Playback(playback::Playback),
    CouldRefer(could_refer::CouldRefer),
    Profile(profile::Profile),
    Trigger(trigger::Trigger),
    Said(said::Said),
    Rate(rate::Rate),
    Levels(levels::Levels),
    Settings(settings::Settings),
    Params(params::Params),
    Export(export::Export),
    Backup(backup::Backup),
    Restore(restore::Restore),
    Check(check::Check),
    Erase(erase::Erase),
    SubjectReport(subject_report::SubjectReport),
    #[command(flatten)]
    Access(access::AccessVerb),
    Serve(serve::Serve),
    Demo(demo::Demo),
    Completions(completions::Completions),
    Man(man::Man),
}

/// Reads the arguments, does what they say, and tells how it went.
pub(crate) fn main() -> ExitCode {
    let config = Config::read();
    log::begin(&config);
    match Cli::try_parse() {
        Ok(cli) => run(cli, &config),
        Err(wrong) => usage::told(&wrong, &config),
    }
}

fn run(cli: Cli, config: &Config) -> ExitCode {
    let verb = cli.verb.unwrap_or_else(|| Verb::Serve(serve::Serve::in_the_browser()));
    let screen = Screen {
        json: verb.wants_json(),
        colour: config.colour,
        draws_progress: config.draws_progress,
    };
    let place = match cli.book.or_else(|| config.book.clone()) {
        Some(said) => Ok(Place::of(said)),
        None => config::usual_book().map(Place::File),
    };
    let done = place.and_then(|place| {
        let (now, now_is_given) = (cli.now.unwrap_or(config.now), cli.now.is_some());
        let params = Arc::new(config::params(config.params.as_deref())?);
        let session = Session { place, now, now_is_given, screen, params };
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()
            .map_err(|cause| Error::new(Code::Internal).caused_by(cause))?;
        runtime.block_on(verb.run(&session))
    });
    match done {
        Ok(ended) => ended.into(),
        Err(error) => {
            if let Some(cause) = &error.source {
                tracing::debug!(code = error.code.slug(), %cause, "could not");
            }
            screen.fail(&error);
            ExitCode::from(error.code.exit())
        }
    }
}

impl Verb {
    fn wants_json(&self) -> bool {
        match self {
            Self::Import(verb) => verb.json,
            Self::Found(verb) => verb.json,
            Self::Calendar(verb) => verb.wants_json(),
            Self::Calendars(verb) => verb.json,
            Self::Questions(verb) => verb.json,
            Self::Answer(verb) => verb.json,
            Self::Review(verb) => verb.json,
            Self::Plan(verb) => verb.json,
            Self::People(verb) => verb.json,
            Self::Person(verb) => verb.json,
            Self::Kept(verb) => verb.wants_json(),
            Self::Triage(verb) => verb.json,
            Self::Aim(verb) => verb.json,
            Self::Aims(verb) => verb.json,
            Self::Experiment(verb) => verb.json,
            Self::Gave(verb) => verb.wants_json(),
            Self::Received(verb) => verb.wants_json(),
            Self::Project(verb) => verb.json,
            Self::Projects(verb) => verb.json,
            Self::Card(verb) => verb.json,
            Self::Introductions(verb) => verb.json,
            Self::OneToOne(verb) => verb.json,
            Self::Talk(verb) => verb.json,
            Self::Talks(verb) => verb.json,
            Self::Tables(verb) => verb.json,
            Self::Referrals(verb) => verb.json,
            Self::Note(verb) => verb.json,
            Self::Event(verb) => verb.json,
            Self::Events(verb) => verb.json,
            Self::Group(verb) => verb.json,
            Self::Undo(verb) => verb.json,
            Self::Prepare(verb) => verb.json,
            Self::Whom(verb) => verb.json,
            Self::Pitch(verb) => verb.json,
            Self::Playback(verb) => verb.json,
            Self::CouldRefer(verb) => verb.json,
            Self::Profile(verb) => verb.json,
            Self::Trigger(verb) => verb.json,
            Self::Said(verb) => verb.json,
            Self::Rate(verb) => verb.json,
            Self::Levels(verb) => verb.json,
            Self::Settings(verb) => verb.json,
            Self::Friday(verb) => verb.json,
            Self::Start(verb) => verb.json,
            Self::Params(verb) => verb.json,
            Self::Check(verb) => verb.json,
            Self::Access(verb) => verb.wants_json(),
            _ => false,
        }
    }

    async fn run(self, session: &Session) -> Result<Ended> {
        match self {
            Self::Import(verb) => verb.run(session).await,
            Self::Found(verb) => verb.run(session).await,
            Self::Calendar(verb) => verb.run(session).await,
            Self::Calendars(verb) => verb.run(session).await,
            Self::Questions(verb) => verb.run(session).await,
            Self::Answer(verb) => verb.run(session).await,
            Self::Review(verb) => verb.run(session).await,
            Self::Plan(verb) => verb.run(session).await,
            Self::People(verb) => verb.run(session).await,
            Self::Person(verb) => verb.run(session).await,
            Self::Kept(verb) => verb.run(session).await,
            Self::Triage(verb) => verb.run(session).await,
            Self::Aim(verb) => verb.run(session).await,
            Self::Aims(verb) => verb.run(session).await,
            Self::Experiment(verb) => verb.run(session).await,
            Self::Gave(verb) => verb.run(session).await,
            Self::Received(verb) => verb.run(session).await,
            Self::Project(verb) => verb.run(session).await,
            Self::Projects(verb) => verb.run(session).await,
            Self::Card(verb) => verb.run(session).await,
            Self::Introductions(verb) => verb.run(session).await,
            Self::OneToOne(verb) => verb.run(session).await,
            Self::Talk(verb) => verb.run(session).await,
            Self::Talks(verb) => verb.run(session).await,
            Self::Tables(verb) => verb.run(session).await,
            Self::Referrals(verb) => verb.run(session).await,
            Self::Note(verb) => verb.run(session).await,
            Self::Event(verb) => verb.run(session).await,
            Self::Events(verb) => verb.run(session).await,
            Self::Group(verb) => verb.run(session).await,
            Self::Undo(verb) => verb.run(session).await,
            Self::Prepare(verb) => verb.run(session).await,
            Self::Whom(verb) => verb.run(session).await,
            Self::Pitch(verb) => verb.run(session).await,
            Self::Playback(verb) => verb.run(session).await,
            Self::CouldRefer(verb) => verb.run(session).await,
            Self::Profile(verb) => verb.run(session).await,
            Self::Trigger(verb) => verb.run(session).await,
            Self::Said(verb) => verb.run(session).await,
            Self::Rate(verb) => verb.run(session).await,
            Self::Levels(verb) => verb.run(session).await,
            Self::Settings(verb) => verb.run(session).await,
            Self::Friday(verb) => verb.run(session).await,
            Self::Start(verb) => verb.run(session).await,
            Self::Params(verb) => verb.run(session),
            Self::Export(verb) => verb.run(session).await,
            Self::Backup(verb) => verb.run(session).await,
            Self::Restore(verb) => verb.run(session).await,
            Self::Check(verb) => verb.run(session).await,
            Self::Erase(verb) => verb.run(session).await,
            Self::SubjectReport(verb) => verb.run(session).await,
            Self::Access(verb) => verb.run(session).await,
            Self::Serve(verb) => verb.run(session).await,
            Self::Demo(verb) => verb.run(session).await,
            Self::Completions(verb) => verb.run(),
            Self::Man(verb) => verb.run(),
        }
    }
}
