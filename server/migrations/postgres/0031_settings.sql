-- What tenants set of their packs, and what is set for all tenants of one.

CREATE TABLE tenant_settings (
    tenant_id uuid NOT NULL,
    name text COLLATE "C" NOT NULL,
    -- The value in JSON; nothing of a secret, and of what is no longer set.
    value text COLLATE "C",
    -- A secret, encrypted.
    sealed bytea,
    -- How often it has changed: all of them together are the version of what the tenant sets.
    version bigint NOT NULL,
    updated_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, name)
);

-- What who runs the installation sets for all tenants of a pack.
CREATE TABLE operator_settings (
    pack text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    value text COLLATE "C",
    sealed bytea,
    version bigint NOT NULL,
    updated_at bigint NOT NULL,
    PRIMARY KEY (pack, name)
);

GRANT SELECT, INSERT, UPDATE ON tenant_settings TO ratebook_tenant;
ALTER TABLE tenant_settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant_settings FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON tenant_settings TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON tenant_settings TO CURRENT_USER USING (true) WITH CHECK (true);

-- Tenants read them, and nothing else.
GRANT SELECT ON operator_settings TO ratebook_tenant;
ALTER TABLE operator_settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE operator_settings FORCE ROW LEVEL SECURITY;
CREATE POLICY reads ON operator_settings FOR SELECT TO ratebook_tenant USING (true);
CREATE POLICY platform ON operator_settings TO CURRENT_USER USING (true) WITH CHECK (true);
