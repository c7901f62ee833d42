//! Whom a spoken name means.

use crate::ctx::Ctx;
use crate::error::{Code, Error, Result};
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::Person;
use kithwork_core::id::PersonId;
use kithwork_store::Store;
use uuid::Uuid;

/// How much of a name is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Match {
    /// An id, a whole name, or the beginnings of its words if they fit one person only.
    Near,
    /// An id or a whole name: for what can't be taken back.
    Whole,
}

/// The person that is meant.
pub(crate) async fn is_meant(
    store: &dyn Store,
    ctx: &Ctx,
    who: &str,
    how: Match,
) -> Result<Person> {
    if let Ok(id) = Uuid::parse_str(who.trim()) {
        return by_id(store, ctx, PersonId(id)).await;
    }
    chosen(store, ctx, &store.names(ctx.tenant).await?, who, how).await
}

/// The people who are meant, in the order in which they are named. All who are not to be found are named
/// at once, at the field and in the hint: among twenty one would have to search for them.
pub(crate) async fn are_meant(
    store: &dyn Store,
    ctx: &Ctx,
    field: &'static str,
    who: &[String],
    how: Match,
) -> Result<Vec<Person>> {
    let names = store.names(ctx.tenant).await?;
    let mut people = Vec::with_capacity(who.len());
    let (mut unknown, mut unclear): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let mut first = None;
    for who in who {
        let meant = match Uuid::parse_str(who.trim()) {
            Ok(id) => by_id(store, ctx, PersonId(id)).await,
            Err(_) => chosen(store, ctx, &names, who, how).await,
        };
        match meant {
            Ok(person) => people.push(person),
            Err(error) if matches!(error.code, Code::PersonNotFound | Code::PersonAmbiguous) => {
                let who = format!("“{}”", who.trim());
                match error.hint.as_deref().filter(|hint| *hint != NOBODY) {
                    Some(hint) => unclear.push(format!("{who}: {hint}")),
                    None => unknown.push(who),
                }
                first.get_or_insert(error.code);
            }
            Err(error) => return Err(error),
        }
    }
    let Some(code) = first else { return Ok(people) };
    if !unknown.is_empty() {
        unclear.insert(0, format!("names nobody in the book: {}", unknown.join(", ")));
    }
    let says = unclear.join("; ");
    Err(Error::new(code).field(field, says.clone()).hint(says))
}

/// What is said where nobody has a name like it.
const NOBODY: &str = "write it as it stands in the book, or write them down first";

async fn chosen(
    store: &dyn Store,
    ctx: &Ctx,
    names: &[(PersonId, String)],
    who: &str,
    how: Match,
) -> Result<Person> {
    match choose(names, who, how) {
        Choice::One(id) => by_id(store, ctx, id).await,
        Choice::Several(ids) => Err(several(store, ctx, &ids).await?),
        Choice::Nobody(near) if near.is_empty() => {
            Err(Error::new(Code::PersonNotFound).hint(NOBODY))
        }
        Choice::Nobody(near) => {
            let near = near.join(", ");
            Err(Error::new(Code::PersonNotFound).hint(format!("perhaps you mean: {near}")))
        }
    }
}

/// The person of that id, or the one whom their record was joined into.
pub(crate) async fn by_id(store: &dyn Store, ctx: &Ctx, id: PersonId) -> Result<Person> {
    let mut id = id;
    // A chain of joins is short; the bound only guards against a damaged book.
    for _ in 0..64 {
        match store.fact(ctx.tenant, FactKind::Person, id.into()).await? {
            Some(Fact::Person(Person { merged_into: Some(next), .. })) => id = next,
            Some(Fact::Person(person)) => return Ok(person),
            _ => break,
        }
    }
    Err(Error::new(Code::PersonNotFound).hint("they may have been erased"))
}

/// Whether these may be asked for anything together: a page opened before may still offer it.
///
/// # Errors
/// [`Code::NotAllowed`] where one of them asked not to be contacted: of several it is named.
pub(crate) fn may_be_asked(people: &[&Person]) -> Result<()> {
    refused(people).map_or(Ok(()), |hint| Err(Error::new(Code::NotAllowed).hint(hint)))
}

/// The same for what would be written down.
///
/// # Errors
/// Those of [`may_be_asked`].
pub(crate) fn may_be_noted_as_asked(people: &[&Person]) -> Result<()> {
    let hint = refused(people).map(|hint| format!("{hint}, and nothing was written down"));
    hint.map_or(Ok(()), |hint| Err(Error::new(Code::NotAllowed).hint(hint)))
}

/// Who of these asked not to be contacted, in words.
fn refused(people: &[&Person]) -> Option<String> {
    let name = &people.iter().find(|person| person.do_not_contact)?.name;
    Some(match people.len() {
        1 => "they asked not to be contacted".to_owned(),
        2 => format!("one of the two, {name}, asked not to be contacted"),
        _ => format!("one of them, {name}, asked not to be contacted"),
    })
}

/// Lists those who could be meant, with what tells them apart.
async fn several(store: &dyn Store, ctx: &Ctx, ids: &[PersonId]) -> Result<Error> {
    let mut lines = Vec::with_capacity(ids.len());
    for &id in ids.iter().take(8) {
        let person = by_id(store, ctx, id).await?;
        let of = person.organisation.map(|o| format!(", {o}")).unwrap_or_default();
        lines.push(format!("{}{of} ({id})", person.name));
    }
    let hint = format!("say which, by id: {}", lines.join("; "));
    Ok(Error::new(Code::PersonAmbiguous).hint(hint))
}

#[derive(Debug, PartialEq, Eq)]
enum Choice {
    One(PersonId),
    Several(Vec<PersonId>),
    Nobody(Vec<String>),
}

fn choose(names: &[(PersonId, String)], who: &str, how: Match) -> Choice {
    let asked = folded(who);
    let whole: Vec<PersonId> =
        names.iter().filter(|(_, name)| folded(name) == asked).map(|(id, _)| *id).collect();
    let found = if whole.is_empty() && how == Match::Near && !asked.is_empty() {
        let fits = |name: &str| fits_by_beginnings(&folded(name), &asked);
        names.iter().filter(|(_, name)| fits(name)).map(|(id, _)| *id).collect()
    } else {
        whole
    };
    match found.as_slice() {
        [one] => Choice::One(*one),
        [] => Choice::Nobody(near(names, &asked)),
        _ => Choice::Several(found),
    }
}

/// Letters and digits in lower case, words parted by one space.
pub(crate) fn folded(name: &str) -> String {
    let parts = name.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// Whether each word that was asked for begins a word of the name, in the same order.
pub(crate) fn fits_by_beginnings(name: &str, asked: &str) -> bool {
    let mut words = name.split(' ');
    asked.split(' ').all(|part| words.any(|word| word.starts_with(part)))
}

/// The three names most like it (Jaro–Winkler), for a slip of the finger.
fn near(names: &[(PersonId, String)], asked: &str) -> Vec<String> {
    const LIKE_ENOUGH: f64 = 0.84;
    let likeness = |name: &str| {
        let name = folded(name);
        let words = name.split(' ').map(|word| strsim::jaro_winkler(word, asked));
        words.fold(strsim::jaro_winkler(&name, asked), f64::max)
    };
    let mut like: Vec<(f64, &str)> =
        names.iter().map(|(_, name)| (likeness(name), name.as_str())).collect();
    like.retain(|(likeness, _)| *likeness >= LIKE_ENOUGH);
    like.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    like.into_iter().take(3).map(|(_, name)| name.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(of: &[&str]) -> Vec<(PersonId, String)> {
        let ids = (1..).map(|n| PersonId(Uuid::from_u128(n)));
        ids.zip(of).map(|(id, name)| (id, (*name).to_owned())).collect()
    }

    #[test]
    fn a_whole_name_wins_over_a_longer_one_that_begins_with_it() {
        let names = names(&["Sam Lee", "Sam Leeson"]);
        assert_eq!(choose(&names, "sam lee", Match::Near), Choice::One(names[0].0));
    }

    #[test]
    fn the_beginnings_of_the_words_are_enough_where_they_fit_one_person() {
        let names = names(&["Priya Shah", "Paul Stone"]);
        assert_eq!(choose(&names, "pri sh", Match::Near), Choice::One(names[0].0));
        assert_eq!(
            choose(&names, "p s", Match::Near),
            Choice::Several(vec![names[0].0, names[1].0])
        );
        assert_eq!(
            choose(&names, "pri sh", Match::Whole),
            Choice::Nobody(vec!["Priya Shah".into()])
        );
    }

    #[test]
    fn a_slip_of_the_finger_is_met_with_the_names_most_like_it() {
        let names = names(&["Priya Shah", "Tom Ellis"]);
        assert_eq!(
            choose(&names, "Prya Shah", Match::Near),
            Choice::Nobody(vec!["Priya Shah".into()])
        );
    }
}
