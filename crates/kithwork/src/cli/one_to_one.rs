//! `one-to-one WHO`

use crate::draw;
use crate::session::{Ended, Session};
use clap::ValueEnum;
use jiff::civil::Date;
use kithwork_app::conversation::{self, Log};
use kithwork_app::json::HalvesJson;
use kithwork_app::{Result, person};
use kithwork_core::facts::{ConversationKind, ObjectiveMet};
use kithwork_core::money::Amount;

/// Write down a one-to-one and what both halves brought
///
/// It ran both ways when they learned what you do and you learned how to help. One that stands for that
/// day already is put right.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork one-to-one \"Priya Shah\" --minutes 60 --i-learned \"wants to meet a baker\"
  kithwork one-to-one priya --they-learned \"whom I get paid, and in nine days\"
  kithwork one-to-one priya --on 2026-11-12 --objective \"her clients\" --met yes")]
pub(crate) struct OneToOne {
    /// A name, its beginning, or an id
    who: String,
    /// When [default: today]
    #[arg(long, value_name = "DATE", value_parser = super::day::day)]
    on: Option<Date>,
    /// How long it was
    #[arg(long)]
    minutes: Option<u32>,
    /// The way there and back, minutes
    #[arg(long, value_name = "N")]
    travel: Option<u32>,
    /// Preparing for it, minutes
    #[arg(long, value_name = "N")]
    prep: Option<u32>,
    /// What it cost, such as 15 or £12.50
    #[arg(long, value_name = "AMOUNT", value_parser = super::event::cost)]
    cost: Option<Amount>,
    /// It was by video
    #[arg(long)]
    video: bool,
    /// What it was for
    #[arg(long, value_name = "TEXT")]
    objective: Option<String>,
    /// Did it come to that
    #[arg(long)]
    met: Option<Met>,
    /// Your half: what they learned of your work
    #[arg(long, value_name = "TEXT")]
    they_learned: Option<String>,
    /// Their half: how you could help them
    #[arg(long, value_name = "TEXT")]
    i_learned: Option<String>,
    /// Your energy afterwards: 1 drained, 5 full
    #[arg(long, value_name = "1-5")]
    energy: Option<u8>,
    /// Anything else
    #[arg(long, value_name = "TEXT")]
    notes: Option<String>,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

/// Whether it came to what it was for.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Met {
    /// It did
    Yes,
    /// In part
    Partly,
    /// Not yet
    No,
}

impl OneToOne {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let (store, ctx) = (&*book.store, &book.ctx);
        let found = person::find(store, ctx, &self.who).await?;
        let log = Log {
            on: self.on,
            kind: self.video.then_some(ConversationKind::Video),
            minutes: self.minutes,
            travel_minutes: self.travel,
            prep_minutes: self.prep,
            cost: self.cost,
            objective: self.objective,
            objective_met: self.met.map(|met| match met {
                Met::Yes => ObjectiveMet::Yes,
                Met::Partly => ObjectiveMet::Partly,
                Met::No => ObjectiveMet::No,
            }),
            they_know_me: None,
            they_learned: self.they_learned,
            i_learned: self.i_learned,
            energy: self.energy,
            notes: self.notes,
        };
        let (change, talk) = conversation::close(store, ctx, found.id, log).await?;
        let document = HalvesJson::of(&change, &talk, &found);
        session.screen.show(&document, || draw::halves(&document))?;
        Ok(Ended::Done)
    }
}
