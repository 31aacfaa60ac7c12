CREATE UNIQUE INDEX customers_email ON customers (tenant_id, email_key);
CREATE UNIQUE INDEX customers_code ON customers (tenant_id, code);
CREATE INDEX customers_by_status ON customers (tenant_id, status, created_at, id);
-- Parts of words: one text of name and e-mail, found by its trigrams.
CREATE INDEX customers_search ON customers USING gin ((lower(name) || ' ' || lower(email)) gin_trgm_ops);
VACUUM ANALYZE;
