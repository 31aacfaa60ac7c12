-- Since when a tenant that was deleted has nothing any more.

ALTER TABLE tenants ADD COLUMN erased_at bigint;
