-- Sign-ins that take several steps, people as others know them, passkeys, and when somebody last showed who they are.

CREATE TABLE sign_in_steps (
    -- SHA-256 of what comes back with the next step: whoever takes it takes the row.
    hash bytea NOT NULL PRIMARY KEY,
    -- What the step is: it holds for nothing else.
    purpose text COLLATE "C" NOT NULL,
    -- SHA-256 of the cookie of the browser in which it began; empty where it did not begin in one.
    browser bytea NOT NULL,
    -- Whose it is, where that is known.
    account_id uuid REFERENCES accounts (id),
    -- What is known so far, as JSON.
    told text COLLATE "C" NOT NULL,
    expires_at bigint NOT NULL
);

CREATE INDEX sign_in_steps_by_account ON sign_in_steps (account_id);
CREATE INDEX sign_in_steps_by_age ON sign_in_steps (expires_at);

CREATE TABLE identities (
    id uuid NOT NULL PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id),
    -- Who knows them, and by which name: no e-mail, which may be somebody else's one day.
    issuer text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL,
    -- How the settings call who knows them.
    provider text COLLATE "C" NOT NULL,
    -- As it was told when it was linked.
    email text COLLATE "C",
    created_at bigint NOT NULL,
    used_at bigint NOT NULL,
    UNIQUE (issuer, subject)
);

CREATE INDEX identities_by_account ON identities (account_id);

CREATE TABLE passkeys (
    id uuid NOT NULL PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id),
    -- What the authenticator calls it.
    credential bytea NOT NULL UNIQUE,
    -- As COSE writes it.
    public_key bytea NOT NULL,
    -- How often it has signed, as far as it counts.
    counter bigint NOT NULL,
    name text COLLATE "C" NOT NULL,
    -- Whether it is kept on several devices.
    is_backed_up boolean NOT NULL,
    created_at bigint NOT NULL,
    used_at bigint
);

CREATE INDEX passkeys_by_account ON passkeys (account_id);

-- When whoever is signed in has last shown a password, a code, a passkey, or was sent by somebody who knows them.
ALTER TABLE sessions ADD COLUMN shown_at bigint;
