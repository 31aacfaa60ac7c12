-- People who are made nameless, records that are kept as they are, and what people have agreed to.

CREATE TABLE anonymisings (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    id BLOB NOT NULL,
    person BLOB NOT NULL,
    -- `waiting`, `done` once nothing says any more whom it is about, or `stopped` where another act goes on with it.
    state TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    -- What was taken out, and the salt of what stands in its place, encrypted: it goes once it is done.
    known BLOB,
    -- What has become of it, in JSON: how many records, and which are kept.
    told TEXT,
    asked_at INTEGER NOT NULL,
    finished_at INTEGER,
    PRIMARY KEY (tenant_id, id)
) STRICT;

CREATE UNIQUE INDEX anonymisings_waiting ON anonymisings (tenant_id, person) WHERE state = 'waiting';

CREATE TABLE legal_holds (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    id BLOB NOT NULL,
    entity TEXT NOT NULL,
    record_id BLOB NOT NULL,
    why TEXT NOT NULL,
    made_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, entity, record_id)
) STRICT;

-- What people have agreed to and taken back, one after the other: nothing of it is changed.
CREATE TABLE consents (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    id BLOB NOT NULL,
    person BLOB NOT NULL,
    purpose TEXT NOT NULL,
    is_given INTEGER NOT NULL,
    -- Of the text that they read, and its language.
    version TEXT,
    language TEXT,
    -- How it came: a form, a call, a letter.
    source TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    -- When they did, and when that was written down.
    at INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
) STRICT;

CREATE INDEX consents_of ON consents (tenant_id, person, id);
CREATE TRIGGER consents_no_update BEFORE UPDATE ON consents BEGIN SELECT RAISE(ABORT, 'consents are only added to'); END;
