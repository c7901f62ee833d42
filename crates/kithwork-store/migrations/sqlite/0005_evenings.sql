-- What the owner went to a meeting for, how it felt, and how they look back on it.
ALTER TABLE meeting ADD COLUMN pitch_skipped INTEGER;
ALTER TABLE meeting ADD COLUMN goal TEXT;
ALTER TABLE meeting ADD COLUMN goal_met TEXT;
ALTER TABLE meeting ADD COLUMN first_time INTEGER;
ALTER TABLE meeting ADD COLUMN nerves_before INTEGER;
ALTER TABLE meeting ADD COLUMN nerves_after INTEGER;
ALTER TABLE meeting ADD COLUMN debriefed_on TEXT;
