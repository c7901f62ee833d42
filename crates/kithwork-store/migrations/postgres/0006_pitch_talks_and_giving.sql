-- How fast the owner speaks, and how many hours before a meeting its minute is locked.
ALTER TABLE settings ADD COLUMN words_per_minute BIGINT;
ALTER TABLE settings ADD COLUMN lock_hours BIGINT;
-- The minute's words beside a competitor, and why a minute was changed at the last moment.
ALTER TABLE pitch ADD COLUMN beside_competitor TEXT;
ALTER TABLE meeting ADD COLUMN pitch_changed_why TEXT;
-- The two halves of a one-to-one.
ALTER TABLE conversation ADD COLUMN they_learned TEXT;
ALTER TABLE conversation ADD COLUMN i_learned TEXT;

-- A talk; its points are a list as JSON, and who listens stands in `appearance`.
CREATE TABLE presentation (
    book_id UUID NOT NULL,
    id UUID NOT NULL,
    what TEXT NOT NULL,
    on_date TEXT COLLATE "C",
    points TEXT NOT NULL,
    CONSTRAINT presentation_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT presentation_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
);

-- The owner's share-card given to somebody.
CREATE TABLE card_given (
    book_id UUID NOT NULL,
    id UUID NOT NULL,
    person_id UUID NOT NULL,
    on_date TEXT COLLATE "C",
    CONSTRAINT card_given_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT card_given_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT card_given_person_id_fkey FOREIGN KEY (book_id, person_id) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED
);

-- An introduction on its way: why for each side, who was asked, what they said, what it became.
CREATE TABLE proposed_introduction (
    book_id UUID NOT NULL,
    id UUID NOT NULL,
    person_a UUID NOT NULL,
    person_b UUID NOT NULL,
    why_a TEXT NOT NULL,
    why_b TEXT NOT NULL,
    proposed_on TEXT COLLATE "C",
    asked_a_on TEXT COLLATE "C",
    asked_b_on TEXT COLLATE "C",
    a_says BOOLEAN,
    b_says BOOLEAN,
    introduction_id UUID,
    thanked_on TEXT COLLATE "C",
    dropped_on TEXT COLLATE "C",
    CONSTRAINT proposed_introduction_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT proposed_introduction_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT proposed_introduction_person_a_fkey FOREIGN KEY (book_id, person_a) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT proposed_introduction_person_b_fkey FOREIGN KEY (book_id, person_b) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED
);
