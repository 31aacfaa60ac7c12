-- Who outside tells a tenant what happened there, and what they have told.

CREATE TABLE webhook_sources (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    -- By which the pack says how it is proven and what is done of it.
    name TEXT NOT NULL,
    -- By which they sign, encrypted.
    secret BLOB NOT NULL,
    -- The one before, for as long as it counts as well.
    former_secret BLOB,
    former_until INTEGER,
    -- The address at which they know us, where they sign it.
    address TEXT,
    opened_by TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, name)
) STRICT;

CREATE TABLE webhook_events (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    id BLOB NOT NULL,
    source TEXT NOT NULL,
    -- What they call it: it is taken once.
    event_id TEXT NOT NULL,
    -- SHA-256 of the body: under another id that nobody signs it is the same.
    hash BLOB NOT NULL,
    kind TEXT,
    -- As it came, encrypted; nothing once it is kept no more.
    body BLOB,
    signed_at INTEGER,
    received_at INTEGER NOT NULL,
    -- The key of the job that does it, and how often somebody has had it done again.
    job_key TEXT NOT NULL,
    replays INTEGER NOT NULL,
    done_at INTEGER,
    told TEXT,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, source, event_id),
    UNIQUE (tenant_id, source, hash)
) STRICT;

CREATE INDEX webhook_events_of_source ON webhook_events (tenant_id, source, id);
CREATE INDEX webhook_events_by_age ON webhook_events (received_at);
CREATE INDEX webhook_events_with_body ON webhook_events (received_at) WHERE body IS NOT NULL;
