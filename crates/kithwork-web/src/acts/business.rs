//! Where clients came from.

use super::spelt;
use crate::deed::{back, taken};
use crate::fault::Fault;
use crate::form::{Fields, fact};
use crate::pages::business::ROWS;
use crate::pages::hour;
use crate::web::Web;
use axum::extract::{Path, State};
use axum::response::Redirect;
use kithwork_app::business::{self, Won};
use kithwork_app::channel;
use kithwork_app::{Code, Error, Faults};
use kithwork_core::rounding::minutes_of;

/// The fields of one client, by name.
type Row = [&'static str; 6];

/// Keeps the clients of a form, all in one change.
pub(crate) async fn tell(State(web): State<Web>, form: Fields) -> Result<Redirect, Fault> {
    let change = taken(&web, &form, won(&form), async |ctx, rows| {
        let (rows, all): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
        let kept = business::tell_each(&*web.store, &ctx, &all).await;
        let kept = kept.map_err(|(at, error)| match rows.get(at) {
            Some(row) => in_row(*row, error),
            None => error,
        });
        kept.map(|change| change.map(|change| change.id))
    });
    Ok(back(hour::back_to(form.back(), "/business"), change.await?))
}

/// The same fault, told of the fields of a row as the page calls them.
fn in_row([client, kind, from, worth, on, referral]: Row, mut error: Error) -> Error {
    for wrong in &mut error.fields {
        wrong.field = match wrong.field {
            "kind" => kind,
            "from" => from,
            "worth" => worth,
            "won_on" => on,
            "referral" => referral,
            _ => client,
        };
    }
    error
}

/// Keeps what another way of finding clients took and brought.
pub(crate) async fn other_way(State(web): State<Web>, form: Fields) -> Result<Redirect, Fault> {
    let change = taken(&web, &form, way(&form), async |ctx, told| {
        let kept = channel::tell(&*web.store, &ctx, told).await.map_err(in_hours);
        kept.map(|kept| kept.change)
    });
    Ok(back("/business", change.await?))
}

/// Puts right what was told of another way.
pub(crate) async fn other_way_again(
    State(web): State<Web>,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Redirect, Fault> {
    let id = fact(&id)?;
    let change = taken(&web, &form, way(&form), async |ctx, told| {
        let kept = channel::put_right(&*web.store, &ctx, id, told).await.map_err(in_hours);
        kept.map(|kept| kept.change)
    });
    Ok(back("/business", change.await?))
}

/// The same fault, of a page that asks for hours.
fn in_hours(mut error: Error) -> Error {
    error.fields.iter_mut().filter(|p| p.field == "minutes").for_each(|p| p.field = "hours");
    error
}

/// What a form tells of another way; hours there, minutes here.
fn way(form: &Fields) -> Result<channel::Told, Error> {
    let invalid = |field, problem| Error::new(Code::ValueInvalid).field(field, problem);
    let hours = form.given("hours").map(|text| text.replace(',', ".").parse::<f64>());
    let minutes = match hours {
        None => Ok(None),
        Some(Ok(hours)) if (0.0..=744.0).contains(&hours) => Ok(Some(minutes_of(hours))),
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

/// The rows that name a client, each with its fields: `client-0`, `from-0`…
fn won(form: &Fields) -> Result<Vec<(Row, Won)>, Error> {
    let mut faults = Faults::default();
    let mut all = Vec::with_capacity(ROWS.len());
    for row in ROWS {
        all.extend(faults.take(client(form, row)).flatten().map(|won| (row, won)));
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
    [client, kind, from, value, on, referral]: Row,
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
        referral: faults.take(form.given(referral).map(|id| fact(&id)).transpose()).flatten(),
    };
    faults.told().map(|()| Some(won))
}
