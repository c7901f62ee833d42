//! One version of the minute: its words to read aloud, how long they take, and a stopwatch.

use super::field::Field;
use crate::act::Act;
use crate::form::Fields;
use crate::frame::{Frame, Place};
use crate::say;
use crate::seen::{Seen, Split};
use askama::Template;
use kithwork_app::FieldProblem;
use kithwork_app::pitch::{Desk, Version};
use kithwork_core::facts::PitchChange;
use kithwork_core::id::FactId;
use kithwork_core::pitch::Emphasis;

/// One version of the minute.
#[derive(Debug, Template)]
#[template(path = "minute.html")]
pub(crate) struct Minute {
    frame: Frame,
    id: FactId,
    delete: Act,
    /// What is wrong with deleting it.
    delete_problem: String,
    name: String,
    text: Option<String>,
    beside_competitor: Option<String>,
    says: String,
    pace: String,
    ask: String,
    emphasis: String,
    words: Vec<Field>,
    seconds: Field,
    /// Why it is changed, where it is locked.
    why: Vec<(&'static str, &'static str, bool)>,
    why_problem: String,
    is_editing: bool,
}

crate::visit::framed!(Minute);

impl Minute {
    /// The page of a version.
    pub(crate) fn of(desk: &Desk, version: &Version) -> Self {
        let rehearsal = &version.rehearsed.rehearsal;
        let name = version.rehearsed.version.clone().unwrap_or_default();
        let is_locked = desk.coming.as_ref().is_some_and(|coming| {
            let chosen = coming.readiness.version.as_deref().unwrap_or_default();
            coming.is_locked && chosen.to_lowercase() == name.to_lowercase()
        });
        let why = PitchChange::ALL.iter().filter(|_| is_locked);
        let whose = if rehearsal.is_own_pace { "your pace" } else { "the usual pace" };
        let text =
            Field::line("text", "Its words", "").rows(7).holding(version.text.as_deref()).held();
        let beside = Field::line("beside_competitor", "With a competitor in the room", "")
            .rows(5)
            .holding(version.beside_competitor.as_deref())
            .held();
        Self {
            frame: Frame::new("A minute", Place::More),
            id: version.id,
            delete: Act::does("Delete", format!("/pitch/{}/delete", version.id))
                .quiet("this minute"),
            delete_problem: String::new(),
            name,
            text: version.text.clone(),
            beside_competitor: version.beside_competitor.clone(),
            says: rehearsal.says.clone(),
            pace: format!(
                "{} at {whose}, {} words a minute.",
                say::capital(&say::counted(rehearsal.words.into(), "word", "words")),
                rehearsal.pace
            ),
            ask: version.rehearsed.ask_says.clone(),
            emphasis: version.emphasis.as_ref().map(Emphasis::says).unwrap_or_default(),
            words: vec![text, beside],
            seconds: Field::line("seconds", "Seconds it took you", "Learns your own pace"),
            why: why.map(|why| (why.name(), why.says(), false)).collect(),
            why_problem: String::new(),
            is_editing: version.text.is_none(),
        }
    }

    /// What the form of its words holds in the book.
    pub(crate) fn seen(&self) -> Seen {
        Seen::of(self.words.iter().map(|field| (field.name, field.value.clone())))
    }

    /// The same with both values where both sides changed one.
    pub(crate) fn split(self, split: &Split) -> Self {
        let mut page = self.again(&split.form, &[]);
        page.is_editing = true;
        for field in &mut page.words {
            field.seen = split.seen.clone();
        }
        page
    }

    /// The same with a form as it was sent, beside what is wrong with it.
    pub(crate) fn again(mut self, form: &Fields, problems: &[FieldProblem]) -> Self {
        for field in self.words.iter_mut().chain(std::iter::once(&mut self.seconds)) {
            field.again(form, problems);
        }
        let why = problems.iter().find(|problem| problem.field == "why");
        let why = why.map(|why| crate::say::capital(&why.problem)).unwrap_or_default();
        if form.has("delete") {
            self.delete_problem = why;
            return self;
        }
        self.is_editing |= form.has("text");
        for (name, _, is_chosen) in &mut self.why {
            *is_chosen = *name == form.text("why");
        }
        self.why_problem = why;
        self
    }
}
