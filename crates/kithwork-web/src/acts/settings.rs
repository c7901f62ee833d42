//! What the owner tells of themselves.

use crate::deed::{back, taken};
use crate::fault::Fault;
use crate::form::Fields;
use crate::pages::settings::{SettingsPage, seen};
use crate::seen::settled;
use crate::visit::Visit;
use crate::web::Web;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use kithwork_app::settings::{self, Told};
use kithwork_app::{Amend, Faults};

/// Keeps what the owner told; a form that can't be taken comes back with what was typed.
pub(crate) async fn tell(State(web): State<Web>, form: Fields) -> Result<Response, Fault> {
    settled(&web, &form, "/settings", |web| keep(web, form.clone())).await
}

async fn keep(web: Web, form: Fields) -> Result<Response, Fault> {
    let known = settings::of(&*web.store, &web.ctx().await?).await?;
    let form = match seen(&known).merged(&form) {
        Ok(form) => form,
        Err(split) => {
            let both = SettingsPage::split(split);
            return Visit::again("/settings").split(&web, both, &form).await;
        }
    };
    let mut faults = Faults::default();
    let told = told(&form, &mut faults);
    faults.take(settings::check(&known, told.clone()));
    let kept = taken(&web, &form, faults.told().map(|()| told), async |ctx, told| {
        settings::tell(&*web.store, &ctx, told).await.map(|_| None)
    })
    .await;
    match kept {
        Ok(change) => Ok(back("/settings", change).into_response()),
        Err(error) if !error.fields.is_empty() => {
            let again = SettingsPage::again(&known, &form, &error.fields);
            Visit::again("/settings").refuse(&web, again, &form).await
        }
        Err(error) => Err(error.into()),
    }
}

fn told(form: &Fields, faults: &mut Faults) -> Told {
    let mut number = |name| faults.take(form.amended_number(name)).unwrap_or_default();
    Told {
        hourly_rate: form.amended("hourly_rate"),
        currency: form.amended("currency"),
        hours_per_week: number("hours_per_week"),
        monthly_need: form.amended("monthly_need"),
        weekly_spend: form.amended("weekly_spend"),
        words_per_minute: number("words_per_minute"),
        lock_hours: number("lock_hours"),
        locale: form.amended("locale"),
        matters_most: Amend::Keep,
        targets: lines(form, "targets"),
        names: lines(form, "names"),
        emails: lines(form, "emails"),
    }
}

fn lines(form: &Fields, name: &str) -> Amend<Vec<String>> {
    let of = |text: &str| {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(str::to_owned).collect()
    };
    match form.amended(name) {
        Amend::Keep => Amend::Keep,
        Amend::Forget => Amend::Forget,
        Amend::Set(text) => Amend::Set(of(&text)),
    }
}
