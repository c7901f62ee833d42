//! `referrals [WHICH STAGE]`

use crate::draw;
use crate::session::{Ended, Session};
use jiff::civil::Date;
use kithwork_app::referral::{self, Step, Thanked};
use kithwork_app::{Result, json::DoneJson};
use kithwork_core::facts::ReferralStatus;

/// See how far the work has come that was passed on to you, and say that it came further
///
/// Without a stage it lists all of it, what is under way first.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kithwork referrals
  kithwork referrals \"Bell & Co\" met
  kithwork referrals bell won --on 2026-11-12
  kithwork referrals bell thanked")]
pub(crate) struct Referrals {
    /// Who was referred, or who passed it on, by the beginning of the name
    #[arg(requires = "stage")]
    which: Option<String>,
    /// How far it came; once it is decided, that whoever passed it on was thanked
    stage: Option<Stage>,
    /// The day it came there [default: today]
    #[arg(long, value_name = "DATE", requires = "stage")]
    on: Option<Date>,
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

/// How far it came.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Stage {
    Open,
    Contacted,
    Met,
    Proposed,
    Won,
    Lost,
    NoFit,
    Thanked,
}

impl Referrals {
    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        let book = session.open().await?;
        let (store, ctx, screen) = (&*book.store, &book.ctx, session.screen);
        if let (Some(which), Some(stage)) = (&self.which, self.stage) {
            let card = referral::is_meant(store, ctx, which).await?;
            let change = if let Some(status) = stage.status() {
                referral::step(store, ctx, card.id, Step { status, on: self.on }).await?
            } else {
                let told = Thanked { on: self.on, by: None };
                referral::thank(store, ctx, card.id, told).await?
            };
            let change = change.map(|change| change.id);
            let card = referral::by_id(store, ctx, card.id).await?;
            screen.show(&DoneJson { change }, || draw::referral(&card))?;
        } else {
            let board = referral::board(store, ctx).await?;
            screen.show(&board, || draw::referrals(&board, screen))?;
        }
        Ok(Ended::Done)
    }
}

impl Stage {
    /// None where it is about thanks.
    fn status(self) -> Option<ReferralStatus> {
        Some(match self {
            Self::Open => ReferralStatus::Open,
            Self::Contacted => ReferralStatus::Contacted,
            Self::Met => ReferralStatus::Met,
            Self::Proposed => ReferralStatus::Proposed,
            Self::Won => ReferralStatus::Won,
            Self::Lost => ReferralStatus::Lost,
            Self::NoFit => ReferralStatus::NoFit,
            Self::Thanked => return None,
        })
    }
}
