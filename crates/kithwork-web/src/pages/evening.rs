//! One meeting: what to know before it, whom one talks to there, how one looks back on it (mission rows
//! 60 and 72). Needs heard come first.

use super::meetings::Open;
use crate::act::Act;
use crate::form::Fields;
use crate::frame::{Frame, Place};
use crate::say;
use crate::seen::{Seen, Split};
use crate::words::Words;
use askama::Template;
use jiff::ToSpan;
use jiff::civil::Date;
use kithwork_app::FieldProblem;
use kithwork_app::pitch::AHEAD;
use kithwork_core::evening::{Evening, FirstTime, Own, Stage, TalkedTo};
use kithwork_core::facts::{ObjectiveMet, PitchChange};
use kithwork_core::id::{FactId, PersonId};
use kithwork_core::matching::sought;
use kithwork_core::money::{Amount, Currency};

/// People who may be there that are named at once.
const THERE: usize = 8;

/// One meeting.
#[derive(Debug, Template)]
#[template(path = "evening.html")]
pub(crate) struct EveningPage {
    frame: Frame,
    id: FactId,
    name: String,
    /// Its group's page.
    group: String,
    when: String,
    iso: String,
    stage: Stage,
    /// When a device takes notes to be of this meeting.
    open: Open,
    goal: Goal,
    first_time: Option<FirstTime>,
    help: Vec<Words>,
    speak_to: Vec<Words>,
    there: Vec<Words>,
    more_there: Vec<Words>,
    minute: String,
    /// Where that is prepared.
    prepare_at: String,
    /// Whom the owner talked to, and who of them needs something.
    talked_to: Vec<Talked>,
    has_needs: bool,
    promises: Vec<(Words, String)>,
    own: Own,
    /// What it took, and what its form holds.
    spent: Spent,
    /// How far the minute is prepared, where one was chosen for it.
    ready: String,
    form: Given,
    versions: Vec<String>,
    /// What the fields of both forms hold in the book.
    seen: Seen,
    /// What is wrong with what was sent, by field.
    problems: Vec<(&'static str, String)>,
    /// The form that was sent and could not be taken.
    sent: Sent,
}

crate::visit::framed!(EveningPage);

/// Which of the page's forms was sent and came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sent {
    Nothing,
    Ready,
    Looking,
    Spent,
}

/// How long it was, the way and the cost (mission row 45).
#[derive(Debug)]
struct Spent {
    /// In words; empty where nothing is known.
    says: String,
    /// Whether anything of the meeting itself is missing.
    is_asked: bool,
    minutes: String,
    travel: String,
    prep: String,
    cost: String,
}

/// The goal, and how it went.
#[derive(Debug)]
struct Goal {
    says: String,
    /// What its form holds.
    typed: String,
    is_usual: bool,
    met: String,
}

/// Where the minute for it is prepared: with those of the weeks ahead, or with what it is made of.
fn prepare_at(evening: &Evening, today: Date) -> String {
    if evening.on <= today.saturating_add(AHEAD.days()) {
        format!("/pitch/meetings/{}", evening.meeting)
    } else {
        "/pitch".to_owned()
    }
}

/// Somebody the owner talked to.
#[derive(Debug)]
struct Talked {
    person: PersonId,
    name: String,
    is_new: bool,
    /// Each need, with who could meet it.
    needs: Vec<(String, String)>,
}

/// What the form for looking back holds.
#[derive(Debug, Default)]
struct Given {
    nerves_before: String,
    nerves_after: String,
    energy: String,
    minute: String,
    pitch: String,
    reason: String,
    goal_met: String,
}

impl EveningPage {
    /// The page of a meeting, for an owner with these versions of their minute.
    pub(crate) fn of(
        evening: &Evening,
        versions: Vec<String>,
        (today, zone, currency): (Date, &str, Currency),
    ) -> Self {
        let named = |id, name: &str| Words::default().people([(id, name)]);
        let mut there = evening.there.iter().map(|one| {
            let looks = one.looks_for.as_ref().map(|what| format!(", looks for {}", sought(what)));
            let last = one.last_on.map(|on| format!(", last {}", say::day(on, today)));
            named(one.person, &one.name).then(looks.or(last).unwrap_or_default())
        });
        let talked_to: Vec<Talked> = evening.talked_to.iter().map(talked).collect();
        let (goal, form) = (goal(evening), Given::of(&evening.own));
        let spent = Spent::of(evening, currency);
        Self {
            frame: Frame::new(evening.name.clone(), Place::Groups),
            id: evening.meeting,
            name: evening.name.clone(),
            group: format!("/groups/{}", evening.room),
            when: when(evening, today),
            iso: evening.on.to_string(),
            stage: evening.stage,
            open: Open::of(
                evening.takes_notes,
                evening.starts.map(|at| evening.on.to_datetime(at)),
                zone,
            ),
            seen: form.seen(&goal.typed, &spent),
            spent,
            ready: ready(&evening.own),
            goal,
            first_time: evening.first_time.clone(),
            help: evening
                .could_help
                .iter()
                .map(|one| named(one.person, &one.name).then(format!(". {}", one.says)))
                .collect(),
            speak_to: evening
                .to_meet
                .iter()
                .map(|one| named(one.person, &one.name).then(format!(": {}", one.says)))
                .collect(),
            there: there.by_ref().take(THERE).collect(),
            more_there: there.collect(),
            minute: evening.pitch.says.clone(),
            prepare_at: prepare_at(evening, today),
            has_needs: talked_to.iter().any(|one| !one.needs.is_empty()),
            talked_to,
            promises: promises(evening, today),
            form,
            own: evening.own.clone(),
            versions,
            problems: Vec::new(),
            sent: Sent::Nothing,
        }
    }

    /// The same with the form as it was sent, beside what is wrong with it.
    pub(crate) fn again(mut self, form: &Fields, problems: &[FieldProblem]) -> Self {
        let text = |name: &str| form.text(name).to_owned();
        if form.has("goal") {
            self.goal.typed = text("goal");
        }
        self.form = Given {
            nerves_before: text("nerves_before"),
            nerves_after: text("nerves_after"),
            energy: text("energy"),
            minute: text("minute"),
            pitch: text("pitch"),
            reason: text("pitch_changed_why"),
            goal_met: text("goal_met"),
        };
        for (name, held) in [
            ("minutes", &mut self.spent.minutes),
            ("travel_minutes", &mut self.spent.travel),
            ("prep_minutes", &mut self.spent.prep),
            ("cost", &mut self.spent.cost),
        ] {
            if form.has(name) {
                *held = text(name);
            }
        }
        let said = |wrong: &FieldProblem| (wrong.field, say::capital(&wrong.problem));
        self.problems = problems.iter().map(said).collect();
        self.sent = match () {
            () if form.has("debriefed") => Sent::Looking,
            () if form.has("travel_minutes") => Sent::Spent,
            () => Sent::Ready,
        };
        self
    }

    /// What the fields of its forms hold in the book.
    pub(crate) fn seen(&self) -> Seen {
        self.seen.clone()
    }

    /// The same with both values where both sides changed one.
    pub(crate) fn split(self, split: Split) -> Self {
        Self { seen: split.seen, ..self.again(&split.form, &[]) }
    }

    /// What is wrong with a field; empty where nothing is.
    fn problem(&self, field: &str) -> &str {
        let wrong = self.problems.iter().find(|(of, _)| *of == field);
        wrong.map_or("", |(_, problem)| problem)
    }

    fn is_ready_sent(&self) -> bool {
        self.sent == Sent::Ready
    }

    fn is_looking_sent(&self) -> bool {
        self.sent == Sent::Looking
    }

    fn is_spent_sent(&self) -> bool {
        self.sent == Sent::Spent
    }

    /// Takes it out of the book; an occasion of a series goes with its calendar.
    fn delete(&self) -> Option<Act> {
        let is_of_series = self.id.0.get_version_num() == 5;
        (!is_of_series).then(|| Act::deletes(self.id, "this meeting").leading("/meetings"))
    }

    /// Whether it may be one that the owner did not go to: nothing is noted of it.
    fn may_be_missed(&self) -> bool {
        self.talked_to.is_empty() && self.own.debriefed_on.is_none()
    }

    /// Whether looking back begins with the needs that were heard: none is noted yet.
    fn asks_for_needs(&self) -> bool {
        self.is_over() && !self.has_needs
    }

    fn is_now(&self) -> bool {
        self.stage == Stage::During
    }

    fn is_over(&self) -> bool {
        self.stage == Stage::After
    }

    /// Every reason for a minute that was changed or left out.
    fn reasons() -> [(&'static str, &'static str); 8] {
        PitchChange::ALL.map(|reason| (reason.name(), reason.says()))
    }

    /// The steps of nerves before.
    fn nerves_before(&self) -> Scale<'_> {
        let title =
            if self.is_over() { "How nervous were you before it?" } else { "How nervous are you?" };
        let (name, ends) = ("nerves_before", ("calm", "very"));
        Scale {
            name,
            title,
            ends,
            held: &self.form.nerves_before,
            problem: self.problem(name),
            seen: &self.seen,
        }
    }

    /// The steps of nerves afterwards.
    fn nerves_after(&self) -> Scale<'_> {
        let (name, title, ends) =
            ("nerves_after", "How nervous were you by the end?", ("calm", "very"));
        Scale {
            name,
            title,
            ends,
            held: &self.form.nerves_after,
            problem: self.problem(name),
            seen: &self.seen,
        }
    }

    /// The steps of energy.
    fn energy(&self) -> Scale<'_> {
        let (name, title, ends) = ("energy", "Your energy afterwards", ("drained", "full"));
        Scale {
            name,
            title,
            ends,
            held: &self.form.energy,
            problem: self.problem(name),
            seen: &self.seen,
        }
    }
}

/// One to five, as a row of buttons.
#[derive(Debug, Template)]
#[template(path = "part/scale.html")]
struct Scale<'p> {
    name: &'static str,
    title: &'static str,
    ends: (&'static str, &'static str),
    held: &'p str,
    problem: &'p str,
    seen: &'p Seen,
}

impl askama::filters::HtmlSafe for Scale<'_> {}

impl Spent {
    fn of(evening: &Evening, own: Currency) -> Self {
        let (noted, usual) = (&evening.own, &evening.usual);
        let money = |of: Amount| say::money(of.money(own));
        let long = |minutes: u32| say::duration(u64::from(minutes));
        // What is usual counts where nothing was noted, and is called that.
        let told = |noted: Option<String>, usual: Option<String>| {
            noted.or_else(|| usual.map(|usual| format!("{usual} as usual")))
        };
        let way = |minutes: u32| format!("{} there and back", long(minutes));
        let parts = [
            told(noted.minutes.map(long), usual.minutes.map(long)),
            told(noted.travel_minutes.map(way), usual.travel_minutes.map(way)),
            told(noted.cost.map(money), usual.cost.map(money)),
        ];
        // Whoever prepared nothing has nothing to say: it is asked of nobody.
        let ready = noted.prep_minutes.map(|minutes| format!("{} to prepare", long(minutes)));
        let typed = |minutes: Option<u32>| minutes.map(|m| m.to_string()).unwrap_or_default();
        Self {
            is_asked: parts.iter().any(Option::is_none),
            says: parts.into_iter().chain([ready]).flatten().collect::<Vec<_>>().join(", "),
            minutes: typed(noted.minutes),
            travel: typed(noted.travel_minutes),
            prep: typed(noted.prep_minutes),
            cost: noted.cost.map(|cost| cost.decimal()).unwrap_or_default(),
        }
    }
}

/// How far the minute is prepared that was chosen for a meeting; empty where none was.
fn ready(own: &Own) -> String {
    match (&own.pitch, own.pitch_prepared) {
        (Some(version), Some(true)) => format!("“{version}” is ready."),
        (Some(version), _) => format!("“{version}” is chosen and not ready yet."),
        (None, _) => String::new(),
    }
}

impl Given {
    fn seen(&self, goal: &str, spent: &Spent) -> Seen {
        let fields = [
            ("minutes", spent.minutes.as_str()),
            ("travel_minutes", spent.travel.as_str()),
            ("prep_minutes", spent.prep.as_str()),
            ("cost", spent.cost.as_str()),
            ("goal", goal),
            ("nerves_before", &self.nerves_before),
            ("nerves_after", &self.nerves_after),
            ("energy", &self.energy),
            ("minute", &self.minute),
            ("pitch", &self.pitch),
            ("pitch_changed_why", &self.reason),
            ("goal_met", &self.goal_met),
        ];
        Seen::of(fields.map(|(name, held)| (name, held.to_owned())))
    }

    fn of(own: &Own) -> Self {
        let score = |score: Option<u8>| score.map(|n| n.to_string()).unwrap_or_default();
        let minute = match (own.pitch_skipped, own.pitch_changed, own.pitch_prepared) {
            (Some(true), ..) => "skipped",
            (_, Some(true), _) => "changed",
            (.., Some(true)) => "prepared",
            _ => "",
        };
        let met = match own.goal_met {
            Some(ObjectiveMet::Yes) => "yes",
            Some(ObjectiveMet::Partly) => "partly",
            Some(ObjectiveMet::No) => "no",
            None => "",
        };
        Self {
            nerves_before: score(own.nerves_before),
            nerves_after: score(own.nerves_after),
            energy: score(own.energy),
            minute: minute.to_owned(),
            pitch: own.pitch.clone().unwrap_or_default(),
            reason: own
                .pitch_changed_why
                .map(|reason| reason.name().to_owned())
                .unwrap_or_default(),
            goal_met: met.to_owned(),
        }
    }
}

fn when(evening: &Evening, today: Date) -> String {
    let at = evening.starts.map(|at| format!(", {}", say::clock(at))).unwrap_or_default();
    let day = say::capital(&say::day(evening.on, today));
    let stage = if evening.stage == Stage::During { " · now" } else { "" };
    format!("{day}{at}{stage}")
}

fn goal(evening: &Evening) -> Goal {
    let goal = &evening.goal;
    let met = match goal.met {
        Some(true) => format!("{}: reached.", goal.says.trim_end_matches('.')),
        Some(false) => format!("{}: not this time.", goal.says.trim_end_matches('.')),
        None => String::new(),
    };
    let typed = if goal.is_usual { String::new() } else { goal.says.clone() };
    Goal { says: goal.says.clone(), typed, is_usual: goal.is_usual, met }
}

fn talked(one: &TalkedTo) -> Talked {
    let needs = one.needs.iter();
    let needs = needs.map(|need| (sought(&need.what), need.idea.clone().unwrap_or_default()));
    Talked {
        person: one.person,
        name: one.name.clone(),
        is_new: one.is_new,
        needs: needs.collect(),
    }
}

/// What was promised, and by when, or that it is done.
fn promises(evening: &Evening, today: Date) -> Vec<(Words, String)> {
    let all = evening.talked_to.iter().flat_map(|one| {
        one.promises.iter().map(move |promise| {
            let words = Words::default().people([(one.person, one.name.as_str())]);
            let state = match (promise.done_on, promise.due_on) {
                (Some(_), _) => "done".to_owned(),
                (None, Some(due)) => format!("by {}", say::day(due, today)),
                (None, None) => String::new(),
            };
            (words.then(": ").name(&promise.what), state)
        })
    });
    all.collect()
}
