-- What the server keeps beside the records of packs. Moments are microseconds since 1970.

CREATE TABLE accounts (
    id BLOB NOT NULL PRIMARY KEY,
    -- In small letters: no two accounts have the same.
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    -- argon2id; none of an account that signs in otherwise.
    password TEXT,
    is_operator INTEGER NOT NULL,
    state TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE tenants (
    id BLOB NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    pack TEXT NOT NULL,
    zone TEXT NOT NULL,
    state TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE memberships (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    account_id BLOB NOT NULL REFERENCES accounts (id),
    -- What they are called there.
    name TEXT NOT NULL,
    -- Names of roles, as a list in JSON.
    roles TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, account_id)
) STRICT;

CREATE TABLE sessions (
    id BLOB NOT NULL PRIMARY KEY,
    account_id BLOB NOT NULL REFERENCES accounts (id),
    -- The hash of the token that renews it.
    token BLOB NOT NULL UNIQUE,
    agent TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;

CREATE TABLE spent_tokens (
    -- The hash of a token that has renewed a session: who comes with it again has stolen it, or was stolen from.
    token BLOB NOT NULL PRIMARY KEY,
    session_id BLOB NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    spent_at INTEGER NOT NULL
) STRICT;

CREATE TABLE signing_keys (
    id TEXT NOT NULL PRIMARY KEY,
    -- Encrypted with the key of the installation.
    private BLOB NOT NULL,
    public BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    -- From when on it signs no more; what it has signed is checked by it until that has run out.
    retired_at INTEGER
) STRICT;

CREATE TABLE sign_in_failures (
    -- Of an e-mail, whether there is such an account or not.
    email TEXT NOT NULL PRIMARY KEY,
    state TEXT NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE packs (
    name TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    -- As its tables were last made.
    definition TEXT NOT NULL,
    applied_at INTEGER NOT NULL
) STRICT;

CREATE TABLE facts (
    -- What the installation knows of itself: the hash of the token of its first set-up, the key that cursors are signed with.
    name TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL
) STRICT;

CREATE TABLE counters (
    tenant_id BLOB NOT NULL,
    name TEXT NOT NULL,
    day INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, name)
) STRICT;

CREATE TABLE audit (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    entity TEXT NOT NULL,
    record_id BLOB,
    action TEXT NOT NULL,
    -- A list in JSON.
    changes TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id)
) STRICT;

CREATE TABLE outbox (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    entity TEXT NOT NULL,
    record_id BLOB NOT NULL,
    -- What happened, such as `customer:created`, or the name of an effect.
    name TEXT NOT NULL,
    is_effect INTEGER NOT NULL,
    body TEXT NOT NULL,
    done_at INTEGER,
    PRIMARY KEY (tenant_id, id)
) STRICT;

CREATE TABLE idempotency (
    tenant_id BLOB NOT NULL,
    account_id TEXT NOT NULL,
    key TEXT NOT NULL,
    -- The hash of what was asked: the same key for something else is a mistake.
    asked BLOB NOT NULL,
    status INTEGER NOT NULL,
    etag TEXT,
    location TEXT,
    body BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, account_id, key)
) STRICT;

CREATE TABLE timers (
    tenant_id BLOB NOT NULL,
    entity TEXT NOT NULL,
    record_id BLOB NOT NULL,
    due_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, entity, record_id)
) STRICT;

CREATE INDEX memberships_by_account ON memberships (account_id);
CREATE INDEX sessions_by_account ON sessions (account_id, created_at);
CREATE INDEX spent_tokens_by_session ON spent_tokens (session_id);
CREATE INDEX sign_in_failures_by_age ON sign_in_failures (updated_at);
CREATE INDEX audit_by_record ON audit (tenant_id, entity, record_id, id);
CREATE INDEX outbox_waiting ON outbox (id) WHERE done_at IS NULL;
CREATE INDEX idempotency_by_age ON idempotency (created_at);
CREATE INDEX timers_due ON timers (due_at);

-- What happened is never changed and never taken back.
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
