-- Words of the owner's own that people bear; who bears one stands in `appearance`.
CREATE TABLE tag (
    book_id BLOB NOT NULL,
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT tag_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT tag_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
) STRICT, WITHOUT ROWID;
-- Filters of people kept under a name; the filter is JSON.
CREATE TABLE people_list (
    book_id BLOB NOT NULL,
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    filter TEXT NOT NULL,
    CONSTRAINT people_list_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT people_list_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
) STRICT, WITHOUT ROWID;
