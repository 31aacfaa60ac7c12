// Customers and prices over HTTP, by hand with Fastify and Drizzle.
import { createVerifier } from 'fast-jwt'
import Fastify from 'fastify'
import { uuidv7 } from 'uuidv7'
import { NoPrice, price } from './price.mjs'

const { DATABASE = 'sqlite:customers.db', PORT = '3000', SECRET } = process.env
if (!SECRET) throw new Error('SECRET is missing: it verifies the tokens')
const store = DATABASE.startsWith('sqlite:')
  ? (await import('./sqlite.mjs')).open(DATABASE.slice('sqlite:'.length))
  : (await import('./postgres.mjs')).open(DATABASE)

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const verify = createVerifier({ key: SECRET, algorithms: ['HS256'], requiredClaims: ['sub', 'tenant', 'exp'] })

const text = { type: 'string', minLength: 1, maxLength: 200 }
const optional = { type: ['string', 'null'], maxLength: 200 }
const uuid = { type: 'string', format: 'uuid' }
const customer = {
  type: 'object',
  properties: {
    id: { type: 'string' }, code: { type: 'string' }, name: { type: 'string' }, email: { type: 'string' }, phone: { type: ['string', 'null'] },
    city: { type: ['string', 'null'] }, status: { type: 'string' }, created_at: { type: 'string' }, updated_at: { type: 'string' },
  },
}
const list = { type: 'object', properties: { items: { type: 'array', items: customer }, next_cursor: { type: ['string', 'null'] } } }
const queried = {
  type: 'object',
  properties: { status: text, after: text, q: text, limit: { type: 'integer', minimum: 1, maximum: 200, default: 50 } },
}
const wanted = {
  type: 'object',
  required: ['name', 'email', 'status'],
  properties: { name: text, email: { ...text, format: 'email' }, phone: optional, city: optional, status: text },
}
const stay = {
  type: 'object',
  required: ['rate_list_id', 'arrival', 'nights', 'adults'],
  properties: {
    rate_list_id: uuid,
    arrival: { type: 'string', format: 'date' },
    nights: { type: 'integer', minimum: 1, maximum: 365 },
    adults: { type: 'integer', minimum: 1 },
    children: { type: 'array', maxItems: 20, items: { type: 'integer', minimum: 0, maximum: 17 } },
    booked_on: { type: 'string', format: 'date' },
  },
}
const priced = { type: 'object', properties: { total: { type: 'string' }, currency: { type: 'string' } } }

const app = Fastify({ logger: false })

app.decorateRequest('tenant', '')
app.addHook('onRequest', async (request, reply) => {
  try {
    const { tenant } = verify(request.headers.authorization.slice('Bearer '.length))
    if (!UUID.test(tenant)) throw new Error('the tenant is not a UUID')
    request.tenant = tenant
  } catch {
    return reply.code(401).send({ message: 'a valid token is missing' })
  }
})

const missing = (reply) => reply.code(404).send({ message: 'not found' })

// Where a page ended: the last record's created_at and id, as opaque text.
const writeCursor = ({ created_at, id }) => Buffer.from(`${created_at} ${id}`).toString('base64url')
function readCursor(text) {
  const [created_at, id] = Buffer.from(text, 'base64url').toString().split(' ')
  return UUID.test(id) && !Number.isNaN(Date.parse(created_at)) ? { created_at, id } : undefined
}

app.get('/v1/customers', { schema: { querystring: queried, response: { 200: list } } }, async (request, reply) => {
  const { status, after, q, limit } = request.query
  if (q !== undefined) return { items: await store.search(request.tenant, q, limit), next_cursor: null }
  const cursor = after && readCursor(after)
  if (after && !cursor) return reply.code(400).send({ message: '`after` is not a cursor of this list' })
  // One more than asked tells whether there is a next page.
  const items = await store.page(request.tenant, status, cursor, limit + 1)
  if (items.length <= limit) return { items, next_cursor: null }
  items.length = limit
  return { items, next_cursor: writeCursor(items[limit - 1]) }
})

app.get('/v1/customers/:id', { schema: { response: { 200: customer } } }, async (request, reply) => {
  const { id } = request.params
  return (UUID.test(id) && await store.one(request.tenant, id)) || missing(reply)
})

app.post('/v1/customers', { schema: { body: wanted, response: { 201: customer } } }, async (request, reply) => {
  const { name, email, phone = null, city = null, status } = request.body
  const now = new Date().toISOString()
  const record = {
    tenant_id: request.tenant, id: uuidv7(), name, email, email_key: email.toLowerCase(), phone, city, status, created_at: now, updated_at: now,
  }
  const stored = await store.create(record, (number) => `CUST${String(number).padStart(6, '0')}`)
  if (!stored) return reply.code(409).send({ message: `there is a customer with the e-mail \`${email}\` already` })
  return reply.code(201).send(stored)
})

app.post('/v1/price', { schema: { body: stay, response: { 200: priced } } }, async (request, reply) => {
  const definition = await store.definition(request.tenant, request.body.rate_list_id)
  if (definition === undefined) return missing(reply)
  try {
    return price(definition, request.body)
  } catch (error) {
    if (error instanceof NoPrice) return reply.code(422).send({ message: error.message })
    throw error
  }
})

app.addHook('onClose', () => store.close())
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => app.close())
await app.listen({ host: '127.0.0.1', port: Number(PORT) })
console.log(`fastify listens on 127.0.0.1:${PORT}`)
