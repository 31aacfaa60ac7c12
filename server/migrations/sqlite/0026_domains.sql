-- Domains that tenants say are their own, and the text in their DNS that proves it.
CREATE TABLE domain_claims (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    domain TEXT NOT NULL,
    token TEXT NOT NULL,
    claimed_by TEXT NOT NULL,
    claimed_at INTEGER NOT NULL,
    proven_at INTEGER,
    -- When the proof was last looked for, and since when it is not found any more.
    looked_at INTEGER,
    lost_at INTEGER,
    PRIMARY KEY (tenant_id)
) STRICT;

CREATE INDEX domain_claims_looked_at ON domain_claims (looked_at) WHERE proven_at IS NOT NULL;
