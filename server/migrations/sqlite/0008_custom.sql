-- The fields that tenants have given entities of their own. What records have in them stands beside the records.

CREATE TABLE custom_fields (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    entity TEXT NOT NULL,
    name TEXT NOT NULL,
    -- What it is, in JSON, as a pack says it of its fields.
    definition TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    -- Since when there is none any more. Its name stays taken: the audit tells of it.
    removed_at INTEGER,
    -- Since when no record has anything in it.
    cleared_at INTEGER,
    PRIMARY KEY (tenant_id, entity, name)
) STRICT;

-- How often they have changed.
CREATE TABLE custom_versions (
    tenant_id BLOB NOT NULL PRIMARY KEY REFERENCES tenants (id),
    version INTEGER NOT NULL
) STRICT;
