// Written by `cargo xtask generate`.

import ratebook from './index.js'

export const {
  RateList,
  RateLists,
  Plan,
  Calendar,
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
  RatesError,
  RequestError,
  TimeError,
} = ratebook
