//! A minute in at most four questions.

use super::field::Field;
use crate::form::Fields;
use crate::frame::{Frame, Place};
use askama::Template;
use kithwork_app::FieldProblem;
use kithwork_core::pitch::Prompt;

/// A minute in at most four questions.
#[derive(Debug, Template)]
#[template(path = "quick.html")]
pub(crate) struct Quick {
    frame: Frame,
    fields: Vec<Field>,
}

crate::visit::framed!(Quick);

impl Quick {
    /// The questions, with what is known already.
    pub(crate) fn of(prompts: &[Prompt]) -> Self {
        let field = |prompt: &Prompt| {
            Field::line(prompt.part, prompt.asks, "").rows(2).holding(prompt.known.as_deref())
        };
        let fields = prompts.iter().map(field).collect();
        Self { frame: Frame::new("A minute in three minutes", Place::More), fields }
    }

    /// The same with the form as it was sent, beside what is wrong with it.
    pub(crate) fn again(mut self, form: &Fields, problems: &[FieldProblem]) -> Self {
        self.fields.iter_mut().for_each(|field| field.again(form, problems));
        self
    }
}
