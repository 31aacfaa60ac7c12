// Calendars made of rows: of those near a question, and of those that changed since it was last looked.
import { isDeepStrictEqual } from 'node:util'
import { and, eq, gt, not, sql } from 'drizzle-orm'
import { Calendar, type Booking } from 'ratebook'
import { bookings, resources, type Database, type Resource, type Row } from './tables.js'

// Farther apart than any two bookings that still matter to each other: the longest buffer, and the longest gap that is kept.
const NEAR = sql`interval '1 day'`

/** A row as the engine reads it. */
export function taken(row: Pick<Row, 'id' | 'resourceId' | 'during'>): Booking {
  return { id: row.id, takes: [{ resource: row.resourceId, when: { span: row.during } }] }
}

/** A calendar of one resource and of the rows near a time; with no end, of all that come after its start. */
export async function near(database: Database, resource: Resource, start: string, end?: string): Promise<Calendar> {
  // A range the wrong way round is for the engine to refuse, not for the database. `least` and `greatest` pass over NULL.
  const first = sql`least(${start}::timestamptz, ${end ?? null}::timestamptz) - ${NEAR}`
  const last = end === undefined ? sql`NULL` : sql`greatest(${start}::timestamptz, ${end}::timestamptz) + ${NEAR}`
  const around = sql`${bookings.during} && tstzrange(${first}, ${last})`
  const rows = await database
    .select()
    .from(bookings)
    .where(and(eq(bookings.resourceId, resource.id), around, not(bookings.cancelled)))
  return new Calendar({ resources: [resource.rules], bookings: rows.map(taken) })
}

interface Kept {
  readonly rules: Resource['rules']
  readonly version: number
  readonly calendar: Calendar
}

/** One resource's calendar, kept by this process and brought up to date before it is asked. */
export class Followed {
  #kept: Kept | undefined
  #looking: Promise<unknown> = Promise.resolve()

  /** One look at a time: an older answer of the database must not be applied after a newer one. */
  look(database: Database, id: string): Promise<Calendar | undefined> {
    const look = this.#looking.then(() => this.#follow(database, id))
    this.#looking = look.catch(() => undefined)
    return look
  }

  async #follow(database: Database, id: string): Promise<Calendar | undefined> {
    const [resource] = await database.select().from(resources).where(eq(resources.id, id))
    if (resource === undefined) return undefined
    let calendar = this.#kept?.calendar
    if (this.#kept === undefined || calendar === undefined || !isDeepStrictEqual(this.#kept.rules, resource.rules)) {
      calendar = await near(database, resource, new Date().toISOString())
    } else if (this.#kept.version !== resource.version) {
      const since = and(eq(bookings.resourceId, id), gt(bookings.version, this.#kept.version))
      const changed = await database.select().from(bookings).where(since)
      calendar.applyRows({
        bookings: changed.filter((row) => !row.cancelled).map(taken),
        removed: { bookings: changed.filter((row) => row.cancelled).map((row) => row.id) },
      })
    }
    // The version that was read before the rows: what was committed in between is brought again next time.
    this.#kept = { rules: resource.rules, version: resource.version, calendar }
    return calendar
  }
}
