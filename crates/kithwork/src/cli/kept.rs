//! The verbs of what is kept beside people: lists, tags, needs, offers, other ways, and the trash.

use super::{channel, lists, need, offer, tag, trash};
use crate::session::{Ended, Session};
use clap::Subcommand;
use kithwork_app::Result;

/// The verbs of what is kept beside people.
#[derive(Debug, Subcommand)]
pub(crate) enum Kept {
    List(lists::List),
    Lists(lists::Lists),
    Tag(tag::TagVerb),
    Tags(tag::Tags),
    Need(need::NeedVerb),
    Needs(need::Needs),
    Offer(offer::OfferVerb),
    Offers(offer::Offers),
    Channel(channel::Channel),
    Delete(trash::Delete),
    Trash(trash::Trash),
    PutBack(trash::PutBack),
}

impl Kept {
    pub(super) fn wants_json(&self) -> bool {
        match self {
            Self::List(verb) => verb.json,
            Self::Lists(verb) => verb.json,
            Self::Tag(verb) => verb.json,
            Self::Tags(verb) => verb.json,
            Self::Need(verb) => verb.json,
            Self::Needs(verb) => verb.json,
            Self::Offer(verb) => verb.json,
            Self::Offers(verb) => verb.json,
            Self::Channel(verb) => verb.json,
            Self::Delete(verb) => verb.json,
            Self::Trash(verb) => verb.json,
            Self::PutBack(verb) => verb.json,
        }
    }

    pub(super) async fn run(self, session: &Session) -> Result<Ended> {
        match self {
            Self::List(verb) => verb.run(session).await,
            Self::Lists(verb) => verb.run(session).await,
            Self::Tag(verb) => verb.run(session).await,
            Self::Tags(verb) => verb.run(session).await,
            Self::Need(verb) => verb.run(session).await,
            Self::Needs(verb) => verb.run(session).await,
            Self::Offer(verb) => verb.run(session).await,
            Self::Offers(verb) => verb.run(session).await,
            Self::Channel(verb) => verb.run(session).await,
            Self::Delete(verb) => verb.run(session).await,
            Self::Trash(verb) => verb.run(session).await,
            Self::PutBack(verb) => verb.run(session).await,
        }
    }
}
