-- The owner's own names for the levels (a list as JSON), and the three sentences of their profile.
ALTER TABLE settings ADD COLUMN level_names TEXT NOT NULL DEFAULT '[]';
ALTER TABLE settings ADD COLUMN helps TEXT;
ALTER TABLE settings ADD COLUMN excels_at TEXT;
ALTER TABLE settings ADD COLUMN differs_by TEXT;
-- What words about the owner were said for.
ALTER TABLE mention ADD COLUMN kind TEXT;

-- A problem by which others should think of the owner.
CREATE TABLE trigger_problem (
    book_id BLOB NOT NULL,
    id BLOB NOT NULL,
    what TEXT NOT NULL,
    set_on TEXT,
    dropped_on TEXT,
    CONSTRAINT trigger_problem_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT trigger_problem_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
) STRICT, WITHOUT ROWID;

-- What the owner thinks of a room, each part 0 to 4.
CREATE TABLE room_rating (
    book_id BLOB NOT NULL,
    id BLOB NOT NULL,
    room_id BLOB NOT NULL,
    on_date TEXT,
    ethos INTEGER,
    fit INTEGER,
    cost INTEGER,
    notes TEXT,
    CONSTRAINT room_rating_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT room_rating_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT room_rating_room_id_fkey FOREIGN KEY (book_id, room_id) REFERENCES room (book_id, id)
        DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- Somebody asked to say back what the owner does, or one of the trigger problems.
CREATE TABLE playback (
    book_id BLOB NOT NULL,
    id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    on_date TEXT,
    trigger_id BLOB,
    explained TEXT NOT NULL,
    words TEXT,
    CONSTRAINT playback_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT playback_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT playback_person_id_fkey FOREIGN KEY (book_id, person_id) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
