-- What matters most to the owner about a room: ethos, fit or cost; none while all count alike.
ALTER TABLE settings ADD COLUMN matters_most TEXT;
