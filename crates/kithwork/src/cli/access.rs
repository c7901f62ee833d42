//! The verbs of who may come in: `device`, `devices`, `token`, `tokens`.

use super::device::{DeviceVerb, Devices};
use super::token::{TokenVerb, Tokens};
use crate::session::{Ended, Session};
use clap::Subcommand;
use kithwork_app::Result;

#[derive(Debug, Subcommand)]
pub(super) enum AccessVerb {
    Device(DeviceVerb),
    Devices(Devices),
    Token(TokenVerb),
    Tokens(Tokens),
}

impl AccessVerb {
    pub(super) fn wants_json(&self) -> bool {
        match self {
            Self::Device(verb) => verb.wants_json(),
            Self::Devices(verb) => verb.json,
            Self::Token(verb) => verb.wants_json(),
            Self::Tokens(verb) => verb.json,
        }
    }

    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        match self {
            Self::Device(verb) => verb.run(session).await,
            Self::Devices(verb) => verb.run(session).await,
            Self::Token(verb) => verb.run(session).await,
            Self::Tokens(verb) => verb.run(session).await,
        }
    }
}
