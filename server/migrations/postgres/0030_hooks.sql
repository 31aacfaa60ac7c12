-- Who outside tells a tenant what happened there, and what they have told.

CREATE TABLE webhook_sources (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    -- By which the pack says how it is proven and what is done of it.
    name text COLLATE "C" NOT NULL,
    -- By which they sign, encrypted.
    secret bytea NOT NULL,
    -- The one before, for as long as it counts as well.
    former_secret bytea,
    former_until bigint,
    -- The address at which they know us, where they sign it.
    address text COLLATE "C",
    opened_by text COLLATE "C" NOT NULL,
    opened_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, name)
);

CREATE TABLE webhook_events (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    source text COLLATE "C" NOT NULL,
    -- What they call it: it is taken once.
    event_id text COLLATE "C" NOT NULL,
    -- SHA-256 of the body: under another id that nobody signs it is the same.
    hash bytea NOT NULL,
    kind text COLLATE "C",
    -- As it came, encrypted; nothing once it is kept no more.
    body bytea,
    signed_at bigint,
    received_at bigint NOT NULL,
    -- The key of the job that does it, and how often somebody has had it done again.
    job_key text COLLATE "C" NOT NULL,
    replays bigint NOT NULL,
    done_at bigint,
    told text COLLATE "C",
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, source, event_id),
    UNIQUE (tenant_id, source, hash)
);

CREATE INDEX webhook_events_of_source ON webhook_events (tenant_id, source, id);
CREATE INDEX webhook_events_by_age ON webhook_events (received_at);
CREATE INDEX webhook_events_with_body ON webhook_events (received_at) WHERE body IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON webhook_sources TO ratebook_tenant;
ALTER TABLE webhook_sources ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_sources FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON webhook_sources TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON webhook_sources TO CURRENT_USER USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON webhook_events TO ratebook_tenant;
ALTER TABLE webhook_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_events FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON webhook_events TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON webhook_events TO CURRENT_USER USING (true) WITH CHECK (true);
