//! What was understood of a note, as facts. A part that names somebody ambiguous waits for its
//! answer; all others are written.

use super::known::Known;
use super::told::{self, Told, Took};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::{conversation, word};
use jiff::ToSpan;
use jiff::civil::Date;
use kithwork_core::capture::{Part, Spoke, Through, Understood};
use kithwork_core::change::Edit;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{
    Business, BusinessSource, ChannelMonth, Conversation, ConversationKind, Direction, Help,
    Introduction, Meeting, Need, Offer, Party, Person, Promise, Referral, ReferralStatus, Room,
    Stage,
};
use kithwork_core::handover::Said;
use kithwork_core::id::{FactId, Ids, PersonId, RoomId};
use kithwork_core::money::Amount;
use kithwork_store::Store;

/// A wish to be in touch again that names no day is for a week later.
const SOON: i64 = 7;

/// The day on which the owner knew what a note tells: that of the encounter, unless it is still to come.
pub(super) fn told_on(understood: &Understood, known: &Known) -> Date {
    understood.on.min(known.today)
}

/// The facts of a note, as they are put together.
pub(super) struct Draft<'a> {
    pub(super) store: &'a dyn Store,
    pub(super) ctx: &'a Ctx,
    pub(super) known: &'a Known,
    /// The meeting at which the note was taken.
    pub(super) at: Option<&'a Meeting>,
    pub(super) understood: &'a Understood,
    pub(super) ids: Ids<'a>,
    /// Each named person's id; none where it is ambiguous.
    named: Vec<Option<PersonId>>,
    pub(super) created: Vec<Person>,
    /// Each named room's id; none where it is ambiguous, or new and not written yet.
    rooms: Vec<Option<RoomId>>,
    new_rooms: Vec<Room>,
    pub(super) edits: Vec<Edit>,
    pub(super) told: Told,
}

impl<'a> Draft<'a> {
    pub(super) fn begin(
        store: &'a dyn Store,
        ctx: &'a Ctx,
        (known, at): (&'a Known, Option<&'a Meeting>),
        understood: &'a Understood,
        ids: Ids<'a>,
    ) -> Self {
        let mut created = Vec::new();
        let mut named = Vec::with_capacity(understood.people.len());
        for person in &understood.people {
            let id = person.id.or_else(|| {
                person.could_be.is_empty().then(|| {
                    let new = Person::named(PersonId(ids()), person.name.clone());
                    let id = new.id;
                    created.push(new);
                    id
                })
            });
            named.push(id);
        }
        let rooms = understood.rooms.iter().map(|room| room.id).collect();
        let (new_rooms, edits, told) = (Vec::new(), Vec::new(), Told::default());
        Self {
            store,
            ctx,
            known,
            at,
            understood,
            ids,
            named,
            created,
            rooms,
            new_rooms,
            edits,
            told,
        }
    }

    /// Writes a part, unless it waits for an answer.
    pub(super) async fn add(&mut self, part: &Part) -> Result<()> {
        let on = self.told_on();
        match part {
            Part::Conversation(spoke) => self.conversation(spoke).await?,
            Part::Meeting { .. } => self.meeting(part).await?,
            Part::Travel { room, on, minutes } => self.way(part, (*room, *on), *minutes).await?,
            Part::Preparation { .. } => self.preparation(part).await?,
            Part::Energy { room, score } => self.energy(*room, *score).await?,
            Part::Channel { name, on, minutes } => self.channel(part, name, *on, *minutes),
            Part::Trade { who, what } => self.trade(part, *who, what).await?,
            Part::FollowUp { who, on: when } => self.follow_up(*who, *when),
            Part::Promise { who, direction, what, due_on } => {
                let Some(person) = self.one(*who) else { return Ok(()) };
                let id = FactId((self.ids)());
                let (direction, what, made_on) = (*direction, what.clone(), Some(on));
                let due_on = *due_on;
                self.write(
                    Promise { id, person, direction, what, made_on, due_on, done_on: None },
                    part,
                );
            }
            Part::Need { who, what } => {
                let Some(person) = self.one(*who) else { return Ok(()) };
                let id = FactId((self.ids)());
                self.write(
                    Need { id, person, on: Some(on), what: what.clone(), met_on: None },
                    part,
                );
            }
            Part::Offer { who, what } => {
                let Some(person) = self.one(*who) else { return Ok(()) };
                let (id, what) = (FactId((self.ids)()), what.clone());
                self.write(Offer { id, person, on: Some(on), what, closed_on: None }, part);
            }
            Part::Help { direction, who, kind, about } => {
                let Some(person) = self.one(*who) else { return Ok(()) };
                let (id, about) = (FactId((self.ids)()), Some(about.clone()));
                let (direction, kind) = (*direction, *kind);
                let (asked, outcome) = (None, None);
                self.write(
                    Help { id, on: Some(on), direction, person, kind, asked, about, outcome },
                    part,
                );
            }
            Part::Introduction { by, a, b } => self.introduction(part, [*by, *a, *b]).await?,
            Part::Business { client, through, value } => {
                self.business(part, client, through, *value);
            }
            Part::Referral { direction, who, prospect, value } => {
                let Some(person) = self.one(*who) else { return Ok(()) };
                self.referral(part, (*direction, person), prospect.as_deref(), *value).await?;
            }
        }
        Ok(())
    }

    /// Time that another way of finding clients took.
    fn channel(&mut self, part: &Part, name: &str, on: Date, minutes: u32) {
        let month = ChannelMonth {
            id: FactId((self.ids)()),
            channel: name.to_owned(),
            month: on.first_of_month(),
            minutes: Some(minutes),
            cost: None,
            leads: None,
            sales: None,
            value: None,
        };
        self.write(month, part);
    }

    async fn referral(
        &mut self,
        part: &Part,
        (direction, person): (Direction, PersonId),
        prospect: Option<&str>,
        value: Option<Amount>,
    ) -> Result<()> {
        let on = self.told_on();
        let known = match prospect {
            Some(prospect) => self.known_referral((direction, person), prospect, on).await?,
            None => None,
        };
        if let Some(before) = known {
            // What a file tells of it would be read over what is filled in here.
            let is_own = !conversation::is_told_elsewhere(self.store, self.ctx, before.id).await?;
            let value = before.value.or(value.filter(|_| is_own));
            let after = Referral { value, ..before.clone() };
            self.stands(part, before.id);
            self.edits.extend(Edit::changed(before, after));
            return Ok(());
        }
        let referral = Referral {
            prospect: prospect.map(str::to_owned),
            status: Some(ReferralStatus::Open),
            value,
            ..Referral::passed_on(FactId((self.ids)()), direction, person, Some(on))
        };
        self.write(referral, part);
        Ok(())
    }

    /// Something that the book knows already: it stands with the note, and is written once.
    fn stands(&mut self, part: &Part, id: FactId) {
        self.told.facts.push(id);
        self.told.understood.push(told::part(part, self.understood, self.known));
    }

    /// Whether a part waits for an answer.
    pub(super) fn waits(&self, part: &Part) -> bool {
        let open = |who: &Option<usize>| self.one(*who).is_none();
        match part {
            Part::Conversation(Spoke { people, .. }) => self.all(people).is_none(),
            Part::Meeting { room, people, .. } => {
                self.is_room_open(*room) || self.all(people).is_none()
            }
            Part::Travel { room, .. } | Part::Energy { room, .. } => self.is_room_open(*room),
            Part::Preparation { room, .. } => room.is_some_and(|room| self.is_room_open(room)),
            Part::Channel { .. } => false,
            Part::Trade { who, .. } => open(&Some(*who)),
            Part::Business { through, .. } => match through {
                Through::Person(who) => open(&Some(*who)),
                Through::Room(room) => self.is_room_open(*room),
                Through::Channel(_) | Through::Unsaid => false,
            },
            Part::Promise { who, .. }
            | Part::Need { who, .. }
            | Part::Offer { who, .. }
            | Part::Help { who, .. }
            | Part::FollowUp { who, .. }
            | Part::Referral { who, .. } => open(who),
            Part::Introduction { by, a, b } => {
                [by, a, b].into_iter().any(|who| who.is_some() && open(who))
            }
        }
    }

    /// Everything to write, new people first.
    pub(super) fn finish(self) -> Told {
        let Self { created, new_rooms, edits, mut told, named, .. } = self;
        told.created_people = created.iter().map(|person| person.name.clone()).collect();
        told.created_groups = new_rooms.iter().map(|room| room.name.clone()).collect();
        told.edits = new_rooms.into_iter().map(Edit::created).collect();
        told.edits.extend(created.into_iter().map(Edit::created).chain(edits));
        told.people = named.into_iter().flatten().collect();
        told.people.sort_unstable();
        told.people.dedup();
        told
    }

    pub(super) fn one(&self, who: Option<usize>) -> Option<PersonId> {
        self.named.get(who?).copied().flatten()
    }

    pub(super) fn is_room_open(&self, room: usize) -> bool {
        self.understood.rooms.get(room).is_none_or(|named| !named.could_be.is_empty())
    }

    /// The room of that place, begun if it is new to the book; none while it is ambiguous.
    fn room(&mut self, place: usize) -> Option<RoomId> {
        let named = self.understood.rooms.get(place).filter(|named| named.could_be.is_empty())?;
        if let Some(id) = self.rooms.get(place).copied().flatten() {
            return Some(id);
        }
        let new = Room::named(RoomId((self.ids)()), named.name.clone());
        let id = new.id;
        self.new_rooms.push(new);
        *self.rooms.get_mut(place)? = Some(id);
        Some(id)
    }

    fn all(&self, people: &[usize]) -> Option<Vec<PersonId>> {
        people.iter().map(|&place| self.one(Some(place))).collect()
    }

    pub(super) fn write(&mut self, fact: impl Into<Fact>, part: &Part) {
        let fact = fact.into();
        self.told.facts.push(fact.id());
        self.edits.push(Edit::created(fact));
        self.told.understood.push(told::part(part, self.understood, self.known));
    }

    /// What a part tells of a meeting that the book knows already. Words that change nothing of it are not told: what
    /// they say of it besides would be kept out of sight, on nobody's page.
    pub(super) fn changes(&mut self, id: FactId, edit: Option<Edit>, part: &Part) {
        let Some(edit) = edit else { return };
        self.told.facts.push(id);
        self.edits.push(edit);
        self.told.understood.push(told::part(part, self.understood, self.known));
    }

    async fn conversation(&mut self, spoke: &Spoke) -> Result<()> {
        let Some(people) = self.all(&spoke.people) else { return Ok(()) };
        let part = Part::Conversation(spoke.clone());
        let stage = if self.has_come(spoke.on) { Stage::Happened } else { Stage::Agreed };
        if let Some(before) = self.known_conversation(spoke, &people).await? {
            let after = Conversation {
                minutes: spoke.minutes.or(before.minutes),
                prep_minutes: spoke.prep.or(before.prep_minutes),
                cost: spoke.cost.or(before.cost),
                energy: spoke.energy.or(before.energy),
                stage: stage.max(before.stage),
                ..before.clone()
            };
            let said = told::own_conversation(&after, spoke);
            self.own((FactKind::Conversation, after.id), said).await?;
            // Told again, it is one; their page has the words.
            self.stands(&part, before.id);
            self.edits.extend(Edit::changed(before, after));
            return Ok(());
        }
        let id = FactId((self.ids)());
        let mut conversation = Conversation::happened(id, spoke.kind, spoke.on, people);
        conversation.minutes = spoke.minutes;
        conversation.prep_minutes = spoke.prep;
        (conversation.cost, conversation.energy) = (spoke.cost, spoke.energy);
        conversation.stage = stage;
        self.write(conversation, &part);
        Ok(())
    }

    /// The owner's word on a row that another source told of.
    pub(super) async fn own(&mut self, row: (FactKind, FactId), said: Said) -> Result<()> {
        let word = word::kept(self.store, self.ctx, row, said, &mut *self.ids).await?;
        self.edits.extend(word);
        Ok(())
    }

    /// Whether a day has come: what is told of one ahead is agreed, and has not been yet.
    fn has_come(&self, day: Date) -> bool {
        day <= self.known.today
    }

    pub(super) fn told_on(&self) -> Date {
        told_on(self.understood, self.known)
    }

    /// The same occasion, where another source already told of it.
    async fn known_conversation(
        &self,
        spoke: &Spoke,
        people: &[PersonId],
    ) -> Result<Option<Conversation>> {
        let Some(&first) = people.iter().find(|p| !self.is_new(**p)) else { return Ok(None) };
        let sorted = |people: &[PersonId]| {
            let mut people = people.to_vec();
            people.sort_unstable();
            people
        };
        let timeline = self.store.timeline(self.ctx.tenant, first).await?;
        let talks = timeline.into_iter().filter_map(|fact| match fact {
            Fact::Conversation(c) => Some(c),
            _ => None,
        });
        let is_near = |c: &Conversation| {
            c.on == spoke.on
                && c.kind.may_be(c.minutes, spoke.kind, spoke.minutes)
                && sorted(&c.people) == sorted(people)
        };
        for talk in talks.filter(is_near) {
            // The owner rang in the morning and had lunch: two kinds, both told by themselves, are two talks.
            let is_one = talk.kind == spoke.kind || talk.stage != Stage::Happened;
            if is_one || conversation::is_told_elsewhere(self.store, self.ctx, talk.id).await? {
                return Ok(Some(talk));
            }
        }
        Ok(None)
    }

    pub(super) fn is_new(&self, id: PersonId) -> bool {
        self.created.iter().any(|person| person.id == id)
    }

    pub(super) async fn meeting(&mut self, part: &Part) -> Result<()> {
        let Part::Meeting { room, on, minutes, travel, prep, cost, energy, people } = part else {
            return Ok(());
        };
        let (place, on, minutes) = (*room, *on, *minutes);
        let took = Took { travel: *travel, prep: *prep, cost: *cost, energy: *energy };
        let Some(talked_to) = self.all(people) else { return Ok(()) };
        let Some(room) = self.room(place) else { return Ok(()) };
        let has_come = self.has_come(on);
        for person in self.created.iter_mut().filter(|p| has_come && talked_to.contains(&p.id)) {
            person.met_at = Some(room);
            person.met_on = Some(on);
        }
        let meetings = self.store.all(self.ctx.tenant, FactKind::Meeting).await?;
        // Of two meetings of a day, the one at which it was written down.
        let meant = self.at.filter(|at| at.room == room && at.on == on);
        let is_meant = |m: &Meeting| meant.is_none_or(|meant| meant.id == m.id);
        let held = meetings.into_iter().find_map(|fact| match fact {
            Fact::Meeting(m) if m.room == room && m.on == on && is_meant(&m) => Some(m),
            _ => None,
        });
        let Some(before) = held else {
            let new = || Meeting::held(FactId((self.ids)()), room, on);
            let mut meeting = meant.cloned().unwrap_or_else(new);
            meeting.minutes = minutes.or(meeting.minutes);
            meeting = took.over(meeting);
            meeting.people = talked_to;
            self.write(meeting, part);
            return Ok(());
        };
        let mut after = took.over(before.clone());
        after.minutes = minutes.or(before.minutes);
        after.people.extend(talked_to.into_iter().filter(|p| !before.people.contains(p)));
        if let Some(said) = told::own_meeting(&after, took, self.known, &self.created) {
            self.own((FactKind::Meeting, after.id), said).await?;
        }
        self.changes(before.id, Edit::changed(before, after), part);
        Ok(())
    }

    /// A wish to be in touch again is a conversation that nobody has been asked for yet.
    fn follow_up(&mut self, who: Option<usize>, when: Option<Date>) {
        let Some(person) = self.one(who) else { return };
        let on = self.understood.on;
        let on = when.unwrap_or_else(|| on.saturating_add(SOON.days()));
        let id = FactId((self.ids)());
        let mut wish = Conversation::happened(id, ConversationKind::Message, on, vec![person]);
        wish.stage = Stage::Suggested;
        self.write(wish, &Part::FollowUp { who, on: Some(on) });
    }

    async fn introduction(&mut self, part: &Part, parties: [Option<usize>; 3]) -> Result<()> {
        let party = |who: Option<usize>| match who {
            None => Some(Party::Me),
            Some(_) => self.one(who).map(Party::Person),
        };
        let [Some(introduced_by), Some(person_a), Some(person_b)] = parties.map(party) else {
            return Ok(());
        };
        let (pair, day) = ([person_a, person_b], self.told_on());
        if let Some(made) = self.known_introduction(introduced_by, pair, day).await? {
            self.stands(part, made.id);
            return Ok(());
        }
        let (id, on) = (FactId((self.ids)()), Some(day));
        self.write(Introduction { id, on, introduced_by, person_a, person_b, outcome: None }, part);
        Ok(())
    }

    /// Business and where it came from: a referral of the person who gave it, a room, a channel.
    fn business(&mut self, part: &Part, client: &str, through: &Through, value: Option<Amount>) {
        let (mut referrer, mut room) = (None, None);
        let (source_kind, source) = match through {
            Through::Person(who) => {
                let Some(person) = self.one(Some(*who)) else { return };
                referrer = Some(person);
                let name = self.understood.people.get(*who).map(|named| named.name.clone());
                let name = self.known.person(person).map(str::to_owned).or(name);
                (Some(BusinessSource::Referral), name)
            }
            Through::Room(place) => {
                let Some(id) = self.room(*place) else { return };
                room = Some(id);
                let name = self.understood.rooms.get(*place).map(|named| named.name.clone());
                let name = self.known.room(id).map(str::to_owned).or(name);
                (Some(BusinessSource::Group), name)
            }
            Through::Channel(name) => (Some(BusinessSource::Channel), Some(name.clone())),
            Through::Unsaid => (None, None),
        };
        let business = Business {
            id: FactId((self.ids)()),
            won_on: Some(self.told_on()),
            client: client.to_owned(),
            source_kind,
            source,
            referrer,
            room,
            value,
            notes: None,
        };
        self.write(business, part);
    }
}
