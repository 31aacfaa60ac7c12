//! The tables and statements of search, for one collection. Names come from compiled declarations, values are bound.
//!
//! Both databases keep `{table}_search` (tenant, id, marked text), which is what a walk reads. SQLite keeps the grams in an FTS5 table
//! without content, as words of a text; PostgreSQL keeps them in a column of integers under a GIN index, both without an extension.
//! Operators of arrays are not leakproof, so row-level security would keep the index from being used: the function `{table}_found` is
//! what reads it. It runs as the owner of the table, whom the policy does not bind, and gives nothing but rows of the transaction's
//! tenant. Owning the tables is all that it takes: no role has to be above policies.

use super::{Term, Tier};

/// What a term never contains: the pattern that excludes nothing.
const NOTHING: &str = "\u{3}";

/// What makes the tables on SQLite, one statement each. `number` ties a record to its grams. It rises over all tenants, as FTS5 writes a
/// segment whenever a number is not above the last, and is looked up within a tenant, whose records lie together.
pub fn sqlite_tables(table: &str) -> [String; 5] {
    [
        format!(
            "CREATE TABLE {table}_search (tenant_id BLOB NOT NULL, id BLOB NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL, \
             PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, number)) STRICT, WITHOUT ROWID"
        ),
        format!("CREATE TABLE {table}_search_number (last INTEGER NOT NULL) STRICT"),
        format!("INSERT INTO {table}_search_number (last) VALUES (0)"),
        format!(
            "CREATE VIRTUAL TABLE {table}_grams USING fts5 (grams, content = '', columnsize = 0, detail = none, tokenize = 'ascii')"
        ),
        // Merged half as often as by default: a write costs a quarter less, a search reads a few more segments.
        format!("INSERT INTO {table}_grams ({table}_grams, rank) VALUES ('automerge', 8)"),
    ]
}

/// What makes the tables on PostgreSQL, by their owner. `server` is the role in which tenants are served, which owns nothing.
pub fn postgres_tables(table: &str, server: &str) -> [String; 8] {
    let tenant = "(SELECT current_setting('app.tenant')::uuid)";
    // The tenant is looked at behind the index, not by it: a bitmap of all records of a large tenant costs more than it saves.
    let found = |grams: &str| {
        format!(
            "WITH found AS MATERIALIZED (SELECT s.tenant_id, s.id, s.text FROM {table}_search s WHERE {grams}) SELECT f.id, {} FROM found f \
             WHERE f.tenant_id = {tenant} LIMIT most",
            tier(
                "strpos(f.text, exact)",
                "strpos(f.text, prefix)",
                "strpos(f.text, word)",
                "strpos(f.text, part)"
            )
        )
    };
    [
        format!(
            "CREATE TABLE {table}_search (tenant_id uuid NOT NULL, id uuid NOT NULL, text text COLLATE \"C\" NOT NULL, \
             grams integer[] NOT NULL, PRIMARY KEY (tenant_id, id))"
        ),
        // Pending entries are read one by one: a short list keeps searches as quick while records are written.
        format!(
            "CREATE INDEX {table}_search_grams ON {table}_search USING gin (grams) WITH (gin_pending_list_limit = 256)"
        ),
        format!("ALTER TABLE {table}_search ENABLE ROW LEVEL SECURITY"),
        format!("CREATE POLICY {table}_search_tenant ON {table}_search USING (tenant_id = {tenant})"),
        format!("GRANT SELECT, INSERT, UPDATE, DELETE ON {table}_search TO {server}"),
        // The bitmap of what a large tenant has in common does not fit into the usual memory, and every record of its pages would be read.
        format!(
            "CREATE FUNCTION {table}_found(whole integer[], either integer[], exact text, prefix text, word text, part text, most bigint) \
             RETURNS TABLE (id uuid, tier integer) LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 \
             SET search_path = pg_catalog, public, pg_temp SET work_mem = '32MB' SET enable_seqscan = off SET enable_indexscan = off AS $$ BEGIN \
             IF cardinality(whole) = 0 THEN RETURN QUERY {}; ELSE RETURN QUERY {}; END IF; END $$",
            found("s.grams && either"),
            found("s.grams @> whole AND s.grams && either")
        ),
        format!("REVOKE ALL ON FUNCTION {table}_found FROM PUBLIC"),
        format!("GRANT EXECUTE ON FUNCTION {table}_found TO {server}"),
    ]
}

/// What takes the tables away again.
pub fn sqlite_drops(table: &str) -> [String; 3] {
    ["grams", "search_number", "search"].map(|own| format!("DROP TABLE {table}_{own}"))
}

/// What takes the table and its function away again.
pub fn postgres_drops(table: &str) -> [String; 2] {
    [
        format!("DROP FUNCTION {table}_found"),
        format!("DROP TABLE {table}_search"),
    ]
}

/// `find` on SQLite: words of grams, tenant, the four patterns, how many. Rows: id, number of the tier or null.
pub fn sqlite_find(table: &str) -> String {
    format!(
        "SELECT s.id, {} FROM {table}_grams g CROSS JOIN {table}_search s ON s.number = g.rowid AND s.tenant_id = ?2 \
         WHERE g.{table}_grams MATCH ?1 LIMIT ?7",
        tier(
            "instr(s.text, ?3)",
            "instr(s.text, ?4)",
            "instr(s.text, ?5)",
            "instr(s.text, ?6)"
        )
    )
}

/// `find` on PostgreSQL: grams of which all, grams of which one, the four patterns, how many. Rows: id, number of the tier or null.
pub fn postgres_find(table: &str) -> String {
    format!("SELECT id, tier FROM {table}_found($1, $2, $3, $4, $5, $6, $7)")
}

fn tier(exact: &str, prefix: &str, word: &str, part: &str) -> String {
    format!(
        "CASE WHEN {part} = 0 THEN NULL WHEN {exact} > 0 THEN 0 WHEN {prefix} > 0 THEN 1 WHEN {word} > 0 THEN 2 ELSE 3 END"
    )
}

/// `walk` on SQLite: tenant, last id, among how many, the patterns of [`walked`], how many. Rows: id, in order.
pub fn sqlite_walk(table: &str) -> String {
    // The inner rows come one after another, in order; an outer order would have SQLite read them all.
    format!(
        "SELECT id FROM (SELECT id, text FROM {table}_search WHERE tenant_id = ?1 AND id > ?2 ORDER BY id LIMIT ?3) \
         WHERE instr(text, ?4) > 0 AND instr(text, ?5) = 0 AND instr(text, ?6) = 0 LIMIT ?7"
    )
}

/// `walk` on PostgreSQL: tenant, last id, among how many, the patterns of [`walked`], how many. Rows: id, in order.
pub fn postgres_walk(table: &str) -> String {
    // Of three comparisons the planner expects hardly a row, and would read all records to sort them; of a case it expects every other.
    format!(
        "SELECT id FROM (SELECT id, text FROM {table}_search WHERE tenant_id = $1 AND id > $2 ORDER BY id LIMIT $3) walked \
         WHERE CASE WHEN strpos(text, $4) = 0 OR strpos(text, $5) > 0 THEN false ELSE strpos(text, $6) = 0 END ORDER BY id LIMIT $7"
    )
}

/// What a text contains when nothing keeps it out.
pub fn nothing() -> String {
    NOTHING.to_owned()
}

/// What the text of a record of a tier contains, and what it does not, lest the record be of a better tier.
pub fn walked(term: &Term, tier: Tier) -> [String; 3] {
    let (better, best) = match tier {
        Tier::Exact => (nothing(), nothing()),
        Tier::Prefix => (term.pattern(Tier::Exact), nothing()),
        Tier::Word => (term.pattern(Tier::Prefix), nothing()),
        Tier::Part => (term.pattern(Tier::Prefix), term.pattern(Tier::Word)),
    };
    [term.pattern(tier), better, best]
}

/// Writing on SQLite, in the transaction of the record and in this order: the next number; tenant, id, text; words of grams.
pub fn sqlite_writes(table: &str) -> [String; 3] {
    [
        format!("UPDATE {table}_search_number SET last = last + 1"),
        format!(
            "INSERT INTO {table}_search (tenant_id, id, number, text) SELECT ?1, ?2, last, ?3 FROM {table}_search_number"
        ),
        format!("INSERT INTO {table}_grams (rowid, grams) SELECT last, ?1 FROM {table}_search_number"),
    ]
}

/// Taking grams out again on SQLite, before others are written or the record goes: number, words of the grams of [`super::Entry::kept`].
/// Other words than those that were written would spoil the index.
pub fn sqlite_removal(table: &str) -> String {
    format!("INSERT INTO {table}_grams ({table}_grams, rowid, grams) VALUES ('delete', ?1, ?2)")
}

/// What SQLite keeps of a record: tenant, id. Rows: number, text.
pub fn sqlite_kept(table: &str) -> String {
    format!("SELECT number, text FROM {table}_search WHERE tenant_id = ?1 AND id = ?2")
}

/// Some records whose texts a tenant has: tenant, how many.
pub fn some_kept(table: &str) -> String {
    format!("SELECT id FROM {table}_search WHERE tenant_id = $1 LIMIT $2")
}

/// Taking the text of a record away on either database: tenant, id.
pub fn text_removal(table: &str) -> String {
    format!("DELETE FROM {table}_search WHERE tenant_id = $1 AND id = $2")
}

/// Writing on PostgreSQL: tenant, id, text, grams; an entry that is there is replaced.
pub fn postgres_write(table: &str) -> String {
    format!(
        "INSERT INTO {table}_search (tenant_id, id, text, grams) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (tenant_id, id) DO UPDATE SET text = excluded.text, grams = excluded.grams"
    )
}

/// Grams as words, as FTS5 reads them.
pub fn words(grams: &[i32]) -> String {
    grams.iter().map(|&gram| word(gram)).collect::<Vec<_>>().join(" ")
}

/// What FTS5 is asked: all of these and one of those.
pub fn asked(every: &[i32], some: &[i32]) -> String {
    let some = some.iter().map(|&gram| word(gram)).collect::<Vec<_>>().join(" OR ");
    let every = every.iter().map(|&gram| word(gram) + " AND ");
    format!("{}({some})", every.collect::<String>())
}

/// A gram as a word: seven letters and digits of base 32, the least of which first.
fn word(gram: i32) -> String {
    const DIGITS: &[u8; 32] = b"0123456789abcdefghijklmnopqrstuv";
    let bits = u32::from_le_bytes(gram.to_le_bytes());
    let digits = (0..7).map(|place| DIGITS.get((bits >> (5 * place)) as usize & 31).copied());
    digits.flatten().map(char::from).collect()
}
