/** What runs in each process of the pool; built to a file of its own. */
import {getHeapStatistics} from 'node:v8'
import type {Answer, Task} from './answer.js'
import type {JoinPart} from './join-part.js'
import type {Said, Told} from './worker-process.js'

let answer: ((task: Task) => Promise<Answer>) | undefined
let join: ((part: JoinPart) => Promise<readonly string[]>) | undefined

async function done(told: Told): Promise<Said> {
  if ('duty' in told) {
    // Each loads what it needs.
    if (told.duty === 'joining') join = (await import('./join-part.js')).joinPart
    else answer = (await import('./answer.js')).answerer(told.duty.annotating)
    return {ready: true}
  }
  if ('join' in told) return {value: await join?.(told.join)}
  return {value: await answer?.(told.answer)}
}

/** So many bytes of new objects are collected between two stories. */
const LEFT = 4 * 1024 * 1024
let kept = 0

/** Between two stories next to nothing is alive: what is collected there is not moved, and what a story has made never becomes old. */
function tidy(): void {
  if (getHeapStatistics().used_heap_size - kept < LEFT) return
  globalThis.gc?.({type: 'minor'})
  kept = getHeapStatistics().used_heap_size
}

async function take(told: Told): Promise<void> {
  const said = await done(told).catch((error: NodeJS.ErrnoException): Said => ({error: {message: error.message, code: error.code}}))
  // While who asked reads what it has sent.
  process.send?.(said, undefined, undefined, tidy)
}

process.on('message', (told: Told) => void take(told))
// Who started it is gone, and nobody reads what it would say.
process.on('disconnect', () => process.exit())
// A system that shuts down tells all processes: who started this one ends it when what it is at is finished.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
