//! `pitch [keep|quick|rehearse|choose|gave]`

mod quick;

use crate::draw;
use crate::session::{Ended, Session};
use clap::Subcommand;
use jiff::civil::Date;
use kithwork_app::json::{GaveJson, PitchJson};
use kithwork_app::{Amend, Result, pitch};
use kithwork_core::facts::PitchChange;

/// Prepare your minute: which focus is due, for when it is ready, and who has heard what
///
/// No focus is proposed that the last six meetings have heard.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork pitch
  kithwork pitch quick
  kithwork pitch keep \"slow payers\" \"We get invoices paid in nine days. A baker…\"
  kithwork pitch keep \"slow payers\" --beside-competitor \"Without lawyers, we get…\"
  kithwork pitch rehearse \"slow payers\" --took 68
  kithwork pitch choose \"slow payers\" \"Thursday Chapter\" --ready
  kithwork pitch gave \"slow payers\" \"Thursday Chapter\" --on 2026-11-12 --prepared yes
  kithwork pitch gave \"slow payers\" \"Thursday Chapter\" --why competitor

To have a prepared minute locked before each meeting: kithwork settings --lock-hours 12")]
pub(crate) struct Pitch {
    #[command(subcommand)]
    deed: Option<Deed>,
    /// Print one JSON document
    #[arg(long, global = true)]
    pub(super) json: bool,
}

#[derive(Debug, Subcommand)]
enum Deed {
    /// Keep a version of your minute, or give it new words
    Keep {
        /// What you call it: its focus
        version: String,
        /// Its words
        #[arg(default_value = "")]
        text: String,
        /// Its words where a competitor is in the room: the same, with another emphasis
        #[arg(long, value_name = "TEXT")]
        beside_competitor: Option<String>,
        /// Why you change it, where it is locked
        #[arg(long, value_name = "REASON", value_parser = why)]
        why: Option<PitchChange>,
    },
    /// Make a minute out of four answers
    Quick(quick::Quick),
    /// See how long a version takes and what it asks for
    Rehearse {
        /// The version's name
        #[arg(required_unless_present = "text")]
        version: Option<String>,
        /// These words, in place of a version's
        #[arg(long, conflicts_with = "took")]
        text: Option<String>,
        /// At so many words a minute [default: your own pace, else 150]
        #[arg(long, value_name = "WORDS")]
        pace: Option<u32>,
        /// You said it in so many seconds: from then on that is your pace
        #[arg(long, value_name = "SECONDS", conflicts_with = "pace")]
        took: Option<u32>,
    },
    /// Choose the version for a meeting to come, and mark it as ready
    Choose {
        /// The version's name
        version: String,
        /// The group's name, or the beginning of it [default: the next meeting's]
        group: Option<String>,
        /// When [default: the next meeting]
        #[arg(long, value_name = "DATE", value_parser = super::day::day)]
        on: Option<Date>,
        /// It is ready to be given
        #[arg(long)]
        ready: bool,
        /// Nobody of your field will be there, so it needs no variant
        #[arg(long)]
        no_competitor: bool,
        /// Why you change it, where it is locked
        #[arg(long, value_name = "REASON", value_parser = why)]
        why: Option<PitchChange>,
    },
    /// Note which version you gave at a meeting
    Gave {
        /// The version's name
        version: String,
        /// The group's name, or the beginning of it
        group: String,
        /// When [default: today]
        #[arg(long, value_name = "DATE", value_parser = super::day::day)]
        on: Option<Date>,
        /// Had you prepared it
        #[arg(long, value_name = "yes|no", value_parser = super::yes::yes)]
        prepared: Option<bool>,
        /// Did you change it just before
        #[arg(long, value_name = "yes|no", value_parser = super::yes::yes)]
        changed: Option<bool>,
        /// Why you changed it, such as competitor or tired
        #[arg(long, value_name = "REASON", value_parser = why)]
        why: Option<PitchChange>,
    },
}

impl Pitch {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let (store, ctx, screen) = (&*book.store, &book.ctx, session.screen);
        match self.deed {
            None => {
                let desk = pitch::desk(store, ctx).await?;
                screen.show(&desk, || draw::desk(&desk, screen))?;
            }
            Some(Deed::Keep { version, text, beside_competitor, why }) => {
                let words = pitch::Words {
                    version,
                    text: Amend::Set(text),
                    beside_competitor: beside_competitor.into(),
                    why,
                };
                let kept = pitch::keep(store, ctx, words).await?;
                screen.show(&PitchJson::from(&kept), || draw::pitch(&kept))?;
            }
            Some(Deed::Quick(quick)) => quick.run(&book, screen).await?,
            Some(Deed::Rehearse { version, text, pace, took }) => {
                let version = version.as_deref();
                let rehearsed = if let Some(took) = took {
                    pitch::timed(store, ctx, version.unwrap_or_default(), took).await?
                } else {
                    pitch::rehearse(store, ctx, version, text.as_deref(), pace).await?
                };
                screen.show(&rehearsed, || draw::rehearsed(&rehearsed))?;
            }
            Some(Deed::Choose { version, group, on, ready, no_competitor, why }) => {
                let meeting = None;
                let chosen =
                    pitch::Chosen { version, meeting, room: group, on, ready, no_competitor, why };
                let kept = pitch::choose(store, ctx, chosen).await?;
                screen.show(&GaveJson::from(&kept), || draw::chosen(&kept))?;
            }
            Some(Deed::Gave { version, group, on, prepared, changed, why }) => {
                let given = pitch::Given { version, room: group, on, prepared, changed, why };
                let kept = pitch::gave(store, ctx, given).await?;
                screen.show(&GaveJson::from(&kept), || draw::gave(&kept))?;
            }
        }
        Ok(Ended::Done)
    }
}

/// Reads why a minute was changed.
pub(super) fn why(said: &str) -> std::result::Result<PitchChange, String> {
    let said = said.trim().to_lowercase().replace(['-', ' '], "_");
    let fits = |reason: &PitchChange| reason.name() == said;
    PitchChange::ALL.into_iter().find(fits).ok_or_else(|| {
        format!("write one of: {}", PitchChange::ALL.map(PitchChange::name).join(", "))
    })
}
