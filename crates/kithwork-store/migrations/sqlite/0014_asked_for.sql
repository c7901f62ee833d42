-- What was offered when time together was asked for, and the meeting whose place it could take; how it left the owner.
ALTER TABLE conversation ADD COLUMN energy INTEGER;
ALTER TABLE conversation ADD COLUMN offered TEXT NOT NULL DEFAULT '[]';
ALTER TABLE conversation ADD COLUMN instead_of_room BLOB;
ALTER TABLE conversation ADD COLUMN instead_of_date TEXT;
