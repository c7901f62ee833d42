//! What another way of finding clients took and brought, as it is told.

use crate::form::Fields;
use crate::say;
use kithwork_app::FieldProblem;

/// One field of the form: its name, its label, how it is typed, what was typed, and what is wrong with it.
#[derive(Debug)]
pub(super) struct Field {
    pub name: &'static str,
    pub label: &'static str,
    pub kind: &'static str,
    pub hint: &'static str,
    pub value: String,
    pub problem: String,
}

/// Name, the application's name of it, label, type, hint.
const FIELDS: [(&str, &str, &str, &str, &str); 7] = [
    ("channel", "channel", "What it is called", "text", "Cold calling, Google Ads, a trade fair"),
    ("on", "on", "A day of that month", "date", ""),
    ("hours", "minutes", "Hours it took", "text", "2.5"),
    ("cost", "cost", "What it cost", "text", ""),
    ("leads", "leads", "Leads that came", "number", ""),
    ("sales", "sales", "Sales that came", "number", "0 if none"),
    ("value", "value", "What those were worth", "text", ""),
];

/// The form; as it was sent, beside what is wrong with it, where it could not be taken.
pub(super) fn fields(sent: Option<(&Fields, &[FieldProblem])>) -> Vec<Field> {
    let field = |(name, known, label, kind, hint)| {
        let problem = |(_, problems): (&Fields, &[FieldProblem])| {
            problems.iter().find(|problem| problem.field == known).map(|p| say::capital(&p.problem))
        };
        Field {
            name,
            label,
            kind,
            hint,
            value: sent.map(|(form, _)| form.text(name).to_owned()).unwrap_or_default(),
            problem: sent.and_then(problem).unwrap_or_default(),
        }
    };
    FIELDS.map(field).into()
}
