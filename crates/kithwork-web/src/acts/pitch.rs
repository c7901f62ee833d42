//! The owner's minute: kept, chosen, timed, and how it went.

use super::spelt;
use crate::deed::{back, done, once, taken};
use crate::fault::Fault;
use crate::form::{Fields, fact};
use crate::pages::quick::Quick;
use crate::routes::pitch::{meeting_page, minute_page, page};
use crate::seen::settled;
use crate::visit::Visit;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kithwork_app::pitch::{self, Chosen, Words};
use kithwork_app::{Code, Error, profile, trash, trigger};
use kithwork_core::facts::PitchChange;
use kithwork_core::id::{ChangeId, FactId};

type Kept = Result<Option<ChangeId>, Error>;

/// A version, told for the first time.
pub(crate) async fn keep(State(web): State<Web>, form: Fields) -> Result<Response, Fault> {
    let words = why(&form).map(|why| Words {
        version: form.text("version").to_owned(),
        text: form.given("text").into(),
        beside_competitor: form.given("beside_competitor").into(),
        why,
    });
    let kept = taken(&web, &form, words, async |ctx, words| {
        pitch::keep(&*web.store, &ctx, words).await.map(|_| None)
    })
    .await;
    answered(&web, &form, kept).await
}

/// The version for a meeting to come; where none is named, for the next one.
pub(crate) async fn choose(State(web): State<Web>, form: Fields) -> Result<Response, Fault> {
    let meeting = form.given("meeting").map(|id| fact(&id)).transpose()?;
    let chosen = why(&form).map(|why| Chosen {
        meeting,
        version: form.text("chosen").to_owned(),
        ready: form.has("ready"),
        no_competitor: form.has("no_competitor"),
        why,
        ..Chosen::default()
    });
    let kept = taken(&web, &form, chosen, async |ctx, chosen| {
        pitch::choose(&*web.store, &ctx, chosen).await.map(|kept| kept.change)
    })
    .await;
    of_meeting(&web, &form, meeting, kept).await
}

/// Whether the minute of a meeting was given as prepared.
pub(crate) async fn afterwards(
    State(web): State<Web>,
    Path(meeting): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let (meeting, why) = (fact(&meeting)?, why(&form)?);
    done(&web, &form, async |ctx| {
        pitch::afterwards(&*web.store, &ctx, meeting, why).await.map(|kept| kept.change)
    })
    .await
}

/// The three sentences of the profile.
pub(crate) async fn profile(State(web): State<Web>, form: Fields) -> Result<Response, Fault> {
    settled(&web, &form, "/pitch", |web| keep_profile(web, form.clone())).await
}

async fn keep_profile(web: Web, form: Fields) -> Result<Response, Fault> {
    let form = match page(&web).await?.profile_seen().merged(&form) {
        Ok(form) => form,
        Err(split) => {
            let both = page(&web).await?.split(&split);
            return Visit::again("/pitch").split(&web, both, &form).await;
        }
    };
    let told = |name: &str| form.has(name).then(|| form.text(name).to_owned());
    let told = profile::Told {
        helps: told("helps"),
        excels_at: told("excels_at"),
        differs_by: told("differs_by"),
    };
    let kept =
        once(&web, &form, async |ctx| profile::tell(&*web.store, &ctx, told).await.map(|()| None))
            .await;
    answered(&web, &form, kept).await
}

/// A trigger problem.
pub(crate) async fn trigger(State(web): State<Web>, form: Fields) -> Result<Response, Fault> {
    let what = form.text("what").to_owned();
    let kept =
        once(&web, &form, async |ctx| trigger::add(&*web.store, &ctx, &what).await.map(|_| None))
            .await;
    answered(&web, &form, kept).await
}

/// A trigger problem that is given up.
pub(crate) async fn drop_trigger(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let id = fact(&id)?.to_string();
    done(&web, &form, async |ctx| trigger::give_up(&*web.store, &ctx, &id).await.map(|_| None))
        .await
}

/// Other words for a version.
pub(crate) async fn rewrite(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Response, Fault> {
    let to = format!("/pitch/{}", fact(&id)?);
    settled(&web, &form, &to, |web| keep_words(web, id.clone(), form.clone())).await
}

async fn keep_words(web: Web, id: String, form: Fields) -> Result<Response, Fault> {
    let form = match minute_page(&web, &id).await?.seen().merged(&form) {
        Ok(form) => form,
        Err(split) => {
            let both = minute_page(&web, &id).await?.split(&split);
            return Visit::again(format!("/pitch/{}", fact(&id)?)).split(&web, both, &form).await;
        }
    };
    let words =
        why(&form).map(|why| (form.amended("text"), form.amended("beside_competitor"), why));
    let kept =
        match (words, pitch::rehearse(&*web.store, &web.ctx().await?, Some(&id), None, None).await)
        {
            (Ok((text, beside_competitor, why)), Ok(known)) => {
                let version = known.version.unwrap_or_default();
                let words = Words { version, text, beside_competitor, why };
                once(&web, &form, async |ctx| {
                    pitch::keep(&*web.store, &ctx, words).await.map(|_| None)
                })
                .await
            }
            (Err(error), _) | (_, Err(error)) => Err(error),
        };
    of_version(&web, &form, &id, kept).await
}

/// Moves a version to the trash; one that is locked takes a reason.
pub(crate) async fn delete(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Response, Fault> {
    let version = fact(&id)?;
    let kept = taken(&web, &form, why(&form), async |ctx, why| {
        let gone = trash::delete_because(&*web.store, &ctx, version, why).await;
        gone.map(|change| Some(change.id))
    })
    .await;
    match kept {
        Ok(change) => Ok(back("/pitch", change).into_response()),
        Err(error) => of_version(&web, &form, &id, Err(error)).await,
    }
}

/// How long a version took to say.
pub(crate) async fn timed(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Response, Fault> {
    let missing = || Error::new(Code::ValueInvalid).field("seconds", "is missing");
    let kept = taken(
        &web,
        &form,
        form.number::<u32>("seconds").and_then(|given| given.ok_or_else(missing)),
        async |ctx, seconds| pitch::timed(&*web.store, &ctx, &id, seconds).await.map(|_| None),
    )
    .await;
    of_version(&web, &form, &id, kept).await
}

/// A minute out of four answers.
pub(crate) async fn quick(State(web): State<Web>, form: Fields) -> Result<Response, Fault> {
    let text = |name: &str| form.text(name).to_owned();
    let quick = pitch::Quick {
        version: None,
        helps: text("helps"),
        before: text("before"),
        after: text("after"),
        ask: text("ask"),
    };
    let mut made = None;
    let kept = once(&web, &form, async |ctx| {
        let (pitch, _) = pitch::make(&*web.store, &ctx, quick).await?;
        made = Some(pitch.id);
        Ok(None)
    })
    .await;
    match kept {
        Ok(change) => {
            let to = made.map_or_else(|| "/pitch".to_owned(), |id| format!("/pitch/{id}"));
            Ok(back(&to, change).into_response())
        }
        Err(error) if !error.fields.is_empty() => {
            let prompts = pitch::prompts(&*web.store, &web.ctx().await?).await?;
            let again = Quick::of(&prompts).again(&form, &error.fields);
            Visit::again("/pitch/quick").refuse(&web, again, &form).await
        }
        Err(error) => Err(error.into()),
    }
}

fn why(form: &Fields) -> Result<Option<PitchChange>, Error> {
    form.given("why").map(|word| spelt("why", &word)).transpose()
}

/// Back to the page of the minute; a form that can't be taken comes back with what was typed.
async fn answered(web: &Web, form: &Fields, kept: Kept) -> Result<Response, Fault> {
    of_meeting(web, form, None, kept).await
}

/// The same for the page of a meeting to come.
async fn of_meeting(
    web: &Web,
    form: &Fields,
    meeting: Option<FactId>,
    kept: Kept,
) -> Result<Response, Fault> {
    let path = meeting.map_or_else(|| "/pitch".to_owned(), |id| format!("/pitch/meetings/{id}"));
    match kept {
        Ok(change) => Ok(back(&path, change).into_response()),
        Err(error) if !error.fields.is_empty() => {
            let again = meeting_page(web, meeting).await?.again(form, &error.fields);
            Visit::again(path).refuse(web, again, form).await
        }
        Err(error) => Err(error.into()),
    }
}

/// The same for the page of one version.
async fn of_version(web: &Web, form: &Fields, id: &str, kept: Kept) -> Result<Response, Fault> {
    let path = format!("/pitch/{}", fact(id)?);
    match kept {
        Ok(change) => Ok(back(&path, change).into_response()),
        Err(error) if !error.fields.is_empty() => {
            let again = minute_page(web, id).await?.again(form, &error.fields);
            Visit::again(path).refuse(web, again, form).await
        }
        Err(error) => Err(error.into()),
    }
}
