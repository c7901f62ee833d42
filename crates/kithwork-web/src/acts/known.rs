//! What others know and say of the owner, what they make together, and what the levels are called.

use super::spelt;
use crate::deed::{back, once, taken};
use crate::fault::Fault;
use crate::form::{Fields, fact, person};
use crate::pages::levels::Levels;
use crate::seen::settled;
use crate::visit::Visit;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kithwork_app::{Code, Error, level, playback, project, rating, said};

/// How far somebody could refer the owner, as the owner sees it.
pub(crate) async fn observed(
    State(web): State<Web>,
    Path(who): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let who = person(&who)?;
    let read = || {
        Ok(rating::Observed {
            trust: form.number("trust")?,
            understanding: form.number("understanding")?,
            access: form.number("access")?,
            i_would_refer: form.number("i_would_refer")?,
            on: form.date("on")?,
        })
    };
    let kept = taken(&web, &form, read(), async |ctx, seen| {
        rating::keep(&*web.store, &ctx, who, seen).await.map(|kept| kept.change)
    })
    .await;
    Ok(back(form.back(), kept?))
}

/// Whether somebody could say what the owner does, when asked.
pub(crate) async fn asked(
    State(web): State<Web>,
    Path(who): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let who = person(&who)?;
    let read = || {
        Ok(playback::Asked {
            explained: spelt("explained", form.text("explained"))?,
            words: form.given("words"),
            trigger: form.given("trigger"),
            on: form.date("on")?,
        })
    };
    let kept = taken(&web, &form, read(), async |ctx, asked| {
        playback::keep(&*web.store, &ctx, who, asked).await.map(|kept| Some(kept.change))
    })
    .await;
    Ok(back(form.back(), kept?))
}

/// What somebody said about the owner.
pub(crate) async fn said(
    State(web): State<Web>,
    Path(who): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let who = person(&who)?;
    let read = || {
        Ok(said::Words {
            words: form.text("words").to_owned(),
            kind: form.given("kind").map(|word| spelt("kind", &word)).transpose()?,
            may_quote: form.given("may_quote").map(|word| word == "yes"),
            on: form.date("on")?,
        })
    };
    let kept = taken(&web, &form, read(), async |ctx, words| {
        said::keep(&*web.store, &ctx, who, words).await.map(|kept| kept.change)
    })
    .await;
    Ok(back(form.back(), kept?))
}

/// What words were said for, and whether they may be quoted, put right.
pub(crate) async fn put_right(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let id = fact(&id)?;
    let read = || {
        Ok(said::Correction {
            kind: form.amended("kind").read(|word| spelt("kind", &word))?,
            may_quote: form.amended("may_quote").read(|word| yes_or_no("may_quote", &word))?,
        })
    };
    let kept = taken(&web, &form, read(), async |ctx, by| {
        said::edit(&*web.store, &ctx, id, by).await.map(|change| change.map(|change| change.id))
    })
    .await;
    Ok(back(form.back(), kept?))
}

fn yes_or_no(field: &'static str, word: &str) -> Result<bool, Error> {
    match word {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(Error::new(Code::ValueInvalid).field(field, "is neither yes nor no")),
    }
}

/// What the owner makes together with somebody.
pub(crate) async fn project(
    State(web): State<Web>,
    Path(who): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let who = person(&who)?;
    let read = || {
        Ok(project::Said {
            what: form.text("what").to_owned(),
            kind: form.given("kind").map(|word| spelt("kind", &word)).transpose()?,
            people: vec![who.to_string()],
            begun_on: form.date("begun_on")?,
            ended_on: form.date("ended_on")?,
            outcome: form.given("outcome"),
            ..project::Said::default()
        })
    };
    let kept = taken(&web, &form, read(), async |ctx, said| {
        project::keep(&*web.store, &ctx, said).await.map(|kept| kept.change)
    })
    .await;
    Ok(back(form.back(), kept?))
}

/// A name of the owner's own for a level.
pub(crate) async fn level(
    State(web): State<Web>,
    Path(which): Path<u8>,
    form: Fields,
) -> Result<Response, Fault> {
    settled(&web, &form, "/levels", |web| rename(web, which, form.clone())).await
}

async fn rename(web: Web, which: u8, form: Fields) -> Result<Response, Fault> {
    let page = Levels::of(level::names(&*web.store, &web.ctx().await?).await?);
    let form = match page.seen(which).merged(&form) {
        Ok(form) => form,
        Err(split) => {
            let both = page.split(which, split);
            return Visit::again("/levels").split(&web, both, &form).await;
        }
    };
    let name = form.text("name").to_owned();
    let change = once(&web, &form, async |ctx| {
        level::rename(&*web.store, &ctx, which, &name).await.map(|_| None)
    });
    Ok(back("/levels", change.await?).into_response())
}
