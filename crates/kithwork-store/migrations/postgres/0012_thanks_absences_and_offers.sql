-- When the giver of a referral was thanked, won and lost alike.
ALTER TABLE referral ADD COLUMN thanked_on TEXT COLLATE "C";

-- Whether the owner did not go to a meeting that was told of: it counts in no figure.
ALTER TABLE meeting ADD COLUMN missed BOOLEAN;

-- An offer heard.
CREATE TABLE offer (
    book_id UUID NOT NULL,
    id UUID NOT NULL,
    person_id UUID NOT NULL,
    on_date TEXT COLLATE "C",
    what TEXT NOT NULL,
    closed_on TEXT COLLATE "C",
    CONSTRAINT offer_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT offer_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT offer_person_id_fkey FOREIGN KEY (book_id, person_id) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED
);
