//! The hand-over: what a networker's own files say, before anyone knows how it fits together.
//!
//! A format reads a file into [`Record`]s, each a statement of one source about one thing, with
//! people and rooms still in the source's own words. `reconcile` then finds out which of them speak
//! of the same thing. It rests on the statements alone, so the order in which files arrive does not
//! matter and a second import changes nothing.

mod record;

pub use record::{
    Record, Refusal, Said, SaidBusiness, SaidChannelMonth, SaidConversation, SaidEntry, SaidHelp,
    SaidIntroduction, SaidMeeting, SaidObject, SaidPerson, SaidPitch, SaidPromise, SaidReferral,
    SaidRoom,
};
