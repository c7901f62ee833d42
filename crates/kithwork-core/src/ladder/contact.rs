//! Two-way contact with a person: what tells whether the relationship lives.

use crate::book::Book;
use crate::days::{days_between, weeks_between};
use crate::facts::{Conversation, ConversationKind, Stage};
use crate::id::PersonId;
use crate::models::mbg_nbd::Record;
use crate::params::AliveParams;
use jiff::civil::Date;

/// When there was contact with a person. Repeats are conversations in which both took part, at most
/// one a day; sitting in one room, and messages that may have had no answer, are none.
#[derive(Clone, Debug, PartialEq)]
pub struct Contact {
    /// The first meeting: the date they were met, the first talk in a room, or the first conversation.
    pub first: Date,
    /// The last two-way contact, `first` where there was no other.
    pub last: Date,
    /// Days with contact, the first included; ≥ 1.
    pub days: u32,
    /// Of these, days with a conversation outside rooms in which both took part.
    pub talk_days: u32,
    /// Weeks from the last contact until the date looked at.
    pub silence_weeks: f64,
    /// Weeks from the first contact until the date looked at.
    pub age_weeks: f64,
    /// Median of the weeks between contacts; none where there was only one.
    pub median_gap_weeks: Option<f64>,
}

impl Contact {
    /// The chance that the relationship lives (MBG/NBD), 0..=1.
    pub fn alive(&self, params: &AliveParams) -> f64 {
        params.model().alive(self.record())
    }

    /// The contact as the model reads it.
    pub fn record(&self) -> Record {
        Record {
            repeats: f64::from(self.days.saturating_sub(1)),
            last: weeks_between(self.first, self.last),
            age: self.age_weeks,
        }
    }
}

/// Whether both take part in a conversation of that kind. A message may have had no answer.
pub(crate) fn is_two_way(kind: ConversationKind) -> bool {
    use ConversationKind as Kind;
    matches!(kind, Kind::OneToOne | Kind::Video | Kind::Call | Kind::SmallGroup)
}

/// Whether the conversation took place by that date: what was agreed counts once its day has come.
pub(crate) fn took_place(conversation: &Conversation, as_of: Date) -> bool {
    conversation.on <= as_of && conversation.stage >= Stage::Agreed
}

/// The contact with a person up to a date; none where there never was any.
pub fn contact(book: &Book, person: PersonId, as_of: Date) -> Option<Contact> {
    contact_at(book, book.person_index(person)?, as_of)
}

pub(crate) fn contact_at(book: &Book, at: usize, as_of: Date) -> Option<Contact> {
    let person = book.facts.people.get(at)?;
    let met = person.met_on.filter(|&on| on <= as_of);
    let talked = book.meetings_at(at).next().map(|m| m.on).filter(|&on| on <= as_of);
    let talks = book.talks_at(at).iter().filter(|t| is_two_way(t.kind) && t.took_place(as_of));
    let mut days = talks.map(|t| t.on).peekable();
    let first = [met, talked, days.peek().copied()].into_iter().flatten().min()?;
    let begins = usize::from(days.peek() == Some(&first));
    let (mut last, mut gaps) = (first, Vec::new());
    for day in days {
        if day > last {
            gaps.push(days_between(last, day));
            last = day;
        }
    }
    Some(Contact {
        first,
        last,
        days: u32::try_from(gaps.len() + 1).unwrap_or(u32::MAX),
        talk_days: u32::try_from(gaps.len() + begins).unwrap_or(u32::MAX),
        silence_weeks: weeks_between(last, as_of),
        age_weeks: weeks_between(first, as_of),
        median_gap_weeks: median_gap_weeks(gaps),
    })
}

fn median_gap_weeks(mut gaps: Vec<i32>) -> Option<f64> {
    gaps.sort_unstable();
    let middle = gaps.len() / 2;
    let upper = gaps.get(middle)?;
    let median = if gaps.len() % 2 == 1 {
        f64::from(*upper)
    } else {
        f64::midpoint(f64::from(*upper), f64::from(*gaps.get(middle.checked_sub(1)?)?))
    };
    Some(median / 7.0)
}
