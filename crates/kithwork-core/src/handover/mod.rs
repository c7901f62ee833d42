//! The hand-over: what a networker's own files say, before anyone knows how it fits together.
//!
//! A format reads a file into [`Record`]s, each a statement of one source about one thing, with
//! people and rooms still in the source's own words. [`reconcile`] then finds out which of them speak
//! of the same thing. It rests on the statements alone, so the order in which files arrive does not
//! matter and a second import changes nothing:
//!
//! ```text
//! Record ─▶ ledger (statements: what each source said last)
//!             ├─▶ people  (joined by key, names in rows)   ├─▶ rooms (one folded name)
//!             ├─▶ calendar (what entries mean)             └─▶ occasions (n-th pairs with n-th)
//!             └─▶ derive  (rows, field by field by rank) ─▶ Edit
//! ```

mod also;
mod branches;
mod calendar;
mod cast;
mod derive;
mod doubt;
mod edits;
mod erased;
mod fold;
mod ledger;
mod names;
mod occasion;
mod outcome;
mod overlay;
mod owner;
mod people;
mod question;
mod record;
mod regroup;
mod report;
mod rooms;
mod said;
mod settle;
mod stand_in;
mod verdict;

pub use also::{Also, restore};
pub use erased::{ERASED, LEAVE_OUT, TAKE_BACK, suppression};
pub use fold::fold;
pub use outcome::{Batch, DocumentOutcome, Outcome};
pub use overlay::overlay;
pub use people::{DIFFERENT, SAME};
pub use question::{
    A_NEW_GROUP, GROUP_OR_EVENT, OF_A_NOTE, PRIVATE, SOMEONE_NEW, TIME_WITH_PEOPLE,
};
pub use record::{
    Record, Refusal, Said, SaidBusiness, SaidChannelMonth, SaidConversation, SaidEntry, SaidHelp,
    SaidIntroduction, SaidMeeting, SaidObject, SaidPerson, SaidPitch, SaidPromise, SaidReferral,
    SaidRoom,
};
pub use regroup::{is_only_in_the_calendar, not_a_group, same_group};
pub use verdict::{VerdictError, answer, merge, not_the_same, unmerge};

use crate::fact::Facts;
use crate::id::Ids;
use jiff::Timestamp;
use ledger::Ledger;

/// Settles a book on what its sources said before and what these batches say.
///
/// `facts` is the whole book, statements included; `now` is the recorded time of what is new. The
/// outcome's edits lead from `facts` to the settled book. The same statements lead to the same book,
/// up to ids, in whatever order they arrive.
///
/// Records of those who were erased are refused, and the owner is asked whether to take them back.
pub fn reconcile(
    facts: &Facts,
    mut batches: Vec<Batch<'_>>,
    now: Timestamp,
    ids: Ids<'_>,
) -> Outcome {
    let erased = erased::Erased::of(facts);
    let mut left = erased.map(|erased| erased.leave_out(&mut batches)).unwrap_or_default();
    left.refused.extend(branches::settle(facts, &mut batches));
    let documents: Vec<String> = batches.iter().map(|b| b.document.to_owned()).collect();
    let ledger = Ledger::open(facts, batches, now, &mut *ids);
    let asked = settle::Asked { questions: &facts.questions, raised: left.raised };
    let mut outcome = settle::settle(facts, ledger, &documents, now, ids, asked);
    for (batch, refusal) in left.refused {
        if let Some(document) = outcome.documents.get_mut(batch) {
            document.read += 1;
            document.refused.push(refusal);
        }
    }
    outcome
}
