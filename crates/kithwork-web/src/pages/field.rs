//! A field of a form: its label, what stands in it, and what is wrong with it.

use crate::form::Fields;
use crate::seen::Seen;
use kithwork_app::FieldProblem;

/// A field of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Field {
    /// Its name; no other form of the page has one of that name.
    pub name: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// What helps to fill it in.
    pub hint: String,
    /// Its lines; 0 for a field of one line.
    pub rows: u8,
    /// Whether it is a day.
    pub is_date: bool,
    /// What stands in it.
    pub value: String,
    /// What is wrong with it.
    pub problem: String,
    /// What it held when it was shown, where the form is held to that.
    pub seen: Seen,
}

impl Field {
    /// A field of one line.
    pub(crate) fn line(name: &'static str, label: &'static str, hint: impl Into<String>) -> Self {
        let (value, problem) = (String::new(), String::new());
        let (hint, seen) = (hint.into(), Seen::default());
        Self { name, label, hint, rows: 0, is_date: false, value, problem, seen }
    }

    /// The same, of several lines.
    #[must_use]
    pub(crate) fn rows(self, rows: u8) -> Self {
        Self { rows, ..self }
    }

    /// The same, for a day.
    #[must_use]
    pub(crate) fn date(self) -> Self {
        Self { is_date: true, ..self }
    }

    /// The same, with something in it.
    #[must_use]
    pub(crate) fn holding(self, value: Option<&str>) -> Self {
        Self { value: value.unwrap_or_default().to_owned(), ..self }
    }

    /// The same, which overwrites nothing that it has not shown.
    #[must_use]
    pub(crate) fn held(self) -> Self {
        Self { seen: Seen::of([(self.name, self.value.clone())]), ..self }
    }

    /// As it was sent, beside what is wrong with it; a field that was not sent stays as it is.
    pub(crate) fn again(&mut self, form: &Fields, problems: &[FieldProblem]) {
        if form.has(self.name) {
            form.text(self.name).clone_into(&mut self.value);
        }
        let wrong = problems.iter().find(|problem| problem.field == self.name);
        self.problem = wrong.map(|wrong| crate::say::capital(&wrong.problem)).unwrap_or_default();
    }

    /// Whether something stands beside it.
    pub(crate) fn has_note(&self) -> bool {
        !(self.hint.is_empty() && self.problem.is_empty())
    }
}
