//! What can be done about each thing to do, in one tap.

use super::day_form::DayForm;
use crate::act::Act;
use crate::invitation;
use crate::sight::Sight;
use kithwork_core::facts::{Care, Conversation, Stage};
use kithwork_core::id::FactId;
use kithwork_core::plan::{Item, ItemKind, Status};

/// Weeks of not now, and of later.
const NOT_NOW: u32 = 2;
const LATER: u32 = 8;

/// The buttons of an item: those that show, and those one may look for.
pub(super) fn of(item: &Item, sight: &Sight) -> (Vec<Act>, Vec<Act>) {
    if !sight.is_live {
        return (Vec::new(), Vec::new());
    }
    match (item.kind, item.status) {
        (ItemKind::Promise, _) if is_kept_one_by_one(item) => (Vec::new(), Vec::new()),
        (ItemKind::Promise, _) => (promises(&promised(item, sight)), Vec::new()),
        (_, Status::Agreed) => (agreed(item, sight), Vec::new()),
        (ItemKind::Meeting | ItemKind::PreparePitch, _) => (Vec::new(), Vec::new()),
        _ if item.people.is_empty() => (Vec::new(), Vec::new()),
        _ => (begin(item), others(item)),
    }
}

/// Whether an item holds several promises, of which each has its own button.
pub(super) fn is_kept_one_by_one(item: &Item) -> bool {
    item.promises.len() > 1
}

/// The promises that an item keeps.
pub(super) fn promised(item: &Item, sight: &Sight) -> Vec<FactId> {
    item.facts.iter().copied().filter(|&id| sight.shelf.promise_of(id).is_some()).collect()
}

/// The buttons of promises.
pub(super) fn promises(promises: &[FactId]) -> Vec<Act> {
    if promises.is_empty() {
        return Vec::new();
    }
    vec![
        Act::does("Done", "/promises/keep").promises(promises).first(),
        Act::does("In a week", "/promises/later").promises(promises),
    ]
}

/// What moves a talk that is agreed and still ahead to another day.
pub(super) fn another_day(item: &Item, sight: &Sight) -> Option<DayForm> {
    agreed_talk(item, sight)
        .filter(|_| sight.is_live)
        .and_then(|talk| DayForm::another(talk, sight.today))
}

/// The talk of an item that stands in the diary.
fn agreed_talk<'s>(item: &Item, sight: &'s Sight) -> Option<&'s Conversation> {
    let talk = item.facts.iter().find_map(|&id| sight.shelf.conversation_of(id));
    talk.filter(|talk| talk.stage == Stage::Agreed)
}

/// The buttons of what stands in the diary.
fn agreed(item: &Item, sight: &Sight) -> Vec<Act> {
    let Some(talk) = agreed_talk(item, sight) else { return Vec::new() };
    let has_come = talk.on <= sight.today;
    let happened = Act::does("It happened", format!("/conversations/{}/happened", talk.id));
    // Before its day nothing has failed to happen yet.
    let not = if has_come {
        Act::does("It did not", format!("/conversations/{}/not-held", talk.id))
    } else {
        Act::calls_off(talk.id)
    };
    let prepare =
        item.people.first().map(|id| Act::opens("Prepare", format!("/people/{id}/prepare")));
    let mut acts: Vec<Act> = Vec::with_capacity(3);
    match (prepare, has_come) {
        (Some(prepare), true) => acts.extend([happened.first(), not, prepare]),
        (Some(prepare), false) => acts.extend([prepare.first(), not]),
        (None, true) => acts.extend([happened.first(), not]),
        (None, false) => acts.push(not),
    }
    let promised = promised(item, sight);
    if !promised.is_empty() && !is_kept_one_by_one(item) {
        acts.push(Act::does("Promise kept", "/promises/keep").promises(&promised));
    }
    acts
}

/// What is to be begun: first the words, then the word that it is done.
fn begin(item: &Item) -> Vec<Act> {
    let who = item.people.iter().map(|id| format!("who={id}"));
    let time = |&at| format!("{}={}", invitation::TIME, invitation::time_spelt(at));
    let instead_of = item.instead_of.map(invitation::meeting_spelt);
    let instead_of = instead_of.map(|meeting| format!("{}={meeting}", invitation::MEETING));
    let minutes = item.together.map(|minutes| format!("{}={minutes}", invitation::MINUTES));
    let times = item.offer.iter().map(time);
    let asked: Vec<String> = who.chain(minutes).chain(times).chain(instead_of).collect();
    let kind = kind(item.kind);
    let words = |label| Act::opens(label, format!("/ask?kind={kind}&{}", asked.join("&"))).first();
    let not_now =
        Act::does("Not now", "/people/not-now").about(&item.people).with("weeks", NOT_NOW);
    let talked =
        |spoken: &'static str| Act::does("Done", "/talks").about(&item.people).with("kind", spoken);
    match item.kind {
        ItemKind::Message => vec![words("Write"), talked("message"), not_now],
        ItemKind::Call => vec![talked("call").first(), not_now],
        ItemKind::Help => vec![
            words("Write"),
            Act::does("Done", "/help")
                .about(&item.people)
                .with("direction", "given")
                .with("kind", "advice"),
            not_now,
        ],
        ItemKind::Introduction if item.people.len() == 2 => {
            vec![
                words("Ask them"),
                Act::does("Introduced", "/introductions").about(&item.people),
                not_now,
            ]
        }
        _ => vec![words("Ask"), not_now],
    }
}

fn others(item: &Item) -> Vec<Act> {
    let mut others = vec![
        Act::does("In two months", "/people/not-now").about(&item.people).with("weeks", LATER),
    ];
    if item.people.len() == 1 {
        others.push(
            Act::does("Let go", "/people/care")
                .about(&item.people)
                .with("care", Care::LetGo.name()),
        );
    }
    others
}

/// The kind as addresses spell it.
fn kind(kind: ItemKind) -> String {
    match serde_json::to_value(kind) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}
