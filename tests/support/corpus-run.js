/**
 * A minimal command around `runCorpus`: `node corpus-run.js '{"glossary": …}' <stories >results`. `{"folder": …}` reads a folder;
 * `{"heapAt": [100, 1000]}` reports the heap size after as many stories (needs `--expose-gc`).
 */
import {performance} from 'node:perf_hooks'
import {listStories, runCorpus} from 'xenogloss/corpus'
import {secondsOfChildren} from './process-tree.js'

const {folder, heapAt = [], ...options} = JSON.parse(process.argv[2] ?? '{}')
const controller = new AbortController()
let status = 0
for (const [name, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
]) {
  process.once(name, () => {
    status = code
    controller.abort()
  })
}

const heap = []
const onProgress = ({stories}) => {
  if (!heapAt.includes(stories)) return
  for (let times = 0; times < 3; times++) globalThis.gc()
  heap.push(process.memoryUsage().heapUsed)
}

try {
  const input = folder === undefined ? process.stdin : listStories(folder)
  const start = performance.now()
  const {stopped, ...summary} = await runCorpus({input, output: process.stdout, log: process.stderr, signal: controller.signal, onProgress, ...options})
  const {userCPUTime, systemCPUTime} = process.resourceUsage()
  const cost = {
    seconds: (performance.now() - start) / 1e3,
    cpu: (userCPUTime + systemCPUTime) / 1e6 + secondsOfChildren(),
    // Share of the time in which this thread was active.
    busy: performance.eventLoopUtilization().utilization,
  }
  console.error(JSON.stringify({...summary, stopped, cost, heap}))
  process.exitCode = status || (summary.errors > 0 ? 1 : 0)
} catch (error) {
  console.error(`${error.name}: ${error.message}`)
  process.exitCode = 2
}
process.stdin.destroy()
