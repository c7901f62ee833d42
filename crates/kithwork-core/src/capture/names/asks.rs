//! Words after which a name stands: strongly, because one was with them; or weakly, because the verb
//! takes a person more often than not.

use super::super::lexicon::is_giving;
use super::super::{brackets, trades};
use super::{Ask, Finder, lists};

impl Finder<'_, '_> {
    /// How strongly the words before `at` ask for a name.
    pub(super) fn ask(&self, at: usize) -> Ask {
        if self.is_company(at) {
            Ask::Company
        } else if self.begins(at) {
            Ask::First
        } else if self.takes_person(at) {
            Ask::Verb
        } else {
            Ask::None
        }
    }

    /// At a meeting a note begins with whom one talked to, or with two of them.
    fn begins(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return self.said.at.is_some() };
        let last = self.mentions.last();
        let follows = last.is_some_and(|m| m.at.start == 0 && m.at.end == before);
        self.said.at.is_some() && follows && self.low(before) == "and"
    }

    /// Whether the words before say that the owner was with whoever follows.
    fn is_company(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let earlier = before.checked_sub(1).map_or("", |i| self.low(i));
        let triggered = self.mentions.last().is_some_and(|m| m.triggered);
        let listed = triggered && (self.follows_in_a_row(at) || self.is_joined(at));
        let asks = match self.low(before) {
            "met" | "saw" | "seeing" | "ringing" | "visiting" | "rang" | "phoned" | "emailed"
            | "texted" | "messaged" | "whatsapped" | "called" | "named" | "visited" | "mr"
            | "mrs" | "ms" | "dr" => true,
            "with" => before == 0 || self.is_sitting(before - 1),
            "to" => matches!(
                earlier,
                "spoke"
                    | "talked"
                    | "chatted"
                    | "spoken"
                    | "speaking"
                    | "talking"
                    | "wrote"
                    | "me"
                    | "email"
                    | "letter"
                    | "call"
                    | "text"
                    | "message"
                    | "chat"
                    | "next"
            ),
            "see" => earlier == "to" && before >= 2 && self.low(before - 2) == "in",
            "into" => matches!(earlier, "bumped" | "ran"),
            "call" | "coffee" | "121" | "lunch" | "breakfast" | "dinner" => {
                self.is_capital(at) && self.joins(before) && !self.is_of_a_name(before)
            }
            "guy" | "chap" | "bloke" | "fella" | "lady" => self.is_capital(at),
            _ => false,
        };
        asks || listed
    }

    /// Whether word `at` stands right behind whoever was named last, or behind the brackets that speak of them.
    fn follows_in_a_row(&self, at: usize) -> bool {
        let last = self.mentions.last().map(|m| m.at.end);
        let inside = last.and_then(|end| brackets::from(self.words, end));
        last == Some(at) || inside.is_some_and(|inside| inside.end == at)
    }

    /// `Ann Lee and Tom`, `Anil Rao, a roofer, and Bea`: whether an `and` joins word `at` to whoever was named last.
    pub(super) fn is_joined(&self, at: usize) -> bool {
        let Some(and) = at.checked_sub(1).filter(|&i| self.low(i) == "and") else { return false };
        let is_trade_between = || {
            let last = self.mentions.last().filter(|m| m.at.end < and && !self.joins(m.at.end - 1));
            let trade = last.and_then(|m| trades::at(self.words, m.at.end));
            trade.is_some_and(|trade| trade.end == and)
        };
        self.follows_in_a_row(and) || is_trade_between()
    }

    /// `At Lunch Bunch`: a meal with a capital that begins no sentence is of what a place is called.
    fn is_of_a_name(&self, meal: usize) -> bool {
        meal > 0 && self.is_capital(meal) && self.joins(meal - 1)
    }

    /// Whether the verb before takes a person: `helped`, `introduced … to`, `a referral from`.
    fn takes_person(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let back = |n: usize| before.checked_sub(n).map_or("", |i| self.low(i));
        let follows_name = self.mentions.last().is_some_and(|m| m.at.end == before);
        match self.low(before) {
            "helped" | "introduced" | "thanked" | "told" | "asked" | "invited" | "promised"
            | "connected" | "put" | "recommended" | "referred" | "gave" | "sent" | "lent"
            | "showed" | "advised" | "through" | "via" => true,
            "to" => {
                matches!(back(1), "thanks" | "lead" | "referral")
                    || (back(1) == "on" && back(2) == "lead")
                    || (follows_name
                        && lists::is_given(self.low(at))
                        && (1..=5).any(|n| back(n) == "referred"))
                    || (follows_name
                        && (1..=5).any(|n| matches!(back(n), "introduced" | "connected")))
                    // `Sent the price list to Sarah`.
                    || (lists::is_given(self.low(at)) && (2..=8).any(|n| is_giving(back(n))))
            }
            "from" | "off" => {
                // `Won the Harrow job, £6,500, from Theresa Kent`.
                let is_parted = before > 0 && !self.joins(before - 1);
                let is_source = matches!(
                    back(1),
                    "referral" | "lead" | "leads" | "introduction" | "recommendation" | "came"
                );
                is_source || is_parted && lists::is_given(self.low(at))
            }
            "by" => matches!(back(1), "referred" | "introduced" | "recommended"),
            "of" => back(1) == "courtesy",
            "and" => {
                let helps = |low: &str| {
                    matches!(
                        low,
                        "introduced"
                            | "connected"
                            | "gave"
                            | "helped"
                            | "advised"
                            | "showed"
                            | "lent"
                            | "sent"
                    )
                };
                follows_name && (1..=5).any(|n| helps(back(n)))
            }
            _ => false,
        }
    }

    /// Whether a conversation is named at or just before word `at`: then `with` names a person.
    fn is_sitting(&self, at: usize) -> bool {
        let sits = |i: usize| {
            super::super::kinds::at(self.words, i).is_some()
                || matches!(
                    self.low(i),
                    "up" | "down"
                        | "sat"
                        | "spoke"
                        | "chat"
                        | "meeting"
                        | "time"
                        | "session"
                        | "hour"
                        | "minutes"
                        | "mins"
                        | "met"
                        | "talked"
                        | "touch"
                        | "follow-up"
                        | "followup"
                        | "spent"
                )
        };
        let from = at.saturating_sub(2);
        self.place_before(at).is_some_and(sits)
            || (from..=at).any(sits)
            || super::super::durations::at(self.words, at).is_some()
    }

    /// What stands before the place that ends at word `at`: the breakfast in `breakfast at Harbour House`.
    fn place_before(&self, at: usize) -> Option<usize> {
        let is_of_it = |&i: &usize| self.is_capital(i) || self.low(i) == "the";
        let first = (0..=at).rev().take_while(is_of_it).last()?;
        let led = first.checked_sub(1).filter(|&i| self.low(i) == "at")?;
        led.checked_sub(1)
    }
}
