//! Facts to store: one of each kind with everything known, and with hardly anything.

mod about_me;
mod dealings;
mod giving;

use jiff::civil::{Date, date, datetime, time};
use kithwork_core::change::{Change, Edit};
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::*;
use kithwork_core::handover::{Said, SaidPerson, SaidRoom};
use kithwork_core::id::{BookId, ChangeId, FactId, PersonId, RoomId};
use kithwork_core::money::{Amount, Currency};
use kithwork_core::source::Source;
use uuid::Uuid;

/// A day like any other.
pub(crate) const DAY: Date = date(2026, 5, 14);

pub(crate) fn uuid() -> Uuid {
    Uuid::now_v7()
}

pub(crate) fn fact_id() -> FactId {
    FactId(uuid())
}

/// A change of the owner's.
pub(crate) fn change(verb: &str, edits: Vec<Edit>) -> Change {
    Change {
        id: ChangeId(uuid()),
        actor: "owner".to_owned(),
        verb: verb.to_owned(),
        at: "2026-05-14T08:30:00.123456Z".parse().unwrap(),
        on: Some(DAY),
        undoes: None,
        from: None,
        edits,
    }
}

/// A change that only adds.
pub(crate) fn adding(facts: impl IntoIterator<Item = Fact>) -> Change {
    change("import", facts.into_iter().map(Edit::created).collect())
}

/// The change that takes another one back.
pub(crate) fn undoing(undone: Change) -> Change {
    let undoes = Some(undone.id);
    let edits = undone.edits.into_iter().rev().map(Edit::inverse).collect();
    Change { undoes, ..change("undo", edits) }
}

pub(crate) fn person(name: &str) -> Person {
    Person::named(PersonId(uuid()), name)
}

pub(crate) fn conversation(on: Date, people: &[PersonId]) -> Conversation {
    Conversation::happened(fact_id(), ConversationKind::OneToOne, on, people.to_vec())
}

pub(crate) fn note(on: Date, text: &str, people: &[PersonId]) -> Note {
    Note { id: fact_id(), on, text: text.to_owned(), people: people.to_vec(), facts: vec![] }
}

#[expect(clippy::unnecessary_wraps, reason = "every field that may be unknown is known here")]
fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[expect(clippy::unnecessary_wraps, reason = "every field that may be unknown is known here")]
fn pounds(minor: i64) -> Option<Amount> {
    Some(Amount { currency: Some(Currency::GBP), minor })
}

/// Two people and a room that the others refer to.
struct Cast {
    priya: PersonId,
    tom: PersonId,
    room: RoomId,
}

/// One fact of each kind, every field filled.
pub(crate) fn full(book: BookId) -> Vec<Fact> {
    let cast = Cast { priya: PersonId(uuid()), tom: PersonId(uuid()), room: RoomId(uuid()) };
    let mut facts = full_settings_and_people(book, &cast);
    facts.extend(full_occasions(&cast));
    facts.extend(full_dealings(&cast));
    facts.extend(full_observations(&cast));
    facts.extend(full_sources(&cast));
    facts.extend(about_me::full(cast.priya, cast.room));
    facts.extend(giving::full(cast.priya, cast.tom));
    for kind in FactKind::ALL {
        assert!(facts.iter().any(|fact| fact.kind() == *kind), "no sample of {kind:?}");
    }
    facts
}

fn full_settings_and_people(book: BookId, cast: &Cast) -> Vec<Fact> {
    let settings = Settings {
        owner_names: vec!["Sam Okoro".to_owned(), "S. Okoro".to_owned()],
        owner_emails: vec!["sam@okoro.example".to_owned()],
        zone: "Europe/Dublin".to_owned(),
        region: "IE".to_owned(),
        currency: Some(Currency::GBP),
        hours_per_week: Some(6),
        hourly_rate: pounds(12_000),
        monthly_need: pounds(300_000),
        weekly_spend: pounds(4_000),
        hindrance: Some(Hindrance::NoBelief),
        words_per_minute: Some(142),
        lock_hours: Some(12),
        locale: Some(Locale::EnIe),
        matters_most: Some(RoomPart::Ethos),
        targets: vec!["bakeries".to_owned(), "owner-managers".to_owned()],
        ..Settings::new(book)
    };
    let room = Room {
        kind: Some(RoomKind::Breakfast),
        cadence: Some(Cadence::Weekly),
        meeting_minutes: Some(90),
        travel_minutes: Some(40),
        annual_fee: pounds(60_000),
        fee_per_meeting: Some(Amount { currency: None, minor: -1 }),
        joined_on: Some(DAY),
        left_on: Some(date(2027, 1, 1)),
        absences_allowed: Some(3),
        absence_window_days: Some(180),
        substitute_allowed: Some(false),
        notes: some("Bring cards."),
        ..Room::named(cast.room, "Thursday Chapter")
    };
    let priya = Person {
        emails: vec!["priya@shah.example".to_owned(), "p@x.example".to_owned()],
        phones: vec!["+447700900123".to_owned()],
        urls: vec!["https://shah.example".to_owned()],
        organisation: some("Shah & Co"),
        role: some("Partner"),
        sector: some("accountancy"),
        city: some("Leeds"),
        met_on: Some(DAY),
        met_at: Some(cast.room),
        introduced_by: Some(cast.tom),
        what_they_do: some("Keeps books"),
        who_they_serve: some("Bakers"),
        looking_for: some("A web designer"),
        care: Some(Care::LetGo),
        care_on: Some(DAY),
        notes: some("Has two dogs."),
        set_aside: true,
        do_not_contact: true,
        merged_into: Some(cast.tom),
        ..Person::named(cast.priya, "Priya Shah")
    };
    vec![settings.into(), room.into(), priya.into(), Person::named(cast.tom, "Tom Vane").into()]
}

/// A meeting before, during and after.
fn full_meeting(cast: &Cast, people: Vec<PersonId>) -> Meeting {
    Meeting {
        starts: Some(time(6, 45, 0, 0)),
        minutes: Some(90),
        travel_minutes: Some(0),
        prep_minutes: Some(10),
        cost: pounds(1250),
        people,
        pitch: some("spring"),
        pitch_prepared: Some(true),
        pitch_changed: Some(false),
        pitch_changed_why: Some(PitchChange::HeardANeed),
        pitch_skipped: Some(false),
        energy: Some(4),
        goal: some("Two people to help"),
        goal_met: Some(ObjectiveMet::Partly),
        first_time: Some(true),
        nerves_before: Some(5),
        nerves_after: Some(2),
        missed: Some(true),
        debriefed_on: Some(DAY),
        notes: some("Loud."),
        ..Meeting::held(fact_id(), cast.room, DAY)
    }
}

fn full_occasions(cast: &Cast) -> Vec<Fact> {
    let people = vec![cast.tom, cast.priya];
    let pitch = Pitch {
        id: fact_id(),
        version: "spring".to_owned(),
        text: some("I help bakers sleep."),
        first_used_on: Some(DAY),
        beside_competitor: some("I help bakers sleep, by phone."),
    };
    let aim = Aim {
        id: fact_id(),
        what: "Three referrals a quarter".to_owned(),
        kind: AimKind::Referrals,
        set_on: Some(DAY),
        review_on: Some(DAY),
        closed_on: Some(DAY),
        tries: some("not-followed-up"),
        as_varied_as: None,
        people: people.clone(),
    };
    let project = Project {
        id: fact_id(),
        what: "A talk for bakers".to_owned(),
        kind: ProjectKind::Event,
        begun_on: Some(DAY),
        ended_on: Some(DAY),
        outcome: some("forty came"),
        people: people.clone(),
    };
    let tag = Tag { id: fact_id(), name: "Bakers".to_owned(), people: people.clone() };
    let meeting = full_meeting(cast, people.clone());
    let conversation = Conversation {
        starts: Some(time(10, 0, 0, 0)),
        minutes: Some(60),
        travel_minutes: Some(20),
        prep_minutes: Some(15),
        cost: pounds(700),
        objective: some("Learn whom they serve"),
        objective_met: Some(ObjectiveMet::Partly),
        they_know_me: Some(0),
        they_learned: some("whom I help"),
        i_learned: some("a baker she wants to meet"),
        energy: Some(4),
        offered: vec![DAY.at(8, 30, 0, 0), DAY.at(12, 30, 0, 0)],
        instead_of: Some(InsteadOf { room: cast.room, on: DAY }),
        stage: Stage::Agreed,
        notes: some("Coffee."),
        ..conversation(DAY, &people)
    };
    let note = Note { facts: vec![fact_id(), fact_id()], ..note(DAY, "spoke to both", &people) };
    vec![
        pitch.into(),
        tag.into(),
        list(cast.room).into(),
        project.into(),
        aim.into(),
        meeting.into(),
        conversation.into(),
        note.into(),
    ]
}

fn full_dealings(cast: &Cast) -> Vec<Fact> {
    let (id, on, person) = (fact_id, Some(DAY), cast.priya);
    let direction = PromisedBy::Mine;
    let what = "send the list".to_owned();
    vec![
        Promise { id: id(), person, direction, what, made_on: on, due_on: on, done_on: on }.into(),
        Help {
            id: id(),
            on,
            direction: Direction::Given,
            person,
            kind: HelpKind::Testimonial,
            asked: Some(false),
            about: some("the website"),
            outcome: some("published"),
        }
        .into(),
        Introduction {
            id: id(),
            on,
            introduced_by: Party::Me,
            person_a: Party::Person(cast.priya),
            person_b: Party::Person(cast.tom),
            outcome: some("they met"),
        }
        .into(),
        Referral {
            id: id(),
            on,
            direction: Direction::Received,
            person,
            prospect: some("Mills Bakery"),
            effort: Some(5),
            status: Some(ReferralStatus::NoFit),
            value: pounds(-250_000),
            closed_on: on,
            thanked_on: on,
        }
        .into(),
        Business {
            id: id(),
            won_on: on,
            client: "Mills Bakery".to_owned(),
            source_kind: Some(BusinessSource::Referral),
            source: some("Priya Shah"),
            referrer: Some(person),
            room: Some(cast.room),
            value: pounds(i64::MAX),
            notes: some("Ten loaves."),
        }
        .into(),
    ]
}

fn full_observations(cast: &Cast) -> Vec<Fact> {
    let (id, on, person) = (fact_id, Some(DAY), cast.priya);
    vec![
        ChannelMonth {
            id: id(),
            channel: "cold calling".to_owned(),
            month: date(2026, 5, 1),
            minutes: Some(600),
            cost: pounds(0),
            leads: Some(4),
            sales: Some(0),
            value: pounds(1),
        }
        .into(),
        Rating { id: id(), person, what: Rated::IWouldRefer, score: 0, on }.into(),
        Need { id: id(), person, on, what: "a plumber".to_owned(), met_on: on }.into(),
        Offer { id: id(), person, on, what: "a spare desk".to_owned(), closed_on: on }.into(),
    ]
}

fn full_sources(cast: &Cast) -> Vec<Fact> {
    let (id, priya) = (fact_id, cast.priya);
    let at = datetime(2026, 5, 14, 10, 0, 0, 0);
    let attendee = Attendee { name: some("Tom"), email: some("tom@vane.example") };
    let event = Event {
        title: "Coffee, Tom".to_owned(),
        on: Some(DAY),
        starts: Some(time(10, 0, 0, 0)),
        zone: some("Europe/London"),
        minutes: Some(60),
        rrule: some("FREQ=WEEKLY"),
        rdates: vec![at],
        exdates: vec![at],
        organiser: Some(attendee.clone()),
        attendees: vec![attendee],
        location: some("Café 9"),
        description: some("Line one\nline two"),
        cancelled: true,
    };
    let people = vec![cast.tom, priya];
    let meaning = Meaning::Conversation { kind: ConversationKind::Video, people };
    let said = SaidPerson { name: some("Priya Shah"), trust: Some(3), ..SaidPerson::default() };
    vec![
        Entry { id: id(), uid: "e1@x".to_owned(), recurrence_id: Some(at), event, meaning }.into(),
        CalendarObject {
            id: id(),
            component: "VTIMEZONE".to_owned(),
            uid: "Europe/London".to_owned(),
            octets: Octets(vec![0, 159, 146, 150]),
        }
        .into(),
        Card { id: id(), uid: "c1".to_owned(), person: priya, octets: Octets(b"BEGIN".to_vec()) }
            .into(),
        Question {
            id: id(),
            key: "same|1".to_owned(),
            asks: Asks::SamePerson,
            about: vec!["P. Shah".to_owned()],
            count: 2,
            choices: vec!["yes".to_owned(), "no".to_owned()],
            subjects: vec![priya.into()],
            answer: some("yes"),
            closed: true,
        }
        .into(),
        suppression("grain", &["n00ff", "e12"]),
        Statement {
            id: id(),
            source: Source::Sheet,
            key: "people|priya shah".to_owned(),
            document: "people.csv".to_owned(),
            about: FactKind::Person,
            subject: priya.into(),
            written_under: priya.into(),
            said: Said::Person(Box::new(said)),
            recorded_at: "2026-05-14T08:30:00.000001Z".parse().unwrap(),
        }
        .into(),
    ]
}

/// A list for which everything is asked.
fn list(room: RoomId) -> PeopleList {
    let filter = PeopleFilter {
        words: some("bread"),
        levels: vec![2, 3],
        states: vec![kithwork_core::ladder::State::Cooling],
        rooms: vec![room],
        sectors: vec!["baking".to_owned()],
        tags: vec![fact_id()],
        not_sat_down: true,
        undecided: true,
        could_refer: true,
        set_aside: true,
        seen_before: Some(DAY),
        seen_after: Some(DAY),
    };
    PeopleList { id: fact_id(), name: "Bakers going quiet".to_owned(), filter }
}

/// One fact of each kind, of which hardly anything is known; settings are the book's own.
pub(crate) fn bare() -> Vec<Fact> {
    let (id, tom, room) = (fact_id, person("Tom"), Room::named(RoomId(uuid()), ""));
    let mut facts = dealings::bare(tom.id);
    facts.extend(bare_observations(tom.id));
    facts.extend(bare_sources(tom.id));
    facts.extend(about_me::bare(tom.id, room.id));
    facts.extend(giving::bare(tom.id));
    facts.extend([
        Meeting::held(id(), room.id, DAY).into(),
        conversation(DAY, &[]).into(),
        note(DAY, "", &[]).into(),
        room.into(),
        tom.into(),
        Pitch::named(id(), "").into(),
    ]);
    facts
}

fn bare_observations(person: PersonId) -> Vec<Fact> {
    let (id, empty) = (fact_id, String::new);
    vec![
        Business {
            id: id(),
            won_on: None,
            client: empty(),
            source_kind: None,
            source: None,
            referrer: None,
            room: None,
            value: None,
            notes: None,
        }
        .into(),
        ChannelMonth {
            id: id(),
            channel: empty(),
            month: DAY,
            minutes: None,
            cost: None,
            leads: None,
            sales: None,
            value: None,
        }
        .into(),
        Rating { id: id(), person, what: Rated::Trust, score: 4, on: None }.into(),
        Need { id: id(), person, on: None, what: empty(), met_on: None }.into(),
        Offer { id: id(), person, on: None, what: empty(), closed_on: None }.into(),
    ]
}

fn suppression(salt: &str, digests: &[&str]) -> Fact {
    let digests = digests.iter().map(|&digest| digest.to_owned()).collect();
    Suppression { id: fact_id(), salt: salt.to_owned(), digests, on: DAY }.into()
}

fn bare_sources(person: PersonId) -> Vec<Fact> {
    let (id, empty) = (fact_id, String::new);
    vec![
        Entry {
            id: id(),
            uid: empty(),
            recurrence_id: None,
            event: Event::default(),
            meaning: Meaning::Undecided,
        }
        .into(),
        CalendarObject { id: id(), component: empty(), uid: empty(), octets: Octets(vec![]) }
            .into(),
        Card { id: id(), uid: empty(), person, octets: Octets(vec![]) }.into(),
        Question {
            id: id(),
            key: empty(),
            asks: Asks::WhichRoom,
            about: vec![],
            count: 0,
            choices: vec![],
            subjects: vec![],
            answer: None,
            closed: false,
        }
        .into(),
        suppression("", &[]),
        Statement {
            id: id(),
            source: Source::Group,
            key: empty(),
            document: empty(),
            about: FactKind::Room,
            subject: id(),
            written_under: id(),
            said: Said::Room(SaidRoom::default()),
            recorded_at: jiff::Timestamp::UNIX_EPOCH,
        }
        .into(),
    ]
}
