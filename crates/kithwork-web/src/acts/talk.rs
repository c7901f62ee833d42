//! Time with people, promises, help and introductions, each in one tap.

use super::spelt;
use crate::deed::{back, done, taken};
use crate::fault::Fault;
use crate::form::{Fields, fact, person};
use crate::invitation;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::response::Redirect;
use kithwork_app::conversation::{self, Ask, Log, Time};
use kithwork_app::{Code, Error, help, introduction, promise, referral};
use kithwork_core::facts::{ConversationKind, HelpKind, ObjectiveMet};

/// Weeks for which somebody is left in peace where a form says no other.
const NOT_NOW_WEEKS: u32 = 2;

/// Promises that were kept.
pub(crate) async fn keep(State(web): State<Web>, form: Fields) -> Result<Redirect, Fault> {
    let promises = form.facts("promise")?;
    done(&web, &form, async |ctx| {
        Ok(promise::keep(&*web.store, &ctx, &promises).await?.map(|change| change.id))
    })
    .await
}

/// Promises that are given another day.
pub(crate) async fn put_promises_off(
    State(web): State<Web>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let promises = form.facts("promise")?;
    done(&web, &form, async |ctx| {
        Ok(promise::put_off(&*web.store, &ctx, &promises).await?.map(|change| change.id))
    })
    .await
}

/// People who were asked.
pub(crate) async fn asked(State(web): State<Web>, form: Fields) -> Result<Redirect, Fault> {
    let people = form.people("who")?;
    let offered = form.all(invitation::TIME).filter_map(invitation::time).collect();
    let instead_of = invitation::meeting(form.text(invitation::MEETING));
    let minutes = form.number(invitation::MINUTES)?;
    let ask = Ask { kind: kind(&form)?, minutes, offered, instead_of };
    done(&web, &form, async |ctx| {
        let asked = conversation::ask(&*web.store, &ctx, &people, ask).await;
        asked.map(|change| Some(change.id))
    })
    .await
}

/// People who are left in peace for some weeks.
pub(crate) async fn not_now(State(web): State<Web>, form: Fields) -> Result<Redirect, Fault> {
    let people = form.people("who")?;
    let weeks = form.number("weeks")?.unwrap_or(NOT_NOW_WEEKS);
    done(&web, &form, async |ctx| {
        let later = conversation::put_off(&*web.store, &ctx, &people, weeks).await;
        later.map(|change| Some(change.id))
    })
    .await
}

/// Time with people that happened: from one tap, or with all that can be told.
pub(crate) async fn talked(State(web): State<Web>, form: Fields) -> Result<Redirect, Fault> {
    let people = form.people("who")?;
    let kept = taken(&web, &form, log(&form), async |ctx, log| {
        let talked = conversation::log(&*web.store, &ctx, &people, log).await;
        talked.map(|change| Some(change.id))
    })
    .await;
    Ok(back(form.back(), kept?))
}

/// What the next time with somebody is for, said on the sheet to prepare it with.
pub(crate) async fn aim(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let (id, objective) = (person(&id)?, form.text("objective").to_owned());
    done(&web, &form, async |ctx| {
        let said = conversation::aim(&*web.store, &ctx, id, &objective).await;
        said.map(|change| change.map(|change| change.id))
    })
    .await
}

/// A day that was agreed.
pub(crate) async fn agreed(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let id = fact(&id)?;
    let missing = || Error::new(Code::ValueInvalid).field("on", "is missing").hint("name the day");
    let on = form.date("on")?.ok_or_else(missing)?;
    let time = Time { on, starts: form.time("at")?, minutes: form.number("minutes")? };
    done(&web, &form, async |ctx| {
        let agreed = conversation::agree(&*web.store, &ctx, id, time).await;
        agreed.map(|change| Some(change.id))
    })
    .await
}

/// What was agreed happened.
pub(crate) async fn happened(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let (id, log) = (fact(&id)?, log(&form)?);
    done(&web, &form, async |ctx| {
        let happened = conversation::happened(&*web.store, &ctx, id, log).await;
        happened.map(|change| Some(change.id))
    })
    .await
}

/// What was agreed did not take place.
pub(crate) async fn not_held(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let id = fact(&id)?;
    done(&web, &form, async |ctx| {
        let not_held = conversation::not_held(&*web.store, &ctx, id).await;
        not_held.map(|change| Some(change.id))
    })
    .await
}

/// Help given or received.
pub(crate) async fn helped(State(web): State<Web>, form: Fields) -> Result<Redirect, Fault> {
    let nobody = || Error::new(Code::NobodyChosen).hint("choose one person");
    let person = *form.people("who")?.first().ok_or_else(nobody)?;
    let read = || {
        Ok(help::Told {
            person,
            direction: spelt("direction", form.text("direction"))?,
            kind: spelt("kind", form.text("kind"))?,
            about: form.given("about"),
            on: form.date("on")?,
            asked: form.given("asked").map(|word| word == "yes"),
        })
    };
    let kept = taken(&web, &form, read(), async |ctx, told: help::Told| {
        let change = match told.kind {
            // Work that is passed on goes its way on the page of business.
            HelpKind::Referral => referral::tell(&*web.store, &ctx, passed_on(told)).await,
            _ => help::tell(&*web.store, &ctx, told).await,
        };
        change.map(|change| Some(change.id))
    })
    .await;
    Ok(back(form.back(), kept?))
}

fn passed_on(told: help::Told) -> referral::Told {
    let help::Told { person, direction, about, on, .. } = told;
    referral::Told { person, direction, prospect: about, on }
}

/// Two people brought together.
pub(crate) async fn introduced(State(web): State<Web>, form: Fields) -> Result<Redirect, Fault> {
    let &[one, other] = form.people("who")?.as_slice() else {
        return Err(Error::new(Code::NobodyChosen).hint("an introduction takes two people").into());
    };
    done(&web, &form, async |ctx| {
        let made = introduction::made(&*web.store, &ctx, one, other).await;
        made.map(|change| Some(change.id))
    })
    .await
}

fn kind(form: &Fields) -> Result<Option<ConversationKind>, Error> {
    form.given("kind").map(|word| spelt("kind", &word)).transpose()
}

/// What a form tells of time with people.
pub(crate) fn log(form: &Fields) -> Result<Log, Error> {
    let met = form.given("objective_met");
    Ok(Log {
        on: form.date("on")?,
        kind: kind(form)?,
        minutes: form.number("minutes")?,
        travel_minutes: form.number("travel_minutes")?,
        prep_minutes: form.number("prep_minutes")?,
        cost: form.given("cost").map(|text| super::meeting::cost(&text)).transpose()?,
        objective: form.given("objective"),
        objective_met: met.map(|m| spelt::<ObjectiveMet>("objective_met", &m)).transpose()?,
        they_know_me: form.number("they_know_me")?,
        they_learned: form.given("they_learned"),
        i_learned: form.given("i_learned"),
        energy: form.number("energy")?,
        notes: form.given("notes"),
    })
}
