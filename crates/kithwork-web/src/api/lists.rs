//! Tags, lists that are kept, and one deed for many people at once, for programs.

use super::answer::{Answered, done};
use super::body::{Nothing, Sent};
use super::page::{Page, Paging};
use crate::asked::Wanted;
use crate::deed::once;
use crate::fault::ApiFault;
use crate::form::{fact, room};
use crate::web::Web;
use axum::extract::{Path, State};
use axum::routing::{get, post};
use axum::{Json, Router};
use kithwork_app::bulk::{self, Deed};
use kithwork_app::json::{BulkJson, ListJson, ListsJson, TagJson, TagsJson};
use kithwork_app::people_list::{self, Correction};
use kithwork_app::person::Order;
use kithwork_app::{Code, Error, tag};
use kithwork_core::facts::{Care, PeopleFilter};
use kithwork_core::id::{FactId, PersonId};
use serde::Deserialize;

/// Weeks for which “Not now” lets somebody rest, unless the program says.
const NOT_NOW_WEEKS: u32 = 4;

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/v1/lists", get(lists).post(keep))
        .route("/v1/lists/{id}", get(list).patch(edit).delete(remove))
        .route("/v1/tags", get(tags))
        .route("/v1/tags/{id}", get(one_tag).patch(rename))
        .route("/v1/people/bulk", post(many))
}

async fn lists(
    State(web): State<Web>,
    Wanted(paging): Wanted<Paging>,
) -> Result<Json<Page<ListsJson>>, ApiFault> {
    let lists = ListsJson::from(people_list::all(&*web.store, &web.ctx().await?).await?);
    Ok(Json(paging.of(lists, |all| &mut all.lists, |list| list.id.to_string())?))
}

async fn list(State(web): State<Web>, Path(id): Path<String>) -> Result<Json<ListJson>, ApiFault> {
    let id = fact(&id)?.to_string();
    let list = people_list::find(&*web.store, &web.ctx().await?, &id).await?;
    Ok(Json(ListJson::from(list)))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ListIn {
    name: String,
    filter: PeopleFilter,
}

async fn keep(State(web): State<Web>, sent: Sent<ListIn>) -> Answered {
    let ListIn { name, filter } = sent.document;
    done(&web, &sent.once, async |ctx| {
        people_list::keep(&*web.store, &ctx, &name, filter).await.map(|kept| kept.change)
    })
    .await
}

async fn edit(State(web): State<Web>, Path(id): Path<String>, sent: Sent<Correction>) -> Answered {
    let id = fact(&id)?.to_string();
    done(&web, &sent.once, async |ctx| {
        people_list::edit(&*web.store, &ctx, &id, sent.document).await.map(|kept| kept.change)
    })
    .await
}

async fn remove(State(web): State<Web>, Path(id): Path<String>, sent: Sent<Nothing>) -> Answered {
    let (id, Nothing {}) = (fact(&id)?.to_string(), sent.document);
    done(&web, &sent.once, async |ctx| {
        people_list::remove(&*web.store, &ctx, &id).await.map(|kept| kept.change)
    })
    .await
}

async fn tags(
    State(web): State<Web>,
    Wanted(paging): Wanted<Paging>,
) -> Result<Json<Page<TagsJson>>, ApiFault> {
    let tags = TagsJson::from(&*tag::all(&*web.store, &web.ctx().await?).await?);
    Ok(Json(paging.of(tags, |all| &mut all.tags, |tag| tag.id.to_string())?))
}

async fn one_tag(
    State(web): State<Web>,
    Path(id): Path<String>,
) -> Result<Json<TagJson>, ApiFault> {
    let id = fact(&id)?.to_string();
    Ok(Json(TagJson::from(&tag::find(&*web.store, &web.ctx().await?, &id).await?)))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Name {
    name: String,
}

async fn rename(State(web): State<Web>, Path(id): Path<String>, sent: Sent<Name>) -> Answered {
    let id = fact(&id)?.to_string();
    done(&web, &sent.once, async |ctx| {
        tag::rename(&*web.store, &ctx, &id, &sent.document.name).await.map(|kept| kept.change)
    })
    .await
}

/// What is done about whom: people by their ids, all who fit a filter, or all of a list.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct BulkIn {
    deed: Word,
    #[serde(default)]
    people: Vec<PersonId>,
    filter: Option<PeopleFilter>,
    list: Option<FactId>,
    tag: Option<String>,
    group: Option<String>,
    weeks: Option<u32>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Word {
    Tag,
    Untag,
    Deepen,
    Light,
    LetGo,
    NotNow,
    CountIn,
    SetAside,
    MetIn,
}

async fn many(State(web): State<Web>, sent: Sent<BulkIn>) -> Result<Json<BulkJson>, ApiFault> {
    let asked = sent.document;
    let deed = deed(&asked)?;
    let people = who(&web, &asked).await?;
    let mut about = people.len();
    let change = once(&web, &sent.once, async |ctx| {
        let done = bulk::act(&*web.store, &ctx, &people, deed).await?;
        about = done.people;
        Ok(done.change)
    })
    .await?;
    Ok(Json(BulkJson { change, people: about }))
}

async fn who(web: &Web, asked: &BulkIn) -> Result<Vec<PersonId>, Error> {
    let ctx = web.ctx().await?;
    let filter = match (asked.list, &asked.filter) {
        (Some(id), _) => people_list::find(&*web.store, &ctx, &id.to_string()).await?.filter,
        (None, Some(filter)) => filter.clone(),
        (None, None) => return Ok(asked.people.clone()),
    };
    let roll = web.memory.roll(&*web.store, &ctx, web.day(&ctx).await?).await?;
    let fitting = roll.fitting(&*web.store, &ctx, &filter, Order::Name).await?;
    let fitting = fitting.into_iter().map(|(one, _)| one.person.id);
    Ok(asked.people.iter().copied().chain(fitting).collect())
}

fn deed(asked: &BulkIn) -> Result<Deed, Error> {
    let missing = |field| move || Error::new(Code::ValueInvalid).field(field, "is missing");
    let tag = || asked.tag.clone().ok_or_else(missing("tag"));
    Ok(match asked.deed {
        Word::Tag => Deed::Tag(tag()?),
        Word::Untag => Deed::Untag(tag()?),
        Word::Deepen => Deed::Care(Care::Deepen),
        Word::Light => Deed::Care(Care::Light),
        Word::LetGo => Deed::Care(Care::LetGo),
        Word::NotNow => Deed::NotNow(asked.weeks.unwrap_or(NOT_NOW_WEEKS)),
        Word::CountIn => Deed::CountIn,
        Word::SetAside => Deed::SetAside,
        Word::MetIn => Deed::MetIn(room(asked.group.as_deref().ok_or_else(missing("group"))?)?),
    })
}
