-- When the giver of a referral was thanked, won and lost alike.
ALTER TABLE referral ADD COLUMN thanked_on TEXT;
