/**
 * The archive as a command, as thin as can be: `node corpus-run.js '{"glossary": …}' <stories >results`. A folder is `{"folder": …}`; with
 * `{"heapAt": [100, 1000]}` it says what the heap has after so many stories (needs `--expose-gc`).
 */
import {performance} from 'node:perf_hooks'
import {runCorpus, storiesOf} from 'xenogloss/corpus'
import {secondsOfChildren} from './process-tree.js'

const {folder, heapAt = [], ...options} = JSON.parse(process.argv[2] ?? '{}')
const stop = new AbortController()
let status = 0
for (const [name, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
]) {
  process.once(name, () => {
    status = code
    stop.abort()
  })
}

const heap = []
const onProgress = ({stories}) => {
  if (!heapAt.includes(stories)) return
  for (let times = 0; times < 3; times++) globalThis.gc()
  heap.push(process.memoryUsage().heapUsed)
}

try {
  const input = folder === undefined ? process.stdin : storiesOf(folder)
  const began = performance.now()
  const {stopped, ...done} = await runCorpus({input, output: process.stdout, log: process.stderr, signal: stop.signal, onProgress, ...options})
  const {userCPUTime, systemCPUTime} = process.resourceUsage()
  const cost = {
    seconds: (performance.now() - began) / 1e3,
    cpu: (userCPUTime + systemCPUTime) / 1e6 + secondsOfChildren(),
    // Which part of the time this thread had something to do.
    busy: performance.eventLoopUtilization().utilization,
  }
  console.error(JSON.stringify({...done, stopped, cost, heap}))
  process.exitCode = status || (done.errors > 0 ? 1 : 0)
} catch (error) {
  console.error(`${error.name}: ${error.message}`)
  process.exitCode = 2
}
process.stdin.destroy()
