-- The tables of a book. Every key begins with the book, the tenant; ids are UUIDs made by the
-- application; dates and times are ISO 8601 text, instants microseconds since 1970 in UTC, money
-- whole minor units with a currency. Its twin for SQLite has the same names.

-- The books kept here; `seq` is the number of the latest change.
CREATE TABLE book (
    book_id UUID NOT NULL,
    seq BIGINT NOT NULL,
    CONSTRAINT book_pkey PRIMARY KEY (book_id)
);

-- What the owner told of themselves: one row a book. Lists are JSON.
CREATE TABLE settings (
    book_id UUID NOT NULL,
    id UUID NOT NULL,
    owner_names TEXT NOT NULL,
    owner_emails TEXT NOT NULL,
    zone TEXT NOT NULL,
    region TEXT NOT NULL,
    currency TEXT,
    hours_per_week BIGINT,
    hourly_rate_minor BIGINT,
    hourly_rate_currency TEXT,
    CONSTRAINT settings_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT settings_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT settings_one_row_check CHECK (id = book_id)
);

-- Where people meet.
CREATE TABLE room (
    book_id UUID NOT NULL,
    id UUID NOT NULL,
    name TEXT NOT NULL,
    kind TEXT,
    cadence TEXT,
    meeting_minutes BIGINT,
    travel_minutes BIGINT,
    annual_fee_minor BIGINT,
    annual_fee_currency TEXT,
    fee_per_meeting_minor BIGINT,
    fee_per_meeting_currency TEXT,
    joined_on TEXT COLLATE "C",
    left_on TEXT COLLATE "C",
    absences_allowed BIGINT,
    absence_window_days BIGINT,
    substitute_allowed BOOLEAN,
    notes TEXT,
    CONSTRAINT room_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT room_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
);

-- Someone in the network. `emails`, `phones` and `urls` are JSON lists; `merged_into` names the record
-- that stands for this one now.
CREATE TABLE person (
    book_id UUID NOT NULL,
    id UUID NOT NULL,
    name TEXT NOT NULL,
    emails TEXT NOT NULL,
    phones TEXT NOT NULL,
    urls TEXT NOT NULL,
    organisation TEXT,
    role TEXT,
    sector TEXT,
    city TEXT,
    met_on TEXT COLLATE "C",
    met_at UUID,
    introduced_by UUID,
    what_they_do TEXT,
    who_they_serve TEXT,
    looking_for TEXT,
    care TEXT,
    care_on TEXT COLLATE "C",
    notes TEXT,
    set_aside BOOLEAN NOT NULL,
    do_not_contact BOOLEAN NOT NULL,
    merged_into UUID,
    CONSTRAINT person_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT person_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT person_met_at_fkey FOREIGN KEY (book_id, met_at) REFERENCES room (book_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT person_introduced_by_fkey FOREIGN KEY (book_id, introduced_by) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT person_merged_into_fkey FOREIGN KEY (book_id, merged_into) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX person_merged ON person (book_id, merged_into) WHERE merged_into IS NOT NULL;

-- The one minute in which the owner says what they do.
CREATE TABLE pitch (
    book_id UUID NOT NULL,
    id UUID NOT NULL,
    version TEXT NOT NULL,
    text TEXT,
    first_used_on TEXT COLLATE "C",
    CONSTRAINT pitch_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT pitch_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
);

-- What success is for the owner; its people stand in `appearance`.
CREATE TABLE aim (
    book_id UUID NOT NULL,
    id UUID NOT NULL,
    what TEXT NOT NULL,
    kind TEXT NOT NULL,
    set_on TEXT COLLATE "C",
    review_on TEXT COLLATE "C",
    closed_on TEXT COLLATE "C",
    CONSTRAINT aim_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT aim_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
);

-- One occasion of a room; whom the owner talked to stands in `appearance`.
CREATE TABLE meeting (
    book_id UUID NOT NULL,
    id UUID NOT NULL,
    room_id UUID NOT NULL,
    on_date TEXT COLLATE "C" NOT NULL,
    starts TEXT COLLATE "C",
    minutes BIGINT,
    travel_minutes BIGINT,
    cost_minor BIGINT,
    cost_currency TEXT,
    pitch TEXT,
    pitch_prepared BOOLEAN,
    pitch_changed BOOLEAN,
    energy BIGINT,
    notes TEXT,
    CONSTRAINT meeting_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT meeting_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT meeting_room_id_fkey FOREIGN KEY (book_id, room_id) REFERENCES room (book_id, id)
        DEFERRABLE INITIALLY DEFERRED
);

-- Time with people; who they were stands in `appearance`.
CREATE TABLE conversation (
    book_id UUID NOT NULL,
    id UUID NOT NULL,
    kind TEXT NOT NULL,
    on_date TEXT COLLATE "C" NOT NULL,
    starts TEXT COLLATE "C",
    minutes BIGINT,
    travel_minutes BIGINT,
    cost_minor BIGINT,
    cost_currency TEXT,
    objective TEXT,
    objective_met TEXT,
    they_know_me BIGINT,
    stage TEXT NOT NULL,
    notes TEXT,
    CONSTRAINT conversation_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT conversation_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
);

-- What someone said they would do.
CREATE TABLE promise (
    book_id UUID NOT NULL,
    id UUID NOT NULL,
    person_id UUID NOT NULL,
    direction TEXT NOT NULL,
    what TEXT NOT NULL,
    made_on TEXT COLLATE "C",
    due_on TEXT COLLATE "C",
    done_on TEXT COLLATE "C",
    CONSTRAINT promise_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT promise_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT promise_person_id_fkey FOREIGN KEY (book_id, person_id) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED
);

-- Help given and received: never a debt.
CREATE TABLE help (
    book_id UUID NOT NULL,
    id UUID NOT NULL,
    on_date TEXT COLLATE "C",
    direction TEXT NOT NULL,
    person_id UUID NOT NULL,
    kind TEXT NOT NULL,
    asked BOOLEAN,
    about TEXT,
    outcome TEXT,
    CONSTRAINT help_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT help_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT help_person_id_fkey FOREIGN KEY (book_id, person_id) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED
);

-- People made known to each other; no id stands for the owner.
CREATE TABLE introduction (
    book_id UUID NOT NULL,
    id UUID NOT NULL,
    on_date TEXT COLLATE "C",
    introduced_by UUID,
    person_a UUID,
    person_b UUID,
    outcome TEXT,
    CONSTRAINT introduction_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT introduction_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT introduction_introduced_by_fkey FOREIGN KEY (book_id, introduced_by) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT introduction_person_a_fkey FOREIGN KEY (book_id, person_a) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT introduction_person_b_fkey FOREIGN KEY (book_id, person_b) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED
);

-- A prospect passed on, by a person or to one.
CREATE TABLE referral (
    book_id UUID NOT NULL,
    id UUID NOT NULL,
    on_date TEXT COLLATE "C",
    direction TEXT NOT NULL,
    person_id UUID NOT NULL,
    prospect TEXT,
    effort BIGINT,
    status TEXT,
    value_minor BIGINT,
    value_currency TEXT,
    closed_on TEXT COLLATE "C",
    CONSTRAINT referral_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT referral_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT referral_person_id_fkey FOREIGN KEY (book_id, person_id) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED
);

-- Business won, and where it is said to have come from.
CREATE TABLE business (
    book_id UUID NOT NULL,
    id UUID NOT NULL,
    won_on TEXT COLLATE "C",
    client TEXT NOT NULL,
    source_kind TEXT,
    source TEXT,
    referrer UUID,
    room_id UUID,
    value_minor BIGINT,
    value_currency TEXT,
    notes TEXT,
    CONSTRAINT business_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT business_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT business_referrer_fkey FOREIGN KEY (book_id, referrer) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT business_room_id_fkey FOREIGN KEY (book_id, room_id) REFERENCES room (book_id, id)
        DEFERRABLE INITIALLY DEFERRED
);

-- What another way of finding clients took and brought in a month.
CREATE TABLE channel_month (
    book_id UUID NOT NULL,
    id UUID NOT NULL,
    channel TEXT NOT NULL,
    month TEXT COLLATE "C" NOT NULL,
    minutes BIGINT,
    cost_minor BIGINT,
    cost_currency TEXT,
    leads BIGINT,
    sales BIGINT,
    value_minor BIGINT,
    value_currency TEXT,
    CONSTRAINT channel_month_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT channel_month_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
);

-- A dated observation about a relationship, 0 to 4.
CREATE TABLE rating (
    book_id UUID NOT NULL,
    id UUID NOT NULL,
    person_id UUID NOT NULL,
    what TEXT NOT NULL,
    score BIGINT NOT NULL,
    on_date TEXT COLLATE "C",
    CONSTRAINT rating_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT rating_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT rating_person_id_fkey FOREIGN KEY (book_id, person_id) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED
);

-- Words said about the owner.
CREATE TABLE mention (
    book_id UUID NOT NULL,
    id UUID NOT NULL,
    on_date TEXT COLLATE "C",
    person_id UUID NOT NULL,
    words TEXT NOT NULL,
    may_quote BOOLEAN,
    CONSTRAINT mention_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT mention_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT mention_person_id_fkey FOREIGN KEY (book_id, person_id) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED
);

-- A need heard.
CREATE TABLE need (
    book_id UUID NOT NULL,
    id UUID NOT NULL,
    person_id UUID NOT NULL,
    on_date TEXT COLLATE "C",
    what TEXT NOT NULL,
    met_on TEXT COLLATE "C",
    CONSTRAINT need_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT need_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT need_person_id_fkey FOREIGN KEY (book_id, person_id) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED
);

-- The owner's raw words; whom they speak of stands in `appearance`, `facts` is a JSON list of ids.
CREATE TABLE note (
    book_id UUID NOT NULL,
    id UUID NOT NULL,
    on_date TEXT COLLATE "C" NOT NULL,
    text TEXT NOT NULL,
    facts TEXT NOT NULL,
    CONSTRAINT note_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT note_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
);

-- A calendar entry (`event`, as JSON) and what it turned out to be (`meaning`, as JSON).
CREATE TABLE entry (
    book_id UUID NOT NULL,
    id UUID NOT NULL,
    uid TEXT NOT NULL,
    recurrence_id TEXT COLLATE "C",
    event TEXT NOT NULL,
    meaning TEXT NOT NULL,
    CONSTRAINT entry_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT entry_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
);

-- A calendar component as it was received.
CREATE TABLE calendar_object (
    book_id UUID NOT NULL,
    id UUID NOT NULL,
    component TEXT NOT NULL,
    uid TEXT NOT NULL,
    octets BYTEA NOT NULL,
    CONSTRAINT calendar_object_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT calendar_object_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
);

-- A vCard as it was received.
CREATE TABLE card (
    book_id UUID NOT NULL,
    id UUID NOT NULL,
    uid TEXT NOT NULL,
    person_id UUID NOT NULL,
    octets BYTEA NOT NULL,
    CONSTRAINT card_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT card_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT card_person_id_fkey FOREIGN KEY (book_id, person_id) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED
);

-- What an import could not know. `about`, `choices` and `subjects` are JSON lists.
CREATE TABLE question (
    book_id UUID NOT NULL,
    id UUID NOT NULL,
    key TEXT NOT NULL,
    asks TEXT NOT NULL,
    about TEXT NOT NULL,
    count BIGINT NOT NULL,
    choices TEXT NOT NULL,
    subjects TEXT NOT NULL,
    answer TEXT,
    closed BOOLEAN NOT NULL,
    CONSTRAINT question_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT question_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
);

-- Whom no file may bring back unasked: keyed digests of someone who was erased.
CREATE TABLE suppression (
    book_id UUID NOT NULL,
    id UUID NOT NULL,
    salt TEXT NOT NULL,
    digests TEXT NOT NULL,
    on_date TEXT COLLATE "C" NOT NULL,
    CONSTRAINT suppression_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT suppression_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
);

-- What one source last said about one fact (`said`, as JSON).
CREATE TABLE statement (
    book_id UUID NOT NULL,
    id UUID NOT NULL,
    source TEXT NOT NULL,
    key TEXT NOT NULL,
    document TEXT NOT NULL,
    about TEXT NOT NULL,
    subject UUID NOT NULL,
    written_under UUID NOT NULL,
    said TEXT NOT NULL,
    recorded_at BIGINT NOT NULL,
    CONSTRAINT statement_pkey PRIMARY KEY (book_id, id),
    CONSTRAINT statement_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
);
CREATE INDEX statement_subject ON statement (book_id, subject);

-- Who is spoken of by which fact: the people of meetings, conversations, aims and notes in their
-- order, and every other mention, for timelines, reports and erasure.
CREATE TABLE appearance (
    book_id UUID NOT NULL,
    person_id UUID NOT NULL,
    fact_kind TEXT COLLATE "C" NOT NULL,
    fact_id UUID NOT NULL,
    on_date TEXT COLLATE "C",
    position BIGINT NOT NULL,
    CONSTRAINT appearance_pkey PRIMARY KEY (book_id, fact_kind, fact_id, position),
    CONSTRAINT appearance_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT appearance_person_id_fkey FOREIGN KEY (book_id, person_id) REFERENCES person (book_id, id)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX appearance_person ON appearance (book_id, person_id, on_date);

-- The audit chain: each digest covers the one before it.
CREATE TABLE change (
    book_id UUID NOT NULL,
    seq BIGINT NOT NULL,
    id UUID NOT NULL,
    actor TEXT NOT NULL,
    verb TEXT NOT NULL,
    recorded_at BIGINT NOT NULL,
    on_date TEXT COLLATE "C",
    undoes UUID,
    previous BYTEA NOT NULL,
    digest BYTEA NOT NULL,
    CONSTRAINT change_pkey PRIMARY KEY (book_id, seq),
    CONSTRAINT change_id_key UNIQUE (book_id, id),
    CONSTRAINT change_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT change_undoes_fkey FOREIGN KEY (book_id, undoes) REFERENCES change (book_id, id)
);
CREATE INDEX change_undone ON change (book_id, undoes) WHERE undoes IS NOT NULL;

-- The rows a change touched, before and after, as JSON. An erasure empties salt and payload; the
-- digest stays, so the chain can still be verified.
CREATE TABLE change_edit (
    book_id UUID NOT NULL,
    seq BIGINT NOT NULL,
    position BIGINT NOT NULL,
    fact_kind TEXT COLLATE "C" NOT NULL,
    fact_id UUID NOT NULL,
    salt BYTEA,
    digest BYTEA NOT NULL,
    before TEXT,
    after TEXT,
    CONSTRAINT change_edit_pkey PRIMARY KEY (book_id, seq, position),
    CONSTRAINT change_edit_seq_fkey FOREIGN KEY (book_id, seq) REFERENCES change (book_id, seq)
);
CREATE INDEX change_edit_fact ON change_edit (book_id, fact_id, seq);

-- What can be searched, folded to plain letters: one row a field of a fact.
CREATE TABLE search_entry (
    book_id UUID NOT NULL,
    fact_kind TEXT NOT NULL,
    fact_id UUID NOT NULL,
    field TEXT COLLATE "C" NOT NULL,
    words TEXT COLLATE "C" NOT NULL,
    document TSVECTOR NOT NULL,
    CONSTRAINT search_entry_fact_id_key PRIMARY KEY (book_id, fact_id, field),
    CONSTRAINT search_entry_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (book_id)
);
CREATE INDEX search_entry_name ON search_entry (book_id, words, fact_id) WHERE field = 'name';
CREATE INDEX search_entry_document ON search_entry USING gin (document);
