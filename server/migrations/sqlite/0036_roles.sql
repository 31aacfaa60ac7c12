-- The roles that tenants have made of their own. How often they have changed is counted with the fields of theirs, in `custom_versions`.

CREATE TABLE custom_roles (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    name TEXT NOT NULL,
    -- What it is, in JSON: its label, what it includes, allows and denies.
    definition TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, name)
) STRICT;
