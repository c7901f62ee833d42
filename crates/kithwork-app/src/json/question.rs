//! What the import could not know.

use crate::note;
use kithwork_core::facts::{Asks, Question};
use kithwork_core::id::FactId;
use serde::Serialize;

/// The questions that wait, the most decisive first, at most seven.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuestionsJson {
    /// Those to answer now.
    pub questions: Vec<QuestionJson>,
    /// How many more wait.
    pub more: u64,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the fields are those of `Question`")]
pub struct QuestionJson {
    pub id: FactId,
    pub asks: Asks,
    pub about: Vec<String>,
    pub count: u32,
    pub choices: Vec<String>,
    /// Whether someone new can be the answer only with a name.
    pub needs_name: bool,
    /// Why it is asked whether these are one person; none where something else is asked.
    pub because: Option<&'static str>,
}

impl From<&Question> for QuestionJson {
    fn from(question: &Question) -> Self {
        Self {
            id: question.id,
            asks: question.asks,
            about: question.about.clone(),
            count: question.count,
            choices: question.choices.clone(),
            needs_name: note::needs_name(question),
            because: question.why_asked(),
        }
    }
}
