-- How tenants look on paper: what they are called, where they are, their colour and their logo.

CREATE TABLE brands (
    tenant_id uuid NOT NULL PRIMARY KEY,
    name text COLLATE "C" NOT NULL,
    -- One line of it on a line.
    address text COLLATE "C" NOT NULL,
    -- The colour, and that of text on it, such as `#1f3a5f`.
    fill text COLLATE "C" NOT NULL,
    text text COLLATE "C" NOT NULL,
    -- `image/png` or `image/jpeg`, and the picture itself.
    logo_type text COLLATE "C",
    logo bytea,
    updated_at bigint NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON brands TO ratebook_tenant;
ALTER TABLE brands ENABLE ROW LEVEL SECURITY;
ALTER TABLE brands FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON brands TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON brands TO CURRENT_USER USING (true) WITH CHECK (true);
