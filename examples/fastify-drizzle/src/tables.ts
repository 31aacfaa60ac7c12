// The tables: what can be booked, and what is booked. migrations/ makes them.
import { drizzle } from 'drizzle-orm/node-postgres'
import { bigint, boolean, customType, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import pg from 'pg'
import type { Resource as Rules } from 'ratebook'

export interface Span {
  readonly start: string
  readonly end: string
}

/** PostgreSQL writes `["2026-12-18 09:00:00+00","2026-12-18 10:00:00+00")`. */
const tstzrange = customType<{ data: Span; driverData: string }>({
  dataType: () => 'tstzrange',
  toDriver: ({ start, end }) => `[${start},${end})`,
  fromDriver: (range) => {
    const [start, end] = range.slice(1, -1).replaceAll('"', '').split(',').map(moment)
    return { start: start!, end: end! }
  },
})

/** The same moment as JSON has it: `2026-12-18T09:00:00+00:00`. */
const moment = (written: string) => written.replace(' ', 'T').replace(/[+-]\d\d$/, '$&:00')

export const resources = pgTable('resources', {
  id: text().primaryKey(),
  rules: jsonb().$type<Rules>().notNull(),
  version: bigint({ mode: 'number' }).notNull().default(0),
})

export const bookings = pgTable('bookings', {
  id: uuid().primaryKey(),
  resourceId: text('resource_id').notNull().references(() => resources.id),
  during: tstzrange().notNull(),
  cancelled: boolean().notNull().default(false),
  version: bigint({ mode: 'number' }).notNull(),
})

export type Resource = typeof resources.$inferSelect
export type Row = typeof bookings.$inferSelect

const connectionString = process.env.DATABASE_URL ?? 'postgresql:///ratebook'
export const database = drizzle(new pg.Pool({ connectionString, max: 10 }))
/** The database, or a transaction of it. */
export type Database = Pick<typeof database, 'select' | 'insert' | 'update'>
