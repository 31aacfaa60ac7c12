-- The roles that tenants have made of their own. How often they have changed is counted with the fields of theirs, in `custom_versions`.

CREATE TABLE custom_roles (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    name text COLLATE "C" NOT NULL,
    -- What it is, in JSON: its label, what it includes, allows and denies.
    definition text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, name)
);

GRANT SELECT ON custom_roles TO ratebook_tenant;
ALTER TABLE custom_roles ENABLE ROW LEVEL SECURITY;
ALTER TABLE custom_roles FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON custom_roles TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON custom_roles TO CURRENT_USER USING (true) WITH CHECK (true);
