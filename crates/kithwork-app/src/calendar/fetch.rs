//! Fetching a calendar: what is asked for, what may come back, and what went wrong in plain words.

use super::address::Address;
use crate::error::{Code, Error};
use async_trait::async_trait;
use std::fmt::Debug;
use std::time::Duration;

/// The largest calendar that is fetched, octets.
pub const MOST: usize = 20 * 1024 * 1024;
/// The longest that a fetch may take, all its steps together.
pub const LONGEST: Duration = Duration::from_secs(30);
/// An address leads on so many times at most.
pub const HOPS: usize = 5;

/// Who may have typed an address: it decides where it may lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The owner on their own machine: a calendar in their own home or office may be meant, as long as
    /// it is the address they typed and not one it leads on to.
    Own,
    /// Somebody on a server that others can reach: its own network is none of their business.
    Others,
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Where.
    pub address: Address,
    /// What the server called the calendar when it was last read (RFC 9110 §8.8.3).
    pub etag: Option<String>,
    /// When the server said that it was last changed.
    pub last_modified: Option<String>,
    /// How far it may lead.
    pub reach: Reach,
}

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fetched {
    /// It is as it was.
    Unchanged,
    /// All of it.
    Whole {
        /// What came.
        octets: Vec<u8>,
        /// What to ask with next time.
        etag: Option<String>,
        /// What to ask with next time.
        last_modified: Option<String>,
    },
}

/// Why nothing came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is nothing there (404, 410).
    Gone,
    /// It is not for whoever has only the link (401, 403).
    Refused,
    /// The server is not well (any other answer).
    Answer(u16),
    /// It leads on and on.
    Hops,
    /// It leads to a place that is not secure, or not to any.
    Insecure,
    /// It lies in a network that is none of the asker's business.
    Private,
    /// It is larger than any calendar.
    TooLarge,
    /// It takes too long.
    TooSlow,
    /// There is nobody at that address, or no network.
    Unreachable,
}

/// Whoever can fetch. The one of the program is the only place where anything of ours asks another
/// machine, and only because its owner said so.
#[async_trait]
pub trait Fetch: Debug + Send + Sync {
    /// Fetches once.
    async fn fetch(&self, ask: Ask) -> Result<Fetched, Fault>;
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        let hint = match fault {
            Fault::Gone => {
                "the link has been changed or withdrawn: copy the new one from your calendar’s \
                 settings and add it again"
            }
            Fault::Refused => {
                "this link is not the private one: in your calendar’s settings look for the secret \
                 address in iCal format, or publish the calendar, and copy that"
            }
            Fault::Answer(status) => {
                return Self::new(Code::CalendarNotRead)
                    .hint(format!("the calendar’s server answered {status}: try again later"));
            }
            Fault::Hops => {
                "the link leads on without end: copy it anew from your calendar’s settings"
            }
            Fault::Insecure => "the link leads to a place that is not secure, and was not followed",
            Fault::Private => {
                "the link leads into a private network, where a server others can reach does not go"
            }
            Fault::TooLarge => {
                "it is larger than 20 MB: export the years you need and read that file in instead"
            }
            Fault::TooSlow => "it took longer than 30 seconds: try again later",
            Fault::Unreachable => "nobody answers at that address: check it, and the network",
        };
        Self::new(Code::CalendarNotRead).hint(hint)
    }
}
