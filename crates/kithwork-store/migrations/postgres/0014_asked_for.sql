-- What was offered when time together was asked for, and the meeting whose place it could take; how it left the owner.
ALTER TABLE conversation ADD COLUMN energy BIGINT;
ALTER TABLE conversation ADD COLUMN offered TEXT NOT NULL DEFAULT '[]';
ALTER TABLE conversation ADD COLUMN instead_of_room UUID;
ALTER TABLE conversation ADD COLUMN instead_of_date TEXT;
