-- Sign-ins that take several steps, people as others know them, passkeys, and when somebody last showed who they are.

CREATE TABLE sign_in_steps (
    -- SHA-256 of what comes back with the next step: whoever takes it takes the row.
    hash BLOB NOT NULL PRIMARY KEY,
    -- What the step is: it holds for nothing else.
    purpose TEXT NOT NULL,
    -- SHA-256 of the cookie of the browser in which it began; empty where it did not begin in one.
    browser BLOB NOT NULL,
    -- Whose it is, where that is known.
    account_id BLOB REFERENCES accounts (id),
    -- What is known so far, as JSON.
    told TEXT NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX sign_in_steps_by_account ON sign_in_steps (account_id);
CREATE INDEX sign_in_steps_by_age ON sign_in_steps (expires_at);

CREATE TABLE identities (
    id BLOB NOT NULL PRIMARY KEY,
    account_id BLOB NOT NULL REFERENCES accounts (id),
    -- Who knows them, and by which name: no e-mail, which may be somebody else's one day.
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    -- How the settings call who knows them.
    provider TEXT NOT NULL,
    -- As it was told when it was linked.
    email TEXT,
    created_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL,
    UNIQUE (issuer, subject)
) STRICT;

CREATE INDEX identities_by_account ON identities (account_id);

CREATE TABLE passkeys (
    id BLOB NOT NULL PRIMARY KEY,
    account_id BLOB NOT NULL REFERENCES accounts (id),
    -- What the authenticator calls it.
    credential BLOB NOT NULL UNIQUE,
    -- As COSE writes it.
    public_key BLOB NOT NULL,
    -- How often it has signed, as far as it counts.
    counter INTEGER NOT NULL,
    name TEXT NOT NULL,
    -- Whether it is kept on several devices.
    is_backed_up INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT;

CREATE INDEX passkeys_by_account ON passkeys (account_id);

-- When whoever is signed in has last shown a password, a code, a passkey, or was sent by somebody who knows them.
ALTER TABLE sessions ADD COLUMN shown_at INTEGER;
