-- Domains that tenants say are their own, and the text in their DNS that proves it.
CREATE TABLE domain_claims (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    domain text COLLATE "C" NOT NULL,
    token text COLLATE "C" NOT NULL,
    claimed_by text COLLATE "C" NOT NULL,
    claimed_at bigint NOT NULL,
    proven_at bigint,
    -- When the proof was last looked for, and since when it is not found any more.
    looked_at bigint,
    lost_at bigint,
    PRIMARY KEY (tenant_id)
);

CREATE INDEX domain_claims_looked_at ON domain_claims (looked_at) WHERE proven_at IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON domain_claims TO ratebook_tenant;
ALTER TABLE domain_claims ENABLE ROW LEVEL SECURITY;
ALTER TABLE domain_claims FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON domain_claims TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON domain_claims TO CURRENT_USER USING (true) WITH CHECK (true);
