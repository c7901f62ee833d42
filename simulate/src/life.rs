//! One owner's life in one world under one policy: what they do, and how people take it.

use crate::chance::Chance;
use crate::diary::{self, Diary};
use crate::world::World;
use kithwork_core::facts::{ConversationKind, Direction, Party};

/// How somebody feels about the owner; nobody sees it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tie {
    /// 0..1.
    pub trust: f64,
    /// How well they could say what the owner does, 0..1.
    pub grasp: f64,
    /// How near to mind the owner is, 0..1.
    pub mind: f64,
}

/// What came of it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Outcome {
    pub minutes: f64,
    pub room_minutes: f64,
    /// Referrals that came.
    pub referrals: f64,
    /// Referrals to be expected, were the same weeks lived many times over.
    pub expected: f64,
    /// Business to be expected of them, in the world's money.
    pub business: f64,
}

/// One thing a policy wants done.
#[derive(Clone, Debug)]
pub(crate) enum Deed {
    /// Go to a room's meeting.
    Attend(usize),
    /// Ask somebody to sit down together for so many minutes.
    Sit(usize, u32),
    /// Ask a few to a table.
    Table(Vec<usize>),
    /// Write a line.
    Write(usize),
    /// Ring up.
    Call(usize),
    /// Make two people known to each other.
    Introduce(usize, usize),
    /// Keep what was promised to somebody.
    Keep(usize),
    /// Write to an old friend, and offer an hour.
    Revive(usize, u32),
    /// Prepare the minute for the room's next meeting.
    Prepare(usize),
}

/// Minutes of a table, a letter, a line, a call.
const TABLE: u32 = 90;
const LETTER: u32 = 15;
const LINE: u32 = 10;
const CALL: u32 = 20;
/// Weeks that somebody remembers whom they sat with.
const MEMORY: usize = 2;

/// The life.
#[derive(Clone, Debug)]
pub(crate) struct Life<'w> {
    pub world: &'w World,
    pub week: usize,
    pub ties: Vec<Tie>,
    pub diary: Diary,
    pub outcome: Outcome,
    /// Minutes left of the week.
    pub left: u32,
    /// Rooms attended this week.
    pub attended: Vec<usize>,
    prepared: bool,
    /// The week in which each person was last talked to, written down or not.
    seen: Vec<Option<usize>>,
    /// Weeks in which business will be won, and through whom.
    pub pending: Vec<(usize, usize)>,
}

impl<'w> Life<'w> {
    pub(crate) fn new(world: &'w World) -> Self {
        Self {
            world,
            week: 0,
            ties: vec![Tie::default(); world.souls.len()],
            diary: Diary::new(world),
            outcome: Outcome::default(),
            left: 0,
            attended: Vec::new(),
            prepared: false,
            seen: vec![None; world.souls.len()],
            pending: Vec::new(),
        }
    }

    /// The week begins.
    pub(crate) fn begin(&mut self) {
        self.left = self.world.budget;
        self.attended.clear();
        self.prepared = false;
    }

    pub(crate) fn chance(&self, what: usize, who: usize) -> Chance {
        self.world.chance.of(&[20 + what, self.week, who])
    }

    /// Takes the minutes, if there are as many.
    fn spend(&mut self, minutes: u32) -> bool {
        let Some(left) = self.left.checked_sub(minutes) else { return false };
        self.left = left;
        self.outcome.minutes += f64::from(minutes);
        true
    }

    /// Does one thing, if the week still has the minutes for it.
    pub(crate) fn act(&mut self, deed: &Deed) {
        match deed {
            Deed::Attend(venue) => self.attend(*venue),
            Deed::Sit(who, minutes) => self.sit(*who, *minutes),
            Deed::Table(people) => self.table(people),
            Deed::Write(who) => self.write(*who),
            Deed::Call(who) => self.call(*who),
            Deed::Introduce(needs, helps) => self.introduce(*needs, *helps),
            Deed::Keep(who) => self.keep(*who),
            Deed::Revive(who, minutes) => {
                if self.spend(LETTER) {
                    self.stirs(*who, 0.4);
                    self.sit(*who, *minutes);
                }
            }
            Deed::Prepare(venue) => {
                self.prepared |= !self.attended.contains(venue) && self.spend(LINE);
            }
        }
    }

    fn attend(&mut self, venue: usize) {
        let minutes = self.world.venues[venue].minutes;
        let meets = self.world.meets(self.week).contains(&venue);
        if !meets || self.attended.contains(&venue) || !self.spend(minutes) {
            return;
        }
        self.outcome.room_minutes += f64::from(minutes);
        self.attended.push(venue);
        let present = self.world.present(venue, self.week);
        let talks = self.chance(1, venue).some(&present, 6);
        let (seen, sharp) = (self.world.family.seen, if self.prepared { 2.0 } else { 1.0 });
        for &who in &present {
            let is_talked_to = talks.contains(&who);
            let step = if is_talked_to { 0.12 } else { 0.03 };
            let tie = &mut self.ties[who];
            // Being seen brings trust up to a point, and no further.
            tie.trust += step * (seen - tie.trust).max(0.0) * 2.0;
            tie.grasp += step * sharp * (0.2 + seen / 2.0 - tie.grasp).max(0.0);
            tie.mind = tie.mind.max(if is_talked_to { 0.2 + 0.6 * seen } else { seen * 0.6 });
            if is_talked_to {
                self.diary.meet(self.world, who, self.week, Some(venue));
            }
        }
        self.diary.met(self.world, venue, self.week, &talks);
    }

    /// How likely somebody is to say yes this week.
    fn agrees(&self, who: usize) -> f64 {
        let (soul, tie) = (&self.world.souls[who], &self.ties[who]);
        if !self.world.is_about(who, self.week) {
            return 0.0;
        }
        let last = self.seen[who].max(self.diary.pages[who].asked);
        let since = last.map_or(99, |at| self.week.saturating_sub(at));
        let pressed = [0.1, 0.4, 0.7].get(since).copied().unwrap_or(1.0);
        let near = 0.35 + 0.65 * (tie.trust / 0.4).min(1.0) * (0.4 + 0.6 * tie.mind);
        let mood = self.world.mood(who, self.week);
        let season = 0.6 + 0.4 * self.world.season(self.week);
        (soul.opens * near * pressed * mood * season).min(0.97)
    }

    /// Nobody asks somebody they sat with this week or last, whatever a list says: who is told to
    /// remembers, and writes it down if that was left undone.
    fn remembers(&mut self, who: usize) -> bool {
        let lately = self.seen[who].is_some_and(|at| self.week.saturating_sub(at) < MEMORY);
        if lately {
            self.diary.catch_up(who, self.week.saturating_sub(MEMORY));
        }
        lately
    }

    fn sit(&mut self, who: usize, minutes: u32) {
        if minutes > self.left || self.remembers(who) {
            return;
        }
        if !self.chance(2, who).happens(self.agrees(who)) {
            self.diary.declined(who, self.week);
            return;
        }
        if self.spend(minutes) {
            self.meet_up(who, 1.0);
            let shows = self.shows(who);
            let when = (self.week, minutes);
            self.diary.talked(ConversationKind::OneToOne, &[who], when, shows);
        }
    }

    /// What a talk of some depth does to somebody, and what comes to light in it.
    fn meet_up(&mut self, who: usize, depth: f64) {
        let (world, week) = (self.world, self.week);
        self.diary.meet(world, who, week, None);
        self.seen[who] = Some(week);
        let soul = &world.souls[who];
        let mood = world.mood(who, week).min(1.5);
        let talk = 1.0 - world.family.help;
        let tie = &mut self.ties[who];
        tie.trust += depth * soul.warms * mood * talk * (1.0 - tie.trust);
        tie.grasp += depth * 0.25 * (1.0 - tie.grasp);
        tie.mind = tie.mind.max(0.5 + 0.5 * depth);
        let mut draw = self.chance(3, who);
        if let Some(trade) = world.looks_for(who, week).filter(|_| draw.happens(0.6 * depth)) {
            self.diary.need(who, trade, week);
        }
        if draw.happens(0.3 * depth) {
            self.helps(who, 0.1);
            self.diary.helped(who, Direction::Given, week);
        }
        if draw.happens(0.5 * depth * self.ties[who].trust) {
            self.diary.helped(who, Direction::Received, week);
        }
        if draw.happens(0.3 * depth) {
            self.diary.promised(who, week);
        }
        if draw.happens(0.15 * depth) {
            let looks = (world.reach(who, week) / 0.03).ln() / 3.0 + 0.5 + 0.2 * draw.normal();
            self.diary.access(who, looks, week);
        }
    }

    /// How well they can say what the owner does, where that is noticed.
    fn shows(&self, who: usize) -> Option<f64> {
        let mut draw = self.chance(4, who);
        draw.happens(0.35).then(|| self.ties[who].grasp + 0.1 * draw.normal())
    }

    /// Help that moves somebody so far.
    fn helps(&mut self, who: usize, far: f64) {
        let weight = 0.5 + 2.5 * self.world.family.help;
        let tie = &mut self.ties[who];
        tie.trust += far * weight * self.world.souls[who].returns * (1.0 - tie.trust);
        tie.mind = tie.mind.max(0.7);
        tie.trust = tie.trust.min(1.0);
    }

    /// A sign of life.
    fn stirs(&mut self, who: usize, mind: f64) {
        if self.world.is_about(who, self.week) {
            let tie = &mut self.ties[who];
            tie.mind = tie.mind.max(mind);
            tie.trust += 0.02 * (0.5 - tie.trust).max(0.0);
        }
    }

    fn table(&mut self, people: &[usize]) {
        if self.left < TABLE {
            return;
        }
        let people: Vec<usize> =
            people.iter().copied().filter(|&who| !self.remembers(who)).collect();
        let comes = |&&who: &&usize| self.chance(2, who).happens(self.agrees(who));
        let guests: Vec<usize> = people.iter().filter(comes).copied().collect();
        for &who in people.iter().filter(|who| !guests.contains(who)) {
            self.diary.declined(who, self.week);
        }
        if guests.len() < 2 || !self.spend(TABLE) {
            return;
        }
        for &who in &guests {
            self.meet_up(who, 0.55);
            let wanted = self.world.looks_for(who, self.week);
            if guests.iter().any(|&other| Some(self.world.souls[other].trade) == wanted) {
                self.helps(who, 0.12);
                self.diary.need_met(who, self.week);
            }
        }
        let when = (self.week, TABLE);
        self.diary.talked(ConversationKind::SmallGroup, &guests, when, None);
    }

    fn write(&mut self, who: usize) {
        if self.spend(LINE) {
            self.stirs(who, 0.35);
            let when = (self.week, LINE);
            self.diary.talked(ConversationKind::Email, &[who], when, None);
        }
    }

    fn call(&mut self, who: usize) {
        if self.remembers(who) {
            return;
        }
        let answers = self.chance(5, who).happens(self.agrees(who));
        if !self.spend(if answers { CALL } else { 5 }) || !answers {
            return;
        }
        self.meet_up(who, 0.35);
        self.diary.talked(ConversationKind::Call, &[who], (self.week, CALL), None);
    }

    fn introduce(&mut self, needs: usize, helps: usize) {
        if !self.spend(LETTER) {
            return;
        }
        let (world, week) = (self.world, self.week);
        let fits = world.looks_for(needs, week) == Some(world.souls[helps].trade);
        let about = world.is_about(needs, week) && world.is_about(helps, week);
        if about {
            self.helps(needs, if fits { 0.15 } else { 0.02 });
            self.helps(helps, if fits { 0.12 } else { 0.02 });
        }
        self.diary.need_met(needs, week);
        let pair = (Party::Person(diary::person(needs)), Party::Person(diary::person(helps)));
        self.diary.introduced(Party::Me, pair, week);
    }

    fn keep(&mut self, who: usize) {
        if self.spend(LETTER) && self.diary.kept(who, self.week) {
            self.helps(who, 0.04);
        }
    }
}
