//! Dates, numbers and money as the owner's country writes them, on every page and in every letter.

use super::live::Live;
use axum::http::{Method, StatusCode};
use serde_json::json;

const SHEETS: [(&str, &str); 3] = [
    ("people", "name,met_on,met_at\nGareth Owen,2026-09-02,Chamber Lunch\n"),
    ("interactions", "date,kind,people,minutes\n2026-11-10,one_to_one,Gareth Owen,60\n"),
    (
        "business",
        "won_on,client,source_kind,source,value,currency\n2026-10-20,Mill Lane,referral,Gareth Owen,1250.50,USD\n",
    ),
];

#[tokio::test]
async fn pages_are_written_as_in_the_country_that_was_chosen() {
    let live = Live::with(&SHEETS).await;
    for (locale, lang, day, money) in [
        ("en-GB", "en-GB", "Tue 10 Nov", "US$1,250.50"),
        ("en-US", "en-US", "Tue, Nov 10", "$1,250.50"),
        ("de-DE", "en-GB", "Di., 10. Nov.", "1.250,50\u{a0}$"),
    ] {
        let page = live.page("/settings").await;
        let sent = live.send(&page, "/settings", &[("locale", locale)]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
        let people = live.get("/people").await.text;
        assert!(people.contains(&format!("<html lang=\"{lang}\">")), "{locale}");
        assert!(people.contains(day), "{locale}: {people}");
        let business = live.get("/business").await.text;
        assert!(business.contains(money), "{locale}: {business}");
        let chosen = live.page("/settings").await;
        assert_eq!(chosen.all(&format!("option[value='{locale}'][selected]")).len(), 1);
    }
    let wrong = json!({ "locale": "xx-XX" });
    let (status, problem) = live.json(Method::PATCH, "/api/v1/settings", &[], &wrong).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(problem["errors"][0]["pointer"], "#/locale");
}
