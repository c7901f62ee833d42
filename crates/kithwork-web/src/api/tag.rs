//! Entity tags (RFC 9110 §8.8.3): by what a program names the version of a document that it has seen.

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// How many octets of a digest a tag is made of: two documents of a book never share as many.
const OCTETS: usize = 12;

/// The name of one version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    text: String,
    is_weak: bool,
}

/// The versions that a header names.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Tags {
    /// Whichever there is.
    Any,
    /// One of these.
    These(Vec<Tag>),
}

impl Tag {
    /// Of a document, octet for octet: it changes when the document does and never else.
    pub(super) fn of(document: &[u8]) -> Self {
        Self { text: digest(document), is_weak: false }
    }

    /// Of whatever follows from these: two documents of one tag say the same.
    pub(super) fn following(from: &str) -> Self {
        Self { text: digest(from.as_bytes()), is_weak: true }
    }

    /// As a header says it.
    pub(super) fn header(&self) -> HeaderValue {
        let weak = if self.is_weak { "W/" } else { "" };
        // A digest is letters and digits: it always fits.
        HeaderValue::try_from(format!("{weak}\"{}\"", self.text))
            .unwrap_or(HeaderValue::from_static("\"\""))
    }
}

fn digest(octets: &[u8]) -> String {
    let whole = Sha256::digest(octets);
    whole.iter().take(OCTETS).fold(String::with_capacity(2 * OCTETS), |mut text, octet| {
        // Writing to a string can't fail.
        let _ = write!(text, "{octet:02x}");
        text
    })
}

impl Tags {
    /// What all headers of a name say together; none where there is none. What can't be read names no
    /// version at all.
    pub(super) fn of(headers: &HeaderMap, name: &HeaderName) -> Option<Self> {
        let mut all = headers.get_all(name).iter().peekable();
        all.peek()?;
        let mut tags = Vec::new();
        for value in all {
            let text = value.to_str().unwrap_or_default().trim();
            if text == "*" {
                return Some(Self::Any);
            }
            tags.extend(read(text));
        }
        Some(Self::These(tags))
    }

    /// Whether one of them is this very version (RFC 9110 §8.8.3.2, strong comparison).
    pub(super) fn name(&self, tag: Option<&Tag>) -> bool {
        match (self, tag) {
            (Self::Any, _) => true,
            (Self::These(these), Some(tag)) => !tag.is_weak && these.contains(tag),
            (Self::These(_), None) => false,
        }
    }

    /// Whether one of them says the same as this version (weak comparison).
    pub(super) fn say(&self, tag: &Tag) -> bool {
        match self {
            Self::Any => true,
            Self::These(these) => these.iter().any(|one| one.text == tag.text),
        }
    }
}

/// The tags of a list; what follows a fault is left out. A tag may hold commas of its own.
fn read(text: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches([',', ' ', '\t']);
        let (is_weak, opened) = match rest.strip_prefix("W/") {
            Some(opened) => (true, opened),
            None => (false, rest),
        };
        let closed = opened.strip_prefix('"').and_then(|opened| opened.split_once('"'));
        let Some((inner, after)) = closed else { return tags };
        tags.push(Tag { text: inner.to_owned(), is_weak });
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::header::IF_MATCH;

    fn tags(values: &[&str]) -> Option<Tags> {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(IF_MATCH, HeaderValue::from_str(value).unwrap());
        }
        Tags::of(&headers, &IF_MATCH)
    }

    fn tag(text: &str, is_weak: bool) -> Tag {
        Tag { text: text.to_owned(), is_weak }
    }

    #[test]
    fn lists_of_tags_are_read_as_the_standard_writes_them() {
        assert_eq!(tags(&[]), None);
        assert_eq!(tags(&["*"]), Some(Tags::Any));
        let all = vec![tag("a,b", false), tag("c", true), tag("", false)];
        assert_eq!(tags(&["\"a,b\" , W/\"c\"", "\"\""]), Some(Tags::These(all)));
        for unread in ["", "abc", "\"abc", "w/\"c\"", "W/"] {
            assert_eq!(tags(&[unread]), Some(Tags::These(Vec::new())), "{unread}");
        }
    }

    #[test]
    fn a_weak_tag_never_lets_a_change_through() {
        let (strong, weak) = (tag("x", false), tag("x", true));
        let these = |tag: &Tag| Tags::These(vec![tag.clone()]);
        assert!(these(&strong).name(Some(&strong)));
        assert!(!these(&weak).name(Some(&strong)));
        assert!(!these(&weak).name(Some(&weak)));
        assert!(!these(&strong).name(None));
        assert!(Tags::Any.name(None));
        assert!(these(&weak).say(&strong) && these(&strong).say(&weak));
        assert!(!these(&strong).say(&tag("y", false)));
    }

    #[test]
    fn a_tag_tells_documents_apart() {
        assert_eq!(Tag::of(b"{}"), Tag::of(b"{}"));
        assert_ne!(Tag::of(b"{}"), Tag::of(b"{ }"));
        assert_eq!(Tag::of(b"{}").header().len(), 2 + 2 * OCTETS);
        assert!(Tag::following("7").header().to_str().unwrap().starts_with("W/\""));
    }
}
