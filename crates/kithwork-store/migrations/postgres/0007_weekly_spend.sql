-- What the owner wants meetings to cost in a week at most.
ALTER TABLE settings ADD COLUMN weekly_spend_minor BIGINT;
ALTER TABLE settings ADD COLUMN weekly_spend_currency TEXT;
