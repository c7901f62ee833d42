//! An entry in a list, with a button that deletes it where it can be deleted by itself.

use crate::act::Act;
use crate::pages::this_week::DayForm;
use crate::shelf::Shelf;
use crate::why::Dated;
use jiff::civil::Date;
use kithwork_core::facts::Conversation;
use kithwork_core::id::FactId;

/// An entry in a list.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// What it is.
    pub id: FactId,
    /// When, and what.
    pub line: Dated,
    /// What the owner wrote down of it, each under what it says.
    pub written: Vec<(&'static str, String)>,
    /// None for what can't be deleted by itself.
    pub delete: Option<Act>,
    /// What can be said of what is agreed and still ahead.
    pub acts: Vec<Act>,
    /// What moves it to another day, where it is agreed and still ahead.
    pub another_day: Option<DayForm>,
}

impl Entry {
    /// An entry; `can_go` where it can be deleted by itself.
    pub(crate) fn new(id: FactId, line: Dated, can_go: bool) -> Self {
        let delete = can_go.then(|| {
            let which = if line.iso.is_empty() {
                "the entry without a date".to_owned()
            } else {
                format!("the entry of {}", line.when)
            };
            Act::deletes(id, which)
        });
        Self { id, line, written: Vec::new(), delete, acts: Vec::new(), another_day: None }
    }

    /// With what can be said of it where it is agreed and still ahead.
    pub(crate) fn ahead(mut self, at: &Shelf, today: Date) -> Self {
        self.another_day =
            at.conversation_of(self.id).and_then(|talk| DayForm::another(talk, today));
        self.acts = self.another_day.iter().map(|day| Act::calls_off(day.id)).collect();
        self
    }

    /// With what the owner wrote down of it.
    pub(crate) fn with_words(mut self, at: &Shelf) -> Self {
        let talk = at.conversation_of(self.id);
        let all = talk.map(Conversation::written).unwrap_or_default();
        self.written = all.into_iter().map(|(of, words)| (of, words.to_owned())).collect();
        self
    }

    /// The latest of these entries of a shelf, at most so many, the latest first; what it does not hold is
    /// left out.
    pub(crate) fn latest(ids: &[FactId], most: usize, shelf: &Shelf, today: Date) -> Vec<Self> {
        let latest = shelf.latest(ids).into_iter().take(most);
        let lines = latest.filter_map(|id| Some((id, Dated::new(shelf.line(id)?, today))));
        lines.map(|(id, line)| Self::new(id, line, shelf.can_go(id)).with_words(shelf)).collect()
    }
}
