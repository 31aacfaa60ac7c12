-- What is looked for over all tenants: whose records are, by person. The records themselves stay with their tenants.

CREATE TABLE owned (
    tenant_id BLOB NOT NULL,
    -- The table of its entity.
    source TEXT NOT NULL,
    record_id BLOB NOT NULL,
    -- The account that it belongs to.
    person BLOB NOT NULL,
    -- When the record was made: what lists are sorted by.
    made_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, source, record_id)
) STRICT;

CREATE INDEX owned_by_person ON owned (person, source, made_at, tenant_id, record_id);
CREATE INDEX owned_by_source ON owned (source);
