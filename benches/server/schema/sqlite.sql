-- What somebody writes by hand for the same customers: floor B, Fastify and FastAPI share it.
CREATE TABLE customers (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    phone TEXT,
    city TEXT,
    status TEXT NOT NULL,
    created_at INTEGER NOT NULL, -- microseconds
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
) STRICT;
CREATE TABLE counters (tenant_id BLOB NOT NULL, name TEXT NOT NULL, value INTEGER NOT NULL, PRIMARY KEY (tenant_id, name)) STRICT;
CREATE TABLE rate_lists (tenant_id BLOB NOT NULL, id BLOB NOT NULL, definition TEXT NOT NULL, PRIMARY KEY (tenant_id, id)) STRICT;
-- Parts of words: one text of name and e-mail, found by its trigrams.
CREATE VIRTUAL TABLE customers_search USING fts5(text, tokenize = 'trigram', detail = 'full');
