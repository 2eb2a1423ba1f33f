/** What runs in each process of the pool; built to a file of its own. */
import {type Answer, answerer, type Task} from './answer.js'
import {joinPart} from './join-part.js'
import type {Said, Told} from './worker-process.js'

let answer: ((task: Task) => Promise<Answer>) | undefined

async function done(told: Told): Promise<Said> {
  if ('knowledge' in told) {
    answer = answerer(told.knowledge)
    return {ready: true}
  }
  if ('join' in told) return {value: await joinPart(told.join)}
  return {value: await answer?.(told.answer)}
}

async function take(told: Told): Promise<void> {
  const said = await done(told).catch((error: NodeJS.ErrnoException): Said => ({error: {message: error.message, code: error.code}}))
  process.send?.(said)
}

process.on('message', (told: Told) => void take(told))
// Who started it is gone, and nobody reads what it would say.
process.on('disconnect', () => process.exit())
// A system that shuts down tells all processes: who started this one ends it when what it is at is finished.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
