-- The tables of a book. Every key begins with the book, the tenant; ids are UUIDs of 16 bytes made
-- by the application; dates and times are ISO 8601 text, instants microseconds since 1970 in UTC,
-- money whole minor units with a currency. Its twin for PostgreSQL has the same names.

-- Says that this file is a book: "KITH".
PRAGMA application_id = 1263096904;

-- The books kept here; `seq` is the number of the latest change.
CREATE TABLE book (
    book_id BLOB NOT NULL,
    seq INTEGER NOT NULL,
    CONSTRAINT book_pkey PRIMARY KEY (book_id)
) STRICT, WITHOUT ROWID;

-- What the owner told of themselves: one row a book. Lists are JSON.
CREATE TABLE settings (
    book_id BLOB NOT NULL,
    id BLOB NOT NULL,
    owner_names TEXT NOT NULL,
    owner_emails TEXT NOT NULL,
    zone TEXT NOT NULL,
    region TEXT NOT NULL,
    currency TEXT,
    hours_per_week INTEGER,
    hourly_rate_minor INTEGER,
    hourly_rate_currency TEXT,
    CONSTRAINT settings_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT settings_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT settings_one_row_check CHECK (id = book_id)
) STRICT, WITHOUT ROWID;

-- Where people meet.
CREATE TABLE room (
    book_id BLOB NOT NULL,
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    kind TEXT,
    cadence TEXT,
    meeting_minutes INTEGER,
    travel_minutes INTEGER,
    annual_fee_minor INTEGER,
    annual_fee_currency TEXT,
    fee_per_meeting_minor INTEGER,
    fee_per_meeting_currency TEXT,
    joined_on TEXT,
    left_on TEXT,
    absences_allowed INTEGER,
    absence_window_days INTEGER,
    substitute_allowed INTEGER,
    notes TEXT,
    CONSTRAINT room_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT room_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
) STRICT, WITHOUT ROWID;

-- Someone in the network. `emails`, `phones` and `urls` are JSON lists; `merged_into` names the record
-- that stands for this one now.
CREATE TABLE person (
    book_id BLOB NOT NULL,
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    emails TEXT NOT NULL,
    phones TEXT NOT NULL,
    urls TEXT NOT NULL,
    organisation TEXT,
    role TEXT,
    sector TEXT,
    city TEXT,
    met_on TEXT,
    met_at BLOB,
    introduced_by BLOB,
    what_they_do TEXT,
    who_they_serve TEXT,
    looking_for TEXT,
    care TEXT,
    care_on TEXT,
    notes TEXT,
    set_aside INTEGER NOT NULL,
    do_not_contact INTEGER NOT NULL,
    merged_into BLOB,
    CONSTRAINT person_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT person_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT person_met_at_fkey FOREIGN KEY (book_id, met_at) REFERENCES room (book_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT person_introduced_by_fkey FOREIGN KEY (book_id, introduced_by) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT person_merged_into_fkey FOREIGN KEY (book_id, merged_into) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX person_merged ON person (book_id, merged_into) WHERE merged_into IS NOT NULL;

-- The one minute in which the owner says what they do.
CREATE TABLE pitch (
    book_id BLOB NOT NULL,
    id BLOB NOT NULL,
    version TEXT NOT NULL,
    text TEXT,
    first_used_on TEXT,
    CONSTRAINT pitch_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT pitch_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
) STRICT, WITHOUT ROWID;

-- What success is for the owner; its people stand in `appearance`.
CREATE TABLE aim (
    book_id BLOB NOT NULL,
    id BLOB NOT NULL,
    what TEXT NOT NULL,
    kind TEXT NOT NULL,
    set_on TEXT,
    review_on TEXT,
    closed_on TEXT,
    CONSTRAINT aim_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT aim_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
) STRICT, WITHOUT ROWID;

-- One occasion of a room; whom the owner talked to stands in `appearance`.
CREATE TABLE meeting (
    book_id BLOB NOT NULL,
    id BLOB NOT NULL,
    room_id BLOB NOT NULL,
    on_date TEXT NOT NULL,
    starts TEXT,
    minutes INTEGER,
    travel_minutes INTEGER,
    cost_minor INTEGER,
    cost_currency TEXT,
    pitch TEXT,
    pitch_prepared INTEGER,
    pitch_changed INTEGER,
    energy INTEGER,
    notes TEXT,
    CONSTRAINT meeting_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT meeting_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT meeting_room_id_fkey FOREIGN KEY (book_id, room_id) REFERENCES room (book_id, id)
        DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- Time with people; who they were stands in `appearance`.
CREATE TABLE conversation (
    book_id BLOB NOT NULL,
    id BLOB NOT NULL,
    kind TEXT NOT NULL,
    on_date TEXT NOT NULL,
    starts TEXT,
    minutes INTEGER,
    travel_minutes INTEGER,
    cost_minor INTEGER,
    cost_currency TEXT,
    objective TEXT,
    objective_met TEXT,
    they_know_me INTEGER,
    stage TEXT NOT NULL,
    notes TEXT,
    CONSTRAINT conversation_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT conversation_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
) STRICT, WITHOUT ROWID;

-- What someone said they would do.
CREATE TABLE promise (
    book_id BLOB NOT NULL,
    id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    direction TEXT NOT NULL,
    what TEXT NOT NULL,
    made_on TEXT,
    due_on TEXT,
    done_on TEXT,
    CONSTRAINT promise_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT promise_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT promise_person_id_fkey FOREIGN KEY (book_id, person_id) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- Help given and received: never a debt.
CREATE TABLE help (
    book_id BLOB NOT NULL,
    id BLOB NOT NULL,
    on_date TEXT,
    direction TEXT NOT NULL,
    person_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    asked INTEGER,
    about TEXT,
    outcome TEXT,
    CONSTRAINT help_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT help_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT help_person_id_fkey FOREIGN KEY (book_id, person_id) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- People made known to each other; no id stands for the owner.
CREATE TABLE introduction (
    book_id BLOB NOT NULL,
    id BLOB NOT NULL,
    on_date TEXT,
    introduced_by BLOB,
    person_a BLOB,
    person_b BLOB,
    outcome TEXT,
    CONSTRAINT introduction_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT introduction_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT introduction_introduced_by_fkey FOREIGN KEY (book_id, introduced_by) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT introduction_person_a_fkey FOREIGN KEY (book_id, person_a) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT introduction_person_b_fkey FOREIGN KEY (book_id, person_b) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- A prospect passed on, by a person or to one.
CREATE TABLE referral (
    book_id BLOB NOT NULL,
    id BLOB NOT NULL,
    on_date TEXT,
    direction TEXT NOT NULL,
    person_id BLOB NOT NULL,
    prospect TEXT,
    effort INTEGER,
    status TEXT,
    value_minor INTEGER,
    value_currency TEXT,
    closed_on TEXT,
    CONSTRAINT referral_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT referral_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT referral_person_id_fkey FOREIGN KEY (book_id, person_id) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- Business won, and where it is said to have come from.
CREATE TABLE business (
    book_id BLOB NOT NULL,
    id BLOB NOT NULL,
    won_on TEXT,
    client TEXT NOT NULL,
    source_kind TEXT,
    source TEXT,
    referrer BLOB,
    room_id BLOB,
    value_minor INTEGER,
    value_currency TEXT,
    notes TEXT,
    CONSTRAINT business_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT business_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT business_referrer_fkey FOREIGN KEY (book_id, referrer) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT business_room_id_fkey FOREIGN KEY (book_id, room_id) REFERENCES room (book_id, id)
        DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- What another way of finding clients took and brought in a month.
CREATE TABLE channel_month (
    book_id BLOB NOT NULL,
    id BLOB NOT NULL,
    channel TEXT NOT NULL,
    month TEXT NOT NULL,
    minutes INTEGER,
    cost_minor INTEGER,
    cost_currency TEXT,
    leads INTEGER,
    sales INTEGER,
    value_minor INTEGER,
    value_currency TEXT,
    CONSTRAINT channel_month_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT channel_month_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
) STRICT, WITHOUT ROWID;

-- A dated observation about a relationship, 0 to 4.
CREATE TABLE rating (
    book_id BLOB NOT NULL,
    id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    what TEXT NOT NULL,
    score INTEGER NOT NULL,
    on_date TEXT,
    CONSTRAINT rating_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT rating_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT rating_person_id_fkey FOREIGN KEY (book_id, person_id) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- Words said about the owner.
CREATE TABLE mention (
    book_id BLOB NOT NULL,
    id BLOB NOT NULL,
    on_date TEXT,
    person_id BLOB NOT NULL,
    words TEXT NOT NULL,
    may_quote INTEGER,
    CONSTRAINT mention_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT mention_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT mention_person_id_fkey FOREIGN KEY (book_id, person_id) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- A need heard.
CREATE TABLE need (
    book_id BLOB NOT NULL,
    id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    on_date TEXT,
    what TEXT NOT NULL,
    met_on TEXT,
    CONSTRAINT need_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT need_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT need_person_id_fkey FOREIGN KEY (book_id, person_id) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- The owner's raw words; whom they speak of stands in `appearance`, `facts` is a JSON list of ids.
CREATE TABLE note (
    book_id BLOB NOT NULL,
    id BLOB NOT NULL,
    on_date TEXT NOT NULL,
    text TEXT NOT NULL,
    facts TEXT NOT NULL,
    CONSTRAINT note_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT note_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
) STRICT;

-- A calendar entry (`event`, as JSON) and what it turned out to be (`meaning`, as JSON).
CREATE TABLE entry (
    book_id BLOB NOT NULL,
    id BLOB NOT NULL,
    uid TEXT NOT NULL,
    recurrence_id TEXT,
    event TEXT NOT NULL,
    meaning TEXT NOT NULL,
    CONSTRAINT entry_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT entry_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
) STRICT;

-- A calendar component as it was received.
CREATE TABLE calendar_object (
    book_id BLOB NOT NULL,
    id BLOB NOT NULL,
    component TEXT NOT NULL,
    uid TEXT NOT NULL,
    octets BLOB NOT NULL,
    CONSTRAINT calendar_object_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT calendar_object_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
) STRICT;

-- A vCard as it was received.
CREATE TABLE card (
    book_id BLOB NOT NULL,
    id BLOB NOT NULL,
    uid TEXT NOT NULL,
    person_id BLOB NOT NULL,
    octets BLOB NOT NULL,
    CONSTRAINT card_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT card_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT card_person_id_fkey FOREIGN KEY (book_id, person_id) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- What an import could not know. `about`, `choices` and `subjects` are JSON lists.
CREATE TABLE question (
    book_id BLOB NOT NULL,
    id BLOB NOT NULL,
    key TEXT NOT NULL,
    asks TEXT NOT NULL,
    about TEXT NOT NULL,
    count INTEGER NOT NULL,
    choices TEXT NOT NULL,
    subjects TEXT NOT NULL,
    answer TEXT,
    closed INTEGER NOT NULL,
    CONSTRAINT question_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT question_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
) STRICT, WITHOUT ROWID;

-- Whom no file may bring back unasked: keyed digests of someone who was erased.
CREATE TABLE suppression (
    book_id BLOB NOT NULL,
    id BLOB NOT NULL,
    salt TEXT NOT NULL,
    digests TEXT NOT NULL,
    on_date TEXT NOT NULL,
    CONSTRAINT suppression_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT suppression_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
) STRICT, WITHOUT ROWID;

-- What one source last said about one fact (`said`, as JSON).
CREATE TABLE statement (
    book_id BLOB NOT NULL,
    id BLOB NOT NULL,
    source TEXT NOT NULL,
    key TEXT NOT NULL,
    document TEXT NOT NULL,
    about TEXT NOT NULL,
    subject BLOB NOT NULL,
    written_under BLOB NOT NULL,
    said TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    CONSTRAINT statement_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT statement_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
) STRICT;
CREATE INDEX statement_subject ON statement (book_id, subject);

-- Who is spoken of by which fact: the people of meetings, conversations, aims and notes in their
-- order, and every other mention, for timelines, reports and erasure.
CREATE TABLE appearance (
    book_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    fact_kind TEXT NOT NULL,
    fact_id BLOB NOT NULL,
    on_date TEXT,
    position INTEGER NOT NULL,
    CONSTRAINT appearance_pkey PRIMARY KEY (book_id, fact_kind, fact_id, position),
    CONSTRAINT appearance_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT appearance_person_id_fkey FOREIGN KEY (book_id, person_id) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX appearance_person ON appearance (book_id, person_id, on_date);

-- The audit chain: each digest covers the one before it.
CREATE TABLE change (
    book_id BLOB NOT NULL,
    seq INTEGER NOT NULL,
    id BLOB NOT NULL,
    actor TEXT NOT NULL,
    verb TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    on_date TEXT,
    undoes BLOB,
    previous BLOB NOT NULL,
    digest BLOB NOT NULL,
    CONSTRAINT change_pkey PRIMARY KEY (book_id, seq),
    CONSTRAINT change_id_key UNIQUE (book_id, id),
    CONSTRAINT change_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT change_undoes_fkey FOREIGN KEY (book_id, undoes) REFERENCES change (book_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_undone ON change (book_id, undoes) WHERE undoes IS NOT NULL;

-- The rows a change touched, before and after, as JSON. An erasure empties salt and payload; the
-- digest stays, so the chain can still be verified.
CREATE TABLE change_edit (
    book_id BLOB NOT NULL,
    seq INTEGER NOT NULL,
    position INTEGER NOT NULL,
    fact_kind TEXT NOT NULL,
    fact_id BLOB NOT NULL,
    salt BLOB,
    digest BLOB NOT NULL,
    before TEXT,
    after TEXT,
    CONSTRAINT change_edit_pkey PRIMARY KEY (book_id, seq, position),
    CONSTRAINT change_edit_seq_fkey FOREIGN KEY (book_id, seq) REFERENCES change (book_id, seq)
) STRICT;
CREATE INDEX change_edit_fact ON change_edit (book_id, fact_id, seq);

-- What can be searched, folded to plain letters: one row a field of a fact. `number` is what the
-- full-text index knows the row by.
CREATE TABLE search_entry (
    number INTEGER PRIMARY KEY,
    book_id BLOB NOT NULL,
    fact_kind TEXT NOT NULL,
    fact_id BLOB NOT NULL,
    field TEXT NOT NULL,
    words TEXT NOT NULL,
    CONSTRAINT search_entry_fact_id_key UNIQUE (book_id, fact_id, field),
    CONSTRAINT search_entry_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
) STRICT;
CREATE INDEX search_entry_name ON search_entry (book_id, words, fact_id) WHERE field = 'name';
CREATE VIRTUAL TABLE search USING fts5 (
    words, content = 'search_entry', content_rowid = 'number', tokenize = 'unicode61'
);
-- What is deleted leaves the index at once, not at the next merge.
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
