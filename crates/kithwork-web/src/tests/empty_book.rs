//! The first notes and the first client of a book that knows nobody.

use super::live::Live;
use axum::http::StatusCode;
use kithwork_core::fact::{Fact, FactKind};

async fn names(live: &Live) -> Vec<String> {
    let names = live.store.names(live.ctx.tenant).await.unwrap();
    names.into_iter().map(|(_, name)| name).collect()
}

/// The group is made, and no word of its name is anybody.
#[tokio::test]
async fn a_first_note_makes_its_group_and_whom_it_names() {
    let live = Live::empty().await;
    let page = live.page("/people").await;
    let after = live.press(&page, "Save", &[("text", "Met Dora Lind at Breakfast Circle")]).await;
    assert_eq!(names(&live).await, ["Dora Lind"]);
    let rooms = live.store.all(live.ctx.tenant, FactKind::Room).await.unwrap();
    assert!(
        matches!(&rooms[..], [Fact::Room(room)] if room.name == "Breakfast Circle"),
        "{rooms:?}"
    );
    assert!(after.says(".done li", "taken as today"), "{:?}", after.texts(".done li"));
}

/// A day that nobody named is no fact, and one that was named needs no word.
#[tokio::test]
async fn the_receipt_says_where_the_day_was_taken_as_today() {
    for (text, is_taken) in [
        ("Coffee with Dora Lind", true),
        ("Coffee with Dora Lind today", false),
        ("Coffee with Dora Lind this morning, 1 h", false),
        ("Met Dora Lind at Breakfast Circle on Friday", false),
        ("Promised Dora Lind a list by Friday", false),
    ] {
        let live = Live::empty().await;
        let page = live.page("/people").await;
        let after = live.press(&page, "Save", &[("text", text)]).await;
        assert_eq!(after.says(".done li", "taken as today"), is_taken, "{text}");
    }
}

/// Row 5: a first name that one person bears means them; of several, which is asked.
#[tokio::test]
async fn a_first_name_that_one_bears_makes_no_second_of_them() {
    let live = Live::with(&[("people", "name\nBen Cole\nDora Lind\n")]).await;
    let page = live.page("/business").await;
    let told = |client: &'static str, from: &'static str| {
        [("client-0", client), ("kind-0", "referral"), ("from-0", from)]
    };
    let kept = live.send(&page, "/business", &told("Mills Ltd", "Ben")).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
    assert_eq!(names(&live).await.len(), 2);
    let all = live.store.all(live.ctx.tenant, FactKind::Business).await.unwrap();
    assert!(matches!(&all[..], [Fact::Business(won)] if won.referrer.is_some()), "{all:?}");

    live.read(&[("people", "name\nBen Ward\n")]).await;
    let page = live.page("/business").await;
    let refused = live.send(&page, "/business", &told("Castle Motors", "ben")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("Could be Ben Cole or Ben Ward"), "{}", refused.text);
    assert_eq!(names(&live).await.len(), 3);
    let kept = live.send(&page, "/business", &told("Castle Motors", "Nina Ray")).await;
    assert_eq!((kept.status, names(&live).await.len()), (StatusCode::SEE_OTHER, 4));
}
