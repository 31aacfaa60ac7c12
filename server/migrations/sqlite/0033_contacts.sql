-- When a record is looked at for what a pack writes to people by itself.
CREATE TABLE contact_timers (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    entity TEXT NOT NULL,
    record_id BLOB NOT NULL,
    due_at INTEGER NOT NULL,
    -- Of the pack by which that was reckoned.
    version INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, entity, record_id)
) STRICT;

CREATE INDEX contact_timers_due ON contact_timers (due_at);

-- What went out about records: each once, by its key.
CREATE TABLE contacts (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    entity TEXT NOT NULL,
    record_id BLOB NOT NULL,
    -- Plan, contact and occurrence.
    key TEXT NOT NULL,
    plan TEXT NOT NULL,
    contact TEXT NOT NULL,
    letter TEXT NOT NULL,
    channel TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    sent_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, entity, record_id, key)
) STRICT;
