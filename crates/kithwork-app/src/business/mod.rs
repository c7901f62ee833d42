//! Business won, and where it came from.

mod noted;

use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::{deed, referral, settings};
use jiff::civil::Date;
use kithwork_core::change::{Change, Edit};
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Business, BusinessSource, Person, Room};
use kithwork_core::handover::fold;
use kithwork_core::id::{FactId, Ids, PersonId, RoomId};
use kithwork_core::money::{Amount, MoneyError};
use kithwork_store::Store;
use serde::Deserialize;
use uuid::Uuid;

/// A client won, as the owner tells it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Won {
    /// Who.
    pub client: String,
    /// What kind of source; without it, what the source's name tells.
    #[serde(default)]
    pub kind: Option<BusinessSource>,
    /// A person, a group or a channel, by name.
    #[serde(default)]
    pub from: Option<String>,
    /// What it is worth.
    #[serde(default)]
    pub worth: Option<Amount>,
    /// When.
    #[serde(default)]
    pub won_on: Option<Date>,
    /// The work passed on that it came of; whoever passed that on is the source then.
    #[serde(default)]
    pub referral: Option<FactId>,
}

/// What somebody wrote of a sum, in the book's own currency where they named none.
///
/// # Errors
/// Where that is no amount ([`Amount::typed`]).
pub fn worth(text: &str) -> std::result::Result<Amount, MoneyError> {
    Amount::typed(text, None)
}

/// Keeps clients that were won, all in one change; none where all of it is noted already. A client who is noted
/// with the same source is that piece of business, and what was unknown of it is filled in. Whoever passed one on,
/// and the group one came from, are people and groups of the book from then on; a source of no kind that is known
/// as one of them is that, and any other stays as it was told.
///
/// # Errors
/// [`Code::ValueInvalid`] where a client has no name, a sum is below nought, a day lies ahead, or nobody or a
/// group is said to have passed it on (row 5), or what came of a referral is noted with another worth;
/// [`Code::NotFound`] where there is no such referral; those of the store.
pub async fn tell(store: &dyn Store, ctx: &Ctx, all: &[Won]) -> Result<Option<Change>> {
    tell_each(store, ctx, all).await.map_err(|(_, error)| error)
}

/// The same; what can't be kept is told with the place of the client whose it is. What belongs to none of
/// them stands at the first place.
///
/// # Errors
/// Those of [`tell`].
pub async fn tell_each(
    store: &dyn Store,
    ctx: &Ctx,
    all: &[Won],
) -> std::result::Result<Option<Change>, (usize, Error)> {
    let of_none = |error| (0, error);
    ctx.require(Rights::Write).map_err(of_none)?;
    let today = ctx.today(&settings::of(store, ctx).await.map_err(of_none)?);
    if all.is_empty() {
        return Err(of_none(invalid("client", "is empty")));
    }
    let mut known = Known::read(store, ctx).await.map_err(of_none)?;
    let mut ids = ctx.ids();
    let mut edits = known.joined_by(all, &mut ids);
    for (at, won) in all.iter().enumerate() {
        let told = told(store, ctx, (&known, today), won, &mut ids).await;
        edits.extend(told.map_err(|error| (at, error))?);
    }
    deed::done(store, ctx, "business", Some(today), edits).await.map_err(of_none)
}

/// The edits that keep one client: of a piece noted before, or of a new one.
async fn told(
    store: &dyn Store,
    ctx: &Ctx,
    (known, today): (&Known, Date),
    won: &Won,
    ids: Ids<'_>,
) -> Result<Vec<Edit>> {
    let client = possible(won, today)?;
    let referral = match won.referral {
        Some(id) => Some(referral::received(store, ctx, id).await?),
        None => None,
    };
    let business = match &referral {
        Some((referral, giver)) => passed_on(FactId(ids()), won, referral.person, giver)?,
        None => known.business(FactId(ids()), won, client)?,
    };
    let won_on = business.won_on.unwrap_or(today);
    let mut edits = match noted::same(&known.noted, &business, referral.is_some())? {
        Some(noted) => noted::filled(store, ctx, noted, &business, ids).await?,
        None => vec![Edit::created(business)],
    };
    if let Some((referral, _)) = referral {
        edits.extend(referral::led_to(store, ctx, referral, client, won_on).await?);
    }
    Ok(edits)
}

/// What came of work that was passed on: whoever passed it on is its source.
fn passed_on(id: FactId, won: &Won, by: PersonId, giver: &str) -> Result<Business> {
    if won.from().is_some_and(|from| fold(from) != fold(giver)) {
        return Err(invalid("from", "is not who passed this work on: leave it empty"));
    }
    Ok(Business {
        id,
        won_on: won.won_on,
        client: won.client.trim().to_owned(),
        source_kind: Some(BusinessSource::Referral),
        source: Some(giver.to_owned()),
        referrer: Some(by),
        room: None,
        value: won.worth,
        notes: None,
    })
}

/// The client of what can have been won by a day.
fn possible(won: &Won, today: Date) -> Result<&str> {
    let client = won.client.trim();
    match () {
        () if client.is_empty() => Err(invalid("client", "is empty")),
        () if won.worth.is_some_and(|worth| worth.minor < 0) => {
            Err(invalid("worth", "is below nought"))
        }
        () if won.won_on.is_some_and(|on| on > today) => Err(invalid("won_on", "lies ahead")),
        () => Ok(client),
    }
}

fn invalid(field: &'static str, problem: &str) -> Error {
    Error::new(Code::ValueInvalid).field(field, problem)
}

impl Won {
    /// Where it came from, if that was said.
    fn from(&self) -> Option<&str> {
        self.from.as_deref().map(str::trim).filter(|from| !from.is_empty())
    }
}

/// The names a source may have, folded; of people with their names as they stand in the book.
struct Known {
    people: Vec<(PersonId, String, String)>,
    rooms: Vec<(RoomId, String)>,
    /// The business noted so far.
    noted: Vec<Business>,
}

impl Known {
    async fn read(store: &dyn Store, ctx: &Ctx) -> Result<Self> {
        let people = store.names(ctx.tenant).await?;
        let people = people.into_iter().map(|(id, name)| (id, fold(&name), name)).collect();
        let rooms = store.all(ctx.tenant, FactKind::Room).await?;
        let rooms = rooms.into_iter().filter_map(|fact| match fact {
            Fact::Room(Room { id, name, .. }) => Some((id, fold(&name))),
            _ => None,
        });
        Ok(Self { people, rooms: rooms.collect(), noted: noted::all(store, ctx).await? })
    }

    fn room(&self, name: &str) -> Option<RoomId> {
        self.rooms.iter().find(|(_, room)| *room == name).map(|(id, _)| *id)
    }

    /// Whom a folded name means: whoever is called just that, else whoever it is the first name of.
    fn people(&self, name: &str) -> Vec<(PersonId, &str)> {
        let who = |fits: &dyn Fn(&str) -> bool| -> Vec<(PersonId, &str)> {
            let found = self.people.iter().filter(|(_, folded, _)| fits(folded));
            found.map(|(id, _, name)| (*id, name.as_str())).collect()
        };
        let whole = who(&|folded| folded == name);
        if !whole.is_empty() || name.is_empty() {
            return whole;
        }
        who(&|folded| folded.split(' ').next() == Some(name))
    }

    /// The groups and people who come into the book with these clients: groups first, since a group
    /// passes nothing on.
    fn joined_by(&mut self, all: &[Won], ids: &mut impl FnMut() -> Uuid) -> Vec<Edit> {
        let mut edits = Vec::new();
        let of = |kind| {
            let said = all.iter().filter(move |won| won.kind == Some(kind));
            said.filter_map(Won::from).map(|name| (name, fold(name)))
        };
        for (name, folded) in of(BusinessSource::Group) {
            if self.room(&folded).is_none() {
                let room = Room::named(RoomId(ids()), name);
                self.rooms.push((room.id, folded));
                edits.push(Edit::created(room));
            }
        }
        for (name, folded) in of(BusinessSource::Referral) {
            let is_known = !self.people(&folded).is_empty();
            if !is_known && self.room(&folded).is_none() {
                let person = Person::named(PersonId(ids()), name);
                self.people.push((person.id, folded, name.to_owned()));
                edits.push(Edit::created(person));
            }
        }
        edits
    }

    fn business(&self, id: FactId, won: &Won, client: &str) -> Result<Business> {
        let from = won.from();
        let name = from.map(fold).unwrap_or_default();
        let room = self.room(&name);
        if won.kind == Some(BusinessSource::Referral) {
            if room.is_some() {
                return Err(invalid(
                    "from",
                    "is a group, and groups pass nothing on: who there did?",
                ));
            }
            if from.is_none() {
                return Err(invalid("from", "is missing: who passed it on?"));
            }
        }
        let meant = self.people(&name);
        // Of two people of one name nobody can tell which; the name stays.
        let person = match meant.as_slice() {
            [(id, _)] => Some(*id),
            _ => None,
        };
        if won.kind == Some(BusinessSource::Referral) {
            could_be_one_of(&name, &meant)?;
        }
        let may_refer = matches!(won.kind, None | Some(BusinessSource::Referral));
        let referrer = person.filter(|_| may_refer && room.is_none());
        let told = match (referrer, room) {
            (Some(_), _) => Some(BusinessSource::Referral),
            (None, Some(_)) => Some(BusinessSource::Group),
            (None, None) => None,
        };
        Ok(Business {
            id,
            won_on: won.won_on,
            client: client.to_owned(),
            source_kind: won.kind.or(told),
            source: from.map(str::to_owned),
            referrer,
            room,
            value: won.worth,
            notes: None,
        })
    }
}

/// A first name that several bear says nothing yet: their whole names tell them apart.
fn could_be_one_of(name: &str, meant: &[(PersonId, &str)]) -> Result<()> {
    let are_told_apart = meant.iter().any(|(_, whole)| fold(whole) != name);
    if meant.len() < 2 || !are_told_apart {
        return Ok(());
    }
    let mut names: Vec<&str> = meant.iter().map(|(_, name)| *name).collect();
    names.sort_unstable();
    Err(invalid("from", &format!("could be {}: write the whole name", names.join(" or "))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kithwork_core::money::Currency;

    #[test]
    fn a_sum_is_read_as_people_write_it() {
        for (text, minor, code) in [
            ("1200", 120_000, None),
            ("£1,200", 120_000, Some("GBP")),
            ("EUR 900.50", 90_050, Some("EUR")),
            ("900 €", 90_000, Some("EUR")),
        ] {
            let currency = code.map(|code| Currency::parse(code).unwrap());
            assert_eq!(worth(text).unwrap(), Amount { currency, minor }, "{text}");
        }
        for text in ["", "a lot", "1.200,50", "£"] {
            assert!(worth(text).is_err(), "{text}");
        }
    }
}
