//! Promises that a note keeps: what it tells was done is what had been promised.

use super::draft::Draft;
use crate::error::Result;
use crate::json::UnderstoodJson;
use crate::promise;
use kithwork_core::capture::{Part, is_what_was_promised, says_as_promised};
use kithwork_core::fact::Fact;
use kithwork_core::facts::{Direction, Promise, PromisedBy};
use kithwork_core::id::PersonId;

/// Something done by one for the other.
struct Deed {
    /// The other party.
    person: PersonId,
    /// Who did it, as of a promise.
    by: PromisedBy,
    /// What, in the words of the note.
    what: String,
}

impl Draft<'_> {
    /// Writes down the promises that what a note tells keeps. Where its words fit several, or none, none is: a promise
    /// that stays open is closed by one tap, and one closed by mistake is forgotten.
    pub(super) async fn keep_promises(&mut self, parts: &[&Part], text: &str) -> Result<()> {
        let as_promised = says_as_promised(text);
        let deeds: Vec<Deed> = parts.iter().flat_map(|part| self.deeds(part)).collect();
        for deed in deeds {
            if self.is_new(deed.person) {
                continue;
            }
            let open = self.open_promises(&deed).await?;
            let name = self.known.person(deed.person).unwrap_or_default();
            let is_it = |promise: &&Promise| is_what_was_promised(&promise.what, &deed.what, name);
            let fitting: Vec<&Promise> = open.iter().filter(is_it).collect();
            let kept = match (fitting.as_slice(), open.as_slice()) {
                ([one], _) => *one,
                ([], [one]) if as_promised => one,
                _ => continue,
            };
            self.keep(kept.clone()).await?;
        }
        Ok(())
    }

    /// What a part tells that was done; nothing while it waits for an answer.
    fn deeds(&self, part: &Part) -> Vec<Deed> {
        let name = |who: &Option<usize>| {
            let named = who.and_then(|who| self.understood.people.get(who));
            named.map(|named| named.name.clone()).unwrap_or_default()
        };
        let deed = |who: &Option<usize>, by, what| {
            let person = self.one(*who)?;
            Some(Deed { person, by, what })
        };
        let by = |direction: &Direction| match direction {
            Direction::Given => PromisedBy::Mine,
            Direction::Received => PromisedBy::Theirs,
        };
        let done = match part {
            Part::Help { direction, who, about, .. } => {
                vec![deed(who, by(direction), about.clone())]
            }
            Part::Referral { direction, who, prospect, .. } => {
                vec![deed(who, by(direction), prospect.clone().unwrap_or_default())]
            }
            Part::Introduction { by: None, a, b } => {
                vec![deed(a, PromisedBy::Mine, name(b)), deed(b, PromisedBy::Mine, name(a))]
            }
            Part::Introduction { by, a, b } => {
                vec![deed(by, PromisedBy::Theirs, format!("{} {}", name(a), name(b)))]
            }
            _ => Vec::new(),
        };
        done.into_iter().flatten().collect()
    }

    /// What was promised by then the same way and is open still.
    async fn open_promises(&self, deed: &Deed) -> Result<Vec<Promise>> {
        let on = self.told_on();
        let timeline = self.store.timeline(self.ctx.tenant, deed.person).await?;
        let is_changed = |promise: &Promise| {
            let after = self.edits.iter().filter_map(|edit| edit.after.as_ref());
            after.map(Fact::id).any(|id| id == promise.id)
        };
        let is_open = |promise: &Promise| {
            promise.person == deed.person
                && promise.direction == deed.by
                && promise.done_on.is_none()
                && promise.made_on.is_none_or(|made| made <= on)
                && !is_changed(promise)
        };
        let promises = timeline.into_iter().filter_map(|fact| match fact {
            Fact::Promise(promise) => Some(promise),
            _ => None,
        });
        Ok(promises.filter(is_open).collect())
    }

    async fn keep(&mut self, before: Promise) -> Result<()> {
        let on = self.told_on();
        let after = Promise { done_on: Some(on), ..before.clone() };
        self.told.facts.push(before.id);
        self.told.understood.push(UnderstoodJson {
            kind: "promise_kept".to_owned(),
            date: Some(on),
            person: self.known.person(before.person).map(str::to_owned),
            // A promise is the owner's unless it says otherwise.
            direction: (before.direction == PromisedBy::Theirs).then(|| "theirs".to_owned()),
            what: Some(before.what.clone()),
            ..UnderstoodJson::default()
        });
        self.edits
            .extend(promise::becomes(self.store, self.ctx, before, after, &mut *self.ids).await?);
        Ok(())
    }
}
