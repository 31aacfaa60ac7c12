'use strict'

const types = require('./lib/schemas.json')

/** The types that a schema refers to, by itself or by others. */
function reached(name, found = {}) {
  if (Object.hasOwn(found, name)) return found
  found[name] = types[name]
  for (const [, other] of JSON.stringify(types[name]).matchAll(/"\$ref":"#\/\$defs\/(\w+)"/g)) reached(other, found)
  return found
}

/** Each type's schema with all that it refers to, made when it is first asked for. */
const schemas = {}
for (const name of Object.keys(types)) {
  Object.defineProperty(schemas, name, {
    configurable: true,
    enumerable: true,
    get() {
      const schema = { $schema: 'https://json-schema.org/draft/2020-12/schema', $ref: `#/$defs/${name}`, $defs: reached(name) }
      Object.defineProperty(schemas, name, { enumerable: true, value: schema })
      return schema
    },
  })
}

module.exports = { schemas }
