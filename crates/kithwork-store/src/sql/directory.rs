//! The directory: accounts and their ways in.

use super::{Db, SqlStore};
use crate::directory::{Access, AccessKind, Account, Digest, Directory, Reach};
use crate::error::{Result, StoreError};
use async_trait::async_trait;
use jiff::Timestamp;
use kithwork_core::id::{AccessId, AccountId, BookId};
use sqlx::Row;
use uuid::Uuid;

type DbRow = <Db as sqlx::Database>::Row;

#[async_trait]
impl Directory for SqlStore {
    async fn account(&self, book: BookId) -> Result<Option<Account>> {
        let row = sqlx::query(
            "SELECT id, book_id, password, failures, wait_until FROM account WHERE book_id = $1",
        )
        .bind(book.0)
        .fetch_optional(&self.readers)
        .await?;
        row.map(|row| read_account(&row, 0)).transpose()
    }

    async fn open_account(&self, account: &Account) -> Result<()> {
        sqlx::query(
            "INSERT INTO account (id, book_id, password, failures, wait_until) \
             VALUES ($1, $2, $3, $4, $5)",
        )
        .bind(account.id.0)
        .bind(account.book.0)
        .bind(account.password.clone())
        .bind(i64::from(account.failures))
        .bind(account.wait_until.map(Timestamp::as_microsecond))
        .execute(&self.writer)
        .await?;
        Ok(())
    }

    async fn set_password(&self, account: AccountId, password: Option<&str>) -> Result<()> {
        let done = sqlx::query(
            "UPDATE account SET password = $2, failures = 0, wait_until = NULL WHERE id = $1",
        )
        .bind(account.0)
        .bind(password.map(str::to_owned))
        .execute(&self.writer)
        .await?;
        if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }

    async fn count_try(
        &self,
        account: AccountId,
        failures: u32,
        wait_until: Option<Timestamp>,
    ) -> Result<bool> {
        let done = sqlx::query(
            "UPDATE account SET failures = $2 + 1, wait_until = $3 WHERE id = $1 AND failures = $2",
        )
        .bind(account.0)
        .bind(i64::from(failures))
        .bind(wait_until.map(Timestamp::as_microsecond))
        .execute(&self.writer)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    async fn forget_tries(&self, account: AccountId) -> Result<()> {
        sqlx::query("UPDATE account SET failures = 0, wait_until = NULL WHERE id = $1")
            .bind(account.0)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    async fn grant(&self, access: &Access) -> Result<()> {
        sqlx::query(
            "INSERT INTO access \
             (id, account_id, kind, name, reach, digest, made_at, until, seen_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        )
        .bind(access.id.0)
        .bind(access.account.0)
        .bind(kind_name(access.kind))
        .bind(access.name.clone())
        .bind(reach_name(access.reach))
        .bind(access.digest.0.to_vec())
        .bind(access.made_at.as_microsecond())
        .bind(access.until.map(Timestamp::as_microsecond))
        .bind(access.seen_at.map(Timestamp::as_microsecond))
        .execute(&self.writer)
        .await?;
        Ok(())
    }

    async fn redeem(&self, pairing: Digest, device: &Access) -> Result<bool> {
        // One statement: of two that come at once with one code, the second finds no pairing.
        let done = sqlx::query(
            "UPDATE access SET kind = 'device', name = $2, reach = $3, digest = $4, made_at = $5, \
             until = $6, seen_at = $7 WHERE digest = $1 AND kind = 'pairing' AND until > $5",
        )
        .bind(pairing.0.to_vec())
        .bind(device.name.clone())
        .bind(reach_name(device.reach))
        .bind(device.digest.0.to_vec())
        .bind(device.made_at.as_microsecond())
        .bind(device.until.map(Timestamp::as_microsecond))
        .bind(device.seen_at.map(Timestamp::as_microsecond))
        .execute(&self.writer)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    async fn access(&self, secret: Digest) -> Result<Option<(Access, Account)>> {
        let row = sqlx::query(
            "SELECT a.id, a.account_id, a.kind, a.name, a.reach, a.digest, a.made_at, a.until, \
             a.seen_at, c.id, c.book_id, c.password, c.failures, c.wait_until \
             FROM access a JOIN account c ON c.id = a.account_id WHERE a.digest = $1",
        )
        .bind(secret.0.to_vec())
        .fetch_optional(&self.readers)
        .await?;
        row.map(|row| Ok((read_access(&row)?, read_account(&row, 9)?))).transpose()
    }

    async fn accesses(&self, account: AccountId) -> Result<Vec<Access>> {
        let rows = sqlx::query(
            "SELECT id, account_id, kind, name, reach, digest, made_at, until, seen_at \
             FROM access WHERE account_id = $1 ORDER BY made_at, id",
        )
        .bind(account.0)
        .fetch_all(&self.readers)
        .await?;
        rows.iter().map(read_access).collect()
    }

    async fn rename_access(&self, account: AccountId, id: AccessId, name: &str) -> Result<bool> {
        let done = sqlx::query("UPDATE access SET name = $3 WHERE account_id = $1 AND id = $2")
            .bind(account.0)
            .bind(id.0)
            .bind(name.to_owned())
            .execute(&self.writer)
            .await?;
        Ok(done.rows_affected() == 1)
    }

    async fn note_seen(&self, id: AccessId, at: Timestamp) -> Result<()> {
        sqlx::query("UPDATE access SET seen_at = $2 WHERE id = $1")
            .bind(id.0)
            .bind(at.as_microsecond())
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    async fn revoke(&self, account: AccountId, id: AccessId) -> Result<bool> {
        let done = sqlx::query("DELETE FROM access WHERE account_id = $1 AND id = $2")
            .bind(account.0)
            .bind(id.0)
            .execute(&self.writer)
            .await?;
        Ok(done.rows_affected() == 1)
    }

    async fn withdraw_pairings(&self, account: AccountId) -> Result<()> {
        sqlx::query("DELETE FROM access WHERE account_id = $1 AND kind = 'pairing'")
            .bind(account.0)
            .execute(&self.writer)
            .await?;
        Ok(())
    }
}

/// An account whose columns begin at this one.
fn read_account(row: &DbRow, first: usize) -> Result<Account> {
    let failures: i64 = row.try_get(first + 3)?;
    Ok(Account {
        id: AccountId(row.try_get(first)?),
        book: BookId(row.try_get(first + 1)?),
        password: row.try_get(first + 2)?,
        failures: u32::try_from(failures).unwrap_or(u32::MAX),
        wait_until: moment(row.try_get(first + 4)?)?,
    })
}

fn read_access(row: &DbRow) -> Result<Access> {
    let digest: Vec<u8> = row.try_get(5)?;
    Ok(Access {
        id: AccessId(row.try_get::<Uuid, _>(0)?),
        account: AccountId(row.try_get(1)?),
        kind: kind(row.try_get(2)?)?,
        name: row.try_get(3)?,
        reach: reach(row.try_get(4)?)?,
        digest: Digest(digest.try_into().map_err(|_other_length| unreadable())?),
        made_at: moment(Some(row.try_get(6)?))?.ok_or_else(unreadable)?,
        until: moment(row.try_get(7)?)?,
        seen_at: moment(row.try_get(8)?)?,
    })
}

fn moment(micros: Option<i64>) -> Result<Option<Timestamp>> {
    let read = |micros| Timestamp::from_microsecond(micros).map_err(|_bad_time| unreadable());
    micros.map(read).transpose()
}

fn unreadable() -> StoreError {
    StoreError::Corrupt("a way in can’t be read".to_owned())
}

const KINDS: [(AccessKind, &str); 3] = [
    (AccessKind::Pairing, "pairing"),
    (AccessKind::Device, "device"),
    (AccessKind::Token, "token"),
];
const REACHES: [(Reach, &str); 3] =
    [(Reach::Read, "read"), (Reach::Write, "write"), (Reach::All, "all")];

fn kind_name(kind: AccessKind) -> &'static str {
    KINDS.iter().find(|(known, _)| *known == kind).map_or("", |(_, name)| name)
}

fn kind(name: &str) -> Result<AccessKind> {
    KINDS.iter().find(|(_, known)| *known == name).map(|(kind, _)| *kind).ok_or_else(unreadable)
}

fn reach_name(reach: Reach) -> &'static str {
    REACHES.iter().find(|(known, _)| *known == reach).map_or("", |(_, name)| name)
}

fn reach(name: &str) -> Result<Reach> {
    REACHES.iter().find(|(_, known)| *known == name).map(|(reach, _)| *reach).ok_or_else(unreadable)
}
