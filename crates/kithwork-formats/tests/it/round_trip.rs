//! What is written is read again.

use crate::{files, reading};
use jiff::Timestamp;
use jiff::civil::{date, time};
use kithwork_core::fact::Facts;
use kithwork_core::facts::{
    Business, BusinessSource, Cadence, CalendarObject, Card, Care, ChannelMonth, Conversation,
    ConversationKind, Direction, Help, HelpKind, Introduction, Meeting, Octets, Party, Person,
    Pitch, Promise, PromisedBy, Rated, Rating, Referral, ReferralStatus, Room, RoomKind, Settings,
    Stage,
};
use kithwork_core::handover::{Record, Said};
use kithwork_core::id::{BookId, FactId, PersonId, RoomId};
use kithwork_core::money::{Amount, Currency};
use kithwork_core::source::Source;
use kithwork_formats::write::{self, PatchError};
use uuid::Uuid;

fn id(number: u128) -> FactId {
    FactId(Uuid::from_u128(number))
}

const PRIYA: PersonId = PersonId(Uuid::from_u128(1));
const SAM: PersonId = PersonId(Uuid::from_u128(2));
const ROOM: RoomId = RoomId(Uuid::from_u128(3));

fn pounds(minor: i64) -> Amount {
    Amount { currency: Some(Currency::GBP), minor }
}

/// A small book with something of everything.
fn book() -> Facts {
    let mut facts = Facts::default();
    facts.settings.push(Settings::new(BookId(Uuid::from_u128(9))));
    let mut room = Room::named(ROOM, "Thursday Chapter");
    (room.kind, room.cadence) = (Some(RoomKind::Breakfast), Some(Cadence::Weekly));
    (room.annual_fee, room.substitute_allowed) = (Some(pounds(60_050)), Some(true));
    facts.rooms.push(room);
    facts.people = people();
    let score =
        |what, score| Rating { id: id(20), person: PRIYA, what, score, on: Some(date(2026, 1, 2)) };
    facts.ratings = vec![score(Rated::Trust, 3), score(Rated::Understanding, 0)];
    let mut meeting = Meeting::held(id(30), ROOM, date(2026, 11, 12));
    (meeting.people, meeting.cost, meeting.energy) =
        (vec![PRIYA, SAM], Some(pounds(1_200)), Some(4));
    meeting.notes = Some("two\nlines, \"quoted\"; =SUM(A1)".to_owned());
    facts.meetings.push(meeting);
    let day = date(2026, 11, 13);
    let mut talk = Conversation::happened(id(31), ConversationKind::OneToOne, day, vec![PRIYA]);
    talk.minutes = Some(60);
    facts.conversations.push(talk);
    let mut agreed =
        Conversation::happened(id(32), ConversationKind::Video, date(2026, 7, 1), vec![PRIYA]);
    (agreed.stage, agreed.starts, agreed.minutes) =
        (Stage::Agreed, Some(time(9, 30, 0, 0)), Some(45));
    facts.conversations.push(agreed);
    deeds(&mut facts);
    facts
}

fn people() -> Vec<Person> {
    let mut priya = Person::named(PRIYA, "Priya Shah");
    priya.emails = vec!["p@x.example".to_owned(), "q@x.example".to_owned()];
    priya.phones = vec!["+447700900123".to_owned()];
    (priya.met_on, priya.met_at) = (Some(date(2025, 1, 2)), Some(ROOM));
    priya.introduced_by = Some(SAM);
    priya.organisation = Some("Acme; Sons, Ltd".to_owned());
    (priya.care, priya.care_on) = (Some(Care::LetGo), Some(date(2026, 11, 15)));
    let mut gone = Person::named(PersonId(Uuid::from_u128(4)), "P. Shah");
    gone.merged_into = Some(PRIYA);
    let mut aside = Person::named(PersonId(Uuid::from_u128(5)), "Plumber");
    aside.set_aside = true;
    vec![priya, Person::named(SAM, "Sam Ö'Neill"), gone, aside]
}

fn deeds(facts: &mut Facts) {
    let on = Some(date(2026, 3, 4));
    let gone = PersonId(Uuid::from_u128(4));
    facts.help.push(Help {
        id: id(40),
        on,
        direction: Direction::Given,
        person: gone,
        kind: HelpKind::Advice,
        asked: Some(true),
        about: None,
        outcome: Some("won".to_owned()),
    });
    facts.introductions.push(Introduction {
        id: id(41),
        on,
        introduced_by: Party::Person(SAM),
        person_a: Party::Person(PRIYA),
        person_b: Party::Me,
        outcome: None,
    });
    let referral = Referral {
        id: id(42),
        on,
        direction: Direction::Received,
        person: SAM,
        prospect: Some("X & Co".to_owned()),
        effort: Some(5),
        status: Some(ReferralStatus::NoFit),
        value: Some(pounds(5)),
        closed_on: None,
        thanked_on: on,
    };
    facts.referrals =
        vec![referral.clone(), Referral { id: id(43), direction: Direction::Given, ..referral }];
    outcomes(facts);
}

fn outcomes(facts: &mut Facts) {
    let on = Some(date(2026, 3, 4));
    facts.business.push(Business {
        id: id(44),
        won_on: on,
        client: "X & Co".to_owned(),
        source_kind: Some(BusinessSource::Referral),
        source: Some("Sam Ö'Neill".to_owned()),
        referrer: Some(SAM),
        room: None,
        value: Some(pounds(-307)),
        notes: None,
    });
    facts.channel_months.push(ChannelMonth {
        id: id(45),
        channel: "cold calling".to_owned(),
        month: date(2026, 11, 1),
        minutes: Some(100),
        cost: Some(pounds(0)),
        leads: Some(0),
        sales: None,
        value: None,
    });
    facts.promises.push(Promise {
        id: id(46),
        person: SAM,
        direction: PromisedBy::Theirs,
        what: "call".to_owned(),
        made_on: on,
        due_on: None,
        done_on: on,
    });
    facts.pitches.push(Pitch {
        text: Some("We help,\nfirst".to_owned()),
        beside_competitor: Some("First, we help".to_owned()),
        ..Pitch::named(id(47), "v1")
    });
}

fn said(records: Vec<Record>) -> Vec<Said> {
    records.into_iter().map(|record| record.said).collect()
}

#[test]
fn sheets_are_read_again_to_the_same_words() {
    let facts = book();
    let mut told = Vec::new();
    for file in write::sheets(&facts).unwrap() {
        let reading = reading(&file.name, &file.octets);
        assert_eq!(reading.kind, format!("sheet:{}", file.name.trim_end_matches(".csv")));
        assert_eq!(
            (&reading.refused[..], &reading.ignored_columns[..]),
            (&[][..], &[][..]),
            "{}",
            file.name
        );
        told.extend(said(reading.records));
    }
    assert_eq!(told.len(), 13);
    let people: Vec<_> = told
        .iter()
        .filter_map(|said| match said {
            Said::Person(person) => person.name.clone(),
            _ => None,
        })
        .collect();
    assert_eq!(people, ["Priya Shah", "Sam Ö'Neill"], "nobody set aside, nobody merged");
    let Some(Said::Help(help)) = told.iter().find(|said| matches!(said, Said::Help(_))) else {
        panic!("no help")
    };
    assert_eq!(help.person, "Priya Shah", "a merged person goes by the name that stands");
    let own = said(reading("all.json", &write::json(&facts).unwrap()).records);
    for said in &told {
        assert!(own.contains(said), "{said:?}");
    }
}

#[test]
fn json_gives_the_same_records_back() {
    let facts = book();
    let first = reading("all.json", &write::json(&facts).unwrap());
    assert_eq!((first.kind.as_str(), first.refused.len()), ("kithwork", 0));
    assert!(first.records.iter().all(|record| record.source == Source::Own));
    let mut again = Facts::default();
    for record in &first.records {
        again.statements.push(kithwork_core::facts::Statement {
            id: id(u128::from(record.number) + 100),
            source: record.source,
            key: record.key.clone(),
            document: "all.json".to_owned(),
            about: kithwork_core::fact::FactKind::Person,
            subject: id(1),
            written_under: id(1),
            said: record.said.clone(),
            recorded_at: Timestamp::UNIX_EPOCH,
        });
    }
    let second = reading("all.json", &write::json(&again).unwrap());
    assert_eq!(first.records, second.records);
}

#[test]
fn stored_cards_are_written_as_they_were_and_others_get_one() {
    let mut facts = book();
    let octets = b"BEGIN:VCARD\nVERSION:3.0\nFN:Priya\nX-FOO:x;y,z\nEND:VCARD".to_vec();
    facts.cards.push(Card {
        id: id(50),
        uid: "u".to_owned(),
        person: PRIYA,
        octets: Octets(octets.clone()),
    });
    let file = write::vcards(&facts);
    assert!(file.starts_with(&octets));
    let told = reading("contacts.vcf", &file);
    assert_eq!((told.read, told.refused.len()), (2, 0));
    let Said::Person(sam) = &told.records[1].said else { panic!("no person") };
    assert_eq!(
        (sam.name.as_deref(), sam.uid.clone()),
        (Some("Sam Ö'Neill"), Some(SAM.to_string()))
    );
    assert_eq!(reading("c.vcf", &write::vcards(&book())).records.len(), 2);
}

#[test]
fn stored_components_are_written_as_they_were_and_what_is_agreed_is_added() {
    let mut facts = book();
    let octets = b"BEGIN:VTODO\r\nUID:7\r\nX-FOO:a;b,c\r\nEND:VTODO".to_vec();
    let object = CalendarObject {
        id: id(60),
        component: "VTODO".to_owned(),
        uid: "7".to_owned(),
        octets: Octets(octets.clone()),
    };
    facts.calendar_objects = vec![object.clone(), object];
    let file = write::icalendar(&facts, Timestamp::UNIX_EPOCH);
    let told = reading("calendar.ics", &file);
    assert_eq!((told.read, told.refused.len()), (2, 0));
    assert!(file.windows(octets.len()).any(|window| window == octets));
    let Said::Entry(entry) = &told.records[1].said else { panic!("no entry") };
    assert_eq!(entry.event.title, "Video call with Priya Shah");
    assert_eq!(
        (entry.event.on, entry.event.starts),
        (Some(date(2026, 7, 1)), Some(time(9, 30, 0, 0)))
    );
    assert_eq!(
        (entry.event.minutes, entry.event.attendees[0].email.as_deref()),
        (Some(45), Some("p@x.example"))
    );
}

const CARD: &[u8] = b"BEGIN:VCARD\r\nVERSION:3.0\r\nitem1.TEL;TYPE=cell;X=\"a;b\":1\r\n 2\r\nX-FOO:x;y,z\r\nN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:A=\r\n=C3=AB\r\nAGENT:\r\nBEGIN:VCARD\r\nNOTE:his\r\nEND:VCARD\r\nEND:VCARD\r\n";

fn patched(property: &str, value: Option<&str>) -> String {
    String::from_utf8(write::patch(CARD, property, value).expect("a card")).expect("UTF-8")
}

#[test]
fn one_line_changes_and_everything_else_stays() {
    let before = String::from_utf8(CARD.to_vec()).unwrap();
    let tel = "item1.TEL;TYPE=cell;X=\"a;b\":1\r\n 2\r\n";
    assert_eq!(
        patched("tel", Some("9")),
        before.replace(tel, "item1.TEL;TYPE=cell;X=\"a;b\":9\r\n")
    );
    assert_eq!(patched("TEL", None), before.replace(tel, ""));
    let name = "N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:A=\r\n=C3=AB\r\n";
    assert_eq!(patched("N", Some("Ä;B")), before.replace(name, "N:Ä;B\r\n"));
    let added = patched("NOTE", Some(&write::escaped("mine, now\nand then")));
    assert!(
        added.ends_with("END:VCARD\r\nNOTE:mine\\, now\\nand then\r\nEND:VCARD\r\n"),
        "{added}"
    );
    assert_eq!(patched("NOTE", None), before);
    let long = patched("NOTE", Some(&"é".repeat(100)));
    assert!(long.lines().all(|line| line.len() <= 75));
}

#[test]
fn a_patch_can_not_break_out_of_its_line() {
    assert_eq!(write::patch(CARD, "NOTE", Some("a\r\nEND:VCARD")), Err(PatchError::Value));
    assert_eq!(write::patch(CARD, "NOTE\r\nX", Some("a")), Err(PatchError::Name));
    assert_eq!(write::patch(b"BEGIN:VCARD\r\nFN:x", "NOTE", Some("a")), Err(PatchError::NoEnd));
}

#[test]
fn cards_of_this_world_survive_a_patch_octet_for_octet() {
    for (name, octets) in files("data/vcard") {
        for record in reading(&name, &octets).records {
            let Said::Person(person) = record.said else { continue };
            let card = person.card.unwrap().0;
            let with = write::patch(&card, "X-KITHWORK-TEST", Some("1")).unwrap();
            assert_eq!(write::patch(&with, "X-KITHWORK-TEST", None).unwrap(), card, "{name}");
        }
    }
}
