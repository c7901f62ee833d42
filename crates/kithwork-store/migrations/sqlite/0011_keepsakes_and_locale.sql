-- How the owner's language and country write dates, numbers and money.
ALTER TABLE settings ADD COLUMN locale TEXT;

-- What is kept for the owner beside the facts: where they are in their first hour, the private address
-- of a calendar. No history and no export holds it; what is dropped is gone.
CREATE TABLE keepsake (
    book_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT keepsake_pkey PRIMARY KEY (book_id, kind, name),
    CONSTRAINT keepsake_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
) STRICT, WITHOUT ROWID;
