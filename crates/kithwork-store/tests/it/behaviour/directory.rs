//! Who may come in.

use super::new_book;
use crate::sample;
use jiff::{Timestamp, ToSpan};
use kithwork_core::id::{AccessId, AccountId, BookId};
use kithwork_store::{Access, AccessKind, Account, Digest, Reach, Store, StoreError};
use std::sync::Arc;

fn now() -> Timestamp {
    "2026-11-16T09:00:00.123456Z".parse().unwrap()
}

fn after(minutes: i64) -> Timestamp {
    now() + minutes.minutes()
}

fn secret() -> Digest {
    let (one, other) = (sample::uuid(), sample::uuid());
    let mut octets = [0; 32];
    octets[..16].copy_from_slice(one.as_bytes());
    octets[16..].copy_from_slice(other.as_bytes());
    Digest(octets)
}

fn account_of(book: BookId) -> Account {
    let id = AccountId(sample::uuid());
    Account { id, book, password: None, failures: 0, wait_until: None }
}

async fn opened(store: &dyn Store) -> Account {
    let account = account_of(new_book(store).await);
    store.open_account(&account).await.unwrap();
    account
}

fn way_in(account: &Account, kind: AccessKind) -> Access {
    Access {
        id: AccessId(sample::uuid()),
        account: account.id,
        kind,
        name: "Zoë’s phone".to_owned(),
        reach: Reach::All,
        digest: secret(),
        made_at: now(),
        until: None,
        seen_at: None,
    }
}

fn pairing(account: &Account) -> Access {
    Access { until: Some(after(10)), ..way_in(account, AccessKind::Pairing) }
}

pub(crate) async fn a_book_has_one_account(store: Arc<dyn Store>) {
    let book = new_book(&*store).await;
    assert_eq!(store.account(book).await.unwrap(), None);
    let account = account_of(book);
    store.open_account(&account).await.unwrap();
    assert_eq!(store.account(book).await.unwrap(), Some(account.clone()));
    let second = store.open_account(&account_of(book)).await;
    assert!(matches!(second, Err(StoreError::Conflict { .. })), "{second:?}");
    let nowhere = store.open_account(&account_of(BookId(sample::uuid()))).await;
    assert!(matches!(nowhere, Err(StoreError::Conflict { .. })), "{nowhere:?}");

    store.set_password(account.id, Some("$argon2id$…")).await.unwrap();
    let kept = store.account(book).await.unwrap().unwrap();
    assert_eq!(kept.password.as_deref(), Some("$argon2id$…"));
    store.set_password(account.id, None).await.unwrap();
    assert_eq!(store.account(book).await.unwrap(), Some(account));
    let nobody = store.set_password(AccountId(sample::uuid()), None).await;
    assert!(matches!(nobody, Err(StoreError::NotFound)), "{nobody:?}");
}

pub(crate) async fn a_pairing_becomes_one_device_and_only_before_it_is_over(store: Arc<dyn Store>) {
    let account = opened(&*store).await;
    let offered = pairing(&account);
    store.grant(&offered).await.unwrap();
    let device = Access {
        id: offered.id,
        made_at: after(9),
        seen_at: Some(after(9)),
        ..way_in(&account, AccessKind::Device)
    };
    assert!(store.redeem(offered.digest, &device).await.unwrap());
    assert_eq!(store.accesses(account.id).await.unwrap(), std::slice::from_ref(&device));
    assert_eq!(store.access(offered.digest).await.unwrap(), None, "the code is used up");

    let again = Access { digest: secret(), ..device.clone() };
    assert!(!store.redeem(offered.digest, &again).await.unwrap(), "used twice");
    assert!(!store.redeem(device.digest, &again).await.unwrap(), "a device is no pairing");
    assert!(!store.redeem(secret(), &again).await.unwrap(), "nobody's");

    let late = pairing(&account);
    store.grant(&late).await.unwrap();
    let device = Access { made_at: after(10), ..again };
    assert!(!store.redeem(late.digest, &device).await.unwrap(), "over");
    store.withdraw_pairings(account.id).await.unwrap();
    assert_eq!(store.accesses(account.id).await.unwrap().len(), 1, "the device stays");
}

pub(crate) async fn a_way_in_is_found_by_its_secret_renamed_and_taken_away(store: Arc<dyn Store>) {
    let account = opened(&*store).await;
    let token = Access {
        reach: Reach::Read,
        until: Some(after(60)),
        made_at: after(1),
        ..way_in(&account, AccessKind::Token)
    };
    let device = way_in(&account, AccessKind::Device);
    store.grant(&token).await.unwrap();
    store.grant(&device).await.unwrap();
    let found = store.access(token.digest).await.unwrap();
    assert_eq!(found, Some((token.clone(), account.clone())));
    assert_eq!(store.accesses(account.id).await.unwrap(), [device.clone(), token.clone()]);
    for taken in [
        Access { digest: secret(), ..token.clone() },
        Access { id: AccessId(sample::uuid()), ..token.clone() },
    ] {
        let twice = store.grant(&taken).await;
        assert!(matches!(twice, Err(StoreError::Conflict { .. })), "{twice:?}");
    }

    assert!(store.rename_access(account.id, device.id, "Old phone").await.unwrap());
    store.note_seen(device.id, after(5)).await.unwrap();
    let (seen, _) = store.access(device.digest).await.unwrap().unwrap();
    assert_eq!((seen.name.as_str(), seen.seen_at), ("Old phone", Some(after(5))));
    assert!(store.revoke(account.id, device.id).await.unwrap());
    assert_eq!(store.access(device.digest).await.unwrap(), None);
    assert!(!store.revoke(account.id, device.id).await.unwrap());
    assert!(!store.rename_access(account.id, device.id, "Gone").await.unwrap());
}

pub(crate) async fn an_account_reaches_nobody_elses_ways_in(store: Arc<dyn Store>) {
    let (mine, others) = (opened(&*store).await, opened(&*store).await);
    let device = way_in(&others, AccessKind::Device);
    store.grant(&device).await.unwrap();
    store.grant(&pairing(&others)).await.unwrap();
    assert_eq!(store.accesses(mine.id).await.unwrap(), []);
    assert!(!store.revoke(mine.id, device.id).await.unwrap());
    assert!(!store.rename_access(mine.id, device.id, "Mine").await.unwrap());
    store.withdraw_pairings(mine.id).await.unwrap();
    assert_eq!(store.accesses(others.id).await.unwrap().len(), 2);
    let (found, whose) = store.access(device.digest).await.unwrap().unwrap();
    assert_eq!((found.name.as_str(), whose.book), ("Zoë’s phone", others.book));
}

pub(crate) async fn of_two_tries_at_once_one_is_counted(store: Arc<dyn Store>) {
    let account = opened(&*store).await;
    let mut tries = tokio::task::JoinSet::new();
    for _ in 0..8 {
        let (store, id) = (Arc::clone(&store), account.id);
        tries.spawn(async move { store.count_try(id, 0, Some(after(1))).await.unwrap() });
    }
    let counted = tries.join_all().await.into_iter().filter(|counted| *counted).count();
    assert_eq!(counted, 1);
    let kept = store.account(account.book).await.unwrap().unwrap();
    assert_eq!((kept.failures, kept.wait_until), (1, Some(after(1))));
    assert!(store.count_try(account.id, 1, None).await.unwrap());
    store.forget_tries(account.id).await.unwrap();
    assert_eq!(store.account(account.book).await.unwrap(), Some(account));
}
