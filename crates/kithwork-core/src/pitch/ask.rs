//! Whether a minute asks for something that somebody can act on (row 34; science.md §2.3: “a *specific*
//! request”). The way it is told: `docs/models/rehearsal.md`.

use super::sentences::{bare, sentences, words};
use crate::matching::{Kind, terms};
use serde::Serialize;

/// What a minute asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Ask {
    /// Nothing.
    Missing,
    /// Something that fits anybody, and so brings nobody to mind.
    Vague {
        /// The sentence that asks.
        sentence: String,
    },
    /// Somebody whom others can think of.
    Specific {
        /// The sentence that asks.
        sentence: String,
        /// What makes it so: a name, a number, a trade, a line of business, a place.
        names: Vec<String>,
    },
}

impl Ask {
    /// In plain words, with what to do.
    pub fn says(&self) -> String {
        match self {
            Self::Missing => {
                "It asks for nothing: end with whom you would like to meet.".to_owned()
            }
            Self::Vague { .. } => {
                "It asks for anybody, which brings nobody to mind: name a person, \
                                   a trade or a place."
                    .to_owned()
            }
            Self::Specific { sentence, .. } => match whom_as_written(sentence) {
                Some(whom) => format!("It asks for somebody particular: “{whom}”."),
                None => "It asks for somebody particular.".to_owned(),
            },
        }
    }
}

/// The words by which a sentence asks.
const ASKING: [&str; 29] = [
    "looking for",
    "look for",
    "like to meet",
    "love to meet",
    "like to talk to",
    "like to speak to",
    "want to meet",
    "wish to meet",
    "hoping to meet",
    "introduce me",
    "introduction to",
    "introduced to",
    "put me in touch",
    "connect me",
    "who knows",
    "you know",
    "anyone know",
    "anybody know",
    "someone know",
    "somebody know",
    "referral for me",
    "introduction for me",
    "client for me",
    "lead for me",
    "recommend me",
    "think of me",
    "point me to",
    "my ask",
    "my request",
];

/// Who could be anybody.
const ANYBODY: [&str; 8] =
    ["anybody", "anyone", "everybody", "everyone", "somebody", "someone", "people", "whoever"];

/// What says who somebody is, after “who”; any other word says what they need or do.
const IDENTITY: [&str; 16] = [
    "is", "are", "runs", "run", "owns", "own", "works", "work", "leads", "lead", "manages",
    "manage", "sells", "sell", "makes", "make",
];

/// Kinds of people that no list of trades holds and others can think of.
const KINDS: [&str; 9] = [
    "maker",
    "makers",
    "trade",
    "trades",
    "tradesman",
    "tradesmen",
    "tradespeople",
    "shopkeeper",
    "shopkeepers",
];

/// Words that may stand with a capital and name nobody.
const NAMELESS: [&str; 26] = [
    "who", "whom", "whose", "what", "where", "which", "when", "how", "do", "does", "is", "are",
    "can", "could", "would", "if", "please", "the", "a", "an", "my", "and", "or", "but", "so",
    "any",
];

/// The latest sentence that asks, and whether it names anything: a minute ends with its request.
pub fn ask(text: &str) -> Ask {
    let requests = sentences(text).into_iter().filter_map(|s| Some((s, asked_for(s)?)));
    let judged: Vec<(&str, Vec<String>)> = requests.map(|(s, rest)| (s, names(&rest))).collect();
    let telling = judged.iter().rev().find(|(_, names)| !names.is_empty());
    match (telling, judged.last()) {
        (Some((sentence, names)), _) => {
            Ask::Specific { sentence: (*sentence).to_owned(), names: names.clone() }
        }
        (None, Some((sentence, _))) => Ask::Vague { sentence: (*sentence).to_owned() },
        (None, None) => Ask::Missing,
    }
}

/// What stands after the words that ask; none where nothing is asked. “You know” asks only in a
/// question, or after “if”, “who” and their like: nobody asks with “you know what I mean”.
fn asked_for(sentence: &str) -> Option<String> {
    let all: Vec<&str> = words(sentence).collect();
    let plain: Vec<String> = all.iter().map(|word| bare(word)).collect();
    let is_question = sentence.ends_with('?');
    let after = ASKING.iter().filter_map(|phrase| {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        let at = plain.windows(phrase.len()).position(|w| w == phrase)?;
        let before = at.checked_sub(1).and_then(|i| plain.get(i)).map(String::as_str);
        let leads = matches!(before, Some("if" | "who" | "do" | "whom" | "anybody" | "anyone"));
        (phrase != ["you", "know"] || is_question || leads).then_some(at + phrase.len())
    });
    let from = after.min()?;
    Some(all.get(from..).unwrap_or_default().join(" "))
}

/// Whom a sentence asks for, as it is written; none where that is too long to be said again.
fn whom_as_written(sentence: &str) -> Option<String> {
    const LEADS: [&str; 9] = ["to", "with", "is", "are", "be", "would", "for", "of", "me"];
    const MOST: usize = 16;
    let asked = asked_for(sentence)?;
    let lead = |word: &&str| LEADS.contains(&bare(word).as_str());
    let all: Vec<&str> = words(&asked).skip_while(lead).collect();
    // “…, introduce me”: what is said after whom is one more request.
    let more = |at: &usize| {
        let ends = all.get(*at).is_some_and(|word| word.ends_with([',', ';', '–', '—']));
        ends && all.get(at + 1..).is_some_and(|rest| asked_for(&rest.join(" ")).is_some())
    };
    let whom = match (0..all.len()).find(more) {
        Some(last) => all.get(..=last)?,
        None => &all[..],
    };
    let is_said = (1..=MOST).contains(&whom.len());
    is_said.then(|| {
        whom.join(" ").trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')').to_owned()
    })
}

/// Whether a sentence asks for anything.
pub(super) fn asks(sentence: &str) -> bool {
    asked_for(sentence).is_some()
}

/// Whether a sentence is a request as it stands: “Who knows a maker in Kendal?” is, “a maker” is not.
pub(super) fn is_request(sentence: &str) -> bool {
    const BEGINS: [&str; 15] = [
        "who", "whom", "do", "does", "can", "could", "would", "if", "please", "i", "i'm", "we",
        "we're", "my", "i'd",
    ];
    let first = words(sentence).next().map(bare).unwrap_or_default();
    let asks = asked_for(sentence).is_some();
    asks && (BEGINS.contains(&first.as_str()) || sentence.contains(" for me "))
}

/// What brings somebody to mind: names, numbers, trades, lines of business, places.
fn names(rest: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut keep = |name: String| {
        if !name.is_empty() && !names.iter().any(|n| n.eq_ignore_ascii_case(&name)) {
            names.push(name);
        }
    };
    let all: Vec<&str> = words(rest).collect();
    let plain: Vec<String> = all.iter().map(|word| bare(word)).collect();
    let is_anybody = plain.first().is_some_and(|first| ANYBODY.contains(&first.as_str()));
    let whom = if is_anybody { whom(&plain) } else { plain.len() };
    // “Anybody with a roof” is not looking for a roofer; “anyone who is a dentist” is for a dentist.
    let is_named = |name: &str| {
        let first = name.split(' ').next().unwrap_or(name);
        plain.iter().take(whom).any(|word| word.starts_with(first))
    };
    let listed = terms(rest).into_iter().filter(|term| term.kind != Kind::Word);
    listed
        .filter(|term| !is_anybody || term.kind == Kind::Place || is_named(&term.name))
        .for_each(|term| keep(term.name.into_owned()));
    for (at, (word, plain)) in all.iter().zip(&plain).enumerate() {
        let inner = word.trim_matches(|c: char| !c.is_alphanumeric());
        if names_somebody(inner, plain, at < whom) {
            keep(inner.trim_end_matches("'s").trim_end_matches("’s").to_owned());
        }
    }
    names
}

/// Where “anyone who needs a bookkeeper” turns from whom to what: whatever somebody needs, it may be
/// anybody.
fn whom(plain: &[String]) -> usize {
    let turns = plain.windows(2).position(|two| {
        matches!(two, [who, next] if matches!(who.as_str(), "who" | "that" | "whose")
            && !IDENTITY.contains(&next.as_str()))
    });
    turns.unwrap_or(plain.len())
}

/// Whether a word stands for somebody: a name, a number, a kind of people; of what they need, only a name.
fn names_somebody(word: &str, plain: &str, is_whom: bool) -> bool {
    let begins = word.chars().next().is_some_and(char::is_uppercase);
    let is_short_form = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    let is_empty = is_myself(word) || NAMELESS.contains(&plain) || ANYBODY.contains(&plain);
    let is_name = begins && !is_empty && (is_whom || !is_short_form);
    let has_number = word.chars().any(|c| c.is_ascii_digit());
    is_name || (is_whom && (has_number || KINDS.contains(&plain)))
}

/// `I`, `I'm`, `I’ve`.
fn is_myself(word: &str) -> bool {
    matches!(bare(word).as_str(), "i" | "i'm" | "i've" | "i'd" | "i'll")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(text: &str) -> &'static str {
        match ask(text) {
            Ask::Missing => "missing",
            Ask::Vague { .. } => "vague",
            Ask::Specific { .. } => "specific",
        }
    }

    #[test]
    fn a_request_is_specific_when_it_names_somebody_a_trade_or_a_place() {
        for text in [
            "We get invoices paid. I would like to meet Hannah Cole.",
            "Who knows an estate agent?",
            "I’m looking for bookkeepers in Leeds.",
            "I’m looking for anyone who is a dentist.",
            "Do you know anyone at Mill Lane Bakery?",
            "If you know a firm with more than 20 vans, introduce me.",
            "Please introduce me to two dentists. Thank you for listening.",
            "A good introduction for me is a maker or a trade with a van.",
            "Who knows a maker in Kendal with a van?",
            "Do you know anyone in Leeds who needs a bookkeeper?",
        ] {
            assert_eq!(state(text), "specific", "{text}");
        }
    }

    /// Row 34: whom it asks for is said as it is written, and not as what it is known by.
    #[test]
    fn whom_it_asks_for_is_said_as_it_is_written() {
        for (text, whom) in [
            ("I would like to meet Ann Lee of York Farm Shop.", "Ann Lee of York Farm Shop"),
            (
                "I would like to meet somebody who runs a farm shop near York.",
                "somebody who runs a farm shop near York",
            ),
            (
                "If you know a firm with more than 20 vans, introduce me.",
                "a firm with more than 20 vans",
            ),
            ("Please introduce me to two dentists.", "two dentists"),
            ("A good introduction for me is a maker with a van.", "a maker with a van"),
        ] {
            assert_eq!(ask(text).says(), format!("It asks for somebody particular: “{whom}”."));
        }
    }

    #[test]
    fn a_request_for_anybody_is_vague() {
        for text in [
            "I am looking for anybody who needs help.",
            "I am looking for anybody with a roof.",
            "A good referral for me is everyone, really.",
            "I'd like to meet people like you.",
            "If you know someone, think of me, and I’ll help.",
            "I would like to meet Anyone who needs a bookkeeper.",
            "If you know somebody who dreads the VAT return, tell them about the van.",
        ] {
            assert_eq!(state(text), "vague", "{text}");
        }
    }

    #[test]
    fn no_question_word_is_a_name() {
        let asked = ask("I would like to meet Who knows a maker in Kendal with a van?");
        let Ask::Specific { names, .. } = asked else { panic!("{asked:?}") };
        assert!(["Kendal", "maker"].iter().all(|one| names.iter().any(|n| n == one)), "{names:?}");
        assert!(!names.iter().any(|name| name == "Who"), "{names:?}");
    }

    #[test]
    fn a_minute_without_a_request_is_told_so() {
        for text in
            ["", "We get invoices paid in nine days.", "You know what I mean. I mend roofs."]
        {
            assert_eq!(state(text), "missing", "{text}");
        }
    }

    #[test]
    fn of_two_requests_the_one_that_names_somebody_counts() {
        let text = "I am looking for plumbers. Put me in touch with whoever you like.";
        let Ask::Specific { sentence, names } = ask(text) else { panic!("{:?}", ask(text)) };
        assert_eq!(
            (sentence.as_str(), names),
            ("I am looking for plumbers.", vec!["plumber".to_owned()])
        );
    }
}
