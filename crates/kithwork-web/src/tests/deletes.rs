//! Each kind of entry can be deleted where it opens, and undo puts it back.

use super::live::Live;
use axum::http::StatusCode;
use kithwork_core::fact::FactKind;

const BOOK: [(&str, &str); 6] = [
    ("people", "name,met_on\nPriya Shah,2026-03-02\nTom Ellis,2026-03-02\n"),
    ("meetings", "date,group\n2026-11-09,Early Table\n"),
    ("interactions", "date,kind,people,minutes\n2026-11-10,one_to_one,Priya Shah,60\n"),
    (
        "promises",
        "made_on,person,direction,what,due_on\n2026-11-02,Priya Shah,mine,the list,2026-11-20\n",
    ),
    (
        "referrals",
        "date,direction,from,to,prospect,status\n2026-10-01,received,Priya Shah,me,Bell & Co,open\n",
    ),
    ("business", "won_on,client,source_kind,source,value\n2026-10-05,Mills Ltd,direct,,900\n"),
];

async fn live() -> Live {
    let live = Live::with(&BOOK).await;
    let help = "date,direction,person,kind,about\n2026-11-01,given,Tom Ellis,advice,a lease\n";
    live.read(&[("help", help), ("pitches", "version,text\nSpring,I write plain words.\n")]).await;
    live.post("/aims", &[("what", "Three clients by spring"), ("kind", "revenue")]).await;
    live.post("/presentations", &[("what", "Shop windows"), ("points", "Light")]).await;
    let [priya, tom] = ["Priya Shah", "Tom Ellis"].map(str::to_owned);
    let (priya, tom) = (person(&live, &priya).await, person(&live, &tom).await);
    live.post("/proposals", &[("who", priya.as_str()), ("who", tom.as_str())]).await;
    live
}

async fn person(live: &Live, name: &str) -> String {
    let all = live.store.names(live.ctx.tenant).await.unwrap();
    all.into_iter().find(|(_, known)| known == name).unwrap().0.to_string()
}

/// The address of the first fact of a kind.
async fn id(live: &Live, kind: FactKind) -> String {
    live.store.all(live.ctx.tenant, kind).await.unwrap()[0].id().to_string()
}

async fn count(live: &Live, kind: FactKind) -> usize {
    live.store.all(live.ctx.tenant, kind).await.unwrap().len()
}

#[tokio::test]
async fn what_opens_somewhere_is_deleted_there_and_put_back_by_undo() {
    let live = live().await;
    let meeting = format!("/meetings/{}", id(&live, FactKind::Meeting).await);
    let minute = format!("/pitch/{}", id(&live, FactKind::Pitch).await);
    let priya = format!("/people/{}", person(&live, "Priya Shah").await);
    for (kind, path, button, leads_to) in [
        (FactKind::Meeting, meeting.as_str(), "Delete this meeting", "/meetings"),
        (FactKind::Pitch, minute.as_str(), "Delete this minute", "/pitch"),
        (FactKind::Business, "/business", "Delete the entry of Mon 5 Oct", "/business"),
        (FactKind::Referral, "/business", "Delete this piece of work", "/business"),
        (FactKind::Presentation, "/presentations", "Delete this talk", "/presentations"),
        (FactKind::Aim, "/aims", "Delete this aim", "/aims"),
        (FactKind::ProposedIntroduction, "/help-given", "Delete this introduction", "/help-given"),
        (FactKind::Help, "/help-given", "Delete the entry of Sun 1 Nov", "/help-given"),
        (FactKind::Promise, "/friday", "Delete this promise", "/friday"),
        (FactKind::Promise, priya.as_str(), "Delete this promise", priya.as_str()),
        (
            FactKind::Conversation,
            "/review/entries/one-to-ones?as_of=2026-11-16",
            "Delete the entry of Tue 10 Nov",
            "/review/entries/one-to-ones",
        ),
    ] {
        let before = count(&live, kind).await;
        let page = live.page(path).await;
        let (to, fields) = page.form_of(button);
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let gone = live.post(&to, &fields).await;
        assert_eq!(gone.status, StatusCode::SEE_OTHER, "{kind:?}: {}", gone.text);
        assert_eq!(gone.to.split('?').next(), Some(leads_to), "{kind:?}");
        assert_eq!(count(&live, kind).await, before - 1, "{kind:?} is in the trash");
        let twice = live.post(&to, &fields).await;
        assert_eq!(twice.status, StatusCode::SEE_OTHER, "{kind:?}: sent twice, it is done once");
        let after = live.page(&gone.to).await;
        assert!(after.says(".done", "In the trash."), "{kind:?}: {:?}", after.texts(".done"));
        live.press(&after, "Undo", &[]).await;
        assert_eq!(count(&live, kind).await, before, "{kind:?} is back");
    }
}

/// Whatever a figure of the review rests on can be opened whole.
#[tokio::test]
async fn every_list_of_entries_that_the_review_leads_to_is_there() {
    let each = |row: fn(&str) -> String| -> String {
        (1..=12).map(|day| row(&format!("2026-10-{day:02}"))).collect::<Vec<_>>().concat()
    };
    let referrals = each(|on| format!("{on},received,Priya Shah,me,Client of {on},won\n"));
    let talks = each(|on| format!("{on},one_to_one,Priya Shah,60\n"));
    let live = Live::with(&[
        ("people", "name\nPriya Shah\n"),
        ("referrals", &format!("date,direction,from,to,prospect,status\n{referrals}")),
        ("interactions", &format!("date,kind,people,minutes\n{talks}")),
    ])
    .await;
    let review = live.page("/review").await;
    let links = review.all("a[href^='/review/entries/']");
    assert!(links.len() >= 2, "one-to-ones and work passed on");
    for link in links.iter().filter_map(|a| a.value().attr("href")) {
        assert_eq!(live.get(link).await.status, StatusCode::OK, "{link}");
    }
}
