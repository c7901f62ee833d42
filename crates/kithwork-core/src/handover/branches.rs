//! Rooms that a file names by what a longer name begins with: `BNI`, where the book knows `BNI Stockport`.

use super::fold::fold;
use super::outcome::Batch;
use super::record::{Record, Refusal, Said};
use crate::fact::Facts;
use std::collections::BTreeMap;

/// What a room's name means.
enum Meant {
    /// A room of that name.
    Itself,
    /// The one room whose name begins with it.
    One(String),
    /// One of several whose names do.
    OneOf(Vec<String>),
}

/// The names of the rooms that are known, by their folded form.
struct Known(BTreeMap<String, String>);

/// Gives a room that is named by the whole words with which exactly one known name begins that name. Where
/// several begin so, no further room is made: a meeting of it is taken out and refused with its choices, and
/// where somebody was met stays among the words kept of them.
pub(super) fn settle(facts: &Facts, batches: &mut [Batch<'_>]) -> Vec<(usize, Refusal)> {
    let known = Known::of(facts, batches);
    let mut refused = Vec::new();
    for (number, batch) in batches.iter_mut().enumerate() {
        for mut record in std::mem::take(&mut batch.records) {
            match known.settled(&mut record) {
                Some(refusal) => refused.push((number, refusal)),
                None => batch.records.push(record),
            }
        }
    }
    refused
}

impl Known {
    fn of(facts: &Facts, batches: &[Batch<'_>]) -> Self {
        let listed = batches.iter().flat_map(|batch| &batch.records);
        let listed = listed.filter_map(|record| match &record.said {
            Said::Room(room) => Some(&room.name),
            _ => None,
        });
        let names = facts.rooms.iter().map(|room| &room.name).chain(listed);
        Self(names.map(|name| (fold(name), name.trim().to_owned())).collect())
    }

    fn meant(&self, name: &str) -> Meant {
        let folded = fold(name);
        if folded.is_empty() || self.0.contains_key(&folded) {
            return Meant::Itself;
        }
        let begins = format!("{folded} ");
        let longer = self.0.range(begins.clone()..);
        let longer: Vec<String> = longer
            .take_while(|(folded, _)| folded.starts_with(&begins))
            .map(|(_, name)| name.clone())
            .collect();
        match longer.as_slice() {
            [] => Meant::Itself,
            [one] => Meant::One(one.clone()),
            _ => Meant::OneOf(longer),
        }
    }

    /// Settles the room that a record names, or refuses the record.
    fn settled(&self, record: &mut Record) -> Option<Refusal> {
        let (line, number) = (record.line, record.number);
        match &mut record.said {
            Said::Meeting(meeting) => match self.meant(&meeting.room) {
                Meant::Itself => None,
                Meant::One(name) => {
                    meeting.room = name;
                    None
                }
                Meant::OneOf(names) => Some(refusal((line, number), &meeting.room, &names)),
            },
            Said::Person(person) => {
                let met_at = person.met_at.take()?;
                match self.meant(&met_at) {
                    Meant::Itself => person.met_at = Some(met_at),
                    Meant::One(name) => person.met_at = Some(name),
                    Meant::OneOf(_) => {
                        person.extra.insert("met_at".to_owned(), met_at);
                    }
                }
                None
            }
            _ => None,
        }
    }
}

fn refusal((line, number): (Option<u64>, u64), told: &str, names: &[String]) -> Refusal {
    let choices = names.join("” or “");
    Refusal {
        line,
        record: Some(number),
        reason: "group-ambiguous".to_owned(),
        hint: format!(
            "in the column group, “{}” could be “{choices}”: write the whole name",
            told.trim()
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Room;
    use crate::handover::record::{SaidMeeting, SaidPerson};
    use crate::id::RoomId;
    use crate::source::Source;
    use jiff::civil::date;
    use uuid::Uuid;

    fn settled(known: &[&str], said: Said) -> (Vec<Said>, Vec<Refusal>) {
        let mut facts = Facts::default();
        for (nth, name) in known.iter().enumerate() {
            let id = RoomId(Uuid::from_u128(nth as u128 + 1));
            facts.rooms.push(Room::named(id, (*name).to_owned()));
        }
        let (key, source) = ("row".to_owned(), Source::Sheet);
        let record = Record { source, key, line: Some(7), number: 6, said };
        let mut batches = [Batch { document: "meetings.csv", records: vec![record] }];
        let refused = settle(&facts, &mut batches);
        let kept = std::mem::take(&mut batches[0].records);
        (
            kept.into_iter().map(|record| record.said).collect(),
            refused.into_iter().map(|(_, refusal)| refusal).collect(),
        )
    }

    fn meeting(room: &str) -> Said {
        Said::Meeting(SaidMeeting::held(date(2026, 11, 12), room.to_owned()))
    }

    #[test]
    fn a_name_that_begins_several_is_refused_with_its_line_its_field_and_its_choices() {
        let (kept, refused) = settled(&["BNI Stockport", "BNI Leeds"], meeting("bni "));
        assert!(kept.is_empty());
        let [one] = &refused[..] else { panic!("{refused:?}") };
        assert_eq!((one.line, one.reason.as_str()), (Some(7), "group-ambiguous"));
        let says = "in the column group, “bni” could be “BNI Leeds” or “BNI Stockport”: write the whole name";
        assert_eq!(one.hint, says);
    }

    #[test]
    fn a_name_that_begins_one_is_that_and_a_whole_name_is_itself() {
        for (known, told, meant) in [
            (&["BNI Stockport"][..], "BNI", "BNI Stockport"),
            (&["BNI Stockport", "BNI Leeds"], "BNI Leeds", "BNI Leeds"),
            (&["BNI", "BNI Leeds", "BNI Hull"], "BNI", "BNI"),
            (&["BNI Stockport"], "BNI Stock", "BNI Stock"),
            (&["Town Lunch"], "Lunch", "Lunch"),
        ] {
            let (kept, refused) = settled(known, meeting(told));
            assert!(refused.is_empty(), "{told}");
            assert_eq!(kept, [meeting(meant)], "{told}");
        }
    }

    #[test]
    fn where_somebody_was_met_is_kept_in_words_where_it_could_be_several() {
        let met = |at: &str| SaidPerson { met_at: Some(at.to_owned()), ..SaidPerson::default() };
        let (kept, refused) =
            settled(&["BNI Stockport", "BNI Leeds"], Said::Person(Box::new(met("BNI"))));
        let [Said::Person(person)] = &kept[..] else { panic!("{kept:?}") };
        assert!(refused.is_empty() && person.met_at.is_none());
        assert_eq!(person.extra.get("met_at").map(String::as_str), Some("BNI"));
    }
}
