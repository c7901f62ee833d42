//! The audit chain: each change's digest covers the one before it and a salted digest of every
//! payload. So a payload can be erased, salt and all, and the chain still be verified.

use kithwork_core::change::Change;
use kithwork_core::id::BookId;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// What the first change of a book follows on.
pub(crate) const START: [u8; 32] = [0; 32];

/// The verb of a change that a restored copy begins with. Its number may leave some out: those that
/// the book had which the copy took the place of.
pub const RESTORE: &str = "restore";

/// One edit as it stands in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LoggedEdit {
    pub(crate) fact_kind: String,
    pub(crate) fact_id: Uuid,
    /// None where the payload has been erased.
    pub(crate) salt: Option<Vec<u8>>,
    pub(crate) digest: Vec<u8>,
    pub(crate) before: Option<String>,
    pub(crate) after: Option<String>,
}

impl LoggedEdit {
    /// The digest of salt and payload; none where the payload has been erased.
    pub(crate) fn payload_digest(&self) -> Option<Vec<u8>> {
        let mut hash = Sha256::new();
        part(&mut hash, self.salt.as_deref()?);
        optional(&mut hash, self.before.as_deref());
        optional(&mut hash, self.after.as_deref());
        Some(hash.finalize().to_vec())
    }
}

/// A change as it stands in the log, without its edits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LoggedChange {
    pub(crate) seq: i64,
    pub(crate) id: Uuid,
    pub(crate) actor: String,
    pub(crate) verb: String,
    pub(crate) recorded_at: i64,
    pub(crate) on_date: Option<String>,
    pub(crate) undoes: Option<Uuid>,
    pub(crate) previous: Vec<u8>,
    pub(crate) digest: Vec<u8>,
}

impl LoggedChange {
    /// A change about to be logged, after the one with this digest; its own is yet to be reckoned.
    pub(crate) fn following(previous: Vec<u8>, seq: i64, change: &Change) -> Self {
        Self {
            seq,
            id: change.id.0,
            actor: crate::field::storable(&change.actor),
            verb: crate::field::storable(&change.verb),
            recorded_at: change.at.as_microsecond(),
            on_date: change.on.map(|on| on.to_string()),
            undoes: change.undoes.map(|id| id.0),
            previous,
            digest: Vec::new(),
        }
    }

    /// The digest over everything the change says, its edits by their salted digests.
    pub(crate) fn reckon(&self, book: BookId, edits: &[LoggedEdit]) -> Vec<u8> {
        let mut hash = Sha256::new();
        part(&mut hash, &self.previous);
        part(&mut hash, book.0.as_bytes());
        hash.update(self.seq.to_be_bytes());
        part(&mut hash, self.id.as_bytes());
        part(&mut hash, self.actor.as_bytes());
        part(&mut hash, self.verb.as_bytes());
        hash.update(self.recorded_at.to_be_bytes());
        optional(&mut hash, self.on_date.as_deref());
        part(&mut hash, self.undoes.as_ref().map_or(&[], |id| id.as_bytes()));
        for edit in edits {
            part(&mut hash, edit.fact_kind.as_bytes());
            part(&mut hash, edit.fact_id.as_bytes());
            part(&mut hash, &edit.digest);
        }
        hash.finalize().to_vec()
    }
}

/// A part with its length in front, so that no two lists of parts read alike.
fn part(hash: &mut Sha256, bytes: &[u8]) {
    hash.update((bytes.len() as u64).to_be_bytes());
    hash.update(bytes);
}

fn optional(hash: &mut Sha256, text: Option<&str>) {
    hash.update([u8::from(text.is_some())]);
    part(hash, text.unwrap_or_default().as_bytes());
}
