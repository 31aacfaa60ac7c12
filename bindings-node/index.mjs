// Written by `cargo xtask generate`.

import ratebook from './index.js'

export const {
  RateList,
  engine,
  RatebookError,
  DefinitionError,
  EngineError,
  MoneyError,
  RatesError,
  RequestError,
  TimeError,
} = ratebook
