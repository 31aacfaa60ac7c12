-- What tenants set of their packs, and what is set for all tenants of one.

CREATE TABLE tenant_settings (
    tenant_id BLOB NOT NULL,
    name TEXT NOT NULL,
    -- The value in JSON; nothing of a secret, and of what is no longer set.
    value TEXT,
    -- A secret, encrypted.
    sealed BLOB,
    -- How often it has changed: all of them together are the version of what the tenant sets.
    version INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, name)
) STRICT;

-- What who runs the installation sets for all tenants of a pack.
CREATE TABLE operator_settings (
    pack TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT,
    sealed BLOB,
    version INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (pack, name)
) STRICT;
