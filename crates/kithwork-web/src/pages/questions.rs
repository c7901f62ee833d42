//! What only the owner knows, at most seven at a time.

use crate::frame::{Frame, Place};
use askama::Template;
use kithwork_app::json::{QuestionJson, QuestionsJson};
use kithwork_core::facts::Asks;
use kithwork_core::handover::SOMEONE_NEW;
use kithwork_core::id::FactId;

/// What only the owner knows.
#[derive(Debug, Template)]
#[template(path = "questions.html")]
pub(crate) struct Questions {
    frame: Frame,
    asked: Vec<Asked>,
    more: u64,
}

crate::visit::framed!(Questions);

/// One question.
#[derive(Debug)]
pub(crate) struct Asked {
    pub id: FactId,
    pub asks: &'static str,
    pub about: Vec<String>,
    pub count: u32,
    pub choices: Vec<String>,
    /// Whether someone new is asked for by name, in a form of its own.
    pub needs_name: bool,
    /// Why it is asked; empty where that is plain.
    pub because: &'static str,
}

impl Asked {
    /// A question that waits.
    pub(crate) fn of(question: &QuestionJson) -> Self {
        Self {
            id: question.id,
            asks: match question.asks {
                Asks::SamePerson => "Are these one person?",
                Asks::WhatIsThis => "What is this in your calendar?",
                Asks::WhoIsThis => "Who is meant?",
                Asks::WhoThere => "Who there was it?",
                Asks::WhichRoom => "Which group is meant?",
            },
            about: question.about.iter().map(|about| crate::say::shortened(about)).collect(),
            count: question.count,
            choices: choices(question),
            needs_name: question.needs_name,
            because: question.because.unwrap_or_default(),
        }
    }
}

/// The choices that need nothing besides.
pub(crate) fn choices(question: &QuestionJson) -> Vec<String> {
    let all = question.choices.iter();
    all.filter(|choice| !(question.needs_name && *choice == SOMEONE_NEW)).cloned().collect()
}

impl Questions {
    /// Those that wait.
    pub(crate) fn of(waiting: &QuestionsJson) -> Self {
        Self {
            frame: Frame::new("Questions", Place::More),
            asked: waiting.questions.iter().map(Asked::of).collect(),
            more: waiting.more,
        }
    }
}
