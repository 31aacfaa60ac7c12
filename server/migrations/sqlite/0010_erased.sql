-- Since when a tenant that was deleted has nothing any more.

ALTER TABLE tenants ADD COLUMN erased_at INTEGER;

-- What happened is never taken back, but for what happened in a tenant that is deleted for good: its own life stays.
DROP TRIGGER audit_no_delete;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
WHEN (OLD.entity = 'tenant' AND OLD.record_id IS OLD.tenant_id) OR NOT EXISTS (SELECT 1 FROM tenants WHERE id = OLD.tenant_id AND state = 'deleted')
BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
