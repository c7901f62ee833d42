-- What the owner went to a meeting for, how it felt, and how they look back on it.
ALTER TABLE meeting ADD COLUMN pitch_skipped BOOLEAN;
ALTER TABLE meeting ADD COLUMN goal TEXT;
ALTER TABLE meeting ADD COLUMN goal_met TEXT;
ALTER TABLE meeting ADD COLUMN first_time BOOLEAN;
ALTER TABLE meeting ADD COLUMN nerves_before BIGINT;
ALTER TABLE meeting ADD COLUMN nerves_after BIGINT;
ALTER TABLE meeting ADD COLUMN debriefed_on TEXT;
