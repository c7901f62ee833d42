-- As varied as so many equal lines of business: an aim of the owner; none where it is no such aim.
ALTER TABLE aim ADD COLUMN as_varied_as INTEGER;
