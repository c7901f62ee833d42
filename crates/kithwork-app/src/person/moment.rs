//! A fact in one plain line, for a person's timeline.

use super::Moment;
use jiff::civil::Date;
use kithwork_core::book::Book;
use kithwork_core::fact::Fact;
use kithwork_core::facts::{
    Conversation, ConversationKind, Direction, Explained, Help, HelpKind, Introduction, Meeting,
    Party, Playback, Project, Promise, PromisedBy, ProposedIntroduction, Rated, Rating, Referral,
    Stage,
};
use kithwork_core::id::PersonId;
use std::collections::HashMap;

/// Names by id.
pub(crate) type Names = HashMap<PersonId, String>;

/// A day as people write it: `16 November 2026`.
pub(crate) fn day(on: Date) -> String {
    on.strftime("%-d %B %Y").to_string()
}

/// The line for a fact; none for what only the program keeps: cards, entries, questions.
pub(crate) fn of(book: &Book, names: &Names, fact: &Fact) -> Option<Moment> {
    let says = match fact {
        Fact::Person(person) => {
            person.met_on?;
            let room = person.met_at.and_then(|id| book.room(id));
            room.map_or_else(|| "first met".to_owned(), |r| format!("first met at {}", r.name))
        }
        Fact::Meeting(meeting) => met(book, meeting),
        Fact::Conversation(conversation) => talked(conversation, names),
        Fact::Promise(promise) => promised(promise),
        Fact::Help(help) => helped(help),
        Fact::Introduction(introduction) => introduced(introduction, names),
        Fact::Referral(referral) => referred(referral),
        Fact::Business(_) => "business came through them".to_owned(),
        Fact::Rating(rating) => rated(rating),
        Fact::Playback(playback) => played_back(playback),
        Fact::CardGiven(_) => "you gave them your card and asked for theirs".to_owned(),
        Fact::ProposedIntroduction(proposed) => on_its_way(proposed, names),
        Fact::Presentation(talk) => format!("listens to your talk: {}", talk.what),
        Fact::Mention(mention) => format!("said about you: “{}”", mention.words),
        Fact::Need(need) => format!("needs: {}", need.what),
        Fact::Offer(offer) => format!("offers: {}", offer.what),
        Fact::Note(note) => format!("note: {}", note.text),
        Fact::Project(project) => together(project, names),
        Fact::Aim(aim) => format!("matters to your aim: {}", aim.what),
        Fact::Tag(tag) => format!("you filed them under “{}”", tag.name),
        Fact::Settings(_)
        | Fact::PeopleList(_)
        | Fact::Room(_)
        | Fact::RoomRating(_)
        | Fact::TriggerProblem(_)
        | Fact::Pitch(_)
        | Fact::ChannelMonth(_)
        | Fact::Entry(_)
        | Fact::CalendarObject(_)
        | Fact::Card(_)
        | Fact::Question(_)
        | Fact::Suppression(_)
        | Fact::Statement(_) => return None,
    };
    Some(Moment { id: fact.id(), kind: fact.kind().name(), on: fact.on(), says })
}

fn met(book: &Book, meeting: &Meeting) -> String {
    let room = book.room(meeting.room).map_or("a group", |room| room.name.as_str());
    format!("talked at {room}")
}

fn talked(conversation: &Conversation, names: &Names) -> String {
    let kind = match conversation.kind {
        ConversationKind::OneToOne => "one-to-one",
        ConversationKind::SmallGroup => "small group",
        ConversationKind::Call => "call",
        ConversationKind::Video => "one-to-one by video",
        ConversationKind::Email => "e-mail",
        ConversationKind::Message => "message",
        ConversationKind::Letter => "letter",
        ConversationKind::Social => "exchange on social media",
    };
    let stage = match conversation.stage {
        Stage::Suggested => ", suggested",
        Stage::Asked => ", asked for",
        Stage::Agreed => ", agreed",
        Stage::Happened => "",
    };
    let minutes = conversation.minutes.map(|m| format!(", {m} min")).unwrap_or_default();
    let others = match conversation.people.as_slice() {
        [_] | [] => String::new(),
        people => {
            let names: Vec<&str> =
                people.iter().filter_map(|id| names.get(id)).map(String::as_str).collect();
            format!(" of {}", names.join(", "))
        }
    };
    let one_way = if conversation.is_one_way() { ", one-way" } else { "" };
    let written: Vec<String> = (conversation.written().into_iter())
        .map(|(what, words)| format!("{what}: {words}"))
        .collect();
    let written =
        if written.is_empty() { String::new() } else { format!(". {}", written.join(". ")) };
    format!("{kind}{others}{minutes}{stage}{one_way}{written}")
}

fn promised(promise: &Promise) -> String {
    let who = match promise.direction {
        PromisedBy::Mine => "you promised",
        PromisedBy::Theirs => "they promised",
    };
    let due = match (promise.done_on, promise.due_on) {
        (Some(done), _) => format!(", done on {}", day(done)),
        (None, Some(due)) => format!(", for {}", day(due)),
        (None, None) => String::new(),
    };
    format!("{who}: {}{due}", promise.what)
}

fn helped(help: &Help) -> String {
    let who = match help.direction {
        Direction::Given => "you helped",
        Direction::Received => "they helped",
    };
    let kind = match help.kind {
        HelpKind::Introduction => "an introduction",
        HelpKind::Referral => "a referral",
        HelpKind::Advice => "advice",
        HelpKind::Experience => "experience",
        HelpKind::Idea => "an idea",
        HelpKind::Resource => "something useful",
        HelpKind::Testimonial => "a testimonial",
        HelpKind::Support => "support",
        HelpKind::Invitation => "an invitation",
    };
    let about = help.about.as_ref().map(|about| format!(": {about}")).unwrap_or_default();
    format!("{who} with {kind}{about}")
}

fn together(project: &Project, names: &Names) -> String {
    let who: Vec<&str> =
        project.people.iter().filter_map(|id| names.get(id)).map(String::as_str).collect();
    let who = if who.len() > 1 { format!(" ({})", who.join(", ")) } else { String::new() };
    let ended = project.ended_on.map(|on| format!(", finished on {}", day(on)));
    let outcome = project.outcome.as_ref().map(|outcome| format!(": {outcome}"));
    let (ended, outcome) = (ended.unwrap_or_default(), outcome.unwrap_or_default());
    format!("together: {}{who}{ended}{outcome}", project.what)
}

fn introduced(introduction: &Introduction, names: &Names) -> String {
    let name = |party: Party| match party {
        Party::Me => "you",
        Party::Person(id) => names.get(&id).map_or("someone", String::as_str),
    };
    let Introduction { introduced_by, person_a, person_b, .. } = introduction;
    format!("{} introduced {} and {}", name(*introduced_by), name(*person_a), name(*person_b))
}

fn on_its_way(proposed: &ProposedIntroduction, names: &Names) -> String {
    let name = |id| names.get(&id).map_or("someone", String::as_str);
    let (a, b) = (name(proposed.person_a), name(proposed.person_b));
    let how_far = match (proposed.made, proposed.is_open(), proposed.is_agreed()) {
        (Some(_), _, _) => "which you did",
        (None, false, _) => "which came to nothing",
        (None, true, true) => "and both said yes",
        (None, true, false) => "if both say yes",
    };
    format!("you thought of introducing {a} and {b}, {how_far}")
}

fn referred(referral: &Referral) -> String {
    let to = match referral.direction {
        Direction::Received => "they referred to you",
        Direction::Given => "you referred to them",
    };
    let prospect = referral.prospect.as_deref().unwrap_or("someone");
    let thanked = referral.thanked_on.map(|on| format!(", thanked on {}", day(on)));
    format!("{to}: {prospect}{}", thanked.unwrap_or_default())
}

/// What was observed, never a number: their record is to be read by them without a shock.
fn rated(rating: &Rating) -> String {
    let what = match rating.what {
        Rated::Trust => "how far they trust you",
        Rated::Understanding => "how well they know what you do",
        Rated::Access => "how near they are to your clients",
        Rated::IWouldRefer => "whether you would refer them",
    };
    format!("you noted {what}")
}

fn played_back(playback: &Playback) -> String {
    let could = match playback.explained {
        Explained::Yes => "could",
        Explained::Partly => "could in part",
        Explained::No => "could not yet",
    };
    let what = if playback.is_of_the_whole() { "what you do" } else { "when to think of you" };
    let words = playback.words.as_ref().map(|words| format!(": “{words}”")).unwrap_or_default();
    format!("asked to say back {what}, and {could}{words}")
}
