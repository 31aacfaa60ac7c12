// Prices over HTTP with Express: node examples/express/service.mjs
import express from 'express'
import { RateList, RatebookError } from 'ratebook'

// Compiled once, asked by every request.
const list = new RateList({
  name: 'Seaside double room', currency: 'EUR', unit: 'night',
  valid: { first: '2026-11-01', last: '2027-10-31' },
  prices: { byAdults: { 1: '95', 2: '120' } },
  taxes: [{ name: 'VAT', rate: { percent: '10' } }],
  blackouts: [{ days: { first: '2026-12-24', last: '2026-12-25' }, reason: 'closed for Christmas' }],
})

const service = express()
service.use(express.json())

service.post('/prices', (request, response) => {
  response.json(list.price(request.body))
})

// What the caller wrote wrongly is 422; a well-formed request that cannot be met is 409.
service.use((error, _request, response, next) => {
  if (!(error instanceof RatebookError)) return next(error)
  const status = error.code.startsWith('request.') ? 422 : 409
  response.status(status).type('application/problem+json').send(JSON.stringify({ title: error.message, status, ...error.toJSON() }))
})

const server = service.listen(Number(process.env.PORT ?? 3000), () => {
  console.log(`http://localhost:${server.address().port}`)
})
