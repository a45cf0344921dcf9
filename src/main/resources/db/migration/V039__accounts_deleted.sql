-- Since when the account of a person at the identity provider is deleted: they stay out until an
-- administrator makes it anew.
alter table sso_subject add column shut_out_at timestamp with time zone;
