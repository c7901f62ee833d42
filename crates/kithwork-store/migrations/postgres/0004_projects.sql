-- What the owner makes together with others; its people stand in `appearance`.
CREATE TABLE project (
    book_id UUID NOT NULL,
    id UUID NOT NULL,
    what TEXT NOT NULL,
    kind TEXT NOT NULL,
    begun_on TEXT COLLATE "C",
    ended_on TEXT COLLATE "C",
    outcome TEXT,
    CONSTRAINT project_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT project_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
);
