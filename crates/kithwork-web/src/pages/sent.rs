//! One form of a page with several, as it came back: all that was typed, the fault beside its field.

use crate::form::Fields;
use crate::say;
use askama::Template;
use kithwork_app::FieldProblem;

/// The form of a page that could not be taken; none of them where nothing was sent.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sent {
    form: &'static str,
    fields: Fields,
    problems: Vec<FieldProblem>,
}

/// One form of the page: as it was sent, or empty.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Form<'s> {
    name: &'static str,
    sent: Option<&'s Sent>,
}

/// What marks a field as faulty and names where the fault is told.
#[derive(Clone, Debug, Template)]
#[template(
    ext = "html",
    source = r#"{% if is_wrong %} aria-invalid="true" aria-describedby="p-{{ form }}-{{ field }}"{% endif %}"#
)]
pub(crate) struct Marks<'f> {
    form: &'static str,
    field: &'f str,
    is_wrong: bool,
}

/// What is wrong with a field, below it.
#[derive(Clone, Debug, Template)]
#[template(
    ext = "html",
    source = r#"{% if !says.is_empty() %}<span class="problem" id="p-{{ form }}-{{ field }}">{{ says }}</span>{% endif %}"#
)]
pub(crate) struct Problem<'f> {
    form: &'static str,
    field: &'f str,
    says: String,
}

impl askama::filters::HtmlSafe for Marks<'_> {}
impl askama::filters::HtmlSafe for Problem<'_> {}

impl Sent {
    /// The form of this name, as it was sent.
    pub(crate) fn new(form: &'static str, fields: &Fields, problems: &[FieldProblem]) -> Self {
        Self { form, fields: fields.clone(), problems: problems.to_vec() }
    }

    /// The form of this name.
    pub(crate) fn form(&self, name: &'static str) -> Form<'_> {
        Form { name, sent: (self.form == name).then_some(self) }
    }
}

impl<'s> Form<'s> {
    /// Whether it is the one that came back.
    pub(crate) fn is_back(&self) -> bool {
        self.sent.is_some()
    }

    /// What was typed into a field.
    pub(crate) fn text(&self, field: &str) -> &'s str {
        self.sent.map(|sent| sent.fields.text(field)).unwrap_or_default()
    }

    /// What was typed into a field; before anything was, this.
    pub(crate) fn text_or(&self, field: &str, usual: impl std::fmt::Display) -> String {
        self.sent.map_or_else(|| usual.to_string(), |sent| sent.fields.text(field).to_owned())
    }

    /// Whether this was chosen.
    pub(crate) fn picked(&self, field: &str, value: &str) -> bool {
        self.sent.is_some_and(|sent| sent.fields.text(field) == value)
    }

    /// What marks a field as faulty.
    pub(crate) fn marks<'f>(&self, field: &'f str) -> Marks<'f> {
        Marks { form: self.name, field, is_wrong: self.wrong(field).is_some() }
    }

    /// What is wrong with a field.
    pub(crate) fn problem<'f>(&self, field: &'f str) -> Problem<'f> {
        let says = self.wrong(field).map(|wrong| say::capital(&wrong.problem)).unwrap_or_default();
        Problem { form: self.name, field, says }
    }

    fn wrong(&self, field: &str) -> Option<&'s FieldProblem> {
        self.sent?.problems.iter().find(|problem| problem.field == field)
    }
}
