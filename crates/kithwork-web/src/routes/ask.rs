//! The words to ask people with.

use crate::acts::spelt;
use crate::asked::Asked;
use crate::fault::Fault;
use crate::form;
use crate::invitation;
use crate::pages::ask::Ask;
use crate::visit::Visit;
use crate::web::Web;
use axum::extract::State;
use axum::response::Response;
use jiff::civil::DateTime;
use kithwork_app::conversation::{self, Invitation};
use kithwork_app::{Code, Error, proposal};
use kithwork_core::id::PersonId;
use kithwork_core::plan::ItemKind;

/// A draft for each of those who are to be asked: nobody is written to together with others.
pub(crate) async fn ask(
    State(web): State<Web>,
    Asked(query): Asked<Vec<(String, String)>>,
    visit: Visit,
) -> Result<Response, Fault> {
    let named = |name: &'static str| {
        query.iter().filter(move |(of, _)| of == name).map(|(_, value)| value.as_str())
    };
    let kind: ItemKind = spelt("kind", named("kind").next().unwrap_or("one_to_one"))?;
    let people: Result<Vec<PersonId>, Error> = named("who").take(6).map(form::person).collect();
    let people = people?;
    if people.is_empty() {
        return Err(Error::new(Code::NobodyChosen).hint("choose somebody to ask").into());
    }
    let offer: Vec<DateTime> =
        named(invitation::TIME).take(2).filter_map(invitation::time).collect();
    // What can't be read, or nobody can be asked for, is none that the plan told.
    let minutes = named(invitation::MINUTES).next().and_then(|spelt| spelt.parse().ok());
    let instead_of = named(invitation::MEETING).next().and_then(invitation::meeting);
    let ctx = web.ctx().await?;
    let mut drafts = Vec::with_capacity(people.len());
    if let (ItemKind::Introduction, &[one, other]) = (kind, people.as_slice()) {
        drafts.extend(proposal::drafts(&*web.store, &ctx, [one, other]).await?);
    } else {
        let invitation = Invitation { kind, minutes, offer: &offer };
        for person in people {
            drafts.push(conversation::draft(&*web.store, &ctx, person, invitation).await?);
        }
    }
    visit.leading_to("/").show(&web, Ask::of(kind, &drafts, instead_of)).await
}
