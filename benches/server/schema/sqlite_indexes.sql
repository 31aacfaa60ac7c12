CREATE UNIQUE INDEX customers_email ON customers (tenant_id, email_key);
CREATE UNIQUE INDEX customers_code ON customers (tenant_id, code);
CREATE INDEX customers_by_status ON customers (tenant_id, status, created_at, id);
ANALYZE;
