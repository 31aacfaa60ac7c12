/** The median time of one item, in nanoseconds, over seven runs of at least 50 ms each. */
export function nanosecondsEach(items, run) {
  // By then it is compiled as far as it will be: what others run meanwhile does not count.
  const warming = process.cpuUsage()
  while (process.cpuUsage(warming).user < 200_000) run()
  let rounds = 1
  const timed = () => {
    const start = process.hrtime.bigint()
    for (let round = 0; round < rounds; round++) run()
    return Number(process.hrtime.bigint() - start)
  }
  // Of three, since one may have been held up by another program.
  while (Math.min(timed(), timed(), timed()) < 50e6) rounds *= 2
  const samples = Array.from({ length: 7 }, timed).sort((a, b) => a - b)
  return samples[3] / rounds / items
}
