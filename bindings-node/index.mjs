// Written by `cargo xtask generate`.

import ratebook from './index.js'

export const {
  RateList,
  RateLists,
  Plan,
  Calendar,
  Tenant,
  Storefront,
  assignment,
  engine,
  expression,
  money,
  plans,
  rates,
  time,
  RatebookError,
  CalendarError,
  DefinitionError,
  EngineError,
  ExpressionError,
  MoneyError,
  PermissionError,
  RatesError,
  RequestError,
  TenancyError,
  TimeError,
} = ratebook
