//! One form of a page with several, as it came back: all that was typed, the fault beside its field.

use crate::form::Fields;
use crate::refused::Told;
use crate::say;
use askama::Template;
use kithwork_app::FieldProblem;

/// The form of a page that could not be taken; none of them where nothing was sent.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sent {
    /// The address that it was sent to.
    form: String,
    fields: Fields,
    problems: Vec<FieldProblem>,
    told: Told,
}

/// One form of the page: as it was sent, or empty.
#[derive(Clone, Debug)]
pub(crate) struct Form<'s> {
    /// What the ids of its faults begin with.
    name: String,
    sent: Option<&'s Sent>,
}

/// What marks a field as faulty and names where the fault is told.
#[derive(Clone, Debug, Template)]
#[template(
    ext = "html",
    source = r#"{% if is_wrong %} aria-invalid="true" aria-describedby="p-{{ form }}-{{ field }}"{% endif %}"#
)]
pub(crate) struct Marks<'f> {
    form: String,
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
    form: String,
    field: &'f str,
    says: String,
}

impl askama::filters::HtmlSafe for Marks<'_> {}
impl askama::filters::HtmlSafe for Problem<'_> {}

impl Sent {
    /// The form that was sent to this address.
    pub(crate) fn new(to: impl Into<String>, fields: &Fields, problems: &[FieldProblem]) -> Self {
        let (fields, problems) = (fields.clone(), problems.to_vec());
        Self { form: to.into(), fields, problems, told: Told::default() }
    }

    /// The same, with what is to be said where no field of the page is at fault.
    pub(crate) fn saying(self, told: Told) -> Self {
        Self { told, ..self }
    }

    /// What is said where no field of the page is at fault.
    pub(crate) fn told(&self) -> &Told {
        &self.told
    }

    /// The form that sends to this address.
    pub(crate) fn form(&self, to: &str) -> Form<'_> {
        let name = to.trim_start_matches('/').replace('/', "-");
        Form { name, sent: (self.form == to).then_some(self) }
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

    /// The same, of several that send to one address: the one that sends this along.
    pub(crate) fn sending(self, field: &str, value: &str) -> Self {
        Self { sent: self.sent.filter(|sent| sent.fields.text(field) == value), ..self }
    }

    /// Whether this was among what was ticked.
    pub(crate) fn ticked(&self, field: &str, value: &str) -> bool {
        self.sent.is_some_and(|sent| sent.fields.all(field).any(|ticked| ticked == value))
    }

    /// What was typed into a field; before anything was, this.
    pub(crate) fn text_or(&self, field: &str, usual: impl std::fmt::Display) -> String {
        self.sent.map_or_else(|| usual.to_string(), |sent| sent.fields.text(field).to_owned())
    }

    /// Whether this was chosen.
    pub(crate) fn picked(&self, field: &str, value: &str) -> bool {
        self.sent.is_some_and(|sent| sent.fields.text(field) == value)
    }

    /// Whether this was chosen; before anything was, whether it is this.
    pub(crate) fn picked_or(&self, field: &str, value: &str, usual: &str) -> bool {
        self.text_or(field, usual) == value
    }

    /// What marks a field as faulty.
    pub(crate) fn marks<'f>(&self, field: &'f str) -> Marks<'f> {
        Marks { form: self.name.clone(), field, is_wrong: self.wrong(field).is_some() }
    }

    /// What is wrong with a field, below it.
    pub(crate) fn problem<'f>(&self, field: &'f str) -> Problem<'f> {
        Problem { form: self.name.clone(), field, says: self.says(field) }
    }

    /// What is wrong with a field; empty where nothing is.
    pub(crate) fn says(&self, field: &str) -> String {
        self.wrong(field).map(|wrong| say::capital(&wrong.problem)).unwrap_or_default()
    }

    fn wrong(&self, field: &str) -> Option<&'s FieldProblem> {
        self.sent?.problems.iter().find(|problem| problem.field == field)
    }
}
