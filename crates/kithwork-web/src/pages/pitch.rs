//! The owner's minute: for which meeting it is ready, which focus is due, who has heard what; and the
//! profile and trigger problems that it is made of.

use super::field::Field;
use crate::act::Act;
use crate::form::Fields;
use crate::frame::{Frame, Place};
use crate::say;
use crate::seen::{Seen, Split};
use askama::Template;
use jiff::civil::{Date, DateTime};
use kithwork_app::FieldProblem;
use kithwork_app::pitch::{Coming, Desk};
use kithwork_app::profile::Profile;
use kithwork_core::facts::PitchChange;
use kithwork_core::id::FactId;
use kithwork_core::pitch::{Lack, Length, Ready};
use kithwork_core::review::TriggerReview;

/// The owner's minute.
#[derive(Debug, Template)]
#[template(path = "pitch.html")]
pub(crate) struct Pitch {
    frame: Frame,
    coming: Option<Next>,
    /// The other meetings to come: which, when and where, and how far their minute is.
    others: Vec<(FactId, String, String)>,
    focus: String,
    versions: Vec<Version>,
    /// A new version.
    new: Vec<Field>,
    profile: Vec<Field>,
    /// What the profile lacks, each asked for.
    missing: Vec<&'static str>,
    /// How many could say it back.
    agreement: String,
    triggers: Vec<(String, String, Act)>,
    /// What the trigger problems lack.
    wanted: Option<String>,
    trigger: Field,
    asked: Vec<(String, Vec<Act>)>,
    changes: String,
    reasons: Vec<(&'static str, u64)>,
    /// Who heard what: each name with its minutes.
    heard: Vec<(String, String)>,
    is_new_open: bool,
    /// Why the version is changed that was written down and is locked; asked once it was refused.
    why: Vec<(&'static str, &'static str, bool)>,
    why_problem: String,
}

crate::visit::framed!(Pitch);

/// A meeting to come and its minute.
#[derive(Debug)]
struct Next {
    /// The meeting, where it was asked for; none for the next one.
    asked: Option<FactId>,
    room: String,
    when: String,
    stands: String,
    lacks: Vec<String>,
    hints: Vec<String>,
    lock: String,
    is_locked: bool,
    /// Why it was changed once it was locked; empty where it was not.
    changed: &'static str,
    /// Whether it was said that nobody of the owner's field will be there.
    no_competitor: bool,
    /// The names that can be chosen, and whether each is.
    choices: Vec<(String, bool)>,
    problem: String,
    /// Where what is wrong is put right: its page and what it is called.
    mend: Option<(FactId, String)>,
    why: &'static [PitchChange],
}

/// A version in the list.
#[derive(Debug)]
struct Version {
    id: Option<FactId>,
    name: String,
    /// How long it takes, when it was given.
    says: String,
    is_a_minute: bool,
}

impl Pitch {
    /// The page of a meeting to come; where none is asked for, of the next one.
    pub(crate) fn of(
        desk: &Desk,
        profile: &Profile,
        (asked, today): (Option<FactId>, Date),
    ) -> Self {
        let ahead = || desk.coming.iter().chain(&desk.further);
        let is_it = |coming: &&Coming| asked.is_none_or(|id| coming.meeting == id);
        let chosen = ahead().find(is_it);
        let others = ahead().filter(|one| chosen.is_none_or(|it| it.meeting != one.meeting));
        let triggers = profile.triggers.triggers.iter();
        let told = desk.rotation.told.iter().map(|told| {
            let heard = told.heard.iter().take(3);
            let heard = heard.map(|h| format!("“{}” {}", h.version, say::day(h.on, today)));
            (told.name.clone(), heard.collect::<Vec<_>>().join(", "))
        });
        Self {
            frame: Frame::new("Your minute", Place::More),
            coming: chosen.map(|coming| Next { asked, ..next(desk, coming, today) }),
            others: others.map(|other| ahead_of(other, today)).collect(),
            focus: desk.rotation.focus.says.clone(),
            versions: versions(desk, today),
            new: new(),
            profile: told_profile(profile),
            missing: profile.missing().into_iter().map(|(_, asks)| asks).collect(),
            agreement: profile.recall.says.clone(),
            triggers: triggers.map(trigger).collect(),
            wanted: profile.triggers.asks.clone(),
            trigger: Field::line(
                "what",
                "When somebody says",
                "In their words, such as “the van broke down again”",
            ),
            asked: desk.unsaid.iter().map(|unsaid| afterwards(unsaid, today)).collect(),
            changes: desk.changes.says.clone(),
            reasons: desk.changes.reasons.iter().map(|r| (r.says, r.times)).collect(),
            heard: told.collect(),
            is_new_open: desk.written.is_empty(),
            why: Vec::new(),
            why_problem: String::new(),
        }
    }

    /// Whether it is the page of a meeting to come.
    pub(crate) fn has_meeting(&self) -> bool {
        self.coming.is_some()
    }

    /// What the form of the profile holds in the book.
    pub(crate) fn profile_seen(&self) -> Seen {
        Seen::of(self.profile.iter().map(|field| (field.name, field.value.clone())))
    }

    /// The same with both values of the profile where both sides changed one.
    pub(crate) fn split(self, split: &Split) -> Self {
        let mut page = self.again(&split.form, &[]);
        for field in &mut page.profile {
            field.seen = split.seen.clone();
        }
        page
    }

    /// The same with a form as it was sent, beside what is wrong with it.
    pub(crate) fn again(mut self, form: &Fields, problems: &[FieldProblem]) -> Self {
        if form.has("chosen") {
            self.chosen_again(form, problems);
            return self;
        }
        let fields = self.new.iter_mut().chain(&mut self.profile);
        for field in fields.chain(std::iter::once(&mut self.trigger)) {
            field.again(form, problems);
        }
        if form.has("version") {
            self.is_new_open = true;
            self.ask_why(form, problems);
        }
        self
    }

    /// The form of a new version, where its name is that of one that is locked.
    fn ask_why(&mut self, form: &Fields, problems: &[FieldProblem]) {
        let Some(wrong) = problems.iter().find(|problem| problem.field == "why") else { return };
        self.why_problem = say::capital(&wrong.problem);
        let is_it = |why: &PitchChange| form.text("why") == why.name();
        self.why =
            PitchChange::ALL.iter().map(|why| (why.name(), why.says(), is_it(why))).collect();
    }

    /// The form that chooses the version for the next meeting.
    fn chosen_again(&mut self, form: &Fields, problems: &[FieldProblem]) {
        let Some(next) = &mut self.coming else { return };
        for (name, is_chosen) in &mut next.choices {
            *is_chosen = name == form.text("chosen");
        }
        next.no_competitor = form.has("no_competitor");
        let Some(wrong) = problems.first() else { return };
        let what = match wrong.field {
            "beside_competitor" => "What you say beside a competitor",
            "text" => "What you say",
            "why" => "A reason",
            _ => "This choice",
        };
        next.problem = format!("{what} {}.", wrong.problem);
        if matches!(wrong.field, "beside_competitor" | "text") {
            let chosen = self.versions.iter().find(|version| version.name == form.text("chosen"));
            next.mend = chosen.and_then(|version| Some((version.id?, version.name.clone())));
        }
    }
}

/// `Thu 12 Nov, 14:30`.
fn moment(at: DateTime, today: Date) -> String {
    format!("{}, {}", say::day(at.date(), today), say::clock(at.time()))
}

fn next(desk: &Desk, coming: &Coming, today: Date) -> Next {
    let readiness = &coming.readiness;
    let version = readiness.version.as_deref().unwrap_or_default();
    let is_ready = readiness.ready == Ready::Ready;
    let mut names: Vec<String> =
        desk.written.iter().filter_map(|w| w.rehearsed.version.clone()).collect();
    if !version.is_empty() && !names.iter().any(|name| name.eq_ignore_ascii_case(version)) {
        names.push(version.to_owned());
    }
    let due = desk.rotation.focus.version.as_deref();
    let chosen = readiness.version.as_deref().or(due).unwrap_or_default();
    let lacks = readiness.lacks.iter().map(|lack| say::capital(lack.says()));
    let lock = coming.lock.map(|lock| match (coming.is_locked, is_ready) {
        (true, _) => "It is locked: changing it now takes a reason.".to_owned(),
        (false, true) => {
            format!("It is locked from {} on.", moment(lock.from, today))
        }
        (false, false) => {
            format!("Once ready, it is locked from {} on.", moment(lock.from, today))
        }
    });
    Next {
        asked: None,
        room: coming.room.clone(),
        when: say::day(coming.on, today),
        stands: coming.stands(),
        lacks: if is_ready { Vec::new() } else { lacks.collect() },
        hints: readiness.hints.clone(),
        lock: lock.unwrap_or_default(),
        is_locked: coming.is_locked,
        changed: coming.changed_why.map(PitchChange::says).unwrap_or_default(),
        // Without the variant it can be ready only where no rival is expected.
        no_competitor: is_ready && readiness.lacks.contains(&Lack::BesideCompetitor),
        choices: names.into_iter().map(|name| (name.clone(), name == chosen)).collect(),
        problem: String::new(),
        mend: None,
        why: &PitchChange::ALL,
    }
}

fn ahead_of(other: &Coming, today: Date) -> (FactId, String, String) {
    let named = format!("{}, {}", other.room, say::day(other.on, today));
    (other.meeting, named, other.stands())
}

fn versions(desk: &Desk, today: Date) -> Vec<Version> {
    let all = desk.rotation.versions.iter().map(|used| {
        let is_it = |w: &&kithwork_app::pitch::Version| {
            w.rehearsed.version.as_deref() == Some(used.version.as_str())
        };
        let written = desk.written.iter().find(is_it);
        let length = written.map(|w| w.rehearsed.rehearsal.says.clone());
        let last = match used.last_on {
            Some(on) => format!("Last given {}.", say::day(on, today)),
            None => "Not given yet.".to_owned(),
        };
        Version {
            id: written.map(|w| w.id),
            name: used.version.clone(),
            says: format!("{} {last}", length.unwrap_or_default()).trim().to_owned(),
            is_a_minute: written.is_some_and(|w| w.rehearsed.rehearsal.length == Length::Right),
        }
    });
    all.collect()
}

/// The fields of a new version.
fn new() -> Vec<Field> {
    vec![
        Field::line("version", "What you call it", "Its focus, such as “slow payers”"),
        Field::line(
            "text",
            "Its words",
            "One client, what changed, and whom you would like to meet",
        )
        .rows(6),
        Field::line(
            "beside_competitor",
            "With a competitor in the room",
            "The same minute, with what sets you apart at the front",
        )
        .rows(4),
    ]
}

fn told_profile(profile: &Profile) -> Vec<Field> {
    let most = "At most 25 words, so that others can pass it on";
    vec![
        Field::line("helps", "How you help, and whom", most)
            .rows(2)
            .holding(profile.helps.as_deref())
            .held(),
        Field::line("excels_at", "What you do better than most in your field", most)
            .rows(2)
            .holding(profile.excels_at.as_deref())
            .held(),
        Field::line("differs_by", "Why you, and not somebody else in your field", most)
            .rows(2)
            .holding(profile.differs_by.as_deref())
            .held(),
    ]
}

fn trigger(trigger: &TriggerReview) -> (String, String, Act) {
    let drop = Act::does("Give it up", format!("/pitch/triggers/{}/drop", trigger.id));
    (trigger.what.clone(), trigger.says.clone(), drop)
}

/// Whether a minute was given as prepared, each answer one tap.
fn afterwards(unsaid: &kithwork_app::pitch::Unsaid, today: Date) -> (String, Vec<Act>) {
    let to = format!("/pitch/meetings/{}", unsaid.meeting);
    let mut acts = vec![Act::does("As prepared", &*to).first()];
    let reasons = PitchChange::ALL.into_iter();
    acts.extend(reasons.map(|why| Act::does(why.says(), &*to).with("why", why.name())));
    let on = say::day(unsaid.on, today);
    (format!("“{}” at {}, {on}", unsaid.version, unsaid.room), acts)
}
