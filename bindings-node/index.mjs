// Written by `cargo xtask generate`.

import ratebook from './index.js'

export const {
  RateList,
  RateLists,
  Plan,
  Calendar,
  Machine,
  Tenant,
  Storefront,
  assignment,
  engine,
  expression,
  flow,
  money,
  plans,
  rates,
  time,
  RatebookError,
  CalendarError,
  DefinitionError,
  EngineError,
  ExpressionError,
  FlowError,
  MoneyError,
  RatesError,
  RequestError,
  TenancyError,
  TimeError,
} = ratebook
