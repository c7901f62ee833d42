//! The password: for signing in where no code can be photographed.

use super::secret::{Chance, Secret};
use super::{account, device};
use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use jiff::{SignedDuration, Timestamp};
use kithwork_store::{Account, Store};

/// The shortest and longest password, characters: NIST SP 800-63B asks for 8 at least, of any kind.
const SHORTEST: usize = 10;
const LONGEST: usize = 200;
/// So many that do not fit cost no waiting: fingers slip \[D\].
const FREE: u32 = 3;
/// The longest wait, seconds \[D\]: whoever guesses gets four tries an hour; whoever forgot uses a code.
const LONGEST_WAIT: i64 = 15 * 60;
/// Octets of a salt.
const SALT: usize = 16;

/// Whether there is one.
///
/// # Errors
/// Those of the store.
pub async fn is_set(store: &dyn Store, ctx: &Ctx) -> Result<bool> {
    Ok(store.account(ctx.tenant).await?.is_some_and(|account| account.password.is_some()))
}

/// Keeps a password, hashed with argon2id (RFC 9106); an empty one takes it away. Devices that are
/// paired stay so.
///
/// # Errors
/// [`Code::ValueInvalid`] with the field `password`; those of chance and the store.
pub async fn set(store: &dyn Store, ctx: &Ctx, password: &str, chance: &Chance) -> Result<()> {
    ctx.require(Rights::Own)?;
    let account = account(store, ctx).await?;
    if password.is_empty() {
        return Ok(store.set_password(account.id, None).await?);
    }
    let length = password.chars().count();
    let problem = match length {
        0..SHORTEST => Some("is short: ten letters or more, such as four words"),
        _ if length > LONGEST => Some("is longer than 200 letters"),
        _ => None,
    };
    if let Some(problem) = problem {
        return Err(Error::new(Code::ValueInvalid).field("password", problem));
    }
    let salt = chance()?;
    let hashed = hashed(password, salt.get(..SALT).unwrap_or(&salt))?;
    Ok(store.set_password(account.id, Some(&hashed)).await?)
}

/// Lets a browser in that knows the password: it is a device from then on, with the secret that is
/// answered. The answer to what does not fit says the same, and takes as long, whatever is wrong.
///
/// # Errors
/// [`Code::PasswordWrong`]; [`Code::TriesTooMany`] while nobody may try, with how long; those of chance
/// and the store.
pub async fn sign_in(
    store: &dyn Store,
    ctx: &Ctx,
    password: &str,
    name: &str,
    chance: &Chance,
) -> Result<Secret> {
    let account = account(store, ctx).await?;
    if let Some(until) = account.wait_until.filter(|until| *until > ctx.now) {
        return Err(wait(ctx.now, until));
    }
    let until = waits_until(&account, ctx.now);
    if !store.count_try(account.id, account.failures, until).await? {
        // Another try is under way at this moment.
        return Err(wait(ctx.now, ctx.now));
    }
    if !fits(&account, password) {
        let hint = "try again, or pair this device with a code from “Use on my phone”";
        return Err(Error::new(Code::PasswordWrong).hint(hint));
    }
    store.forget_tries(account.id).await?;
    device::admit(store, ctx, account.id, name, chance).await
}

/// When the next try may be made if this one does not fit: each wait is twice the one before.
fn waits_until(account: &Account, now: Timestamp) -> Option<Timestamp> {
    let step = account.failures.checked_add(1)?.checked_sub(FREE + 1)?;
    let seconds = 2_i64.checked_pow(step).map_or(LONGEST_WAIT, |s| s.min(LONGEST_WAIT));
    now.saturating_add(SignedDuration::from_secs(seconds)).ok()
}

fn wait(now: Timestamp, until: Timestamp) -> Error {
    let seconds = until.duration_since(now).as_secs().max(1);
    let time = match seconds {
        1 => "a second".to_owned(),
        2..120 => format!("{seconds} seconds"),
        _ => format!("{} minutes", (seconds + 59) / 60),
    };
    Error::new(Code::TriesTooMany).hint(format!("wait {time}, then try again"))
}

/// Whether it is the account's password. Where there is none, as much is computed.
fn fits(account: &Account, password: &str) -> bool {
    // What is longer than any password need not be hashed.
    let password = if password.chars().count() > LONGEST { "" } else { password };
    match &account.password {
        Some(hashed) => {
            Argon2::default().verify_password(password.as_bytes(), hashed.as_str()).is_ok()
        }
        None => hashed(password, &[0; SALT]).is_ok_and(|hashed| hashed.is_empty()),
    }
}

/// With the parameters that the argon2 crate recommends: 19 MiB, two passes (OWASP's first choice).
fn hashed(password: &str, salt: &[u8]) -> Result<String> {
    let hashed = Argon2::default().hash_password_with_salt(password.as_bytes(), salt);
    hashed
        .map(|hashed| hashed.to_string())
        .map_err(|cause| Error::new(Code::Internal).caused_by(cause))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kithwork_core::id::{AccountId, BookId};
    use uuid::Uuid;

    #[test]
    fn each_wait_is_twice_the_one_before_up_to_a_quarter_of_an_hour() {
        let now = "2026-11-16T09:00:00Z".parse().unwrap();
        let wait = |failures| {
            let (id, book) = (AccountId(Uuid::nil()), BookId(Uuid::nil()));
            let account = Account { id, book, password: None, failures, wait_until: None };
            waits_until(&account, now).map_or(0, |until| until.duration_since(now).as_secs())
        };
        let waits: Vec<i64> = (0..8).map(wait).collect();
        assert_eq!(waits, [0, 0, 0, 1, 2, 4, 8, 16]);
        assert_eq!((wait(12), wait(13), wait(90), wait(u32::MAX - 1)), (512, 900, 900, 900));
    }
}
