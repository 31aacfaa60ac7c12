// Written by `cargo xtask generate`.

import ratebook from './index.js'

export const {
  RateList,
  RateLists,
  engine,
  money,
  rates,
  RatebookError,
  DefinitionError,
  EngineError,
  MoneyError,
  RatesError,
  RequestError,
  TimeError,
} = ratebook
