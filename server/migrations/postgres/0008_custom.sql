-- The fields that tenants have given entities of their own. What records have in them stands beside the records.

CREATE TABLE custom_fields (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    entity text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    -- What it is, in JSON, as a pack says it of its fields.
    definition text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    -- Since when there is none any more. Its name stays taken: the audit tells of it.
    removed_at bigint,
    -- Since when no record has anything in it.
    cleared_at bigint,
    PRIMARY KEY (tenant_id, entity, name)
);

-- How often they have changed.
CREATE TABLE custom_versions (
    tenant_id uuid NOT NULL PRIMARY KEY REFERENCES tenants (id),
    version bigint NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON custom_fields TO ratebook_tenant;
ALTER TABLE custom_fields ENABLE ROW LEVEL SECURITY;
ALTER TABLE custom_fields FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON custom_fields TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON custom_fields TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON custom_versions TO ratebook_tenant;
ALTER TABLE custom_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE custom_versions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON custom_versions TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON custom_versions TO CURRENT_USER USING (true) WITH CHECK (true);

-- The pack of a tenant, the version by which its tables stand, and that of its own fields, such as `studio 3 0`.
CREATE OR REPLACE FUNCTION ratebook_installed(asked uuid) RETURNS text LANGUAGE plpgsql STABLE AS $$ BEGIN
    RETURN (SELECT p.name || ' ' || p.version || ' ' || coalesce(c.version, 0) FROM tenants t JOIN packs p ON p.name = t.pack LEFT JOIN custom_versions c ON c.tenant_id = t.id WHERE t.id = asked);
END $$;
