-- Who may come in from elsewhere than this machine: the directory. It leads to a book, so no key of it
-- begins with one. Secrets are kept as digests only.

-- Whoever keeps a book; `failures` and `wait_until` slow down whoever guesses the password.
CREATE TABLE account (
    id UUID NOT NULL,
    book_id UUID NOT NULL,
    password TEXT,
    failures BIGINT NOT NULL,
    wait_until BIGINT,
    CONSTRAINT account_pkey PRIMARY KEY (id),
    CONSTRAINT account_book_id_key UNIQUE (book_id),
    CONSTRAINT account_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
);

-- A way in: a pairing that waits for its device, a device, a program's token.
CREATE TABLE access (
    id UUID NOT NULL,
    account_id UUID NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    reach TEXT NOT NULL,
    digest BYTEA NOT NULL,
    made_at BIGINT NOT NULL,
    until BIGINT,
    seen_at BIGINT,
    CONSTRAINT access_pkey PRIMARY KEY (id),
    CONSTRAINT access_digest_key UNIQUE (digest),
    CONSTRAINT access_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id)
);
