-- Keys by which programs come in, second factors of people, and operators who take somebody's place.

CREATE TABLE api_keys (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    id BLOB NOT NULL,
    -- Who made it: it never may more than they may.
    account_id BLOB NOT NULL REFERENCES accounts (id),
    name TEXT NOT NULL,
    -- How it begins and ends, by which people tell keys apart.
    prefix TEXT NOT NULL,
    last_four TEXT NOT NULL,
    -- SHA-256, in hexadecimal digits: the key itself is kept nowhere.
    hash TEXT NOT NULL,
    -- Lists in JSON.
    scopes TEXT NOT NULL,
    addresses TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    revoked_at INTEGER,
    -- To within some minutes.
    used_at INTEGER,
    -- The one in whose place it came.
    replaces BLOB,
    PRIMARY KEY (tenant_id, id)
) STRICT;

CREATE INDEX api_keys_by_hash ON api_keys (hash);

CREATE TABLE second_factors (
    account_id BLOB NOT NULL PRIMARY KEY REFERENCES accounts (id),
    -- What codes are reckoned from, encrypted.
    secret BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    -- Since when it is asked for; until then nobody has shown a code of it.
    confirmed_at INTEGER,
    -- The half minute of the last code that was taken: no code of it or before it is taken again.
    last_step INTEGER NOT NULL
) STRICT;

CREATE TABLE recovery_codes (
    account_id BLOB NOT NULL REFERENCES accounts (id),
    -- The hash of a code that nobody has used yet, under a key of the installation.
    hash BLOB NOT NULL,
    PRIMARY KEY (account_id, hash)
) STRICT;

CREATE TABLE sign_in_tickets (
    -- The hash of what somebody was given who knew the password, and has yet to show a code.
    ticket BLOB NOT NULL PRIMARY KEY,
    account_id BLOB NOT NULL REFERENCES accounts (id),
    expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX sign_in_tickets_by_account ON sign_in_tickets (account_id);
CREATE INDEX sign_in_tickets_by_age ON sign_in_tickets (expires_at);

-- An operator who has taken the place of the account: why, and in which tenant alone.
ALTER TABLE sessions ADD COLUMN operator_id BLOB REFERENCES accounts (id);
ALTER TABLE sessions ADD COLUMN reason TEXT;
ALTER TABLE sessions ADD COLUMN within BLOB REFERENCES tenants (id);
-- The session of the operator in which they did so: it ends with that.
ALTER TABLE sessions ADD COLUMN begun_in BLOB;

-- In whose place somebody acted, and by which key.
ALTER TABLE audit ADD COLUMN on_behalf_of TEXT;
ALTER TABLE audit ADD COLUMN key_id BLOB;
