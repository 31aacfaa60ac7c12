-- What somebody writes by hand for the same customers: floor B, Fastify and FastAPI share it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE TABLE customers (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    email_key text NOT NULL,
    phone text,
    city text,
    status text NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE TABLE counters (tenant_id uuid NOT NULL, name text NOT NULL, value bigint NOT NULL, PRIMARY KEY (tenant_id, name));
CREATE TABLE rate_lists (tenant_id uuid NOT NULL, id uuid NOT NULL, definition text NOT NULL, PRIMARY KEY (tenant_id, id));
