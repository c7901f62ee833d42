//! A minimal reader of the sheets, so that the mind is tested without the formats.

use jiff::civil::Date;
use kithwork_core::fact::Facts;
use kithwork_core::facts::*;
use kithwork_core::id::{FactId, PersonId, RoomId};
use kithwork_core::money::{Amount, Currency};
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use std::path::Path;
use uuid::Uuid;

type Row = HashMap<String, String>;

#[derive(Default)]
struct Sheets {
    facts: Facts,
    people: HashMap<String, PersonId>,
    rooms: HashMap<String, RoomId>,
    next: u128,
}

/// Reads a folder's sheets.
pub(crate) fn read(folder: &Path) -> Facts {
    let mut sheets = Sheets::default();
    sheets.rooms(rows(folder, "groups"));
    sheets.people(rows(folder, "people"));
    sheets.meetings(rows(folder, "meetings"));
    sheets.conversations(rows(folder, "interactions"));
    sheets.help(rows(folder, "help"));
    sheets.introductions(rows(folder, "introductions"));
    sheets.referrals(rows(folder, "referrals"));
    sheets.business(rows(folder, "business"));
    sheets.promises(rows(folder, "promises"));
    sheets.channels(rows(folder, "channels"));
    sheets.facts
}

fn rows(folder: &Path, sheet: &str) -> Vec<Row> {
    let Ok(mut reader) = csv::Reader::from_path(folder.join(format!("{sheet}.csv"))) else {
        return Vec::new();
    };
    reader.deserialize().map(|row| row.unwrap()).collect()
}

fn text(row: &Row, column: &str) -> Option<String> {
    row.get(column).filter(|t| !t.is_empty()).cloned()
}

fn date(row: &Row, column: &str) -> Option<Date> {
    text(row, column).map(|t| t.parse().unwrap())
}

fn number<T: std::str::FromStr>(row: &Row, column: &str) -> Option<T> {
    text(row, column).and_then(|t| t.parse().ok())
}

fn word<T: DeserializeOwned>(row: &Row, column: &str) -> Option<T> {
    serde_json::from_value(text(row, column)?.into()).ok()
}

fn yes(row: &Row, column: &str) -> Option<bool> {
    text(row, column).map(|t| t == "yes")
}

fn money(row: &Row, column: &str) -> Option<Amount> {
    let currency = text(row, "currency").map(|c| Currency::parse(&c).unwrap());
    text(row, column).map(|t| Amount::parse(&t, currency).unwrap())
}

impl Sheets {
    fn id(&mut self) -> Uuid {
        self.next += 1;
        Uuid::from_u128(self.next)
    }

    fn fact(&mut self) -> FactId {
        FactId(self.id())
    }

    fn person(&mut self, name: &str) -> PersonId {
        if let Some(&id) = self.people.get(name) {
            return id;
        }
        let id = PersonId(self.id());
        self.people.insert(name.to_owned(), id);
        self.facts.people.push(Person::named(id, name));
        id
    }

    fn named(&mut self, row: &Row, column: &str) -> Vec<PersonId> {
        let cell = text(row, column).unwrap_or_default();
        cell.split(';').map(str::trim).filter(|n| !n.is_empty()).map(|n| self.person(n)).collect()
    }

    fn party(&mut self, row: &Row, column: &str) -> Party {
        match row[column].as_str() {
            "me" => Party::Me,
            name => Party::Person(self.person(name)),
        }
    }

    fn rooms(&mut self, rows: Vec<Row>) {
        for row in rows {
            let mut room = Room::named(RoomId(self.id()), &row["name"]);
            self.rooms.insert(row["name"].clone(), room.id);
            room.kind = word(&row, "kind");
            room.cadence = word(&row, "cadence");
            room.meeting_minutes = number(&row, "meeting_minutes");
            room.travel_minutes = number(&row, "travel_minutes");
            room.annual_fee = money(&row, "annual_fee");
            room.fee_per_meeting = money(&row, "fee_per_meeting");
            room.joined_on = date(&row, "joined_on");
            self.facts.rooms.push(room);
        }
    }

    fn people(&mut self, rows: Vec<Row>) {
        for row in &rows {
            self.person(&row["name"]);
        }
        for row in rows {
            let id = self.person(&row["name"]);
            let introduced_by = text(&row, "introduced_by").map(|n| self.person(&n));
            let met_at = text(&row, "met_at").and_then(|n| self.rooms.get(&n).copied());
            let rated = [("knows_what_i_do", Rated::Understanding), ("trust", Rated::Trust)];
            for (column, what) in rated {
                if let Some(score) = number(&row, column) {
                    let id_ = self.fact();
                    let on = date(&row, "rated_on");
                    self.facts.ratings.push(Rating { id: id_, person: id, what, score, on });
                }
            }
            let person = self.facts.people.iter_mut().find(|p| p.id == id).unwrap();
            person.sector = text(&row, "sector");
            person.city = text(&row, "city");
            person.met_on = date(&row, "met_on");
            person.met_at = met_at;
            person.introduced_by = introduced_by;
            person.what_they_do = text(&row, "what_they_do");
            person.who_they_serve = text(&row, "who_they_serve");
            person.looking_for = text(&row, "looking_for");
        }
    }

    fn meetings(&mut self, rows: Vec<Row>) {
        for row in rows {
            let id = self.fact();
            let room = self.rooms[&row["group"]];
            let mut meeting = Meeting::held(id, room, date(&row, "date").unwrap());
            meeting.minutes = number(&row, "minutes");
            meeting.travel_minutes = number(&row, "travel_minutes");
            meeting.cost = money(&row, "cost");
            meeting.people = self.named(&row, "talked_to");
            meeting.pitch = text(&row, "pitch");
            meeting.pitch_prepared = yes(&row, "pitch_prepared");
            meeting.pitch_changed = yes(&row, "pitch_changed");
            meeting.energy = number(&row, "energy");
            self.facts.meetings.push(meeting);
        }
    }

    fn conversations(&mut self, rows: Vec<Row>) {
        for row in rows {
            let id = self.fact();
            let people = self.named(&row, "people");
            let on = date(&row, "date").unwrap();
            let mut talk = Conversation::happened(id, word(&row, "kind").unwrap(), on, people);
            talk.minutes = number(&row, "minutes");
            talk.travel_minutes = number(&row, "travel_minutes");
            talk.cost = money(&row, "cost");
            talk.objective = text(&row, "objective");
            talk.objective_met = word(&row, "objective_met");
            talk.they_know_me = number(&row, "they_know_me");
            self.facts.conversations.push(talk);
        }
    }

    fn help(&mut self, rows: Vec<Row>) {
        for row in rows {
            let help = Help {
                id: self.fact(),
                on: date(&row, "date"),
                direction: word(&row, "direction").unwrap(),
                person: self.person(&row["person"]),
                kind: word(&row, "kind").unwrap(),
                asked: yes(&row, "asked"),
                about: text(&row, "about"),
                outcome: text(&row, "outcome"),
            };
            self.facts.help.push(help);
        }
    }

    fn introductions(&mut self, rows: Vec<Row>) {
        for row in rows {
            let introduction = Introduction {
                id: self.fact(),
                on: date(&row, "date"),
                introduced_by: self.party(&row, "introduced_by"),
                person_a: self.party(&row, "person_a"),
                person_b: self.party(&row, "person_b"),
                outcome: text(&row, "outcome"),
            };
            self.facts.introductions.push(introduction);
        }
    }

    fn referrals(&mut self, rows: Vec<Row>) {
        for row in rows {
            let direction = word(&row, "direction").unwrap();
            let person = if direction == Direction::Received { "from" } else { "to" };
            let referral = Referral {
                prospect: text(&row, "prospect"),
                effort: number(&row, "effort"),
                status: word(&row, "status"),
                value: money(&row, "value"),
                closed_on: date(&row, "closed_on"),
                ..Referral::passed_on(
                    self.fact(),
                    direction,
                    self.person(&row[person]),
                    date(&row, "date"),
                )
            };
            self.facts.referrals.push(referral);
        }
    }

    fn business(&mut self, rows: Vec<Row>) {
        for row in rows {
            let source = text(&row, "source");
            let known = |s: &String| self.people.get(s).copied();
            let business = Business {
                id: FactId(Uuid::from_u128(self.next + 1)),
                won_on: date(&row, "won_on"),
                client: row["client"].clone(),
                source_kind: word(&row, "source_kind"),
                referrer: source.as_ref().and_then(known),
                room: source.as_ref().and_then(|s| self.rooms.get(s).copied()),
                source,
                value: money(&row, "value"),
                notes: None,
            };
            self.next += 1;
            self.facts.business.push(business);
        }
    }

    fn promises(&mut self, rows: Vec<Row>) {
        for row in rows {
            let promise = Promise {
                id: self.fact(),
                person: self.person(&row["person"]),
                direction: word(&row, "direction").unwrap(),
                what: row["what"].clone(),
                made_on: date(&row, "made_on"),
                due_on: date(&row, "due_on"),
                done_on: date(&row, "done_on"),
            };
            self.facts.promises.push(promise);
        }
    }

    fn channels(&mut self, rows: Vec<Row>) {
        for row in rows {
            let hours: f64 = number(&row, "hours").unwrap_or(0.0);
            let month = ChannelMonth {
                id: self.fact(),
                channel: row["channel"].clone(),
                month: format!("{}-01", row["month"]).parse().unwrap(),
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "hours"
                )]
                minutes: Some((hours * 60.0).round() as u32),
                cost: money(&row, "cost"),
                leads: number(&row, "leads"),
                sales: number(&row, "sales"),
                value: money(&row, "value"),
            };
            self.facts.channel_months.push(month);
        }
    }
}
