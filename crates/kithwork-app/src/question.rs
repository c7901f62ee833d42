//! What an import could not know, and the owner's answers.

use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::json::{QuestionJson, QuestionsJson};
use crate::note;
use kithwork_core::change::Change;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::Question;
use kithwork_core::handover;
use kithwork_core::id::FactId;
use kithwork_store::{Scope, Store};

/// Nobody is asked more at a time.
const AT_MOST: usize = 7;

/// The questions that wait, the most decisive first, at most seven.
///
/// # Errors
/// Those of the store.
pub async fn open(store: &dyn Store, ctx: &Ctx) -> Result<QuestionsJson> {
    ctx.require(Rights::Read)?;
    let mut all = all(store, ctx).await?;
    let more = all.questions.len().saturating_sub(AT_MOST);
    all.questions.truncate(AT_MOST);
    Ok(QuestionsJson { more: u64::try_from(more).unwrap_or(u64::MAX), ..all })
}

/// All questions that wait, the most decisive first: for programs, which read them page by page.
///
/// # Errors
/// Those of the store.
pub async fn all(store: &dyn Store, ctx: &Ctx) -> Result<QuestionsJson> {
    ctx.require(Rights::Read)?;
    let waiting = waiting(store, ctx).await?;
    Ok(QuestionsJson { questions: waiting.iter().map(QuestionJson::from).collect(), more: 0 })
}

/// Answers a question with one of its choices; whatever waited for it is put right at once. `name` is that of
/// someone new whom the note doesn't name.
///
/// # Errors
/// [`Code::QuestionNotFound`]; [`Code::ChoiceUnknown`] with the choices as its hint;
/// [`Code::ValueInvalid`] where someone new is named by nobody; those of the store.
pub async fn answer(
    store: &dyn Store,
    ctx: &Ctx,
    id: FactId,
    choice: &str,
    name: Option<&str>,
) -> Result<Change> {
    ctx.require(Rights::Write)?;
    let question =
        waiting(store, ctx).await?.into_iter().find(|q| q.id == id).ok_or_else(|| {
            Error::new(Code::QuestionNotFound).hint("it may have been answered meanwhile")
        })?;
    let choice = chosen(&question, choice)?.to_owned();
    if note::is_of_a_note(&question) {
        return note::answer(store, ctx, question, (&choice, name)).await;
    }
    let facts = store.load(ctx.tenant, Scope::Whole).await?;
    let outcome = handover::answer(&facts, question.id, &choice, ctx.now, &mut ctx.ids())?;
    let change = ctx.change("answer", None, outcome.edits);
    store.commit(ctx.tenant, &change).await?;
    Ok(change)
}

/// The choice that is meant: its words, or its number counted from 1.
fn chosen<'q>(question: &'q Question, choice: &str) -> Result<&'q str> {
    let said = choice.trim();
    let by_words = question.choices.iter().find(|c| c.eq_ignore_ascii_case(said));
    let by_number = || {
        let number: usize = said.parse().ok()?;
        question.choices.get(number.checked_sub(1)?)
    };
    by_words.or_else(by_number).map(String::as_str).ok_or_else(|| {
        let choices = question.choices.join("”, “");
        Error::new(Code::ChoiceUnknown).hint(format!("choose one of “{choices}”"))
    })
}

async fn waiting(store: &dyn Store, ctx: &Ctx) -> Result<Vec<Question>> {
    let all = store.all(ctx.tenant, FactKind::Question).await?;
    let questions = all.into_iter().filter_map(|fact| match fact {
        Fact::Question(question) if question.is_open() => Some(question),
        _ => None,
    });
    let mut questions: Vec<Question> = questions.collect();
    questions.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.key.cmp(&b.key)));
    Ok(questions)
}
