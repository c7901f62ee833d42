-- What the owner needs to earn in a month, and whom they want to meet (a list as JSON).
ALTER TABLE settings ADD COLUMN monthly_need_minor INTEGER;
ALTER TABLE settings ADD COLUMN monthly_need_currency TEXT;
ALTER TABLE settings ADD COLUMN targets TEXT NOT NULL DEFAULT '[]';
-- The finding that an experiment is to change.
ALTER TABLE aim ADD COLUMN tries TEXT;
