// Customers in SQLite: one connection of better-sqlite3, every statement prepared once.
import Database from 'better-sqlite3'
import { and, asc, eq, getTableColumns, placeholder, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { customType, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

const uuid = customType({
  dataType: () => 'blob',
  toDriver: (value) => Buffer.from(value.replaceAll('-', ''), 'hex'),
  fromDriver: (bytes) => {
    const hex = bytes.toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  },
})

const MICROS = /\.\d{3}(\d{1,3})/
const instant = customType({
  dataType: () => 'integer',
  toDriver: (value) => Date.parse(value) * 1000 + Number((MICROS.exec(value)?.[1] ?? '').padEnd(3, '0')),
  fromDriver: (micros) => `${new Date(Math.floor(micros / 1000)).toISOString().slice(0, -1)}${String(micros % 1000).padStart(3, '0')}Z`,
})

const customers = sqliteTable('customers', {
  tenant_id: uuid().notNull(),
  id: uuid().notNull(),
  code: text().notNull(),
  name: text().notNull(),
  email: text().notNull(),
  email_key: text().notNull(),
  phone: text(),
  city: text(),
  status: text().notNull(),
  created_at: instant().notNull(),
  updated_at: instant().notNull(),
})
const counters = sqliteTable('counters', { tenant_id: uuid().notNull(), name: text().notNull(), value: integer().notNull() })
const customersSearch = sqliteTable('customers_search', { rowid: integer().notNull(), text: text().notNull() })
const rateLists = sqliteTable('rate_lists', { tenant_id: uuid().notNull(), id: uuid().notNull(), definition: text().notNull() })

const { tenant_id: _, email_key: __, ...shown } = getTableColumns(customers)
const given = (column, name = column.name) => sql.param(placeholder(name), column)

export function open(path) {
  const file = new Database(path, { timeout: 10_000 })
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'cache_size = -32000']) file.pragma(pragma)
  const db = drizzle(file)
  const limit = placeholder('limit')

  const one = db.select(shown).from(customers).where(and(eq(customers.tenant_id, given(customers.tenant_id)), eq(customers.id, given(customers.id)))).prepare()

  const page = (...also) => db.select(shown).from(customers)
    .where(and(eq(customers.tenant_id, given(customers.tenant_id)), ...also))
    .orderBy(asc(customers.created_at), asc(customers.id)).limit(limit).prepare()
  const ofStatus = eq(customers.status, given(customers.status))
  const later = sql`(${customers.created_at}, ${customers.id}) > (${given(customers.created_at)}, ${given(customers.id)})`
  const pages = { all: page(), allLater: page(later), status: page(ofStatus), statusLater: page(ofStatus, later) }

  // The cross join keeps the order: the found words first, their customers by rowid.
  const search = (words) => db.select(shown).from(customersSearch).crossJoin(customers)
    .where(and(words, sql`${customers}.rowid = ${customersSearch.rowid}`, eq(customers.tenant_id, given(customers.tenant_id))))
    .orderBy(asc(customers.id)).limit(limit).prepare()
  const phrase = search(sql`${customersSearch.text} match ${placeholder('words')}`)
  const short = search(sql`${customersSearch.text} like ${placeholder('words')} escape '\\'`)

  const nextNumber = db.insert(counters).values({ tenant_id: placeholder('tenant_id'), name: 'customer', value: 1 })
    .onConflictDoUpdate({ target: [counters.tenant_id, counters.name], set: { value: sql`${counters.value} + 1` } })
    .returning({ value: counters.value }).prepare()
  const insert = db.insert(customers).values(Object.fromEntries(Object.keys(getTableColumns(customers)).map((name) => [name, placeholder(name)]))).prepare()
  const index = file.prepare(`insert into customers_search (rowid, text) values (?, lower(?) || ' ' || lower(?))`)
  const store = file.transaction((record, codeOf) => {
    const row = { ...record, code: codeOf(nextNumber.get({ tenant_id: record.tenant_id }).value) }
    index.run(insert.run(row).lastInsertRowid, row.name, row.email)
    return row
  }).immediate

  const definition = db.select({ definition: rateLists.definition }).from(rateLists)
    .where(and(eq(rateLists.tenant_id, given(rateLists.tenant_id)), eq(rateLists.id, given(rateLists.id)))).prepare()

  return {
    one: (tenant_id, id) => one.get({ tenant_id, id }),
    page: (tenant_id, status, after, limit) =>
      pages[`${status === undefined ? 'all' : 'status'}${after ? 'Later' : ''}`].all({ tenant_id, status, ...after, limit }),
    // Trigrams find nothing shorter than themselves.
    search: (tenant_id, part, limit) => [...part].length < 3
      ? short.all({ tenant_id, words: `%${part.replace(/[\\%_]/g, '\\$&')}%`, limit })
      : phrase.all({ tenant_id, words: `"${part.replaceAll('"', '""')}"`, limit }),
    create(record, codeOf) {
      try {
        return store(record, codeOf)
      } catch (error) {
        if ((error.cause ?? error).message.includes('customers.email_key')) return undefined
        throw error
      }
    },
    definition: (tenant_id, id) => definition.get({ tenant_id, id })?.definition,
    close: () => file.close(),
  }
}
