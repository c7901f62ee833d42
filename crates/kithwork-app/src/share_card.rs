//! “How to help me” on one page: given after a one-to-one, with “and yours?”; what comes back says whether
//! it was understood (mission rows 9, 31 and 67).

use crate::conversation::{Draft, ways};
use crate::ctx::{Ctx, Rights};
use crate::error::Result;
use crate::{book, settings, trigger, who};
use jiff::civil::Date;
use kithwork_core::book::Book;
use kithwork_core::change::{Change, Edit};
use kithwork_core::days::days_before;
use kithwork_core::facts::{CardGiven, Settings, Stage};
use kithwork_core::id::{FactId, PersonId};
use kithwork_formats::write::{OwnCard, own_card};
use kithwork_store::Store;
use serde::Serialize;

/// So long after a one-to-one the card is offered, days.
const OFFERED: i32 = 14;
/// So long an answer is waited for, days.
const WAITED: i32 = 60;
/// “When you hear…”: as many as somebody keeps in mind.
const PHRASES: usize = 3;

/// What the card says: these fields and no others of the book (science.md R10).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Card {
    /// The owner's name.
    pub name: Option<String>,
    /// The owner's addresses.
    pub emails: Vec<String>,
    /// How they help, and whom.
    pub helps: Option<String>,
    /// What they excel at.
    pub excels_at: Option<String>,
    /// How they differ.
    pub differs_by: Option<String>,
    /// What people say just before they need the owner.
    pub when_you_hear: Vec<String>,
    /// Whom they want to meet.
    pub wants_to_meet: Vec<String>,
}

impl Card {
    fn of(settings: &Settings, phrases: Vec<String>) -> Self {
        Self {
            name: settings.owner_names.first().cloned(),
            emails: settings.owner_emails.clone(),
            helps: settings.helps.clone(),
            excels_at: settings.excels_at.clone(),
            differs_by: settings.differs_by.clone(),
            when_you_hear: phrases,
            wants_to_meet: settings.targets.clone(),
        }
    }

    /// Whether it tells anybody how to help: a name and an address alone do not.
    pub fn says_something(&self) -> bool {
        !self.text().is_empty()
    }

    /// The card in lines, to be sent or read out.
    pub fn text(&self) -> String {
        let mut lines: Vec<String> = Vec::new();
        lines.extend(self.helps.iter().map(|told| format!("How I help: {told}")));
        lines.extend(self.excels_at.iter().map(|told| format!("What I do best: {told}")));
        lines.extend(self.differs_by.iter().map(|told| format!("How I differ: {told}")));
        lines.extend(
            self.when_you_hear.iter().map(|told| format!("When you hear “{told}”, think of me.")),
        );
        if !self.wants_to_meet.is_empty() {
            lines.push(format!("Whom I would like to meet: {}", self.wants_to_meet.join(", ")));
        }
        lines.join("\n")
    }

    /// The card as a vCard.
    pub fn vcard(&self) -> Vec<u8> {
        let name = self.name.as_deref().unwrap_or("How to help me");
        own_card(OwnCard { name, emails: &self.emails, note: &self.text() })
    }

    /// What it lacks, each as a question.
    pub fn lacks(&self) -> Vec<&'static str> {
        let lacks = [
            (self.name.is_none(), "What is your name?"),
            (self.helps.is_none(), "How do you help, and whom?"),
            (
                self.when_you_hear.len() < PHRASES,
                "What do people say just before they need you? Three are enough.",
            ),
        ];
        lacks.into_iter().filter(|(lacks, _)| *lacks).map(|(_, asks)| asks).collect()
    }
}

/// The card, to whom it could go, and who has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Shown {
    /// The card.
    pub card: Card,
    /// In lines.
    pub text: String,
    /// What it lacks.
    pub lacks: Vec<&'static str>,
    /// Whom the owner sat down with lately and has not given it to.
    pub offer_to: Vec<Somebody>,
    /// Who has it and has not been heard back from.
    pub waiting: Vec<Somebody>,
}

/// Somebody and a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Somebody {
    pub person: PersonId,
    pub name: String,
    pub on: Option<Date>,
}

/// The card today.
///
/// # Errors
/// Those of the store.
pub async fn shown(store: &dyn Store, ctx: &Ctx) -> Result<Shown> {
    let card = card(store, ctx).await?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let book = book::load(store, ctx, today).await?;
    Ok(Shown {
        text: card.text(),
        lacks: card.lacks(),
        offer_to: offer_to(&book, today),
        waiting: waiting(&book, today),
        card,
    })
}

/// What the card says.
///
/// # Errors
/// Those of the store.
pub async fn card(store: &dyn Store, ctx: &Ctx) -> Result<Card> {
    let settings = settings::of(store, ctx).await?;
    let triggers = trigger::standing(store, ctx).await?;
    let phrases = triggers.into_iter().take(PHRASES).map(|trigger| trigger.what);
    Ok(Card::of(&settings, phrases.collect()))
}

/// The words to give somebody this card with, asking for theirs.
///
/// # Errors
/// [`Code::PersonNotFound`](crate::Code::PersonNotFound); [`Code::NotAllowed`](crate::Code::NotAllowed) where they asked not to be contacted; those of the
/// store.
pub async fn letter(store: &dyn Store, ctx: &Ctx, card: &Card, who: PersonId) -> Result<Draft> {
    let person = who::by_id(store, ctx, who).await?;
    who::may_be_asked(&[&person])?;
    let first = person.name.split_whitespace().next().unwrap_or(&person.name);
    let from = card.name.as_ref().map(|name| format!("\n{name}")).unwrap_or_default();
    let text = format!(
        "Hello {first},\n\nthank you for our time together. This is how I can be of use, in a few lines:\n\n\
         {}\n\nAnd yours? Tell me in your words what you would say I do, and send me the same about you: \
         whom you help, and what I should listen for.\n\nBest wishes{from}",
        card.text()
    );
    let (ways, name) = (ways(&person), person.name.clone());
    let subject = "How I can help, and how can I help you?".to_owned();
    Ok(Draft { person: person.id, name, subject, text, times: Vec::new(), minutes: None, ways })
}

/// Notes that somebody was given the card today.
///
/// # Errors
/// [`Code::PersonNotFound`](crate::Code::PersonNotFound); those of the store.
pub async fn give(store: &dyn Store, ctx: &Ctx, who: PersonId) -> Result<Change> {
    ctx.require(Rights::Write)?;
    let person = who::by_id(store, ctx, who).await?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let given = CardGiven { id: FactId(ctx.ids()()), person: person.id, on: Some(today) };
    let change = ctx.change("card", Some(today), vec![Edit::created(given)]);
    store.commit(ctx.tenant, &change).await?;
    Ok(change)
}

fn offer_to(book: &Book, today: Date) -> Vec<Somebody> {
    let since = days_before(today, OFFERED);
    let lately = book.facts.conversations.iter().rev().filter(|c| {
        c.kind.is_one_to_one() && c.stage == Stage::Happened && c.on <= today && c.on > since
    });
    let mut offered: Vec<Somebody> = Vec::new();
    for talk in lately {
        for person in talk.people.iter().filter_map(|id| book.person(*id)) {
            let has_it = book.facts.cards_given.iter().any(|given| given.person == person.id);
            let is_told = offered.iter().any(|known| known.person == person.id);
            if !has_it && !is_told && !person.do_not_contact {
                let (person, name) = (person.id, person.name.clone());
                offered.push(Somebody { person, name, on: Some(talk.on) });
            }
        }
    }
    offered
}

fn waiting(book: &Book, today: Date) -> Vec<Somebody> {
    let since = days_before(today, WAITED);
    let lately = book.facts.cards_given.iter().filter(|g| g.on.is_some_and(|on| on > since));
    let unanswered = lately.filter(|given| {
        !book.playbacks_of(given.person).any(|p| p.is_of_the_whole() && p.on >= given.on)
    });
    let named = unanswered.filter_map(|given| {
        let person = book.person(given.person)?;
        Some(Somebody { person: person.id, name: person.name.clone(), on: given.on })
    });
    named.collect()
}
