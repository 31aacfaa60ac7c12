-- The machines that tenants have made of their own, version by version: by the one that has not ended new records of an entity begin, and
-- records go on by the others that began by them. How often they have changed is counted with the fields of tenants, in `custom_versions`.

CREATE TABLE custom_machines (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    entity text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    -- What it is, in JSON, as a pack says it of its machines.
    definition text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    -- Since when no record begins by it.
    ended_at bigint,
    PRIMARY KEY (tenant_id, entity, version)
);

CREATE UNIQUE INDEX custom_machines_begun_by ON custom_machines (tenant_id, entity) WHERE ended_at IS NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON custom_machines TO ratebook_tenant;
ALTER TABLE custom_machines ENABLE ROW LEVEL SECURITY;
ALTER TABLE custom_machines FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON custom_machines TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON custom_machines TO CURRENT_USER USING (true) WITH CHECK (true);
