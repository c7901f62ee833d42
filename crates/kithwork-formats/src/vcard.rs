//! vCards of all three versions (RFC 6350, RFC 2426, versit vCard 2.1) into people. calcard reads
//! the values; the card itself is kept octet for octet.

use crate::charset;
use crate::content::{self, Part};
use crate::guard;
use crate::key::{self, Keys};
use crate::reach;
use crate::read::{Context, Reading};
use crate::refusal::Reason;
use calcard::vcard::{VCard, VCardEntry, VCardKind, VCardProperty, VCardValue};
use kithwork_core::facts::Octets;
use kithwork_core::handover::{Said, SaidPerson};
use kithwork_core::source::Source;

/// Reads all cards of a file; octets must not be UTF-16 any more.
pub(crate) fn read(octets: &[u8], context: &Context<'_>, reading: &mut Reading) {
    let mut keys = Keys::default();
    for part in content::parts(octets).into_iter().filter(|part| part.name == "VCARD") {
        let line = part.line;
        match person(octets, &part, context) {
            Ok(person) => {
                let uid = person.uid.clone().unwrap_or_else(|| {
                    key::digest(person.card.as_ref().map_or(&[][..], |card| &card.0))
                });
                let key = keys.numbered(format!("card|{}", uid.trim()));
                reading.take(Source::Card, key, Some(line), Said::Person(Box::new(person)));
            }
            Err(reason) => reading.refuse(reason, Some(line)),
        }
    }
}

fn person(octets: &[u8], part: &Part, context: &Context<'_>) -> Result<SaidPerson, Reason> {
    if !part.finished {
        return Err(Reason::Unfinished);
    }
    let own = without_inner(octets, part);
    let text = charset::text_in(&own, charset_named(&own).as_deref());
    let mut person = said(&parsed(&text).ok_or(Reason::CardUnreadable)?, context);
    if person.name.is_none() && is_bare(&person) {
        return Err(Reason::NameMissing);
    }
    let whole = octets.get(part.span.clone()).unwrap_or_default();
    person.card = Some(Octets(whole.to_vec()));
    Ok(person)
}

fn parsed(text: &str) -> Option<VCard> {
    let parse = |text: &str| guard::sound(|| VCard::parse(text).ok()).flatten();
    if !text.contains("QUOTED-PRINTABLE") || text.contains("CHARSET") {
        return parse(text);
    }
    // Phones write UTF-8 and forget to say so. What is no UTF-8 is then no text any more.
    let plain = parse(text)?;
    let told = parse(&text.replace("QUOTED-PRINTABLE", "QUOTED-PRINTABLE;CHARSET=UTF-8"))?;
    let words = |card: &VCard| {
        let values = card.entries.iter().flat_map(|entry| &entry.values).filter_map(self::text);
        values.filter(|text| !text.contains('\u{FFFD}')).count()
    };
    Some(if words(&told) == words(&plain) { told } else { plain })
}

/// The card without the cards of its agents, which would end it for a simple reader.
fn without_inner(octets: &[u8], part: &Part) -> Vec<u8> {
    let mut own = Vec::with_capacity(part.span.len());
    let mut at = part.span.start;
    for inner in &part.inner {
        own.extend(octets.get(at..inner.start).unwrap_or_default());
        at = inner.end.max(at);
    }
    own.extend(octets.get(at..part.span.end).unwrap_or_default());
    own
}

/// The `CHARSET` a card of version 2.1 names for text that is written as it is.
fn charset_named(card: &[u8]) -> Option<String> {
    if std::str::from_utf8(card).is_ok() {
        return None;
    }
    content::content_lines(card).iter().find_map(|line| {
        let head = String::from_utf8_lossy(line.head()).to_ascii_uppercase();
        if line.value().is_ascii() {
            return None;
        }
        let label = head.split(';').find_map(|p| p.strip_prefix("CHARSET=").map(str::to_owned))?;
        Some(label.trim_matches('"').to_owned())
    })
}

fn said(card: &VCard, context: &Context<'_>) -> SaidPerson {
    let mut person = SaidPerson {
        uid: texts(card, &VCardProperty::Uid).map(|uid| without_urn(&uid)).next(),
        emails: texts(card, &VCardProperty::Email).filter_map(|e| reach::email(&e)).collect(),
        phones: numbers(card).filter_map(|p| reach::phone(&p, context.region)).collect(),
        urls: texts(card, &VCardProperty::Url).collect(),
        organisation: texts(card, &VCardProperty::Org).next(),
        role: texts(card, &VCardProperty::Title).chain(texts(card, &VCardProperty::Role)).next(),
        city: card.properties(&VCardProperty::Adr).find_map(|adr| component(adr, 3)),
        notes: joined(texts(card, &VCardProperty::Note)),
        ..SaidPerson::default()
    };
    once(&mut person.emails);
    once(&mut person.phones);
    let profiles = card.entries.iter().filter(|e| is_profile(&e.name)).flat_map(|e| &e.values);
    person.profile = profiles.filter_map(text).find_map(|url| reach::profile(&url));
    person.is_organisation = is_organisation(card, &person);
    person.name = name(card).or_else(|| last_resort(&person));
    person
}

fn is_bare(person: &SaidPerson) -> bool {
    person.emails.is_empty() && person.phones.is_empty() && person.organisation.is_none()
}

fn is_profile(name: &VCardProperty) -> bool {
    match name {
        VCardProperty::Url | VCardProperty::Socialprofile => true,
        VCardProperty::Other(name) => name.eq_ignore_ascii_case("X-SOCIALPROFILE"),
        _ => false,
    }
}

/// `KIND:org` and `KIND:group` (RFC 6350 §6.1.4), Apple's marks for both, or a card with nothing
/// but a company.
fn is_organisation(card: &VCard, person: &SaidPerson) -> bool {
    let kind = card.property(&VCardProperty::Kind).and_then(|kind| kind.values.first());
    let by_kind = matches!(kind, Some(VCardValue::Kind(VCardKind::Org | VCardKind::Group)));
    let by_apple = card.entries.iter().any(|entry| {
        let VCardProperty::Other(name) = &entry.name else { return false };
        let value = entry.values.first().and_then(text).unwrap_or_default().to_lowercase();
        (name.eq_ignore_ascii_case("X-ABSHOWAS") && value == "company")
            || (name.eq_ignore_ascii_case("X-ADDRESSBOOKSERVER-KIND") && value == "group")
    });
    let named = card.property(&VCardProperty::N).is_some_and(|n| full_name(n).is_some());
    let shown = texts(card, &VCardProperty::Fn).next();
    let by_name = !named && person.organisation.is_some() && shown == person.organisation;
    by_kind || by_apple || by_name
}

fn name(card: &VCard) -> Option<String> {
    texts(card, &VCardProperty::Fn)
        .map(|name| one_line(&name))
        .find(|name| !name.is_empty())
        .or_else(|| card.properties(&VCardProperty::N).find_map(full_name))
        .or_else(|| texts(card, &VCardProperty::Nickname).next())
}

/// The name as one would say it, from `N`'s family; given; additional; prefix; suffix.
fn full_name(n: &VCardEntry) -> Option<String> {
    let said = [3, 1, 2, 0, 4].into_iter().filter_map(|at| component(n, at));
    let name = one_line(&said.collect::<Vec<_>>().join(" "));
    (!name.is_empty()).then_some(name)
}

fn last_resort(person: &SaidPerson) -> Option<String> {
    person.organisation.clone().or_else(|| {
        let address = person.emails.first()?;
        Some(address.split('@').next().unwrap_or(address).to_owned())
    })
}

fn texts<'a>(card: &'a VCard, name: &'a VCardProperty) -> impl Iterator<Item = String> + 'a {
    let first = move |entry: &VCardEntry| entry.values.first().and_then(text);
    card.properties(name).filter_map(first).filter(|text| !text.trim().is_empty())
}

/// Telephone numbers; faxes and pagers reach nobody.
fn numbers(card: &VCard) -> impl Iterator<Item = String> + '_ {
    let spoken = |entry: &&VCardEntry| {
        !entry.params.iter().any(|p| {
            use calcard::vcard::{VCardParameterValue, VCardType};
            matches!(&p.value, VCardParameterValue::Type(VCardType::Fax | VCardType::Pager))
        })
    };
    card.properties(&VCardProperty::Tel)
        .filter(spoken)
        .filter_map(|entry| entry.values.first().and_then(text))
}

fn text(value: &VCardValue) -> Option<String> {
    let text = match value {
        VCardValue::Text(text) => text.clone(),
        VCardValue::Component(parts) => parts.join(", "),
        VCardValue::Integer(number) => number.to_string(),
        _ => return None,
    };
    Some(text.trim().to_owned())
}

fn component(entry: &VCardEntry, at: usize) -> Option<String> {
    let text = match entry.values.get(at)? {
        VCardValue::Component(parts) => parts.join(" "),
        other => text(other)?,
    };
    let text = one_line(&text);
    (!text.is_empty()).then_some(text)
}

fn joined(texts: impl Iterator<Item = String>) -> Option<String> {
    let all: Vec<_> = texts.collect();
    (!all.is_empty()).then(|| all.join("\n"))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn once(list: &mut Vec<String>) {
    let mut seen = std::collections::HashSet::new();
    list.retain(|text| seen.insert(text.clone()));
}

/// `urn:uuid:` says nothing that the UUID does not.
fn without_urn(uid: &str) -> String {
    match uid.split_at_checked("urn:uuid:".len()) {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("urn:uuid:") => rest.to_owned(),
        _ => uid.to_owned(),
    }
}

#[cfg(test)]
mod tests;
