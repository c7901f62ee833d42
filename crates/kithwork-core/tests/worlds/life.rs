//! A networker's weeks, lived one after the other and written down.

use crate::chance::Chance;
use crate::habits::Habits;
use crate::money;
use jiff::civil::Date;
use kithwork_core::days::days_before;
use kithwork_core::fact::Facts;
use kithwork_core::facts::*;
use kithwork_core::id::{BookId, FactId, PersonId, RoomId};
use uuid::Uuid;

/// Somebody the networker has met.
struct Contact {
    id: PersonId,
    room: Option<usize>,
    met: i32,
    one_to_ones: u32,
    last: i32,
    /// How much they refer, beside 1.
    refers: f64,
    referred: u32,
    /// Whether they are worth a second look to this networker.
    fits: bool,
    /// Whether they look for what somebody in the book may offer.
    can_be_helped: bool,
}

/// What people do and look for.
const TRADES: [&str; 8] = [
    "accountant",
    "web designer",
    "photographer",
    "plumber",
    "florist",
    "solicitor",
    "caterer",
    "translator",
];

pub(crate) struct Life<'a> {
    habits: &'a Habits,
    pub(crate) chance: Chance,
    pub(crate) facts: Facts,
    contacts: Vec<Contact>,
    today: Date,
    /// Days lived until today.
    days: i32,
    next: u128,
    expected_pounds: f64,
}

/// What a life left behind.
pub(crate) struct Lived {
    pub(crate) facts: Facts,
    /// What its chances of a referral were worth by now; the book doesn't know it.
    pub(crate) expected_pounds: f64,
}

/// A life with these habits, up to a day.
pub(crate) fn live(habits: &Habits, seed: u64, today: Date) -> Lived {
    let mut life = Life {
        habits,
        chance: Chance::new(seed),
        facts: Facts::default(),
        contacts: Vec::new(),
        today,
        days: habits.weeks * 7,
        next: 1,
        expected_pounds: 0.0,
    };
    life.settle();
    for week in 0..habits.weeks {
        life.meetings(week);
        life.one_to_ones(week);
        life.direct_business(week);
    }
    life.ratings();
    life.forget();
    Lived { facts: life.facts, expected_pounds: life.expected_pounds }
}

impl Life<'_> {
    fn id(&mut self) -> Uuid {
        self.next += 1;
        Uuid::from_u128(self.next)
    }

    pub(crate) fn fact(&mut self) -> FactId {
        FactId(self.id())
    }

    pub(crate) fn date(&self, day: i32) -> Date {
        days_before(self.today, self.days - day)
    }

    pub(crate) fn is_past(&self, day: i32) -> bool {
        day <= self.days
    }

    fn settle(&mut self) {
        let mut settings = Settings::new(BookId(Uuid::nil()));
        settings.hours_per_week = self.habits.hours_a_week;
        settings.monthly_need = self.habits.monthly_need.map(money::pounds);
        self.facts.settings.push(settings);
        let joined = self.date(0);
        for (at, habit) in self.habits.rooms.iter().enumerate() {
            let mut room = Room::named(room_id(at), format!("Room {at}"));
            room.cadence = Some(habit.cadence);
            room.meeting_minutes = Some(habit.minutes);
            room.travel_minutes = Some(habit.travel);
            room.joined_on = Some(joined);
            self.facts.rooms.push(room);
        }
    }

    fn meetings(&mut self, week: i32) {
        for at in 0..self.habits.rooms.len() {
            let habit = self.habits.rooms[at].clone();
            let is_on = match habit.cadence {
                Cadence::Weekly => true,
                Cadence::Fortnightly => week % 2 == 0,
                _ => week % 4 == 0,
            };
            if !is_on || !self.chance.happens(0.9) {
                continue;
            }
            let day = week * 7 + 1 + i32::try_from(at).unwrap() % 5;
            self.meeting(at, day);
        }
    }

    fn meeting(&mut self, at: usize, day: i32) {
        let mut meeting = Meeting::held(self.fact(), room_id(at), self.date(day));
        let habits = self.habits;
        meeting.minutes = Some(habits.rooms[at].minutes);
        meeting.travel_minutes = Some(habits.rooms[at].travel);
        meeting.pitch_prepared = habits.prepared.map(|p| self.chance.happens(p));
        meeting.energy = habits.energy.map(|mean| {
            let drift = habits.energy_a_week * f64::from(day) / 7.0;
            let energy = mean + drift + self.chance.between(-1.2, 1.2);
            (1..=5_u8).rev().find(|&e| energy >= f64::from(e) - 0.5).unwrap_or(1)
        });
        for _ in 0..self.chance.count(habits.talks).max(1) {
            let person = self.talked_to(at, day).filter(|p| !meeting.people.contains(p));
            meeting.people.extend(person);
        }
        self.facts.meetings.push(meeting);
    }

    fn talked_to(&mut self, room: usize, day: i32) -> Option<PersonId> {
        let known: Vec<usize> =
            (0..self.contacts.len()).filter(|&c| self.contacts[c].room == Some(room)).collect();
        let must = self.contacts.len() >= self.habits.most_people;
        if !known.is_empty() && (must || self.chance.happens(self.habits.known)) {
            let at = self.chance.one_of(&known);
            return Some(self.contacts[at].id);
        }
        if must {
            return None;
        }
        let at = self.meet(Some(room), None, day);
        Some(self.contacts[at].id)
    }

    fn meet(&mut self, room: Option<usize>, by: Option<PersonId>, day: i32) -> usize {
        let id = PersonId(self.id());
        let mut person = Person::named(id, format!("Person {}", self.contacts.len()));
        person.met_on = Some(self.date(day));
        person.met_at = room.map(room_id);
        person.introduced_by = by;
        let lot = self.chance.below(self.habits.sectors);
        let sector = if self.chance.happens(self.habits.same_sector) { 0 } else { lot };
        person.sector = Some(format!("sector {sector}"));
        person.what_they_do = Some(TRADES[lot % TRADES.len()].to_owned());
        let can_be_helped = self.chance.happens(0.6);
        let sought = if can_be_helped { self.chance.one_of(&TRADES) } else { "lighthouse keeper" };
        person.looking_for = Some(format!("a {sought}"));
        self.facts.people.push(person);
        let is_source = self.habits.one_source.is_some() && self.contacts.is_empty();
        let fits = self.chance.happens(0.62) || is_source;
        let refers = self.chance.skewed();
        let contact = Contact {
            id,
            room,
            met: day,
            one_to_ones: 0,
            last: day,
            refers,
            referred: 0,
            fits,
            can_be_helped,
        };
        self.contacts.push(contact);
        let soon = self.chance.happens(self.habits.follow_up);
        let late = self.chance.happens(0.2);
        if soon || late {
            let after = if soon { self.chance.days(1, 5) } else { self.chance.days(9, 40) };
            self.talk(self.habits.follow_up_by, day + after, id, 10);
        }
        self.contacts.len() - 1
    }

    fn talk(&mut self, kind: ConversationKind, day: i32, with: PersonId, minutes: u32) {
        if self.is_past(day) {
            let mut talk = Conversation::happened(self.fact(), kind, self.date(day), vec![with]);
            talk.minutes = Some(minutes);
            self.facts.conversations.push(talk);
        }
    }

    fn one_to_ones(&mut self, week: i32) {
        for _ in 0..self.chance.count(self.habits.one_to_ones) {
            let day = week * 7 + self.chance.days(0, 6);
            if let Some(at) = self.partner(day) {
                self.one_to_one(at, day);
            }
        }
    }

    /// A first one-to-one with somebody met lately, or whoever of the others waits longest beside how
    /// well they know each other.
    fn partner(&mut self, day: i32) -> Option<usize> {
        let fresh: Vec<usize> = (0..self.contacts.len())
            .filter(|&c| self.contacts[c].one_to_ones == 0)
            .filter(|&c| self.contacts[c].met + self.habits.waits <= day)
            .collect();
        let lately: Vec<usize> =
            fresh.iter().copied().filter(|&c| day - self.contacts[c].met <= 40).collect();
        let lately: Vec<usize> = if self.habits.picks_the_unhelpable {
            lately.into_iter().filter(|&c| !self.contacts[c].can_be_helped).collect()
        } else {
            lately
        };
        let wants_fresh = self.chance.happens(self.habits.first_ones);
        if wants_fresh && !lately.is_empty() {
            return Some(self.chance.one_of(&lately));
        }
        let kept: Vec<usize> = (0..self.contacts.len())
            .filter(|&c| self.contacts[c].one_to_ones > 0 && self.is_kept(c, day))
            .collect();
        if kept.is_empty() || self.habits.first_ones > 0.9 {
            return (!lately.is_empty()).then(|| self.chance.one_of(&lately));
        }
        if self.habits.one_source.is_some() && self.is_kept(0, day) && self.chance.happens(0.12) {
            return Some(0);
        }
        // Of three drawn by lot, the one who has waited longest.
        let drawn = [0; 3].map(|_| self.chance.one_of(&kept));
        drawn.into_iter().min_by_key(|&c| self.contacts[c].last)
    }

    fn is_kept(&self, at: usize, day: i32) -> bool {
        let contact = &self.contacts[at];
        let is_dropped = self.habits.drops_advocates && contact.referred >= 2;
        let third = self.days / 3;
        let is_old = self.habits.drops_the_old && contact.met < third && day > third + 60;
        contact.fits && !is_dropped && !is_old && contact.last < day
    }

    fn one_to_one(&mut self, at: usize, day: i32) {
        let with = self.contacts[at].id;
        let kinds =
            [ConversationKind::OneToOne, ConversationKind::OneToOne, ConversationKind::Video];
        let kind = self.chance.one_of(&kinds);
        self.talk(kind, day, with, 60);
        if let (Some(share), Some(_)) = (self.habits.objective, self.facts.conversations.last()) {
            let (has, met) = (self.chance.happens(share), self.chance.happens(0.6));
            let talk = self.facts.conversations.last_mut().unwrap();
            if has {
                talk.objective = Some("learn whom they serve".to_owned());
                talk.objective_met =
                    Some(if met { ObjectiveMet::Yes } else { ObjectiveMet::Partly });
            }
        }
        self.contacts[at].one_to_ones += 1;
        self.contacts[at].last = day;
        self.promise(with, day);
        for (chance, direction) in
            [(self.habits.gives, Direction::Given), (self.habits.receives, Direction::Received)]
        {
            if self.chance.happens(chance) {
                self.help(with, direction, day);
            }
        }
        if self.contacts[at].one_to_ones >= 3 {
            self.may_refer(at, day);
        }
    }

    fn promise(&mut self, person: PersonId, day: i32) {
        let Some(kept) = self.habits.promises else { return };
        if !self.chance.happens(0.3) {
            return;
        }
        let done = if self.chance.happens(kept) {
            Some(self.chance.days(1, 7))
        } else {
            self.chance.happens(0.5).then(|| self.chance.days(9, 40))
        };
        let id = self.fact();
        self.facts.promises.push(Promise {
            id,
            person,
            direction: PromisedBy::Mine,
            what: "send the article".to_owned(),
            made_on: Some(self.date(day)),
            due_on: Some(self.date(day + 7)),
            done_on: done.filter(|d| self.is_past(day + d)).map(|d| self.date(day + d)),
        });
    }

    fn help(&mut self, person: PersonId, direction: Direction, day: i32) {
        let kinds = [HelpKind::Advice, HelpKind::Resource, HelpKind::Support, HelpKind::Invitation];
        let (id, kind) = (self.fact(), self.chance.one_of(&kinds));
        let on = Some(self.date(day));
        let (asked, about, outcome) = (None, None, None);
        self.facts.help.push(Help { id, on, direction, person, kind, asked, about, outcome });
    }

    fn may_refer(&mut self, at: usize, day: i32) {
        let lately = if day > self.days - 182 { self.habits.refers_lately } else { 1.0 };
        let room = self.contacts[at].room.map_or(1.0, |room| self.habits.rooms[room].refers);
        let refers = self.habits.refers * self.contacts[at].refers.min(3.0);
        let chance = match self.habits.one_source {
            Some(chance) if at == 0 => chance,
            Some(_) => 0.05 * refers,
            None => refers * lately * room,
        };
        self.expected_pounds += money::expected(chance, self.days - day);
        if self.chance.happens(chance) {
            self.contacts[at].referred += 1;
            money::refer(self, self.contacts[at].id, day);
        }
        if self.chance.happens(0.6 * chance) && self.contacts.len() < self.habits.most_people {
            self.introduce(at, day);
        }
    }

    fn introduce(&mut self, at: usize, day: i32) {
        self.contacts[at].referred += 1;
        let by = self.contacts[at].id;
        let new = self.meet(None, Some(by), day);
        let id = self.fact();
        let introduction = Introduction {
            id,
            on: Some(self.date(day)),
            introduced_by: Party::Person(by),
            person_a: Party::Person(self.contacts[new].id),
            person_b: Party::Me,
            outcome: None,
        };
        self.facts.introductions.push(introduction);
    }

    fn direct_business(&mut self, week: i32) {
        if self.chance.happens(0.04) {
            money::win(self, None, week * 7);
        }
    }

    /// Trust and understanding as the networker would put them down today.
    fn ratings(&mut self) {
        if !self.habits.rates {
            return;
        }
        for at in 0..self.contacts.len() {
            let known = u8::try_from(self.contacts[at].one_to_ones.min(4)).unwrap();
            if known == 0 {
                continue;
            }
            let on = self.date((self.contacts[at].last + 1).min(self.days));
            for (what, most) in [
                (Rated::Trust, self.habits.trusted),
                (Rated::Understanding, self.habits.understood),
            ] {
                let lower = u8::from(self.chance.happens(0.15));
                let score =
                    known.min(most + 1).saturating_sub(lower).min(if most == 0 { 1 } else { 4 });
                let id = self.fact();
                let person = self.contacts[at].id;
                self.facts.ratings.push(Rating { id, person, what, score, on: Some(on) });
            }
        }
    }

    /// Loses the entries of the days that are not written down.
    fn forget(&mut self) {
        if self.habits.logged >= 1.0 {
            return;
        }
        let kept: Vec<bool> =
            (0..=self.habits.weeks).map(|_| self.chance.happens(self.habits.logged)).collect();
        let (today, days) = (self.today, self.days);
        let is_kept = |on: Date| {
            let day = days - kithwork_core::days::days_between(on, today);
            kept.get(usize::try_from(day / 7).unwrap_or(0)).copied().unwrap_or(false)
        };
        self.facts.meetings.retain(|m| is_kept(m.on));
        self.facts.conversations.retain(|c| is_kept(c.on));
        self.facts.help.retain(|h| h.on.is_none_or(is_kept));
        self.facts.promises.retain(|p| p.made_on.is_none_or(is_kept));
    }
}

fn room_id(at: usize) -> RoomId {
    RoomId(Uuid::from_u128((1 << 64) + at as u128))
}
