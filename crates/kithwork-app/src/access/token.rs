//! Tokens: what programs show instead of a session.

use super::secret::{Chance, Secret};
use super::{account, dropped, has_ended, later, named, rights};
use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use jiff::Timestamp;
use kithwork_core::id::AccessId;
use kithwork_store::{Access, AccessKind, Reach, Store, StoreError};
use serde::{Deserialize, Serialize};

/// The longest that a token may hold, days.
const LONGEST_DAYS: u32 = 3650;

/// What a token may do; each includes the ones before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Look at the book.
    Read,
    /// Add to it and change it; not erase, not settings, not who may come in.
    Write,
    /// Everything the owner may.
    All,
}

impl Scope {
    /// All of them, the narrowest first.
    pub const ALL: [Self; 3] = [Self::Read, Self::Write, Self::All];

    /// Its spelling.
    pub fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::All => "all",
        }
    }

    /// The narrowest that has these rights.
    pub fn of(rights: Rights) -> Self {
        match rights {
            Rights::Read => Self::Read,
            Rights::Write => Self::Write,
            Rights::Own => Self::All,
        }
    }

    fn reach(self) -> Reach {
        match self {
            Self::Read => Reach::Read,
            Self::Write => Reach::Write,
            Self::All => Reach::All,
        }
    }
}

/// A token, without its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its id.
    pub id: AccessId,
    /// What the owner calls it.
    pub name: String,
    /// What it may do.
    pub scope: Scope,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it ends; none has no end.
    pub until: Option<Timestamp>,
    /// When it was last used.
    pub seen_at: Option<Timestamp>,
}

/// The tokens that hold, the oldest first.
///
/// # Errors
/// [`Code::NotAllowed`]; those of the store.
pub async fn list(store: &dyn Store, ctx: &Ctx) -> Result<Vec<Token>> {
    ctx.require(Rights::Own)?;
    let Some(account) = store.account(ctx.tenant).await? else { return Ok(Vec::new()) };
    let all = store.accesses(account.id).await?.into_iter();
    let tokens = all.filter(|a| a.kind == AccessKind::Token && !has_ended(a, ctx.now));
    Ok(tokens.map(|access| token(&access)).collect())
}

/// Makes a token, and answers with it and its secret, which is shown this once.
///
/// # Errors
/// [`Code::ValueInvalid`] with `name` or `days`; [`Code::TokenMade`] where this action, sent twice, has
/// made it already; those of chance and the store.
pub async fn make(
    store: &dyn Store,
    ctx: &Ctx,
    new: &New,
    chance: &Chance,
) -> Result<(Token, Secret)> {
    ctx.require(Rights::Own)?;
    let name = named(&new.name, "")?;
    if name.is_empty() {
        return Err(Error::new(Code::ValueInvalid).field("name", "is empty"));
    }
    if new.days.is_some_and(|days| !(1..=LONGEST_DAYS).contains(&days)) {
        let problem = "is no number of days from 1 to 3650";
        return Err(Error::new(Code::ValueInvalid).field("days", problem));
    }
    let secret = Secret::draw(chance)?;
    let access = Access {
        id: AccessId(ctx.once.map_or_else(|| ctx.ids()(), |once| once.0)),
        account: account(store, ctx).await?.id,
        kind: AccessKind::Token,
        name,
        reach: new.scope.reach(),
        digest: secret.digest(),
        made_at: ctx.now,
        until: new.days.map(|days| later(ctx.now, i64::from(days) * 24)),
        seen_at: None,
    };
    match store.grant(&access).await {
        Ok(()) => Ok((token(&access), secret)),
        Err(StoreError::Conflict { .. }) => {
            let hint = "its secret was shown then; if it is lost, drop the token and make another";
            Err(Error::new(Code::TokenMade).hint(hint))
        }
        Err(cause) => Err(cause.into()),
    }
}

/// What a new token is to be.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct New {
    /// What the owner calls it, such as the program that uses it.
    pub name: String,
    /// What it may do.
    pub scope: Scope,
    /// It ends after so many days, 1 to 3650; none has no end.
    #[serde(default)]
    pub days: Option<u32>,
}

/// Takes a token away: the next request with it is refused.
///
/// # Errors
/// [`Code::NotFound`]; those of the store.
pub async fn drop(store: &dyn Store, ctx: &Ctx, id: AccessId) -> Result<()> {
    dropped(store, ctx, AccessKind::Token, id).await
}

/// The token that is meant: by its id, or its name where only one has it.
///
/// # Errors
/// [`Code::NotFound`]; those of the store.
pub async fn named_so(store: &dyn Store, ctx: &Ctx, which: &str) -> Result<Token> {
    let asked = which.trim().to_lowercase();
    let is_meant = |t: &Token| t.id.to_string() == asked || t.name.to_lowercase() == asked;
    let mut meant = list(store, ctx).await?.into_iter().filter(is_meant);
    match (meant.next(), meant.next()) {
        (Some(one), None) => Ok(one),
        _ => Err(Error::new(Code::NotFound).hint("“kithwork tokens” lists them with their ids")),
    }
}

fn token(access: &Access) -> Token {
    Token {
        id: access.id,
        name: access.name.clone(),
        scope: Scope::of(rights(access.reach)),
        made_at: access.made_at,
        until: access.until,
        seen_at: access.seen_at,
    }
}
