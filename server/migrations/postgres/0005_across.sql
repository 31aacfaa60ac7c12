-- What is looked for over all tenants: whose records are, by person. The records themselves stay with their tenants.

CREATE TABLE owned (
    tenant_id uuid NOT NULL,
    -- The table of its entity.
    source text COLLATE "C" NOT NULL,
    record_id uuid NOT NULL,
    -- The account that it belongs to.
    person uuid NOT NULL,
    -- When the record was made: what lists are sorted by.
    made_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, source, record_id)
);

CREATE INDEX owned_by_person ON owned (person, source, made_at, tenant_id, record_id);
CREATE INDEX owned_by_source ON owned (source);

GRANT SELECT, INSERT, UPDATE, DELETE ON owned TO ratebook_tenant;
ALTER TABLE owned ENABLE ROW LEVEL SECURITY;
ALTER TABLE owned FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON owned TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON owned TO CURRENT_USER USING (true) WITH CHECK (true);
