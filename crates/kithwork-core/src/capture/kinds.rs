//! Kinds of conversation in plain words: `121`, `coffee`, `rang`, `bumped into`.

use super::words::Word;
use crate::facts::ConversationKind::{self, Call, Email, Letter, Message, OneToOne, Social, Video};

/// A kind of conversation that begins at word `at`, and how many words it takes.
pub(super) fn at(words: &[Word<'_>], at: usize) -> Option<(ConversationKind, usize)> {
    let low = |i: usize| words.get(at + i).map_or("", |w| w.low.as_str());
    KINDS
        .iter()
        .filter_map(|(phrase, kind)| {
            let length = phrase.split(' ').count();
            let fits = phrase.split(' ').enumerate().all(|(i, word)| low(i) == word);
            fits.then_some((*kind, length))
        })
        .max_by_key(|&(_, length)| length)
        .filter(|_| low(0) != "called" || at == 0 || !is_naming(words, at))
}

/// `A man called Dave` was not rung.
fn is_naming(words: &[Word<'_>], at: usize) -> bool {
    at.checked_sub(1).and_then(|i| words.get(i)).is_some_and(|w| {
        !matches!(w.low.as_str(), "i" | "we" | "and" | "then" | "just" | "also" | "have")
            && w.ends == super::words::Break::None
    })
}

const KINDS: &[(&str, ConversationKind)] = &[
    ("121", OneToOne),
    ("1-2-1", OneToOne),
    ("1:1", OneToOne),
    ("1-1", OneToOne),
    ("1to1", OneToOne),
    ("1-to-1", OneToOne),
    ("one to one", OneToOne),
    ("one-to-one", OneToOne),
    ("one2one", OneToOne),
    ("one two one", OneToOne),
    ("one 2 one", OneToOne),
    ("1 2 1", OneToOne),
    ("1 to 1", OneToOne),
    ("coffee", OneToOne),
    ("cofee", OneToOne),
    ("coffe", OneToOne),
    ("lunch", OneToOne),
    ("brunch", OneToOne),
    ("breakfast", OneToOne),
    ("brekfast", OneToOne),
    ("brekkie", OneToOne),
    ("dinner", OneToOne),
    ("tea", OneToOne),
    ("cuppa", OneToOne),
    ("brew", OneToOne),
    ("drink", OneToOne),
    ("drinks", OneToOne),
    ("pint", OneToOne),
    ("beer", OneToOne),
    ("walk", OneToOne),
    ("face to face", OneToOne),
    ("f2f", OneToOne),
    ("met with", OneToOne),
    ("met up", OneToOne),
    ("met up with", OneToOne),
    ("sat down with", OneToOne),
    ("sat down", OneToOne),
    ("caught up with", OneToOne),
    ("catch up", OneToOne),
    ("catchup", OneToOne),
    ("catch-up", OneToOne),
    ("zoom", Video),
    ("zoomed", Video),
    ("teams", Video),
    ("teams call", Video),
    ("video call", Video),
    ("video", Video),
    ("skype", Video),
    ("facetime", Video),
    ("google meet", Video),
    ("call", Call),
    ("on the phone", Call),
    ("called", Call),
    ("phone call", Call),
    ("rang", Call),
    ("phoned", Call),
    ("telephoned", Call),
    ("spoke to", Call),
    ("spoke with", Call),
    ("spoke", Call),
    ("emailed", Email),
    ("e-mailed", Email),
    ("email", Email),
    ("e-mail", Email),
    ("texted", Message),
    ("text", Message),
    ("whatsapp", Message),
    ("whatsapped", Message),
    ("whats app", Message),
    ("messaged", Message),
    ("message", Message),
    ("dm", Message),
    ("voicemail", Message),
    ("followed up", Message),
    ("followed up with", Message),
    ("letter", Letter),
    ("wrote to", Letter),
    ("card", Letter),
    ("bumped into", Social),
    ("bumped in to", Social),
    ("popped in to see", Social),
    ("called in on", Social),
    ("sat next to", Social),
    ("ran into", Social),
    ("talked to", Social),
    ("talked with", Social),
    ("chatted to", Social),
    ("chatted with", Social),
    ("chat with", Social),
    ("met", Social),
    ("saw", Social),
    ("party", Social),
];
