// What Node takes of each thing that grows: as text and as values. Reads the lines of `stream`, writes a line of figures for each.
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

import { camel, spellings } from '../../bindings-node/tests/conformance.mjs'

const ratebook = createRequire(import.meta.url)('../../bindings-node/index.js')
const { toCamel } = spellings()
const pascal = (name) => camel(`_${name}`)

/** A function that asks once. */
function asked(line, given, asText) {
  const [area, name] = line.operation.split('.')
  const write = asText ? JSON.stringify : toCamel
  const request = write(given.input)
  const ask = (subject) => subject[asText ? `${camel(name)}Json` : camel(name)](request)
  if (!line.handle) return () => ask(ratebook[camel(area)])
  const definition = write(given.definition)
  const Handle = ratebook[pascal(line.handle)]
  if (line.definition_grows) return () => ask(new Handle(definition))
  try {
    const handle = new Handle(definition)
    return () => ask(handle)
  } catch {
    return () => {}
  }
}

function seconds(call) {
  const start = performance.now()
  try {
    call()
  } catch (error) {
    if (!(error instanceof ratebook.RatebookError)) throw error
  }
  return (performance.now() - start) / 1e3
}

for await (const text of createInterface({ input: process.stdin })) {
  const line = JSON.parse(text)
  const figures = { what: line.what, of: line.of }
  for (const [way, asText] of [['text', true], ['values', false]]) {
    const [small, large] = line.sizes.map((given) => asked(line, given, asText))
    const [few, many] = line.sizes.map((given) => JSON.stringify(line.definition_grows ? given.definition : given.input).length)
    for (let round = 0; round < 4; round += 1) {
      const [least, most] = [seconds(small), seconds(large)]
      figures[way] = Math.min(figures[way] ?? Infinity, ((most + 5e-5) / (least + 5e-5)) * (few / many))
      if (figures[way] <= 1.8) break
    }
  }
  console.log(JSON.stringify(figures))
}
