// Prices over HTTP with Nest: a rate list as a provider, refusals as problem documents.
import 'reflect-metadata'

import { Body, Catch, Controller, HttpCode, Inject, Module, Post } from '@nestjs/common'
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import type { NestExpressApplication } from '@nestjs/platform-express'
import type { Response } from 'express'
import { RateList, RatebookError } from 'ratebook'
import type { Price, PriceRequest } from 'ratebook'

@Controller('prices')
class Prices {
  constructor(@Inject(RateList) private readonly list: RateList) {}

  @Post()
  @HttpCode(200)
  price(@Body() request: PriceRequest): Price {
    return this.list.price(request)
  }
}

/** What the caller wrote wrongly is 422; a well-formed request that cannot be met is 409. */
@Catch(RatebookError)
class Problems implements ExceptionFilter<RatebookError> {
  catch(error: RatebookError, host: ArgumentsHost): void {
    const status = error.code.startsWith('request.') ? 422 : 409
    const problem = JSON.stringify({ title: error.message, status, ...error.toJSON() })
    host.switchToHttp().getResponse<Response>().status(status).type('application/problem+json').send(problem)
  }
}

// Compiled once when the module starts, asked by every request.
const seaside = (): RateList =>
  new RateList({
    name: 'Seaside double room', currency: 'EUR', unit: 'night',
    valid: { first: '2026-11-01', last: '2027-10-31' },
    prices: { byAdults: { 1: '95', 2: '120' } },
    taxes: [{ name: 'VAT', rate: { percent: '10' } }],
    blackouts: [{ days: { first: '2026-12-24', last: '2026-12-25' }, reason: 'closed for Christmas' }],
  })

@Module({ controllers: [Prices], providers: [{ provide: RateList, useFactory: seaside }] })
class Service {}

async function start(): Promise<void> {
  const service = await NestFactory.create<NestExpressApplication>(Service, { logger: ['error'] })
  service.useGlobalFilters(new Problems())
  await service.listen(Number(process.env['PORT'] ?? 3000))
  console.log(await service.getUrl())
}

void start()
