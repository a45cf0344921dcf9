-- Whose account is whose at the identity provider. A person keeps the account, whatever name the
-- provider has for them later: who wrote a text must not sign it under another.
create table sso_subject (
  issuer  varchar(255)             not null,
  subject varchar(255)             not null,
  account varchar(64)              not null unique,
  made_at timestamp with time zone not null,
  primary key (issuer, subject)
);
