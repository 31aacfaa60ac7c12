// Bookings over HTTP with Fastify and Drizzle: npm start
import { randomUUID } from 'node:crypto'
import { and, eq, not, sql } from 'drizzle-orm'
import Fastify from 'fastify'
import { RatebookError } from 'ratebook'
import { Followed, near, taken } from './calendars.js'
import { bookings, database, resources, type Database, type Resource, type Span } from './tables.js'

class NotFound extends Error {}

const service = Fastify()
const followed = new Map<string, Followed>()

/** The resource with its next version. Others who want it wait here until the transaction ends. */
async function lock(transaction: Database, id: string): Promise<Resource> {
  const [resource] = await transaction
    .update(resources)
    .set({ version: sql`${resources.version} + 1` })
    .where(eq(resources.id, id))
    .returning()
  if (resource === undefined) throw new NotFound(`there is no resource \`${id}\``)
  return resource
}

const span = {
  type: 'object',
  required: ['start', 'end'],
  properties: { start: { type: 'string', format: 'date-time' }, end: { type: 'string', format: 'date-time' } },
}

service.post<{ Params: { resource: string }; Body: Span }>(
  '/resources/:resource/bookings',
  { schema: { body: span } },
  async (request, reply) => {
    const { start, end } = request.body
    const row = await database.transaction(async (transaction) => {
      const resource = await lock(transaction, request.params.resource)
      const calendar = await near(transaction, resource, start, end)
      const row = { id: randomUUID(), resourceId: resource.id, during: { start, end }, version: resource.version }
      calendar.book({ now: new Date().toISOString(), booking: taken(row) })
      await transaction.insert(bookings).values(row)
      return row
    })
    return reply.code(201).send({ id: row.id, start, end })
  },
)

service.delete<{ Params: { resource: string; booking: string } }>(
  '/resources/:resource/bookings/:booking',
  { schema: { params: { type: 'object', properties: { booking: { type: 'string', format: 'uuid' } } } } },
  async (request, reply) => {
    const { resource: id, booking } = request.params
    await database.transaction(async (transaction) => {
      const resource = await lock(transaction, id)
      const cancelled = await transaction
        .update(bookings)
        .set({ cancelled: true, version: resource.version })
        .where(and(eq(bookings.id, booking), eq(bookings.resourceId, id), not(bookings.cancelled)))
        .returning({ id: bookings.id })
      if (cancelled.length === 0) throw new NotFound(`there is no booking \`${booking}\``)
    })
    return reply.code(204).send()
  },
)

const search = {
  type: 'object',
  required: ['day', 'minutes'],
  properties: { day: { type: 'string', format: 'date' }, minutes: { type: 'integer', minimum: 1 } },
}

service.get<{ Params: { resource: string }; Querystring: { day: string; minutes: number } }>(
  '/resources/:resource/slots',
  { schema: { querystring: search } },
  async (request) => {
    const { resource: id } = request.params
    const { day, minutes } = request.query
    const own = followed.get(id) ?? new Followed()
    const calendar = await own.look(database, id)
    if (calendar === undefined) throw new NotFound(`there is no resource \`${id}\``)
    followed.set(id, own)
    const free = calendar.slots({
      now: new Date().toISOString(), resources: [id], days: { first: day, last: day }, minutes,
    })
    return free.flatMap((one) => one.slots.map((slot) => slot.start))
  },
)

// One place for all that goes wrong: 409 for a time that is not free, 422 for a request that makes no sense.
service.setErrorHandler((error: Error & { statusCode?: number; cause?: unknown }, _request, reply) => {
  const problem = (status: number, more: object) =>
    reply.code(status).type('application/problem+json').send(JSON.stringify({ title: error.message, status, ...more }))
  if (error instanceof RatebookError) {
    return problem(error.code.startsWith('calendar.') ? 409 : 422, error.toJSON())
  }
  if (error instanceof NotFound) return problem(404, {})
  // The constraint says no: somebody wrote without asking the engine.
  const { code } = (error.cause ?? error) as { code?: string }
  if (code === '23P01') return problem(409, { title: 'the time meets a booking', code: 'calendar.conflict' })
  if (error.statusCode === undefined || error.statusCode >= 500) console.error(error)
  return problem(error.statusCode ?? 500, {})
})

await service.listen({ port: Number(process.env.PORT ?? 3000), host: '127.0.0.1' })
