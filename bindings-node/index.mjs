// Written by `cargo xtask generate`.

import ratebook from './index.js'

export const {
  RateList,
  RateLists,
  Plan,
  engine,
  expression,
  money,
  plans,
  rates,
  time,
  RatebookError,
  DefinitionError,
  EngineError,
  ExpressionError,
  MoneyError,
  RatesError,
  RequestError,
  TimeError,
} = ratebook
