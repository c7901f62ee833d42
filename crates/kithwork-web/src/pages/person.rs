//! One person: who they are, where you stand and why, what has been.

use super::entry::Entry;
use super::quotes::AboutMe;
use crate::act::Act;
use crate::frame::{Frame, Place};
use crate::say;
use crate::shelf::{Line, Shelf};
use crate::why::{Dated, Why};
use crate::words::Words;
use askama::Template;
use jiff::civil::Date;
use kithwork_app::person::{Moment, Shown, Standing};
use kithwork_app::trash;
use kithwork_core::facts::{Care, Conversation, MentionKind, Person, PromisedBy, Stage};
use kithwork_core::id::{FactId, PersonId};
use kithwork_core::ladder::Explains;
use kithwork_core::plan::opening::Touch;

/// Moments of the timeline that are shown.
const SHOWN: usize = 100;
/// One-to-ones of which it is asked whether a calendar alone tells of them, the latest.
const PLANNED: usize = 20;
/// Moments that are not folded away.
const LATEST: usize = 12;
/// One-to-ones left open that are asked about.
const OPEN: usize = 3;
/// Letters of a note that are shown.
const SAID: usize = 300;

/// One person.
#[derive(Debug, Template)]
#[template(path = "person.html")]
pub(crate) struct PersonPage {
    frame: Frame,
    name: String,
    /// Organisation, role and place, in a line.
    at: String,
    facts: Vec<(&'static str, String)>,
    standing: Option<Rung>,
    next_step: String,
    /// The steps of the ninety days after a first meeting: by when, or that it is done, and what.
    opening: Vec<(String, String)>,
    do_not_contact: bool,
    set_aside: bool,
    /// What is to come, the next first.
    to_come: Vec<Entry>,
    /// What has been lately.
    latest: Vec<Entry>,
    /// What was before, folded away.
    earlier: Vec<Entry>,
    more: usize,
    id: PersonId,
    /// The buttons at the top.
    acts: Vec<Act>,
    /// The owner's word on the relationship, each a button.
    words: Vec<Act>,
    /// What the owner promised them and what they promised, still open.
    mine: Vec<(String, Vec<Act>)>,
    theirs: Vec<(String, Vec<Act>)>,
    /// The trigger problems that they can be asked about.
    triggers: Vec<(FactId, String)>,
    /// One-to-ones that had an aim, of which nobody has said whether it came to that.
    open: Vec<(String, Vec<Act>)>,
    /// What they said about the owner, the latest first.
    said: Vec<AboutMe>,
    /// The half that their last one-to-one lacks.
    half: Option<Half>,
    /// Whether the form for time together was asked for.
    is_log_open: bool,
    today: Date,
}

/// A question of what stands in the way of a referral, with words for 0 to 4.
#[derive(Debug)]
pub(crate) struct Asks {
    pub(crate) field: &'static str,
    pub(crate) label: &'static str,
    pub(crate) words: [&'static str; 5],
}

/// Whether somebody could refer the owner (mission row 53), and the owner them.
pub(crate) const COULD_REFER: [Asks; 4] = [
    Asks {
        field: "trust",
        label: "How far do they trust you?",
        words: ["Not yet", "A little", "Fairly", "A good deal", "Fully"],
    },
    Asks {
        field: "understanding",
        label: "How well do they understand what you do, and for whom?",
        words: ["Not at all", "A little", "Roughly", "Well", "As I would say it"],
    },
    Asks {
        field: "access",
        label: "How often do they meet people you could work for?",
        words: ["Never", "Seldom", "Now and then", "Often", "All the time"],
    },
    Asks {
        field: "i_would_refer",
        label: "Would you refer them?",
        words: ["No", "Rather not", "Perhaps", "Probably", "Gladly"],
    },
];

/// Kinds of time together.
pub(crate) const TALKS: [(&str, &str); 6] = [
    ("one_to_one", "One-to-one"),
    ("video", "One-to-one by video"),
    ("call", "Call"),
    ("message", "Message"),
    ("email", "E-mail"),
    ("small_group", "Small group"),
];

/// Energy after a one-to-one, 1 to 5.
pub(crate) const ENERGY: [(&str, &str); 5] =
    [("1", "1, drained"), ("2", "2"), ("3", "3"), ("4", "4"), ("5", "5, full")];

/// Kinds of help.
pub(crate) const HELP: [(&str, &str); 9] = [
    ("advice", "Advice"),
    ("experience", "Experience"),
    ("idea", "An idea"),
    ("introduction", "An introduction"),
    ("referral", "Work passed on: say for whom"),
    ("resource", "Something useful"),
    ("testimonial", "A testimonial"),
    ("support", "Support"),
    ("invitation", "An invitation"),
];

/// Kinds of what is made together.
pub(crate) const MADE: [(&str, &str); 6] = [
    ("event", "An event"),
    ("pitch", "A joint offer"),
    ("product", "A product"),
    ("article", "An article"),
    ("client", "A client served together"),
    ("other", "Something else"),
];

/// What words about the owner were said for.
pub(crate) const WORDS: [MentionKind; 3] = MentionKind::ALL;

/// A one-to-one of which only one half is written down.
#[derive(Debug)]
struct Half {
    id: FactId,
    says: String,
    asks: &'static str,
    field: &'static str,
}

/// Where they stand, with what it rests on.
#[derive(Debug)]
struct Rung {
    label: String,
    since: String,
    evidence: Vec<(String, Why)>,
}

crate::visit::framed!(PersonPage);

impl PersonPage {
    /// The page of a person.
    pub(crate) fn of(shown: &Shown, shelf: &Shelf, today: Date) -> Self {
        let person = &shown.person;
        let parts = [&person.role, &person.organisation, &person.city];
        let moments = shown.timeline.iter().rev().filter(|m| m.kind != "person");
        let mut timeline: Vec<Entry> = moments.map(|m| entry(m, person.id, shelf, today)).collect();
        // Stable: of one day the later entered comes first; undated ones stand at the end.
        timeline.sort_by_key(|entry| std::cmp::Reverse(entry.line.line.on));
        let been =
            timeline.partition_point(|entry| entry.line.line.on.is_some_and(|on| on > today));
        let to_come = timeline.drain(..been).rev().map(|entry| entry.ahead(shelf, today)).collect();
        let more = timeline.len().saturating_sub(SHOWN);
        timeline.truncate(SHOWN);
        let earlier = timeline.split_off(timeline.len().min(LATEST));
        Self {
            frame: Frame::new("A person", Place::People),
            name: person.name.clone(),
            at: parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(", "),
            facts: facts(shown, today),
            standing: shown.standing.as_ref().map(|s| rung(s, shelf, today)),
            next_step: say::capital(&shown.next_step),
            opening: shown.opening.iter().flatten().map(|step| touch(step, today)).collect(),
            do_not_contact: person.do_not_contact,
            set_aside: person.set_aside,
            to_come,
            latest: timeline,
            earlier,
            more,
            id: person.id,
            acts: acts(person),
            words: words(person),
            mine: promises(shelf, person.id, PromisedBy::Mine, today),
            theirs: promises(shelf, person.id, PromisedBy::Theirs, today),
            triggers: triggers(shelf, today),
            open: open(shelf, person.id, today),
            said: shown.said.iter().rev().map(|words| AboutMe::of(words, today)).collect(),
            half: half(shelf, person.id, today),
            is_log_open: false,
            today,
        }
    }
}

impl PersonPage {
    /// The latest one-to-ones of a person that may stand in a calendar.
    pub(crate) fn met(shelf: &Shelf, person: PersonId, today: Date) -> Vec<FactId> {
        let talks = shelf.book.conversations_of(person);
        let met =
            talks.filter(|c| c.kind.is_one_to_one() && c.stage >= Stage::Agreed && c.on <= today);
        let mut met: Vec<FactId> = met.map(|talk| talk.id).collect();
        met.reverse();
        met.truncate(PLANNED);
        met
    }

    /// The same with the form for time together open, where the address asks for it.
    pub(crate) fn opening(self, form: Option<&str>) -> Self {
        Self { is_log_open: form == Some("log"), ..self }
    }

    /// The same, where these one-to-ones are known from a calendar alone: they are not deleted, which the
    /// calendar would undo, but said not to have taken place.
    pub(crate) fn planned(mut self, talks: &[FactId]) -> Self {
        for entry in self.latest.iter_mut().chain(&mut self.earlier) {
            if talks.contains(&entry.id) {
                entry.delete = Some(Act::denies(entry.id, &entry.line.when));
            }
        }
        self
    }
}

/// The problems by which others should think of the owner, those in use.
fn triggers(shelf: &Shelf, today: Date) -> Vec<(FactId, String)> {
    let all = shelf.book.facts.trigger_problems.iter().filter(|trigger| trigger.stands(today));
    all.map(|trigger| (trigger.id, trigger.what.clone())).collect()
}

/// The one-to-ones left open, the latest first: until it is said, they count for nothing (row 17).
fn open(shelf: &Shelf, person: PersonId, today: Date) -> Vec<(String, Vec<Act>)> {
    let held = shelf.book.conversations_of(person).filter(|talk| {
        talk.kind.is_one_to_one() && talk.stage == Stage::Happened && talk.objective_met.is_none()
    });
    let open = held.filter_map(|talk| Some((talk, talk.objective.as_ref()?)));
    let mut open: Vec<_> = open.collect();
    open.reverse();
    let line = |(talk, objective): (&Conversation, &String)| {
        let says = format!("{}: {objective}", say::capital(&say::day(talk.on, today)));
        let met = |label, word| {
            let to = format!("/conversations/{}/happened", talk.id);
            Act::does(label, to).with("objective_met", word)
        };
        (says, vec![met("It did", "yes"), met("In part", "partly"), met("It did not", "no")])
    };
    open.into_iter().take(OPEN).map(line).collect()
}

/// One step after a first meeting.
fn touch(step: &Touch, today: Date) -> (String, String) {
    let when = match step.now_by {
        _ if step.is_done => "Done".to_owned(),
        Some(now) => format!("By {}, a little later than meant", say::day(now, today)),
        None => format!("By {}", say::day(step.by, today)),
    };
    (when, say::capital(&step.says))
}

/// What is done most: written down in one tap, prepared, asked for.
fn acts(person: &Person) -> Vec<Act> {
    let (id, one) = (person.id, [person.id]);
    let mut acts =
        vec![Act::does("Spoke today", "/talks").about(&one).with("kind", "call").first()];
    if !person.do_not_contact {
        acts.push(Act::opens("Ask for an hour", format!("/ask?kind=one_to_one&who={id}")));
    }
    acts.push(Act::opens("Prepare", format!("/people/{id}/prepare")));
    acts.push(Act::opens("Put right", format!("/people/{id}/edit")));
    acts
}

/// The beginning of a text that may be a page long.
fn beginning(says: &str) -> String {
    say::cut(&say::capital(says), SAID)
}

/// A moment in a line; one that no figure rests on is told in the words of the book.
fn entry(moment: &Moment, whose: PersonId, shelf: &Shelf, today: Date) -> Entry {
    let told = || {
        let what = Words::plain(beginning(&moment.says));
        Line { on: moment.on, what }
    };
    let mut line = shelf.line(moment.id).unwrap_or_else(told);
    line.what = line.what.on_the_page_of(whose);
    let can_go = trash::can_go(moment.kind);
    Entry::new(moment.id, Dated::new(line, today), can_go).with_words(shelf)
}

/// The words there are on the relationship, without the one that stands.
fn words(person: &Person) -> Vec<Act> {
    let word = |label, care: Care| {
        Act::does(label, "/people/care").about(&[person.id]).with("care", care.name())
    };
    let all = [("Deepen", Care::Deepen), ("Keep light", Care::Light), ("Let go", Care::LetGo)];
    let others = all.into_iter().filter(|(_, care)| person.care != Some(*care));
    others.map(|(label, care)| word(label, care)).collect()
}

/// Open promises of one side, with their days.
fn promises(
    shelf: &Shelf,
    person: PersonId,
    side: PromisedBy,
    today: Date,
) -> Vec<(String, Vec<Act>)> {
    let open = shelf.book.promises_of(person);
    let open = open.filter(|p| p.direction == side && p.done_on.is_none());
    open.map(|promise| {
        let due = promise.due_on.map(|on| format!(", for {}", say::day(on, today)));
        let says = format!("{}{}", say::capital(&promise.what), due.unwrap_or_default());
        let mut acts = match side {
            PromisedBy::Mine => vec![
                Act::does("Done", "/promises/keep").promises(&[promise.id]),
                Act::does("In a week", "/promises/later").promises(&[promise.id]),
            ],
            PromisedBy::Theirs => {
                vec![Act::does("They did", "/promises/keep").promises(&[promise.id])]
            }
        };
        acts.push(Act::deletes(promise.id, "this promise"));
        (says, acts)
    })
    .collect()
}

/// What to ask of the last one-to-one where it ran one way.
fn half(shelf: &Shelf, person: PersonId, today: Date) -> Option<Half> {
    let talks = shelf.book.conversations_of(person);
    let last = talks.filter(|c| c.kind.is_one_to_one() && c.stage == Stage::Happened).last()?;
    let (field, asks) = match last.they_learned {
        None => ("they_learned", "What did they learn of your work?"),
        Some(_) => ("i_learned", "How could you help them?"),
    };
    let says = format!("One-way so far: your one-to-one of {}", say::day(last.on, today));
    last.is_one_way().then_some(Half { id: last.id, says, asks, field })
}

fn rung(standing: &Standing, shelf: &Shelf, today: Date) -> Rung {
    let evidence = standing.evidence.iter().map(|e| {
        let why = Why::entries(&e.facts, shelf, today, None);
        (say::capital(&e.says), why)
    });
    Rung {
        label: say::capital(&standing.says),
        since: standing.since.map(say::day_in).unwrap_or_default(),
        evidence: evidence.collect(),
    }
}

/// `To let go, yesterday`.
fn decided(care: Care, on: Option<Date>, today: Date) -> String {
    let on = on.map(|on| format!(", {}", say::day(on, today))).unwrap_or_default();
    format!("To {}{on}", care.says())
}

/// What is known of them; what is not known is left out.
fn facts(shown: &Shown, today: Date) -> Vec<(&'static str, String)> {
    let person = &shown.person;
    let joined = |list: &[String]| (!list.is_empty()).then(|| list.join(", "));
    let met = match (person.met_on.map(|on| say::day(on, today)), &shown.met_at) {
        (Some(on), Some(at)) => Some(format!("{on}, {at}")),
        (on, at) => on.or_else(|| at.clone()),
    };
    let all = [
        ("In touch", shown.alive.as_ref().map(|alive| alive.explanation.says.clone())),
        ("Could they refer you", shown.readiness_in_words()),
        ("Can they explain you", shown.explains.as_ref().map(Explains::says)),
        ("Help", shown.help_in_words()),
        ("You decided", person.care.map(|care| decided(care, person.care_on, today))),
        ("Looks for", person.looking_for.clone()),
        ("What they do", person.what_they_do.clone()),
        ("Whom they serve", person.who_they_serve.clone()),
        ("Line of business", person.sector.clone()),
        ("Tags", joined(&shown.tags)),
        ("Met", met),
        ("Introduced by", shown.introduced_by.clone()),
        ("E-mail", joined(&person.emails)),
        ("Telephone", joined(&person.phones)),
        ("Notes", person.notes.clone()),
    ];
    all.into_iter().filter_map(|(what, text)| Some((what, text?))).collect()
}
