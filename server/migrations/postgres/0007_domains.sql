-- A domain of a tenant's own, beside its part of the installation's.
ALTER TABLE tenants ADD COLUMN domain text COLLATE "C";
CREATE UNIQUE INDEX ux__tenants__domain ON tenants (domain) WHERE domain IS NOT NULL;
