//! Facts as a source would say them: with names for people and rooms.

use kithwork_core::fact::{FactKind, Facts};
use kithwork_core::facts::{Direction, Party, Person, Rated, Rating, Stage};
use kithwork_core::handover::{
    Said, SaidBusiness, SaidConversation, SaidHelp, SaidIntroduction, SaidMeeting, SaidPerson,
    SaidPitch, SaidPromise, SaidReferral, SaidRoom,
};
use kithwork_core::id::{FactId, PersonId, RoomId};
use std::collections::{BTreeMap, HashMap};

/// The owner, who is no person of the book.
const ME: &str = "me";

/// What people and rooms are called.
pub(super) struct Names<'a> {
    people: HashMap<PersonId, &'a Person>,
    rooms: HashMap<RoomId, &'a str>,
    ratings: HashMap<(PersonId, Rated), &'a Rating>,
}

impl<'a> Names<'a> {
    pub(super) fn of(facts: &'a Facts) -> Self {
        let mut ratings: HashMap<(PersonId, Rated), &Rating> = HashMap::new();
        for rating in &facts.ratings {
            let latest = ratings.entry((rating.person, rating.what)).or_insert(rating);
            if rating.on >= latest.on {
                *latest = rating;
            }
        }
        Self {
            people: facts.people.iter().map(|p| (p.id, p)).collect(),
            rooms: facts.rooms.iter().map(|r| (r.id, r.name.as_str())).collect(),
            ratings,
        }
    }

    /// The record that stands for a person now.
    pub(super) fn person(&self, id: PersonId) -> Option<&'a Person> {
        let mut person = *self.people.get(&id)?;
        // A chain is as long as its merges; the bound only guards against a damaged book.
        for _ in 0..self.people.len() {
            match person.merged_into.and_then(|into| self.people.get(&into)) {
                Some(into) => person = into,
                None => break,
            }
        }
        Some(person)
    }

    pub(super) fn name(&self, id: PersonId) -> String {
        self.person(id).map(|person| person.name.clone()).unwrap_or_default()
    }

    fn names(&self, ids: &[PersonId]) -> Vec<String> {
        ids.iter().map(|&id| self.name(id)).filter(|name| !name.is_empty()).collect()
    }

    fn room(&self, id: RoomId) -> String {
        self.rooms.get(&id).map(|&name| name.to_owned()).unwrap_or_default()
    }

    fn party(&self, party: Party) -> String {
        party.person().map_or_else(|| ME.to_owned(), |id| self.name(id))
    }

    fn rated(&self, person: PersonId, what: Rated) -> Option<&'a Rating> {
        self.ratings.get(&(person, what)).copied()
    }
}

/// One fact, said.
pub(super) struct Told {
    pub(super) kind: FactKind,
    pub(super) id: FactId,
    pub(super) said: Said,
}

/// Everything that sheets can tell, in the order of the facts. People who are set aside, and what
/// is only planned, is not for sheets.
pub(super) fn all(facts: &Facts) -> Vec<Told> {
    let names = Names::of(facts);
    let mut all = Vec::with_capacity(facts.len());
    let mut tell = |kind, id: FactId, said| all.push(Told { kind, id, said });
    for p in facts.people.iter().filter(|p| p.counts()) {
        tell(FactKind::Person, p.id.into(), Said::Person(Box::new(person(p, &names))));
    }
    for r in &facts.rooms {
        tell(FactKind::Room, r.id.into(), Said::Room(room(r)));
    }
    for m in &facts.meetings {
        tell(FactKind::Meeting, m.id, Said::Meeting(meeting(m, &names)));
    }
    for c in facts.conversations.iter().filter(|c| c.stage == Stage::Happened) {
        tell(FactKind::Conversation, c.id, Said::Conversation(conversation(c, &names)));
    }
    all.extend(deeds(facts, &names));
    all
}

/// What people did for each other, and what came of it.
fn deeds(facts: &Facts, names: &Names<'_>) -> Vec<Told> {
    let mut all = Vec::new();
    let mut tell = |kind, id, said| all.push(Told { kind, id, said });
    for h in &facts.help {
        tell(FactKind::Help, h.id, help(h, names));
    }
    for i in &facts.introductions {
        tell(FactKind::Introduction, i.id, introduction(i, names));
    }
    for r in &facts.referrals {
        tell(FactKind::Referral, r.id, referral(r, names));
    }
    for b in &facts.business {
        tell(FactKind::Business, b.id, business(b));
    }
    for c in &facts.channel_months {
        tell(FactKind::ChannelMonth, c.id, Said::ChannelMonth(c.into()));
    }
    for p in &facts.promises {
        tell(FactKind::Promise, p.id, promise(p, names));
    }
    for p in &facts.pitches {
        let (version, text) = (p.version.clone(), p.text.clone());
        let (first_used_on, extra) = (p.first_used_on, BTreeMap::new());
        let beside_competitor = p.beside_competitor.clone();
        let said = SaidPitch { version, text, first_used_on, beside_competitor, extra };
        let said = Said::Pitch(said);
        tell(FactKind::Pitch, p.id, said);
    }
    all
}

fn person(person: &Person, names: &Names<'_>) -> SaidPerson {
    let rated = |what| names.rated(person.id, what);
    let (knows, trust) = (rated(Rated::Understanding), rated(Rated::Trust));
    let refer = rated(Rated::IWouldRefer);
    SaidPerson {
        name: Some(person.name.clone()),
        emails: person.emails.clone(),
        phones: person.phones.clone(),
        urls: person.urls.clone(),
        profile: person.urls.iter().find_map(|url| crate::reach::profile(url)),
        organisation: person.organisation.clone(),
        role: person.role.clone(),
        sector: person.sector.clone(),
        city: person.city.clone(),
        met_on: person.met_on,
        met_at: person.met_at.map(|room| names.room(room)),
        introduced_by: person.introduced_by.map(|id| names.name(id)),
        what_they_do: person.what_they_do.clone(),
        who_they_serve: person.who_they_serve.clone(),
        looking_for: person.looking_for.clone(),
        knows_what_i_do: knows.map(|rating| rating.score),
        trust: trust.map(|rating| rating.score),
        i_would_refer: refer.map(|rating| rating.score),
        rated_on: [knows, trust, refer].into_iter().flatten().filter_map(|r| r.on).max(),
        care: person.care,
        care_on: person.care_on,
        notes: person.notes.clone(),
        ..SaidPerson::default()
    }
}

fn room(room: &kithwork_core::facts::Room) -> SaidRoom {
    SaidRoom {
        name: room.name.clone(),
        kind: room.kind,
        cadence: room.cadence,
        meeting_minutes: room.meeting_minutes,
        travel_minutes: room.travel_minutes,
        annual_fee: room.annual_fee,
        fee_per_meeting: room.fee_per_meeting,
        joined_on: room.joined_on,
        left_on: room.left_on,
        absences_allowed: room.absences_allowed,
        absence_window_days: room.absence_window_days,
        substitute_allowed: room.substitute_allowed,
        notes: room.notes.clone(),
        ..SaidRoom::default()
    }
}

fn meeting(meeting: &kithwork_core::facts::Meeting, names: &Names<'_>) -> SaidMeeting {
    SaidMeeting::of(meeting, names.room(meeting.room), names.names(&meeting.people))
}

fn conversation(
    conversation: &kithwork_core::facts::Conversation,
    names: &Names<'_>,
) -> SaidConversation {
    SaidConversation {
        on: conversation.on,
        kind: conversation.kind,
        people: names.names(&conversation.people),
        minutes: conversation.minutes,
        travel_minutes: conversation.travel_minutes,
        prep_minutes: conversation.prep_minutes,
        cost: conversation.cost,
        objective: conversation.objective.clone(),
        objective_met: conversation.objective_met,
        they_know_me: conversation.they_know_me,
        they_learned: conversation.they_learned.clone(),
        i_learned: conversation.i_learned.clone(),
        energy: conversation.energy,
        notes: conversation.notes.clone(),
        extra: BTreeMap::new(),
    }
}

fn help(help: &kithwork_core::facts::Help, names: &Names<'_>) -> Said {
    Said::Help(SaidHelp {
        on: help.on,
        direction: help.direction,
        person: names.name(help.person),
        kind: help.kind,
        about: help.about.clone(),
        asked: help.asked,
        outcome: help.outcome.clone(),
        extra: BTreeMap::new(),
    })
}

fn introduction(made: &kithwork_core::facts::Introduction, names: &Names<'_>) -> Said {
    Said::Introduction(SaidIntroduction {
        on: made.on,
        introduced_by: names.party(made.introduced_by),
        person_a: names.party(made.person_a),
        person_b: names.party(made.person_b),
        outcome: made.outcome.clone(),
        extra: BTreeMap::new(),
    })
}

fn referral(referral: &kithwork_core::facts::Referral, names: &Names<'_>) -> Said {
    let (person, me) = (names.name(referral.person), ME.to_owned());
    let (from, to) = match referral.direction {
        Direction::Received => (person, me),
        Direction::Given => (me, person),
    };
    Said::Referral(SaidReferral {
        on: referral.on,
        direction: referral.direction,
        from,
        to,
        prospect: referral.prospect.clone(),
        effort: referral.effort,
        status: referral.status,
        value: referral.value,
        closed_on: referral.closed_on,
        thanked_on: referral.thanked_on,
        extra: BTreeMap::new(),
    })
}

fn business(business: &kithwork_core::facts::Business) -> Said {
    Said::Business(SaidBusiness {
        won_on: business.won_on,
        client: business.client.clone(),
        source_kind: business.source_kind,
        source: business.source.clone(),
        value: business.value,
        notes: business.notes.clone(),
        extra: BTreeMap::new(),
    })
}

fn promise(promise: &kithwork_core::facts::Promise, names: &Names<'_>) -> Said {
    Said::Promise(SaidPromise {
        made_on: promise.made_on,
        person: names.name(promise.person),
        direction: promise.direction,
        what: promise.what.clone(),
        due_on: promise.due_on,
        done_on: promise.done_on,
        extra: BTreeMap::new(),
    })
}
