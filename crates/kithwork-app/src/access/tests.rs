//! Who comes in, and who does not.

use super::token::{New, Scope};
use super::*;
use crate::book;
use jiff::ToSpan;
use kithwork_store::open_file;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use tempfile::TempDir;

struct Place {
    store: Arc<dyn Store>,
    ctx: Ctx,
    chance: Chance,
    _folder: TempDir,
}

impl Place {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = open_file(&folder.path().join("book.kithwork")).await.unwrap();
        let now = "2026-11-16T09:00:00Z".parse().unwrap();
        let ctx = Ctx::owner(book::first(&*store, now).await.unwrap(), now);
        let drawn = AtomicU8::new(0);
        let chance: Chance = Arc::new(move || Ok([drawn.fetch_add(1, Ordering::Relaxed); 32]));
        Self { store, ctx, chance, _folder: folder }
    }

    /// So many minutes later.
    fn after(&self, minutes: i64) -> Ctx {
        Ctx { now: self.ctx.now + minutes.minutes(), ..self.ctx.clone() }
    }

    async fn paired(&self, name: &str) -> Secret {
        let offer = pairing::offer(&*self.store, &self.ctx, &self.chance).await.unwrap();
        let spaced = offer.spaced().to_lowercase();
        pairing::take(&*self.store, &self.ctx, &spaced, name, &self.chance).await.unwrap()
    }

    async fn comes_in(&self, ctx: &Ctx, secret: &Secret) -> Option<Caller> {
        caller(&*self.store, ctx, secret).await.unwrap()
    }
}

fn code_of<T: std::fmt::Debug>(result: Result<T>) -> Code {
    result.unwrap_err().code
}

#[tokio::test]
async fn a_code_lets_one_device_in_once_and_for_ten_minutes() {
    let place = Place::new().await;
    let (store, chance) = (&*place.store, &place.chance);
    let offer = pairing::offer(store, &place.ctx, chance).await.unwrap();
    assert_eq!(offer.code.len(), 12);
    assert!(pairing::waits(store, &place.after(9), &offer.code).await.unwrap());
    let late = pairing::take(store, &place.after(10), &offer.code, "", chance).await;
    assert_eq!(code_of(late), Code::PairingOver);
    let secret = pairing::take(store, &place.after(9), &offer.code, " My\n phone ", chance).await;
    let caller = place.comes_in(&place.after(9), &secret.unwrap()).await.unwrap();
    assert_eq!((caller.rights, caller.is_device), (Rights::Own, true));
    let devices = device::list(store, &place.ctx).await.unwrap();
    assert_eq!((devices[0].name.as_str(), devices[0].id), ("My phone", caller.access));
    let twice = pairing::take(store, &place.after(9), &offer.code, "", chance).await;
    assert_eq!(code_of(twice), Code::PairingOver);
}

#[tokio::test]
async fn a_new_code_takes_the_place_of_the_one_before_and_a_long_name_costs_none() {
    let place = Place::new().await;
    let (store, chance) = (&*place.store, &place.chance);
    let first = pairing::offer(store, &place.ctx, chance).await.unwrap();
    let second = pairing::offer(store, &place.ctx, chance).await.unwrap();
    assert!(!pairing::waits(store, &place.ctx, &first.code).await.unwrap());
    let long = pairing::take(store, &place.ctx, &second.code, &"x".repeat(61), chance).await;
    assert_eq!(code_of(long), Code::ValueInvalid);
    assert!(pairing::waits(store, &place.ctx, &second.code).await.unwrap());
}

#[tokio::test]
async fn an_unpaired_device_and_one_that_nobody_used_for_half_a_year_stay_out() {
    let place = Place::new().await;
    let (phone, tablet) = (place.paired("Phone").await, place.paired("Tablet").await);
    let id = place.comes_in(&place.ctx, &phone).await.unwrap().access;
    device::rename(&*place.store, &place.ctx, id, "Old phone").await.unwrap();
    device::unpair(&*place.store, &place.ctx, id).await.unwrap();
    assert_eq!(place.comes_in(&place.ctx, &phone).await, None);
    assert_eq!(code_of(device::unpair(&*place.store, &place.ctx, id).await), Code::NotFound);

    let day = 24 * 60;
    assert!(place.comes_in(&place.after(179 * day), &tablet).await.is_some());
    assert!(place.comes_in(&place.after(358 * day), &tablet).await.is_some(), "used meanwhile");
    assert_eq!(place.comes_in(&place.after(539 * day), &tablet).await, None);
    assert_eq!(device::list(&*place.store, &place.after(539 * day)).await.unwrap(), []);
}

#[tokio::test]
async fn the_secret_of_one_book_leads_to_no_other() {
    let place = Place::new().await;
    let phone = place.paired("Phone").await;
    let elsewhere =
        Ctx { tenant: kithwork_core::id::BookId(uuid::Uuid::now_v7()), ..place.ctx.clone() };
    assert_eq!(place.comes_in(&elsewhere, &phone).await, None);
}

#[tokio::test]
async fn a_password_lets_in_and_whoever_guesses_waits() {
    let place = Place::new().await;
    let (store, chance) = (&*place.store, &place.chance);
    let sign_in = async |ctx: &Ctx, word: &str| {
        password::sign_in(store, ctx, word, "Laptop", chance).await.map_err(|error| error.code)
    };
    assert_eq!(sign_in(&place.ctx, "").await, Err(Code::PasswordWrong), "none is set");
    let short = password::set(store, &place.ctx, "too short", chance).await;
    assert_eq!(code_of(short), Code::ValueInvalid);
    password::set(store, &place.ctx, "four plain words here", chance).await.unwrap();
    let kept = store.account(place.ctx.tenant).await.unwrap().unwrap().password.unwrap();
    assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");

    for _ in 0..4 {
        assert_eq!(sign_in(&place.ctx, "guessed").await, Err(Code::PasswordWrong));
    }
    let right = "four plain words here";
    assert_eq!(sign_in(&place.ctx, right).await, Err(Code::TriesTooMany), "a second to wait");
    let secret = sign_in(&place.after(1), right).await.unwrap();
    assert!(place.comes_in(&place.after(1), &secret).await.unwrap().is_device);
    assert_eq!(store.account(place.ctx.tenant).await.unwrap().unwrap().failures, 0);
    password::set(store, &place.ctx, "", chance).await.unwrap();
    assert_eq!(sign_in(&place.after(1), right).await, Err(Code::PasswordWrong));
    assert!(place.comes_in(&place.after(1), &secret).await.is_some(), "the device stays paired");
}

#[tokio::test]
async fn a_token_has_its_scope_its_end_and_is_made_once() {
    let place = Place::new().await;
    let (store, chance) = (&*place.store, &place.chance);
    let new = |days| New { name: "Backup script".to_owned(), scope: Scope::Read, days };
    for wrong in [Some(0), Some(3651)] {
        let made = token::make(store, &place.ctx, &new(wrong), chance).await;
        assert_eq!(code_of(made), Code::ValueInvalid);
    }
    let once = place.ctx.clone().once(kithwork_core::id::ChangeId(uuid::Uuid::now_v7()));
    let (made, secret) = token::make(store, &once, &new(Some(1)), chance).await.unwrap();
    let again = token::make(store, &once, &new(Some(1)), chance).await;
    assert_eq!(code_of(again), Code::TokenMade);
    let caller = place.comes_in(&place.after(23 * 60), &secret).await.unwrap();
    assert_eq!((caller.rights, caller.is_device), (Rights::Read, false));
    assert_eq!(place.comes_in(&place.after(24 * 60), &secret).await, None);
    assert_eq!(token::list(store, &place.after(24 * 60)).await.unwrap(), []);

    let found = token::named_so(store, &place.ctx, "backup script").await.unwrap();
    assert_eq!((found.id, found.scope), (made.id, Scope::Read));
    assert_eq!(code_of(device::unpair(store, &place.ctx, made.id).await), Code::NotFound);
    token::drop(store, &place.ctx, made.id).await.unwrap();
    assert_eq!(place.comes_in(&place.ctx, &secret).await, None);
}

#[tokio::test]
async fn only_the_owner_says_who_may_come_in() {
    let place = Place::new().await;
    let ctx = Ctx { rights: Rights::Write, ..place.ctx.clone() };
    let (store, chance) = (&*place.store, &place.chance);
    let new = New { name: "x".to_owned(), scope: Scope::All, days: None };
    assert_eq!(code_of(pairing::offer(store, &ctx, chance).await), Code::NotAllowed);
    assert_eq!(code_of(token::make(store, &ctx, &new, chance).await), Code::NotAllowed);
    assert_eq!(code_of(token::list(store, &ctx).await), Code::NotAllowed);
    assert_eq!(code_of(device::list(store, &ctx).await), Code::NotAllowed);
    let set = password::set(store, &ctx, "four plain words here", chance).await;
    assert_eq!(code_of(set), Code::NotAllowed);
}
