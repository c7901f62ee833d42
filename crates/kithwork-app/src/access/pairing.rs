//! Pairing: a code that the computer shows and one device takes, once and soon.

use super::secret::{self, Chance, Secret};
use super::{account, named};
use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use jiff::{SignedDuration, Timestamp};
use kithwork_core::id::AccessId;
use kithwork_store::{Access, AccessKind, Digest, Reach, Store};

/// So long a code can be taken, minutes \[D\]: time to find the phone, not to guess.
const MINUTES: i64 = 10;
/// Letters of a code. Twelve of 32 kinds are 60 bits: at a thousand guesses a second, a chance of
/// 1 in 10^12 within its time.
const LETTERS: usize = 12;
/// Crockford's base 32: no letter looks like another.
const ALPHABET: [char; 32] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J',
    'K', 'M', 'N', 'P', 'Q', 'R', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z',
];

/// A code that waits for its device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The pairing; the device will have its id.
    pub id: AccessId,
    /// The code, as it stands in the address that the phone opens.
    pub code: String,
    /// It can be taken until then.
    pub until: Timestamp,
}

impl Offer {
    /// The code as people read it: in groups of four.
    pub fn spaced(&self) -> String {
        let letters: Vec<char> = self.code.chars().collect();
        let groups: Vec<String> = letters.chunks(4).map(|four| four.iter().collect()).collect();
        groups.join("-")
    }
}

/// Offers a code in the place of any before it.
///
/// # Errors
/// [`Code::NotAllowed`]; those of chance and the store.
pub async fn offer(store: &dyn Store, ctx: &Ctx, chance: &Chance) -> Result<Offer> {
    ctx.require(Rights::Own)?;
    let account = account(store, ctx).await?;
    store.withdraw_pairings(account.id).await?;
    let code: String = chance()?.into_iter().take(LETTERS).map(letter).collect();
    let minutes = SignedDuration::from_mins(MINUTES);
    let until = ctx.now.saturating_add(minutes).unwrap_or(ctx.now);
    let id = AccessId(ctx.ids()());
    let pairing = Access {
        id,
        account: account.id,
        kind: AccessKind::Pairing,
        name: String::new(),
        reach: Reach::All,
        digest: digest(&code),
        made_at: ctx.now,
        until: Some(until),
        seen_at: None,
    };
    store.grant(&pairing).await?;
    Ok(Offer { id, code, until })
}

/// Whether a code still waits for its device.
///
/// # Errors
/// Those of the store.
pub async fn waits(store: &dyn Store, ctx: &Ctx, code: &str) -> Result<bool> {
    Ok(found(store, ctx, code).await?.is_some())
}

/// Takes a code: whoever has it is a device of the book from now on, with the secret that is answered.
///
/// # Errors
/// [`Code::PairingOver`] where it is none, has been taken or is over; [`Code::ValueInvalid`] with a name
/// that is too long; those of chance and the store.
pub async fn take(
    store: &dyn Store,
    ctx: &Ctx,
    code: &str,
    name: &str,
    chance: &Chance,
) -> Result<Secret> {
    let name = named(name, "A phone")?;
    let over = || {
        let hint =
            "on the computer, open “Use on my phone” and take the code that stands there now";
        Error::new(Code::PairingOver).hint(hint)
    };
    let pairing = found(store, ctx, code).await?.ok_or_else(over)?;
    let secret = Secret::draw(chance)?;
    let device = Access {
        kind: AccessKind::Device,
        name,
        digest: secret.digest(),
        made_at: ctx.now,
        until: None,
        seen_at: Some(ctx.now),
        ..pairing
    };
    if store.redeem(digest(code), &device).await? { Ok(secret) } else { Err(over()) }
}

async fn found(store: &dyn Store, ctx: &Ctx, code: &str) -> Result<Option<Access>> {
    let found = store.access(digest(code)).await?;
    let waits = |access: &Access| {
        access.kind == AccessKind::Pairing && access.until.is_some_and(|until| until > ctx.now)
    };
    let of_this_book = found.filter(|(_, account)| account.book == ctx.tenant);
    Ok(of_this_book.map(|(access, _)| access).filter(waits))
}

/// The digest of a code, however it was typed.
fn digest(code: &str) -> Digest {
    let letters =
        code.chars().filter(|c| c.is_alphanumeric()).map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        });
    secret::digest(letters.collect::<String>().as_bytes())
}

/// Five bits as a letter.
fn letter(octet: u8) -> char {
    ALPHABET.get(usize::from(octet & 31)).copied().unwrap_or('0')
}
