-- Minutes of preparation, which count with what they prepared.
ALTER TABLE meeting ADD COLUMN prep_minutes BIGINT;
ALTER TABLE conversation ADD COLUMN prep_minutes BIGINT;
