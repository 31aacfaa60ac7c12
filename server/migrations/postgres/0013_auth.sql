-- Keys by which programs come in, second factors of people, and operators who take somebody's place.

CREATE TABLE api_keys (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    -- Who made it: it never may more than they may.
    account_id uuid NOT NULL REFERENCES accounts (id),
    name text COLLATE "C" NOT NULL,
    -- How it begins and ends, by which people tell keys apart.
    prefix text COLLATE "C" NOT NULL,
    last_four text COLLATE "C" NOT NULL,
    -- SHA-256, in hexadecimal digits: the key itself is kept nowhere.
    hash text COLLATE "C" NOT NULL,
    -- Lists in JSON.
    scopes text COLLATE "C" NOT NULL,
    addresses text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint,
    revoked_at bigint,
    -- To within some minutes.
    used_at bigint,
    -- The one in whose place it came.
    replaces uuid,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX api_keys_by_hash ON api_keys (hash);

-- The platform's alone: the tenants' role is granted nothing of it.
ALTER TABLE api_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY platform ON api_keys TO CURRENT_USER USING (true) WITH CHECK (true);

CREATE TABLE second_factors (
    account_id uuid NOT NULL PRIMARY KEY REFERENCES accounts (id),
    -- What codes are reckoned from, encrypted.
    secret bytea NOT NULL,
    created_at bigint NOT NULL,
    -- Since when it is asked for; until then nobody has shown a code of it.
    confirmed_at bigint,
    -- The half minute of the last code that was taken: no code of it or before it is taken again.
    last_step bigint NOT NULL
);

CREATE TABLE recovery_codes (
    account_id uuid NOT NULL REFERENCES accounts (id),
    -- The hash of a code that nobody has used yet, under a key of the installation.
    hash bytea NOT NULL,
    PRIMARY KEY (account_id, hash)
);

CREATE TABLE sign_in_tickets (
    -- The hash of what somebody was given who knew the password, and has yet to show a code.
    ticket bytea NOT NULL PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id),
    expires_at bigint NOT NULL
);

CREATE INDEX sign_in_tickets_by_account ON sign_in_tickets (account_id);
CREATE INDEX sign_in_tickets_by_age ON sign_in_tickets (expires_at);

-- An operator who has taken the place of the account: why, and in which tenant alone.
ALTER TABLE sessions ADD COLUMN operator_id uuid REFERENCES accounts (id);
ALTER TABLE sessions ADD COLUMN reason text COLLATE "C";
ALTER TABLE sessions ADD COLUMN within uuid REFERENCES tenants (id);
-- The session of the operator in which they did so: it ends with that.
ALTER TABLE sessions ADD COLUMN begun_in uuid;

-- In whose place somebody acted, and by which key.
ALTER TABLE audit ADD COLUMN on_behalf_of text COLLATE "C";
ALTER TABLE audit ADD COLUMN key_id uuid;
