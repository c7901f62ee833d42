//! Where clients came from.

use super::spelt;
use crate::deed::{back, taken};
use crate::fault::Fault;
use crate::form::Fields;
use crate::pages::business::ROWS;
use crate::pages::hour::{self, Clients};
use crate::routes::more::business_page;
use crate::visit::Visit;
use crate::web::Web;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use kithwork_app::business::{self, Won};
use kithwork_app::channel;
use kithwork_app::{Code, Error, Faults};
use kithwork_core::start::Screen;

/// Keeps the clients of a form, all in one change. A form that can't be taken comes back with what was
/// typed.
pub(crate) async fn tell(State(web): State<Web>, form: Fields) -> Result<Response, Fault> {
    let kept = taken(&web, &form, won(&form), async |ctx, won| {
        business::tell(&*web.store, &ctx, &won).await.map(|change| Some(change.id))
    })
    .await;
    match kept {
        Ok(change) => Ok(back(hour::back_to(form.back(), "/business"), change).into_response()),
        Err(error) if error.code == Code::ValueInvalid && !error.fields.is_empty() => {
            if form.back() == hour::path(Screen::Clients) {
                let again = Clients::of(&web.sight(None).await?).again(&form, &error.fields);
                return Visit::again(form.back()).refuse(&web, again, &form).await;
            }
            let again = business_page(&web).await?.again(&form, &error.fields);
            Visit::again("/business").refuse(&web, again, &form).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Keeps what another way of finding clients took and brought.
pub(crate) async fn other_way(State(web): State<Web>, form: Fields) -> Result<Response, Fault> {
    let kept = taken(&web, &form, way(&form), async |ctx, told| {
        channel::tell(&*web.store, &ctx, told).await.map(|kept| Some(kept.change))
    })
    .await;
    match kept {
        Ok(change) => Ok(back("/business", change).into_response()),
        Err(error) if error.code == Code::ValueInvalid && !error.fields.is_empty() => {
            let mut problems = error.fields;
            // The page asks for hours.
            problems.iter_mut().filter(|p| p.field == "minutes").for_each(|p| p.field = "hours");
            let again = business_page(&web).await?.way_again(&form, &problems);
            Visit::again("/business").refuse(&web, again, &form).await
        }
        Err(error) => Err(error.into()),
    }
}

/// What a form tells of another way; hours there, minutes here.
fn way(form: &Fields) -> Result<channel::Told, Error> {
    let invalid = |field, problem| Error::new(Code::ValueInvalid).field(field, problem);
    let hours = form.given("hours").map(|text| text.replace(',', ".").parse::<f64>());
    let minutes = match hours {
        None => Ok(None),
        Some(Ok(hours)) if (0.0..=744.0).contains(&hours) => Ok(Some(whole(hours * 60.0))),
        Some(_) => Err(invalid("hours", "is no number of hours such as 2.5")),
    };
    let mut faults = Faults::default();
    let amount = |field| {
        let bad = |cause| invalid(field, "is no amount such as 150").caused_by(cause);
        form.given(field).map(|text| business::worth(&text).map_err(bad)).transpose()
    };
    let told = channel::Told {
        channel: form.text("channel").to_owned(),
        on: faults.take(form.date("on")).flatten(),
        minutes: faults.take(minutes).flatten(),
        cost: faults.take(amount("cost")).flatten(),
        leads: faults.take(form.number("leads")).flatten(),
        sales: faults.take(form.number("sales")).flatten(),
        value: faults.take(amount("value")).flatten(),
    };
    faults.told().map(|()| told)
}

/// Whole minutes, none lost to where a fraction cannot be written exactly.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 44 640")]
fn whole(minutes: f64) -> u32 {
    minutes.round() as u32
}

/// The rows that name a client. Numbered fields: `client-0`, `from-0`…
fn won(form: &Fields) -> Result<Vec<Won>, Error> {
    let mut faults = Faults::default();
    let mut all = Vec::with_capacity(ROWS.len());
    for row in ROWS {
        all.extend(faults.take(client(form, row)).flatten());
    }
    faults.told()?;
    if all.is_empty() {
        return Err(Error::new(Code::ValueInvalid).field(ROWS[0][0], "name one client"));
    }
    Ok(all)
}

/// The client of one row; none where nothing stands in it.
fn client(
    form: &Fields,
    [client, kind, from, value, on]: [&'static str; 5],
) -> Result<Option<Won>, Error> {
    let Some(name) = form.given(client) else {
        let is_blank = [from, value, on].into_iter().all(|field| form.given(field).is_none());
        let nameless = || Error::new(Code::ValueInvalid).field(client, "name the client");
        return if is_blank { Ok(None) } else { Err(nameless()) };
    };
    let mut faults = Faults::default();
    let sum = |text: String| {
        business::worth(&text).map_err(|cause| {
            Error::new(Code::ValueInvalid)
                .field(value, "is no amount such as 1200")
                .caused_by(cause)
        })
    };
    let kind = form.given(kind).map(|word| spelt(kind, &word)).transpose();
    let won = Won {
        client: name,
        kind: faults.take(kind).flatten(),
        from: form.given(from),
        worth: faults.take(form.given(value).map(sum).transpose()).flatten(),
        won_on: faults.take(form.date(on)).flatten(),
    };
    faults.told().map(|()| Some(won))
}
