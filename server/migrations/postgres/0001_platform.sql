-- What the server keeps beside the records of packs. Moments are microseconds since 1970.

CREATE TABLE accounts (
    id uuid NOT NULL PRIMARY KEY,
    -- In small letters: no two accounts have the same.
    email text COLLATE "C" NOT NULL UNIQUE,
    name text COLLATE "C" NOT NULL,
    -- argon2id; none of an account that signs in otherwise.
    password text COLLATE "C",
    is_operator boolean NOT NULL,
    state text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL
);

CREATE TABLE tenants (
    id uuid NOT NULL PRIMARY KEY,
    slug text COLLATE "C" NOT NULL UNIQUE,
    name text COLLATE "C" NOT NULL,
    pack text COLLATE "C" NOT NULL,
    zone text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL
);

CREATE TABLE memberships (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    account_id uuid NOT NULL REFERENCES accounts (id),
    -- What they are called there.
    name text COLLATE "C" NOT NULL,
    -- Names of roles, as a list in JSON.
    roles text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, account_id)
);

CREATE TABLE sessions (
    id uuid NOT NULL PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id),
    -- The hash of the token that renews it.
    token bytea NOT NULL UNIQUE,
    agent text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    used_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    revoked_at bigint
);

CREATE TABLE spent_tokens (
    -- The hash of a token that has renewed a session: who comes with it again has stolen it, or was stolen from.
    token bytea NOT NULL PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    spent_at bigint NOT NULL
);

CREATE TABLE signing_keys (
    id text COLLATE "C" NOT NULL PRIMARY KEY,
    -- Encrypted with the key of the installation.
    private bytea NOT NULL,
    public bytea NOT NULL,
    created_at bigint NOT NULL,
    -- From when on it signs no more; what it has signed is checked by it until that has run out.
    retired_at bigint
);

CREATE TABLE sign_in_failures (
    -- Of an e-mail, whether there is such an account or not.
    email text COLLATE "C" NOT NULL PRIMARY KEY,
    state text COLLATE "C" NOT NULL,
    updated_at bigint NOT NULL
);

CREATE TABLE packs (
    name text COLLATE "C" NOT NULL PRIMARY KEY,
    version bigint NOT NULL,
    -- As its tables were last made.
    definition text COLLATE "C" NOT NULL,
    applied_at bigint NOT NULL
);

CREATE TABLE facts (
    -- What the installation knows of itself: the hash of the token of its first set-up, the key that cursors are signed with.
    name text COLLATE "C" NOT NULL PRIMARY KEY,
    value bytea NOT NULL
);

CREATE TABLE counters (
    tenant_id uuid NOT NULL,
    name text COLLATE "C" NOT NULL,
    day bigint NOT NULL,
    last bigint NOT NULL,
    PRIMARY KEY (tenant_id, name)
);

CREATE TABLE audit (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    at bigint NOT NULL,
    actor text COLLATE "C" NOT NULL,
    entity text COLLATE "C" NOT NULL,
    record_id uuid,
    action text COLLATE "C" NOT NULL,
    -- A list in JSON.
    changes text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE TABLE outbox (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    at bigint NOT NULL,
    actor text COLLATE "C" NOT NULL,
    entity text COLLATE "C" NOT NULL,
    record_id uuid NOT NULL,
    -- What happened, such as `customer:created`, or the name of an effect.
    name text COLLATE "C" NOT NULL,
    is_effect boolean NOT NULL,
    body text COLLATE "C" NOT NULL,
    done_at bigint,
    PRIMARY KEY (tenant_id, id)
);

CREATE TABLE idempotency (
    tenant_id uuid NOT NULL,
    account_id text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    -- The hash of what was asked: the same key for something else is a mistake.
    asked bytea NOT NULL,
    status bigint NOT NULL,
    etag text COLLATE "C",
    location text COLLATE "C",
    body bytea NOT NULL,
    created_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, account_id, key)
);

CREATE TABLE timers (
    tenant_id uuid NOT NULL,
    entity text COLLATE "C" NOT NULL,
    record_id uuid NOT NULL,
    due_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, entity, record_id)
);

CREATE INDEX memberships_by_account ON memberships (account_id);
CREATE INDEX sessions_by_account ON sessions (account_id, created_at);
CREATE INDEX spent_tokens_by_session ON spent_tokens (session_id);
CREATE INDEX sign_in_failures_by_age ON sign_in_failures (updated_at);
CREATE INDEX audit_by_record ON audit (tenant_id, entity, record_id, id);
CREATE INDEX outbox_waiting ON outbox (id) WHERE done_at IS NULL;
CREATE INDEX idempotency_by_age ON idempotency (created_at);
CREATE INDEX timers_due ON timers (due_at);

-- Who works on what a tenant has: owns nothing, and sees one tenant at a time. Roles are of the whole cluster, so that another
-- database of it may have made it before.
DO $$ BEGIN
    CREATE ROLE ratebook_tenant NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
DO $$ BEGIN
    EXECUTE format('GRANT ratebook_tenant TO %I', current_user);
END $$;

GRANT SELECT, INSERT, UPDATE, DELETE ON counters TO ratebook_tenant;
ALTER TABLE counters ENABLE ROW LEVEL SECURITY;
ALTER TABLE counters FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON counters TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON counters TO CURRENT_USER USING (true) WITH CHECK (true);

GRANT SELECT, INSERT ON audit TO ratebook_tenant;
ALTER TABLE audit ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON audit TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON audit TO CURRENT_USER USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON outbox TO ratebook_tenant;
ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE outbox FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON outbox TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON outbox TO CURRENT_USER USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency TO ratebook_tenant;
ALTER TABLE idempotency ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON idempotency TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON idempotency TO CURRENT_USER USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON timers TO ratebook_tenant;
ALTER TABLE timers ENABLE ROW LEVEL SECURITY;
ALTER TABLE timers FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON timers TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON timers TO CURRENT_USER USING (true) WITH CHECK (true);
