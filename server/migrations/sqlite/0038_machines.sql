-- The machines that tenants have made of their own, version by version: by the one that has not ended new records of an entity begin, and
-- records go on by the others that began by them. How often they have changed is counted with the fields of tenants, in `custom_versions`.

CREATE TABLE custom_machines (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    entity TEXT NOT NULL,
    version INTEGER NOT NULL,
    -- What it is, in JSON, as a pack says it of its machines.
    definition TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    -- Since when no record begins by it.
    ended_at INTEGER,
    PRIMARY KEY (tenant_id, entity, version)
) STRICT;

CREATE UNIQUE INDEX custom_machines_begun_by ON custom_machines (tenant_id, entity) WHERE ended_at IS NULL;
