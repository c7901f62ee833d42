-- Who may come in from elsewhere than this machine: the directory. It leads to a book, so no key of it
-- begins with one. Secrets are kept as digests only.

-- Whoever keeps a book; `failures` and `wait_until` slow down whoever guesses the password.
CREATE TABLE account (
    id BLOB NOT NULL,
    book_id BLOB NOT NULL,
    password TEXT,
    failures INTEGER NOT NULL,
    wait_until INTEGER,
    CONSTRAINT account_pkey PRIMARY KEY (id),
    CONSTRAINT account_book_id_key UNIQUE (book_id),
    CONSTRAINT account_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
) STRICT, WITHOUT ROWID;

-- A way in: a pairing that waits for its device, a device, a program's token.
CREATE TABLE access (
    id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    reach TEXT NOT NULL,
    digest BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    until INTEGER,
    seen_at INTEGER,
    CONSTRAINT access_pkey PRIMARY KEY (id),
    CONSTRAINT access_digest_key UNIQUE (digest),
    CONSTRAINT access_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id)
) STRICT, WITHOUT ROWID;
