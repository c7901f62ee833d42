//! Which records speak of one person: joined by the strongest key first, never against a stronger
//! key or a full name (design.md §5, Identity).

use super::super::ledger::Told;
use super::super::names::{are_compatible, is_full};
use super::record::{PersonRecord, is_bare, said_person};
use super::verdict::Verdicts;
use crate::id::PersonId;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A key that so many differing names share is a switchboard's and tells nothing.
const CROWD: usize = 12;

/// Two records of which only the owner knows whether they are one person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Doubt {
    /// What they share: an address or number; none where it is only the name.
    pub(crate) shared: Option<String>,
    pub(crate) a: usize,
    pub(crate) b: usize,
}

/// The records, joined so far.
pub(super) struct Joining<'r, 'a> {
    records: &'r [PersonRecord],
    told: &'r [Told<'a>],
    verdicts: &'r Verdicts,
    parent: Vec<usize>,
    names: Vec<BTreeSet<&'r str>>,
    anchors: Vec<Vec<PersonId>>,
    emails: Vec<Vec<&'r str>>,
    doubts: BTreeSet<Doubt>,
}

/// Records by cluster, and what stayed in doubt.
pub(super) struct Joined {
    /// The records of each person, in canonical order.
    pub(super) clusters: Vec<Vec<usize>>,
    /// Doubts between clusters, by their number.
    pub(super) doubts: Vec<Doubt>,
}

/// Joins the records.
pub(super) fn join(records: &[PersonRecord], told: &[Told<'_>], verdicts: &Verdicts) -> Joined {
    let mut joining = Joining::new(records, told, verdicts);
    joining.by_verdict();
    joining.by_key(|said| said.uid.iter().map(String::as_str).collect(), Rung::Uid);
    joining.by_key(|said| said.emails.iter().map(String::as_str).collect(), Rung::Shared);
    joining.by_key(
        |said| {
            let known = |p: &&str| p.starts_with('+') && p.len() > 7;
            said.phones.iter().map(String::as_str).filter(known).collect()
        },
        Rung::Shared,
    );
    joining.by_key(|said| said.profile.iter().map(String::as_str).collect(), Rung::Shared);
    joining.by_organisation();
    joining.by_name_alone();
    joining.doubt_namesakes();
    joining.finish()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Rung {
    /// Holds whatever the names say.
    Uid,
    /// Holds unless the names differ; then it is a question.
    Shared,
}

impl<'r, 'a> Joining<'r, 'a> {
    fn new(records: &'r [PersonRecord], told: &'r [Told<'a>], verdicts: &'r Verdicts) -> Self {
        let emails = records
            .iter()
            .map(|r| said_person(&told[r.told]))
            .map(|s| s.map(|s| s.emails.iter().map(String::as_str).collect()).unwrap_or_default())
            .collect();
        let named = |r: &'r PersonRecord| match r.name.as_str() {
            "" => BTreeSet::new(),
            name => BTreeSet::from([name]),
        };
        Self {
            records,
            told,
            verdicts,
            parent: (0..records.len()).collect(),
            names: records.iter().map(named).collect(),
            anchors: records.iter().map(|r| vec![r.anchor]).collect(),
            emails,
            doubts: BTreeSet::new(),
        }
    }

    fn root(&mut self, mut at: usize) -> usize {
        while self.parent[at] != at {
            self.parent[at] = self.parent[self.parent[at]];
            at = self.parent[at];
        }
        at
    }

    fn unite(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if a == b {
            return;
        }
        let (keep, gone) = (a.min(b), a.max(b));
        self.parent[gone] = keep;
        let names = std::mem::take(&mut self.names[gone]);
        self.names[keep].extend(names);
        let mut anchors = std::mem::take(&mut self.anchors[gone]);
        self.anchors[keep].append(&mut anchors);
        let mut emails = std::mem::take(&mut self.emails[gone]);
        self.emails[keep].append(&mut emails);
    }

    /// Whether nothing speaks against two clusters being one person.
    fn may_unite(&self, a: usize, b: usize, names_count: bool) -> bool {
        if self.records[a].is_organisation != self.records[b].is_organisation {
            return false;
        }
        let agree = |x: &&str| self.names[b].iter().all(|y| are_compatible(x, y));
        (!names_count || self.names[a].iter().all(agree)) && !self.is_forbidden(a, b)
    }

    fn is_forbidden(&self, a: usize, b: usize) -> bool {
        let forbids = |x: &PersonId| {
            self.anchors[b].iter().any(|y| x != y && self.verdicts.are_different(*x, *y))
        };
        self.anchors[a].iter().any(forbids)
    }

    fn by_verdict(&mut self) {
        if self.verdicts.same.is_empty() {
            return;
        }
        let mut at: HashMap<PersonId, Vec<usize>> = HashMap::new();
        for (i, record) in self.records.iter().enumerate() {
            at.entry(record.anchor).or_default().push(i);
        }
        for (winner, loser) in &self.verdicts.same {
            let both: Vec<usize> =
                [winner, loser].iter().filter_map(|id| at.get(id)).flatten().copied().collect();
            both.windows(2).for_each(|pair| self.unite(pair[0], pair[1]));
        }
    }

    fn by_key(
        &mut self,
        keys_of: impl Fn(&'r super::super::record::SaidPerson) -> Vec<&'r str>,
        rung: Rung,
    ) {
        let mut holders: HashMap<&str, Vec<usize>> = HashMap::new();
        for (i, record) in self.records.iter().enumerate() {
            for key in said_person(&self.told[record.told]).map(&keys_of).unwrap_or_default() {
                holders.entry(key).or_default().push(i);
            }
        }
        let mut shared: Vec<(&str, Vec<usize>)> =
            holders.into_iter().filter(|(_, holders)| holders.len() > 1).collect();
        shared.sort_unstable();
        for (key, holders) in shared {
            let apart = self.join_where(&holders, |joining, a, b| {
                joining.may_unite(a, b, rung == Rung::Shared)
            });
            self.doubt(&apart, Some(key));
        }
    }

    /// Joins what `may` allows; returns one record of each group that stays apart.
    fn join_where(
        &mut self,
        holders: &[usize],
        may: impl Fn(&Self, usize, usize) -> bool,
    ) -> Vec<usize> {
        let mut apart: Vec<usize> = Vec::new();
        for &holder in holders {
            let root = self.root(holder);
            let fits = |&other: &usize| other == root || may(self, other, root);
            let fits = apart.iter().take(CROWD).copied().find(fits);
            match fits {
                Some(other) => {
                    self.unite(other, holder);
                    for group in &mut apart {
                        *group = self.root(*group);
                    }
                    apart.sort_unstable();
                    apart.dedup();
                }
                None => apart.push(root),
            }
        }
        apart
    }

    fn doubt(&mut self, apart: &[usize], shared: Option<&str>) {
        if apart.len() < 2 || apart.len() > CROWD {
            return;
        }
        for &other in &apart[1..] {
            let shared = shared.map(str::to_owned);
            self.doubts.insert(Doubt { shared, a: apart[0], b: other });
        }
    }

    /// A full name at one organisation.
    fn by_organisation(&mut self) {
        for (_, holders) in self.by_full_name() {
            let working: Vec<usize> =
                holders.into_iter().filter(|&i| !self.records[i].organisation.is_empty()).collect();
            self.join_where(&working, |joining, a, b| {
                joining.may_unite(a, b, true)
                    && are_one_organisation(&joining.records[a], &joining.records[b])
                    && !have_two_mailboxes(&joining.emails[a], &joining.emails[b])
            });
        }
    }

    fn by_full_name(&self) -> BTreeMap<&'r str, Vec<usize>> {
        let mut named: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (i, record) in self.records.iter().enumerate() {
            if is_full(&record.name) && !record.is_organisation {
                named.entry(&record.name).or_default().push(i);
            }
        }
        named.retain(|_, holders| holders.len() > 1);
        named
    }

    /// A record with nothing but a name is taken over by the one that fits.
    fn by_name_alone(&mut self) {
        let mut named: BTreeMap<&str, (Vec<usize>, BTreeSet<usize>)> = BTreeMap::new();
        for i in 0..self.records.len() {
            let record = &self.records[i];
            if record.name.is_empty() || record.is_organisation {
                continue;
            }
            let bare = said_person(&self.told[record.told]).is_some_and(is_bare);
            let root = self.root(i);
            let of_name = named.entry(&record.name).or_default();
            if bare && self.anchors[root].len() == 1 {
                of_name.0.push(i);
            } else {
                of_name.1.insert(root);
            }
        }
        for (bare, known) in named.into_values() {
            let mut together = bare;
            if known.len() == 1 {
                together.extend(known);
            }
            together.sort_unstable();
            self.join_where(&together, |joining, a, b| joining.may_unite(a, b, true));
        }
    }

    /// Full names that several people bear, unless one source itself tells them apart.
    fn doubt_namesakes(&mut self) {
        for (_, holders) in self.by_full_name() {
            let mut apart: Vec<usize> = holders.iter().map(|&i| self.root(i)).collect();
            apart.sort_unstable();
            apart.dedup();
            let sources: BTreeSet<_> = apart.iter().map(|&i| self.records[i].source).collect();
            if sources.len() > 1 {
                self.doubt(&apart, None);
            }
        }
    }

    fn finish(mut self) -> Joined {
        let mut number: HashMap<usize, usize> = HashMap::new();
        let mut clusters: Vec<Vec<usize>> = Vec::new();
        for i in 0..self.records.len() {
            let root = self.root(i);
            let at = *number.entry(root).or_insert_with(|| {
                clusters.push(Vec::new());
                clusters.len() - 1
            });
            clusters[at].push(i);
        }
        let mut doubts = Vec::new();
        for doubt in std::mem::take(&mut self.doubts) {
            let (a, b) = (self.root(doubt.a), self.root(doubt.b));
            if a != b && !self.is_forbidden(a, b) {
                doubts.push(Doubt { shared: doubt.shared, a: number[&a], b: number[&b] });
            }
        }
        doubts.sort_by(|x, y| (x.a, x.b, &y.shared).cmp(&(y.a, y.b, &x.shared)));
        doubts.dedup_by_key(|d| (d.a, d.b));
        Joined { clusters, doubts }
    }
}

/// Equal without what says the kind of company, or one name within the other.
fn are_one_organisation(a: &PersonRecord, b: &PersonRecord) -> bool {
    let (a, b) = (&a.organisation, &b.organisation);
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    a == b || short.split(' ').all(|word| long.split(' ').any(|other| other == word))
}

/// Two mailboxes at one organisation's domain are two people's, as long as none is shared.
fn have_two_mailboxes(a: &[&str], b: &[&str]) -> bool {
    let domain = |email: &str| email.rsplit_once('@').map(|(_, domain)| domain.to_owned());
    if a.iter().any(|email| b.contains(email)) {
        return false;
    }
    a.iter().any(|x| {
        domain(x)
            .is_some_and(|d| !is_public(&d) && b.iter().any(|y| domain(y).as_deref() == Some(&*d)))
    })
}

/// Domains at which anyone can have a mailbox, or several.
fn is_public(domain: &str) -> bool {
    const NAMES: &[&str] = &[
        "gmail",
        "googlemail",
        "outlook",
        "hotmail",
        "live",
        "msn",
        "yahoo",
        "ymail",
        "icloud",
        "me",
        "mac",
        "aol",
        "btinternet",
        "sky",
        "virginmedia",
        "talktalk",
        "proton",
        "protonmail",
        "gmx",
        "comcast",
        "verizon",
        "att",
    ];
    domain.split('.').next().is_some_and(|name| NAMES.contains(&name))
}
