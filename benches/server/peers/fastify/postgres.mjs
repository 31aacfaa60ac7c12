// Customers in PostgreSQL: a pool of node-postgres, statements prepared by name on every connection.
import { and, asc, eq, getTableColumns, placeholder, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { bigint, customType, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import pg from 'pg'

// Sessions are in UTC, so the server's text is RFC 3339 but for two places; nothing of the microseconds is lost.
const instant = customType({
  dataType: () => 'timestamptz',
  fromDriver: (value) => value.replace(' ', 'T').replace('+00', 'Z'),
})

const customers = pgTable('customers', {
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
const counters = pgTable('counters', { tenant_id: uuid().notNull(), name: text().notNull(), value: bigint({ mode: 'number' }).notNull() })
const rateLists = pgTable('rate_lists', { tenant_id: uuid().notNull(), id: uuid().notNull(), definition: text().notNull() })

const { tenant_id: _, email_key: __, ...shown } = getTableColumns(customers)

export function open(url) {
  const pool = new pg.Pool({ connectionString: url, max: 16, idleTimeoutMillis: 0, options: '-c TimeZone=UTC' })
  const db = drizzle(pool)
  const limit = placeholder('limit')
  const ofTenant = eq(customers.tenant_id, placeholder('tenant_id'))

  const one = db.select(shown).from(customers).where(and(ofTenant, eq(customers.id, placeholder('id')))).prepare('one')

  const page = (name, ...also) => db.select(shown).from(customers).where(and(ofTenant, ...also))
    .orderBy(asc(customers.created_at), asc(customers.id)).limit(limit).prepare(name)
  const ofStatus = eq(customers.status, placeholder('status'))
  const later = sql`(${customers.created_at}, ${customers.id}) > (${placeholder('created_at')}, ${placeholder('id')})`
  const pages = {
    all: page('page'),
    allLater: page('page_later', later),
    status: page('page_of_status', ofStatus),
    statusLater: page('page_of_status_later', ofStatus, later),
  }

  // Without a name, so that it is planned for the words that are asked.
  const words = sql`(lower(${customers.name}) || ' ' || lower(${customers.email}))`
  const search = db.select(shown).from(customers).where(and(ofTenant, sql`${words} like ${placeholder('pattern')}`))
    .orderBy(asc(customers.id)).limit(limit).prepare()

  const nextNumber = (tx, tenant_id) => tx.insert(counters).values({ tenant_id, name: 'customer', value: 1 })
    .onConflictDoUpdate({ target: [counters.tenant_id, counters.name], set: { value: sql`${counters.value} + 1` } })
    .returning({ value: counters.value }).prepare('next_number').execute()

  const definition = db.select({ definition: rateLists.definition }).from(rateLists)
    .where(and(eq(rateLists.tenant_id, placeholder('tenant_id')), eq(rateLists.id, placeholder('id')))).prepare('definition')

  return {
    one: async (tenant_id, id) => (await one.execute({ tenant_id, id }))[0],
    page: (tenant_id, status, after, limit) =>
      pages[`${status === undefined ? 'all' : 'status'}${after ? 'Later' : ''}`].execute({ tenant_id, status, ...after, limit }),
    search: (tenant_id, part, limit) =>
      search.execute({ tenant_id, pattern: `%${part.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`, limit }),
    async create(record, codeOf) {
      try {
        return await db.transaction(async (tx) => {
          const [{ value }] = await nextNumber(tx, record.tenant_id)
          const row = { ...record, code: codeOf(value) }
          await tx.insert(customers).values(row).prepare('insert').execute()
          return row
        })
      } catch (error) {
        if ((error.cause ?? error).constraint === 'customers_email') return undefined
        throw error
      }
    },
    definition: async (tenant_id, id) => (await definition.execute({ tenant_id, id }))[0]?.definition,
    close: () => pool.end(),
  }
}
