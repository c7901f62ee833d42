//! All statements of a book and of an import: the one ground on which its facts are settled.

use super::outcome::Batch;
use super::overlay::overlay;
use super::record::{Record, Said};
use crate::fact::{FactKind, Facts};
use crate::facts::{Octets, Statement};
use crate::id::{FactId, Ids};
use crate::source::Source;
use jiff::Timestamp;
use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::HashMap;
use uuid::Uuid;

/// The subject of a statement that no fact follows from yet.
pub(super) const NOBODY: FactId = FactId(Uuid::nil());

/// Keys of statements that reconciliation derives itself begin so: a name that a row or an entry
/// mentions, of which nothing else is known.
pub(super) const NAMED: &str = "named|";

/// Keys of mentions that the owner has decided about begin so; they are records like any other.
pub(super) const MENTIONED: &str = "mentioned|";

/// Keys of what the owner wrote on a row begin so.
pub(super) const OWN: &str = "own|";

/// One statement, as it was in the book and as this import leaves it.
#[derive(Debug)]
pub(super) struct Told<'a> {
    /// What it is now.
    pub(super) statement: Cow<'a, Statement>,
    /// The octets this import brought along, kept in rows of their own.
    pub(super) octets: Option<Octets>,
    /// Withdrawn: no fact needs it any more.
    pub(super) withdrawn: bool,
    /// Stands for a row the owner wrote without a statement; written down only once another source
    /// speaks of the same.
    pub(super) provisional: bool,
}

impl<'a> Told<'a> {
    pub(super) fn new(statement: Cow<'a, Statement>) -> Self {
        Self { statement, octets: None, withdrawn: false, provisional: false }
    }

    pub(super) fn said(&self) -> &Said {
        &self.statement.said
    }

    /// Whether reconciliation made it itself, to remember a mention.
    pub(super) fn is_derived(&self) -> bool {
        self.statement.key.starts_with(NAMED)
    }

    /// Whether the owner wrote it on a row of the book.
    pub(super) fn is_of_row(&self) -> bool {
        self.statement.key.starts_with(OWN)
    }

    /// The row the owner wrote it on: its key names it, in whatever book it was written.
    pub(super) fn row(&self) -> Option<FactId> {
        let row = self.statement.key.strip_prefix(OWN)?.split('|').nth(1)?;
        row.parse().ok().map(FactId)
    }

    /// Whose word counts more comes first: the greater source, then what was said later. A name
    /// that was only mentioned counts least.
    pub(super) fn rank(&self, other: &Self) -> Ordering {
        let (a, b) = (&*self.statement, &*other.statement);
        let mentioned = |s: &Statement| s.key.starts_with(MENTIONED);
        let by_mention = mentioned(a).cmp(&mentioned(b));
        if by_mention.is_ne() {
            return by_mention;
        }
        (b.source, b.recorded_at).cmp(&(a.source, a.recorded_at)).then_with(|| a.key.cmp(&b.key))
    }

    /// Moves the statement to a fact; the first one it is written to is remembered.
    pub(super) fn settle_on(&mut self, about: FactKind, subject: FactId) {
        let now = &*self.statement;
        let is_first = now.written_under == NOBODY;
        if !is_first && now.about == about && now.subject == subject {
            return;
        }
        let statement = self.statement.to_mut();
        statement.about = about;
        statement.subject = subject;
        if is_first {
            statement.written_under = subject;
        }
    }
}

/// How a record of this import relates to what its source said before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    New,
    Changed,
    Same,
}

/// One record of this import.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arrival {
    /// The batch it stood in.
    pub(super) batch: usize,
    /// Its statement.
    pub(super) told: usize,
    pub(super) fate: Fate,
    pub(super) line: Option<u64>,
    pub(super) number: u64,
}

/// The statements, those of the book first and in its order.
#[derive(Debug)]
pub(super) struct Ledger<'a> {
    pub(super) told: Vec<Told<'a>>,
    /// How many of them the book knew.
    pub(super) known: usize,
    pub(super) arrivals: Vec<Arrival>,
}

impl<'a> Ledger<'a> {
    /// Lays the batches' records over what the book's sources said before.
    pub(super) fn open(
        facts: &'a Facts,
        batches: Vec<Batch<'_>>,
        now: Timestamp,
        ids: Ids<'_>,
    ) -> Self {
        let told: Vec<Told<'a>> =
            facts.statements.iter().map(|s| Told::new(Cow::Borrowed(s))).collect();
        let mut ledger = Self { known: told.len(), told, arrivals: Vec::new() };
        if batches.iter().any(|batch| !batch.records.is_empty()) {
            let kept = KeptOctets::of(facts);
            let mut places: HashMap<(Source, String), usize> = HashMap::new();
            let known: HashMap<(Source, &str), usize> = facts
                .statements
                .iter()
                .enumerate()
                .map(|(i, s)| ((s.source, s.key.as_str()), i))
                .collect();
            for (number, batch) in batches.into_iter().enumerate() {
                for record in batch.records {
                    let at = known.get(&(record.source, record.key.as_str())).copied();
                    let at = at.or_else(|| {
                        // Only keys new to the book are ever looked up here.
                        places.get(&(record.source, record.key.clone())).copied()
                    });
                    let arrival = if let Some(at) = at {
                        ledger.hear_again(at, record, number, &kept, now)
                    } else {
                        places.insert((record.source, record.key.clone()), ledger.told.len());
                        ledger.hear(record, number, batch.document, now, &mut *ids)
                    };
                    ledger.arrivals.push(arrival);
                }
            }
        }
        ledger
    }

    /// A record whose key is new.
    fn hear(
        &mut self,
        mut record: Record,
        batch: usize,
        document: &str,
        now: Timestamp,
        ids: Ids<'_>,
    ) -> Arrival {
        let octets = take_octets(&mut record.said);
        let (line, number, told) = (record.line, record.number, self.told.len());
        let statement = Statement {
            id: FactId(ids()),
            source: record.source,
            about: kind_of(&record.said),
            key: record.key,
            document: document.to_owned(),
            subject: NOBODY,
            written_under: NOBODY,
            said: record.said,
            recorded_at: now,
        };
        self.told.push(Told { octets, ..Told::new(Cow::Owned(statement)) });
        Arrival { batch, told, fate: Fate::New, line, number }
    }

    /// A record whose source has spoken of it before.
    fn hear_again(
        &mut self,
        at: usize,
        mut record: Record,
        batch: usize,
        kept: &KeptOctets<'_>,
        now: Timestamp,
    ) -> Arrival {
        let octets = take_octets(&mut record.said);
        let (line, number) = (record.line, record.number);
        let told = &mut self.told[at];
        let mut fate = Fate::Same;
        if *told.said() != record.said {
            let said = overlay(told.said(), record.said);
            if *told.said() != said {
                let statement = told.statement.to_mut();
                statement.said = said;
                statement.recorded_at = now;
                fate = Fate::Changed;
            }
        }
        if let Some(octets) = octets {
            let before = told.octets.as_ref().or_else(|| kept.find(&told.statement));
            if before != Some(&octets) {
                if before.is_some() {
                    fate = Fate::Changed;
                }
                told.octets = Some(octets);
            }
        }
        Arrival { batch, told: at, fate, line, number }
    }

    /// Adds a statement of reconciliation's own making.
    pub(super) fn add(&mut self, statement: Statement, provisional: bool) {
        self.told.push(Told { provisional, ..Told::new(Cow::Owned(statement)) });
    }
}

/// The octets the book keeps, by the names under which statements speak of them.
struct KeptOctets<'a>(HashMap<(&'static str, String), &'a Octets>);

impl<'a> KeptOctets<'a> {
    fn of(facts: &'a Facts) -> Self {
        let cards = facts.cards.iter().map(|c| (("card", c.uid.clone()), &c.octets));
        let objects = facts
            .calendar_objects
            .iter()
            .map(|o| (("object", format!("{}|{}", o.component, o.uid)), &o.octets));
        Self(cards.chain(objects).collect())
    }

    fn find(&self, statement: &Statement) -> Option<&'a Octets> {
        let name = match &statement.said {
            Said::Person(_) => ("card", card_uid(statement).to_owned()),
            Said::Entry(_) | Said::Object(_) => {
                let (component, uid) = object_name(&statement.said)?;
                ("object", format!("{component}|{uid}"))
            }
            _ => return None,
        };
        self.0.get(&name).copied()
    }
}

/// The uid a card's row goes by: its own, else the digest in its key.
pub(super) fn card_uid(statement: &Statement) -> &str {
    match &statement.said {
        Said::Person(person) => person.uid.as_deref(),
        _ => None,
    }
    .unwrap_or_else(|| statement.key.strip_prefix("card|").unwrap_or(&statement.key))
}

/// The component and the name a calendar object's row goes by; an occasion that differs from its
/// series is an object of its own.
pub(super) fn object_name(said: &Said) -> Option<(&str, String)> {
    match said {
        Said::Entry(entry) => Some((
            "VEVENT",
            match entry.recurrence_id {
                Some(at) => format!("{}|{at}", entry.uid),
                None => entry.uid.clone(),
            },
        )),
        Said::Object(object) => Some((&object.component, object.uid.clone())),
        _ => None,
    }
}

/// Takes the octets out of what is said: statements do not keep them twice.
fn take_octets(said: &mut Said) -> Option<Octets> {
    match said {
        Said::Person(person) => person.card.take(),
        Said::Entry(entry) => Some(std::mem::take(&mut entry.octets)),
        Said::Object(object) => Some(std::mem::take(&mut object.octets)),
        _ => None,
    }
}

/// The kind of fact a record speaks of.
pub(super) fn kind_of(said: &Said) -> FactKind {
    match said {
        Said::Person(_) => FactKind::Person,
        Said::Room(_) => FactKind::Room,
        Said::Meeting(_) => FactKind::Meeting,
        Said::Conversation(_) => FactKind::Conversation,
        Said::Help(_) => FactKind::Help,
        Said::Introduction(_) => FactKind::Introduction,
        Said::Referral(_) => FactKind::Referral,
        Said::Business(_) => FactKind::Business,
        Said::ChannelMonth(_) => FactKind::ChannelMonth,
        Said::Promise(_) => FactKind::Promise,
        Said::Pitch(_) => FactKind::Pitch,
        Said::Entry(_) => FactKind::Entry,
        Said::Object(_) => FactKind::CalendarObject,
    }
}
