//! The words to ask somebody with, two times to offer, and the ways they can be reached.

use crate::ctx::{Ctx, Rights};
use crate::error::Result;
use crate::{book, settings, who};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use kithwork_core::book::Book;
use kithwork_core::facts::{Locale, Person, Settings, Stage};
use kithwork_core::id::PersonId;
use kithwork_core::matching::sought;
use kithwork_core::plan::length::{self, LENGTHS};
use kithwork_core::plan::{Item, ItemKind, free};
use kithwork_core::written::{self, capital, spelt};
use kithwork_store::Store;
use std::fmt::Write;

/// Series are spelled out so many days ahead: the times to offer lie within two weeks.
const AHEAD: i64 = 28;

/// A message to one person, never to several: each is written to for themselves (mission row 26).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// To whom.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// What an e-mail is headed.
    pub subject: String,
    /// The words, for the owner to change.
    pub text: String,
    /// The times offered in it.
    pub times: Vec<DateTime>,
    /// Minutes that it asks for; none where it asks for no time.
    pub minutes: Option<u32>,
    /// How they can be reached; none where the book holds neither number nor address.
    pub ways: Vec<Way>,
}

/// What somebody is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Invitation<'a> {
    /// What kind of thing.
    pub kind: ItemKind,
    /// Minutes together, as the plan's card has them; none for what is usual. Beyond [`LENGTHS`] they are none.
    pub minutes: Option<u32>,
    /// The times that the card told.
    pub offer: &'a [DateTime],
}

impl<'a> From<&'a Item> for Invitation<'a> {
    fn from(item: &'a Item) -> Self {
        Self { kind: item.kind, minutes: item.together, offer: &item.offer }
    }
}

impl Invitation<'_> {
    /// Minutes that it asks for; none where it asks for no time.
    fn asks(&self) -> Option<u32> {
        let usual = length::usual(self.kind)?;
        Some(self.minutes.filter(|minutes| LENGTHS.contains(minutes)).unwrap_or(usual))
    }
}

/// One way of reaching somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// A number of the international kind, on `WhatsApp`.
    WhatsApp(String),
    /// A text message to a number.
    Sms(String),
    /// An e-mail to an address.
    Email(String),
}

impl Way {
    /// What it is called.
    pub fn name(&self) -> &'static str {
        match self {
            Self::WhatsApp(_) => "WhatsApp",
            Self::Sms(_) => "Text message",
            Self::Email(_) => "E-mail",
        }
    }

    /// The address that opens it with these words.
    pub fn link(&self, subject: &str, text: &str) -> String {
        let text = encoded(text);
        match self {
            Self::WhatsApp(number) => format!("https://wa.me/{}?text={text}", digits(number)),
            Self::Sms(number) => format!("sms:{}?&body={text}", encoded(number)),
            Self::Email(address) => {
                let address = encoded(address).replace("%40", "@");
                format!("mailto:{address}?subject={}&body={text}", encoded(subject))
            }
        }
    }
}

/// The words for what the plan suggests with somebody, with the times it would offer; where those have
/// gone by, or none are told, others that are free.
///
/// # Errors
/// [`Code::PersonNotFound`](crate::Code::PersonNotFound); [`Code::NotAllowed`](crate::Code::NotAllowed) where they asked not to be contacted; those of the
/// store.
pub async fn draft(
    store: &dyn Store,
    ctx: &Ctx,
    person: PersonId,
    invitation: Invitation<'_>,
) -> Result<Draft> {
    ctx.require(Rights::Read)?;
    let person = who::by_id(store, ctx, person).await?;
    who::may_be_asked(&[&person])?;
    let settings = settings::of(store, ctx).await?;
    let today = ctx.today(&settings);
    let book = book::load_with_diary(store, ctx, today.saturating_add(AHEAD.days())).await?;
    let (kind, minutes) = (invitation.kind, invitation.asks());
    let now = ctx.local(&settings);
    let times =
        minutes.map_or_else(Vec::new, |minutes| offered(&book, invitation.offer, minutes, now));
    let text = words(&book, &person, (kind, minutes), &times, &settings, today);
    let subject = subject(kind, minutes);
    let (ways, name) = (ways(&person), person.name);
    Ok(Draft { ways, person: person.id, name, subject, text, times, minutes })
}

fn subject(kind: ItemKind, minutes: Option<u32>) -> String {
    match (kind, minutes) {
        (ItemKind::Call, _) => "A call?".to_owned(),
        (_, Some(minutes)) => format!("{} together?", capital(&spelt(minutes))),
        (ItemKind::Help, None) => "Something that may help".to_owned(),
        (ItemKind::Introduction, None) => "An introduction?".to_owned(),
        (_, None) => "Good to talk".to_owned(),
    }
}

/// Two times at least a day ahead for so many minutes: those that the plan's card told, as long as they are
/// and nobody was offered them since.
fn offered(book: &Book, offer: &[DateTime], minutes: u32, now: DateTime) -> Vec<DateTime> {
    let from = now.saturating_add(1.day());
    let is_free = |at: &DateTime| *at >= from && !free::is_given(book, *at, minutes);
    let ahead = offer.iter().copied().filter(is_free);
    let mut times: Vec<DateTime> = ahead.chain(free::times(book, now.date(), minutes)).collect();
    times.dedup_by_key(|at| at.date());
    times.truncate(2);
    times.sort_unstable();
    times
}

/// The ways in which somebody can be reached.
pub(crate) fn ways(person: &Person) -> Vec<Way> {
    let mobile = |number: &&String| number.starts_with('+') && digits(number).len() > 6;
    let international = person.phones.iter().find(mobile).cloned().map(Way::WhatsApp);
    let phone = person.phones.first().cloned().map(Way::Sms);
    // One address, never a list that passes for one.
    let is_one = |address: &&String| !address.contains([',', ';', ' ']);
    let email = person.emails.iter().find(is_one).cloned().map(Way::Email);
    [international, phone, email].into_iter().flatten().collect()
}

fn words(
    book: &Book,
    person: &Person,
    asked: (ItemKind, Option<u32>),
    times: &[DateTime],
    settings: &Settings,
    today: Date,
) -> String {
    let first = person.name.split_whitespace().next().unwrap_or(&person.name);
    let mut text = format!("Hello {first},\n\n{}", opening(book, person, asked, today));
    if !times.is_empty() {
        let said: Vec<String> =
            times.iter().map(|at| in_words(*at, settings.locale.unwrap_or_default())).collect();
        // Writing to a string does not fail.
        let _ = write!(
            text,
            " I could do {}; if neither suits, name a time that does.",
            said.join(" or ")
        );
    }
    text.push_str("\n\nBest wishes");
    if let Some(name) = settings.owner_names.first() {
        let _ = write!(text, "\n{name}");
    }
    text
}

/// What to say first, from what the book knows of the two.
fn opening(
    book: &Book,
    person: &Person,
    (kind, minutes): (ItemKind, Option<u32>),
    today: Date,
) -> String {
    let length = minutes.map(spelt).unwrap_or_default();
    let sat = book
        .conversations_of(person.id)
        .filter(|c| c.kind.is_one_to_one() && c.stage == Stage::Happened && c.on <= today)
        .count();
    let seen = book.meetings_of(person.id).filter(|m| m.on <= today).count();
    let room = book.last_met_in(person, today).map(|(_, room)| room.name.as_str());
    match kind {
        ItemKind::Message => {
            let at = room.map(|name| format!(" at {name}")).unwrap_or_default();
            match need(book, person, today) {
                Some(need) => format!("It was good to talk{at}. You are looking for {need}: what would the right one be like? I am keeping my ears open for you."),
                None => format!("It was good to talk{at}. What are you looking for at the moment, and is there somebody I could put you in touch with?"),
            }
        }
        ItemKind::Help | ItemKind::Promise => {
            "I have been thinking of what you told me, and this may help: ".to_owned()
        }
        ItemKind::Introduction => {
            "I know somebody who might be able to help with what you are looking for. Would you like me to introduce you?".to_owned()
        }
        ItemKind::Revive => {
            format!("It has been a while, and I thought of you. What are you working on these days? I would like to catch up over {length} together.")
        }
        ItemKind::Call => {
            format!("I would like to hear how things are with you. Have you {length} for a call?")
        }
        ItemKind::SmallGroup => {
            format!("I would like to bring a few people to one table who could help each other, and you are one of them. Will you join us for {length}?")
        }
        _ if sat > 0 => {
            format!("It would be good to sit down together again for {length}. I would like to hear what you are looking for now, and whom I could introduce you to.")
        }
        _ => {
            let again = if seen > 1 { "see each other" } else { "met" };
            let met = room.map(|name| format!("We {again} at {name} and have never sat down together. ")).unwrap_or_default();
            format!("{met}I would like to hear more about what you do and whom I could introduce you to. Shall we meet for {length}?")
        }
    }
}

/// What they look for, as one says it.
fn need(book: &Book, person: &Person, today: Date) -> Option<String> {
    let told = book.looked_for(person, today).map(|(what, _)| sought(what));
    told.filter(|what| !what.is_empty())
}

/// `Tuesday 24 November at 8:30`.
fn in_words(at: DateTime, locale: Locale) -> String {
    let clock = written::clock(locale, at.time());
    // A letter is no timetable.
    let clock = clock.strip_prefix('0').unwrap_or(&clock);
    format!("{} at {clock}", written::month_day(locale, at.date()))
}

fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

/// Everything but letters, digits and `-._~` in per cent (RFC 3986 §2.3).
fn encoded(text: &str) -> String {
    text.bytes().fold(String::with_capacity(text.len()), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_addresses_never_break_out_of_a_link() {
        let hostile = "a&b=c#d?\"<>é\n";
        let email = Way::Email("x@y.example?bcc=all".to_owned());
        assert_eq!(
            email.link("s&t", hostile),
            "mailto:x@y.example%3Fbcc%3Dall?subject=s%26t&body=a%26b%3Dc%23d%3F%22%3C%3E%C3%A9%0A"
        );
        let phone = Way::WhatsApp("+44 7700 900123".to_owned());
        assert_eq!(phone.link("", "hi"), "https://wa.me/447700900123?text=hi");
    }
}
