//! A usable minute in at most four questions, for when one is tired or has three minutes (row 29).

use super::ask::is_request;
use serde::Serialize;

/// One question on the way to a minute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Prompt {
    /// Which part of [`Answers`] it asks for.
    pub part: &'static str,
    /// The question.
    pub asks: &'static str,
    /// An answer that is known already, to be taken by saying nothing.
    pub known: Option<String>,
}

/// What the questions are answered with; a part left empty is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// The owner's name.
    pub name: Option<String>,
    /// How they help, and whom.
    pub helps: String,
    /// What one client could not do, in a sentence.
    pub before: String,
    /// What changed for that client.
    pub after: String,
    /// Whom the owner would like to meet.
    pub ask: String,
}

/// The four questions, with what the profile answers already: how the owner helps, and whom they want
/// to meet.
pub fn prompts(helps: Option<&str>, wanted: Option<&str>) -> [Prompt; 4] {
    let prompt = |part, asks, known: Option<&str>| {
        let known = known.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
        Prompt { part, asks, known }
    };
    [
        prompt("helps", "How do you help, and whom?", helps),
        prompt("before", "One client: what was wrong before?", None),
        prompt("after", "And what is different now?", None),
        prompt("ask", "Whom would you like to meet? A name, a trade, a place.", wanted),
    ]
}

/// Words typed as a beginning, as they stand within a sentence: `The office manager` is `the office manager`.
fn within(words: &str) -> String {
    let article =
        ["The ", "A ", "An ", "Any ", "Anybody ", "Anyone ", "Somebody ", "Someone ", "People "];
    match words.split_at_checked(1) {
        Some((first, rest)) if article.iter().any(|word| words.starts_with(word)) => {
            format!("{}{rest}", first.to_lowercase())
        }
        _ => words.to_owned(),
    }
}

/// The minute that the answers make.
pub fn compose(answers: &Answers) -> String {
    let ask = answers.ask.trim().trim_end_matches(['.', '!', '?']);
    let ask = match ask {
        "" => String::new(),
        // Whoever has written a request is taken at their word.
        _ if is_request(&sentence(&answers.ask)) => sentence(&answers.ask),
        whom => format!("I would like to meet {}.", within(whom)),
    };
    let name = answers.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let name = name.map(|name| format!("I am {name}.")).unwrap_or_default();
    let parts = [&*name, &answers.helps, &answers.before, &answers.after, &ask];
    let told = parts.iter().map(|part| sentence(part)).filter(|part| !part.is_empty());
    told.collect::<Vec<_>>().join(" ")
}

/// With a capital in front and a mark at the end.
fn sentence(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    let mut told: String = first.to_uppercase().chain(letters).collect();
    if !told.ends_with(['.', '!', '?', '…', '”', '"']) {
        told.push('.');
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pitch::{Ask, Length, ask, rehearse};

    /// Acceptance test 29.
    #[test]
    fn from_nothing_four_answers_make_a_minute_that_can_be_given() {
        let asked = prompts(None, None);
        assert!(asked.len() <= 4 && asked.iter().all(|prompt| prompt.known.is_none()));
        let answers = Answers {
            name: Some("Jo Marsh".to_owned()),
            helps: "we get the invoices of small firms paid".to_owned(),
            before: "a baker waited ninety days for her money.".to_owned(),
            after: "now it is nine".to_owned(),
            ask: "bookkeepers in Leeds.".to_owned(),
        };
        let minute = compose(&answers);
        assert_eq!(
            minute,
            "I am Jo Marsh. We get the invoices of small firms paid. A baker waited ninety days for \
             her money. Now it is nine. I would like to meet bookkeepers in Leeds."
        );
        assert!(matches!(ask(&minute), Ask::Specific { .. }));
        assert_ne!(rehearse(&minute, None).length, Length::Over);
    }

    #[test]
    fn what_the_profile_tells_is_offered_and_what_is_not_answered_is_left_out() {
        let [helps, _, _, wanted] = prompts(Some(" We mend roofs "), Some("architects"));
        assert_eq!(
            (helps.known.as_deref(), wanted.known.as_deref()),
            (Some("We mend roofs"), Some("architects"))
        );
        assert_eq!(compose(&Answers::default()), "");
        let only = Answers { ask: "“Anna”?".to_owned(), ..Answers::default() };
        assert_eq!(compose(&only), "I would like to meet “Anna”.");
        let only = Answers { ask: "The office manager of a school".to_owned(), ..only };
        assert_eq!(compose(&only), "I would like to meet the office manager of a school.");
        for asked in [
            "Who knows a maker in Kendal with a van?",
            "A good introduction for me is a trade with a van.",
        ] {
            let only = Answers { ask: asked.to_owned(), ..Answers::default() };
            assert_eq!(compose(&only), asked, "a request is taken as it stands");
        }
    }
}
