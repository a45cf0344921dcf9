-- A notice fulfils the duties that were there when its sending began, and none that came up since.
-- null: before this was recorded
alter table obligation add column arose_at timestamp with time zone;
