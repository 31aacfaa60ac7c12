-- What was written down, chained: each entry of the audit that has committed is sealed behind the one before, in an order of its own.

CREATE TABLE audit_seals (
    tenant_id BLOB NOT NULL,
    -- Counted from 1, without a gap.
    sequence INTEGER NOT NULL,
    -- The entry of the audit.
    entry BLOB NOT NULL,
    -- The hash of the one before, and its own: SHA-256 of what the engine makes of the entry.
    previous BLOB NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (tenant_id, sequence),
    UNIQUE (tenant_id, entry)
) STRICT;

-- The last one that is sealed of each: what the next one hangs on.
CREATE TABLE audit_heads (
    tenant_id BLOB NOT NULL PRIMARY KEY,
    sequence INTEGER NOT NULL,
    hash BLOB NOT NULL
) STRICT;

-- What entries say of people, beside them: it can be erased, and no seal breaks, since the entries have commitments to it in its place.
CREATE TABLE audit_personal (
    tenant_id BLOB NOT NULL,
    entry BLOB NOT NULL,
    -- In hexadecimal digits; without it nobody finds what was said by trying.
    salt TEXT NOT NULL,
    -- A list in JSON.
    changes TEXT NOT NULL,
    PRIMARY KEY (tenant_id, entry)
) STRICT;

-- The tenant of which something is erased, for as long as the transaction takes that does it.
CREATE TABLE erasing (
    tenant_id BLOB NOT NULL PRIMARY KEY
) STRICT;

-- What is sealed stays as it is, and so does what happened: they go with the rest of a tenant that is deleted for good, while it is erased. The
-- tenant's own life stays, and the head stays, which only moves on.
DROP TRIGGER audit_no_delete;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
WHEN (OLD.entity = 'tenant' AND OLD.record_id IS OLD.tenant_id)
    OR NOT EXISTS (SELECT 1 FROM erasing e JOIN tenants t ON t.id = e.tenant_id WHERE e.tenant_id = OLD.tenant_id AND t.state = 'deleted')
BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
CREATE TRIGGER audit_personal_no_update BEFORE UPDATE ON audit_personal BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
CREATE TRIGGER audit_seals_no_update BEFORE UPDATE ON audit_seals BEGIN SELECT RAISE(ABORT, 'seals of the audit are only added'); END;
CREATE TRIGGER audit_seals_no_delete BEFORE DELETE ON audit_seals
WHEN EXISTS (SELECT 1 FROM audit WHERE tenant_id = OLD.tenant_id AND id = OLD.entry)
    OR NOT EXISTS (SELECT 1 FROM erasing e JOIN tenants t ON t.id = e.tenant_id WHERE e.tenant_id = OLD.tenant_id AND t.state = 'deleted')
BEGIN SELECT RAISE(ABORT, 'seals of the audit are only added'); END;
CREATE TRIGGER audit_heads_move_on BEFORE UPDATE ON audit_heads
WHEN NEW.tenant_id IS NOT OLD.tenant_id OR NEW.sequence <= OLD.sequence
BEGIN SELECT RAISE(ABORT, 'the head of the audit only moves on'); END;
CREATE TRIGGER audit_heads_no_delete BEFORE DELETE ON audit_heads BEGIN SELECT RAISE(ABORT, 'the head of the audit stays'); END;
