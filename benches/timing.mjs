/** The median time of one item, in nanoseconds, over seven runs of at least 50 ms each. */
export function nanosecondsEach(items, run) {
  let rounds = 1
  const timed = () => {
    const start = process.hrtime.bigint()
    for (let round = 0; round < rounds; round++) run()
    return Number(process.hrtime.bigint() - start)
  }
  while (timed() < 50e6) rounds *= 2
  const samples = Array.from({ length: 7 }, timed).sort((a, b) => a - b)
  return samples[3] / rounds / items
}
