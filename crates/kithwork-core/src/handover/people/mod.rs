//! Who is who: the people that statements, names in rows and attendees speak of.

mod identify;
mod join;
mod record;
mod verdict;

pub(super) use identify::person_memory;
pub(super) use join::Doubt;
pub(super) use record::{PersonRecord, said_person};
pub use verdict::{DIFFERENT, SAME};
pub(super) use verdict::{UNASKED, Verdicts, unasked_key};

use super::ledger::Told;
use super::names::{first_name, is_full, name_key};
use super::owner::Owner;
use super::record::SaidPerson;
use crate::facts::Attendee;
use crate::id::PersonId;
use crate::source::Source;
use std::collections::{BTreeSet, HashMap};

/// Someone, by their place in [`People::everyone`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Who(pub(super) usize);

/// Someone of the book, before it is known which row they are.
#[derive(Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "four independent things that are known of someone"
)]
pub(super) struct Someone {
    /// Their statements' places in the ledger, the highest source first.
    pub(super) told: Vec<usize>,
    /// The greatest source that has a record of them.
    pub(super) source: Option<Source>,
    /// Named by a row or met in the calendar.
    pub(super) is_supported: bool,
    /// Met with an invitation in the calendar.
    pub(super) is_invited: bool,
    /// The card of a company or a list.
    pub(super) is_organisation: bool,
    /// Where nothing but a mention knows them: how, and in what.
    pub(super) mention: Option<Mention>,
    /// Addresses that invitations add.
    pub(super) emails: Vec<String>,
    /// A question about who they are stands open, and another record stands for them till then.
    pub(super) is_in_doubt: bool,
    /// Their row.
    pub(super) id: Option<PersonId>,
}

impl Someone {
    /// Whether more than an address book knows them.
    pub(super) fn counts(&self, told: &[Told<'_>]) -> bool {
        let is_more = |&at: &usize| told[at].statement.source != Source::Card;
        !self.is_organisation && (self.is_supported || self.told.iter().any(is_more))
    }
}

/// A name that is all there is.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// What is remembered: a folded name, or an address.
    pub(super) key: String,
    /// As it was written.
    pub(super) name: String,
    /// Who mentioned it.
    pub(super) source: Source,
    /// In which document.
    pub(super) document: String,
}

/// What a name turned out to mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// The owner.
    Owner,
    /// One person.
    One(Who),
    /// Several it could be.
    Several(Vec<Who>),
    /// Nobody known.
    Nobody,
}

/// Everyone, and how to find them.
pub(super) struct People {
    pub(super) everyone: Vec<Someone>,
    pub(super) records: Vec<PersonRecord>,
    pub(super) doubts: Vec<Doubt>,
    pub(super) verdicts: Verdicts,
    by_name: HashMap<String, Vec<Who>>,
    by_first: HashMap<String, Vec<Who>>,
    by_email: HashMap<String, Vec<Who>>,
    by_organisation: HashMap<String, Vec<Who>>,
    by_id: HashMap<PersonId, Who>,
    by_mention: HashMap<String, Who>,
}

impl People {
    /// Joins all that is said about people.
    pub(super) fn meet(told: &[Told<'_>], owner: &Owner, verdicts: Verdicts) -> Self {
        let records = PersonRecord::read_all(told, owner);
        let joined = join::join(&records, told, &verdicts);
        let mut people = Self {
            everyone: Vec::with_capacity(joined.clusters.len()),
            records,
            doubts: joined.doubts,
            verdicts,
            by_name: HashMap::new(),
            by_first: HashMap::new(),
            by_email: HashMap::new(),
            by_organisation: HashMap::new(),
            by_id: HashMap::new(),
            by_mention: HashMap::new(),
        };
        for cluster in &joined.clusters {
            people.welcome(cluster, told);
        }
        people
    }

    fn welcome(&mut self, cluster: &[usize], told: &[Told<'_>]) {
        let who = Who(self.everyone.len());
        let mut someone = Someone::default();
        let mut names = BTreeSet::new();
        for &at in cluster {
            let record = &self.records[at];
            someone.told.push(record.told);
            someone.source = someone.source.max(Some(record.source));
            someone.is_organisation |= record.is_organisation;
            names.insert(record.name.clone());
            for id in
                [told[record.told].statement.subject, told[record.told].statement.written_under]
            {
                self.by_id.entry(PersonId(id.0)).or_insert(who);
            }
            for email in said_person(&told[record.told]).map_or(&[][..], |said| &said.emails) {
                add(&mut self.by_email, email, who);
            }
            if !record.organisation.is_empty() && !record.is_organisation {
                add(&mut self.by_organisation, &record.organisation, who);
            }
        }
        if !someone.is_organisation {
            for name in &names {
                self.index_name(name, who);
            }
        }
        self.everyone.push(someone);
    }

    fn index_name(&mut self, name: &str, who: Who) {
        if name.is_empty() {
            return;
        }
        add(&mut self.by_name, name, who);
        add(&mut self.by_first, first_name(name), who);
    }

    /// The person of a row, as far as statements know it.
    pub(super) fn of_id(&self, id: PersonId) -> Option<Who> {
        self.by_id.get(&id).copied()
    }

    pub(super) fn get(&self, who: Who) -> &Someone {
        &self.everyone[who.0]
    }

    pub(super) fn get_mut(&mut self, who: Who) -> &mut Someone {
        &mut self.everyone[who.0]
    }

    /// Those who bear exactly this folded name.
    pub(super) fn named(&self, key: &str) -> &[Who] {
        self.by_name.get(key).map_or(&[], Vec::as_slice)
    }

    /// Those whose first name it is.
    pub(super) fn first_named(&self, key: &str) -> &[Who] {
        self.by_first.get(key).map_or(&[], Vec::as_slice)
    }

    /// Those who work there.
    pub(super) fn working_at(&self, organisation: &str) -> &[Who] {
        self.by_organisation.get(organisation).map_or(&[], Vec::as_slice)
    }

    /// All full names, for finding misspelt ones.
    pub(super) fn names(&self) -> impl Iterator<Item = (&str, &[Who])> {
        self.by_name.iter().map(|(name, who)| (name.as_str(), who.as_slice()))
    }

    /// Whom a name in a sheet's row means: preferably whom the sheet `people` names so.
    pub(super) fn find(&self, key: &str, owner: &Owner) -> Found {
        if owner.is_named(key) {
            return Found::Owner;
        }
        let bearers = self.named(key);
        let listed = |who: &&Who| self.get(**who).source >= Some(Source::Sheet);
        if let found @ (Found::One(_) | Found::Several(_)) = one_of(bearers.iter().filter(listed)) {
            return found;
        }
        if !bearers.is_empty() {
            return one_of(bearers.iter());
        }
        if is_full(key) {
            return Found::Nobody;
        }
        match one_of(self.first_named(key).iter().filter(listed)) {
            found @ Found::One(_) => found,
            _ => Found::Nobody,
        }
    }

    /// Whom an invitation means: the address before the name.
    pub(super) fn find_attendee(&self, attendee: &Attendee, owner: &Owner) -> Found {
        if owner.attends(attendee) {
            return Found::Owner;
        }
        let key = attendee.name.as_deref().map(name_key).unwrap_or_default();
        let holders = attendee.email.as_ref().and_then(|email| self.by_email.get(email));
        match one_of(holders.into_iter().flatten()) {
            Found::Several(all) => {
                let named = |who: &&Who| self.named(&key).contains(who);
                match one_of(all.iter().filter(named)) {
                    Found::One(who) => Found::One(who),
                    _ => Found::Several(all),
                }
            }
            Found::Nobody if is_full(&key) => self.find(&key, owner),
            found => found,
        }
    }

    /// Who a remembered mention turned out to be.
    pub(super) fn heir_of(&self, said: &SaidPerson) -> Option<Who> {
        let by_email = said.emails.iter().find_map(|email| self.by_email.get(email)?.first());
        let key = said.name.as_deref().map(name_key).unwrap_or_default();
        by_email.or_else(|| self.named(&key).first()).copied()
    }

    /// Someone whom only a mention knows.
    pub(super) fn introduce(&mut self, mention: Mention, email: Option<String>) -> Who {
        if let Some(&known) = self.by_mention.get(&mention.key) {
            return known;
        }
        let who = Who(self.everyone.len());
        self.by_mention.insert(mention.key.clone(), who);
        self.index_name(&name_key(&mention.name), who);
        if let Some(email) = &email {
            add(&mut self.by_email, email, who);
        }
        self.everyone.push(Someone {
            source: None,
            is_supported: true,
            mention: Some(mention),
            emails: email.into_iter().collect(),
            ..Someone::default()
        });
        who
    }
}

fn add(index: &mut HashMap<String, Vec<Who>>, key: &str, who: Who) {
    match index.get_mut(key) {
        Some(all) => {
            // Everyone is indexed at once, so a repetition is the last.
            if all.last() != Some(&who) {
                all.push(who);
            }
        }
        None => {
            index.insert(key.to_owned(), vec![who]);
        }
    }
}

/// What a choice comes to.
pub(super) fn one_of<'w>(candidates: impl Iterator<Item = &'w Who>) -> Found {
    let mut candidates: Vec<Who> = candidates.copied().collect();
    candidates.sort_unstable();
    candidates.dedup();
    match candidates.as_slice() {
        [] => Found::Nobody,
        [one] => Found::One(*one),
        _ => Found::Several(candidates),
    }
}
