-- What keeps the owner from networking: it decides how they begin.
ALTER TABLE settings ADD COLUMN hindrance TEXT;
