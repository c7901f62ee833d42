//! The one minute in which the owner says what they do: how long it takes, what it asks for, what a
//! competitor in the room may change of it, how little makes a usable one, and until when it may still
//! be changed (rows 27, 28, 29 and 34). Which version is due stands in [`crate::plan::rotation`].

mod ask;
mod changes;
mod does;
mod emphasis;
mod lock;
mod quick;
mod readiness;
mod rehearsal;
mod sentences;

pub use ask::{Ask, ask};
pub use changes::{Changes, Given, Reason, changes};
pub(crate) use does::what_one_does;
pub use emphasis::{Emphasis, emphasis};
pub use lock::Lock;
pub use quick::{Answers, Prompt, compose, prompts};
pub use readiness::{Lack, Readiness, Ready, readiness};
pub use rehearsal::{LEEWAY, Length, MINUTE, Rehearsal, USUAL_PACE, pace, rehearse};
