//! Introductions on their way, the card handed out, talks.

use super::spelt;
use crate::deed::{back, done, taken};
use crate::fault::Fault;
use crate::form::{Fields, fact, person};
use crate::routes::giving::talks_page;
use crate::visit::Visit;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kithwork_app::playback::{self, Asked};
use kithwork_app::presentation::{self, Link, Told};
use kithwork_app::proposal::{self, Proposed, Step};
use kithwork_app::{Code, Error, share_card};

/// Two people to be brought together.
pub(crate) async fn propose(State(web): State<Web>, form: Fields) -> Result<Redirect, Fault> {
    let &[a, b] = form.people("who")?.as_slice() else {
        return Err(Error::new(Code::NobodyChosen).hint("an introduction takes two people").into());
    };
    let (why_a, why_b) = (form.text("why_a").to_owned(), form.text("why_b").to_owned());
    done(&web, &form, async |ctx| {
        let proposed = Proposed { people: [a, b], why_a, why_b };
        proposal::propose(&*web.store, &ctx, proposed).await.map(|change| Some(change.id))
    })
    .await
}

/// One step on.
pub(crate) async fn step(
    State(web): State<Web>,
    Path((id, step)): Path<(String, String)>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let (id, step) = (fact(&id)?, meant(&step, &form)?);
    done(&web, &form, async |ctx| {
        let change = proposal::step(&*web.store, &ctx, id, step).await?;
        Ok(change.map(|change| change.id))
    })
    .await
}

fn meant(step: &str, form: &Fields) -> Result<Step, Error> {
    Ok(match step {
        "asked" => Step::Asked { person: person(form.text("who"))? },
        "said" => Step::Said { person: person(form.text("who"))?, yes: form.text("yes") == "yes" },
        "made" => Step::Made,
        "worked" => Step::Worked { outcome: form.text("outcome").to_owned() },
        "thanked" => Step::Thanked,
        "dropped" => Step::Dropped,
        _ => return Err(Error::new(Code::NotFound).hint("the address is mistyped")),
    })
}

/// The card was given to somebody.
pub(crate) async fn give(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let id = person(&id)?;
    done(&web, &form, async |ctx| {
        share_card::give(&*web.store, &ctx, id).await.map(|change| Some(change.id))
    })
    .await
}

/// What somebody wrote back is a playback.
pub(crate) async fn reply(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let id = person(&id)?;
    let explained = spelt("explained", form.text("explained"))?;
    let asked = Asked { explained, words: form.given("words"), trigger: None, on: None };
    done(&web, &form, async |ctx| {
        playback::keep(&*web.store, &ctx, id, asked).await.map(|kept| Some(kept.change))
    })
    .await
}

/// A talk, told anew or added to.
pub(crate) async fn talk(State(web): State<Web>, form: Fields) -> Result<Response, Fault> {
    let lines = |name: &str| -> Vec<String> {
        let lines = form.text(name).lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(str::to_owned).collect()
    };
    let told = form.date("on").map(|on| Told {
        what: form.text("what").to_owned(),
        on,
        listeners: lines("listeners")
            .into_iter()
            .chain(form.all("who").map(str::to_owned))
            .collect(),
        points: lines("points"),
        drop: form.all("drop").filter_map(|number| number.parse().ok()).collect(),
        ..Told::default()
    });
    let kept = taken(&web, &form, told, async |ctx, told| {
        presentation::keep(&*web.store, &ctx, told).await.map(|kept| kept.change)
    })
    .await;
    match kept {
        Ok(change) => Ok(back("/presentations", change).into_response()),
        Err(error) => {
            if error.fields.is_empty() {
                return Err(error.into());
            }
            let again = talks_page(&web, form.text("group")).await?.again(&form, &error.fields);
            Visit::again("/presentations").refuse(&web, again, &form).await
        }
    }
}

/// A point answers a need, or does not.
pub(crate) async fn link(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let id = fact(&id)?;
    let missing = || Error::new(Code::ValueInvalid).field("point", "is missing");
    let point = form.number("point")?.ok_or_else(missing)?;
    let (need, answers) = (fact(form.text("need"))?, form.text("answers") != "no");
    done(&web, &form, async |ctx| {
        let link = Link { point, need, answers };
        presentation::link(&*web.store, &ctx, id, link).await.map(|kept| kept.change)
    })
    .await
}

/// A point answers what one listener needs: all that is known, or what is told here in words.
pub(crate) async fn answer(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let (id, who, heard) =
        (fact(&id)?.to_string(), form.text("who").to_owned(), form.given("heard"));
    let missing = || Error::new(Code::ValueInvalid).field("point", "is missing");
    let point = form.number("point").and_then(|point| point.ok_or_else(missing));
    let kept = taken(&web, &form, point, async |ctx, point| {
        let linked = match &heard {
            Some(heard) => {
                presentation::link_heard(&*web.store, &ctx, &id, point, (&who, heard)).await
            }
            None => presentation::link_to(&*web.store, &ctx, &id, point, &who).await,
        };
        linked.map(|kept| kept.change)
    })
    .await;
    Ok(back("/presentations", kept?))
}
