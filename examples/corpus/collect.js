/** Waits for all results, then puts them in order and makes the glossary: `node collect.js stories.ndjson results/ results.ndjson words.json`. */
import {open, readFile, rename} from 'node:fs/promises'
import {setTimeout} from 'node:timers/promises'
import {Queue} from 'bullmq'
import {mergeResults} from 'xenogloss/corpus'
import {connect, keyOf, QUEUE, resultOf, storiesOf} from './queue.js'

const [file, folder, results, glossary] = process.argv.slice(2)
const connection = connect()
const queue = new Queue(QUEUE, {connection})

/** A story's line of the results; of one that was given up, why. */
async function lineOf(id) {
  for (;;) {
    const done = await readFile(resultOf(folder, id)).catch(() => undefined)
    if (done) return done
    const job = await queue.getJob(keyOf(id))
    if (job && (await job.isFailed())) return `${JSON.stringify({id, error: job.failedReason})}\n`
    await setTimeout(100)
  }
}

const out = await open(`${results}.part`, 'w')
const seen = new Set()
for await (const {id} of storiesOf(file)) {
  const key = keyOf(id)
  await out.writeFile(seen.has(key) ? `${JSON.stringify({id, error: 'the id of an earlier story'})}\n` : await lineOf(id))
  seen.add(key)
}
await out.sync()
await out.close()
await rename(`${results}.part`, results)
const {stories, errors} = await mergeResults({inputs: [results], glossary, log: process.stderr})
console.log(`${stories} stories, ${errors} errors`)
await queue.close()
connection.disconnect()
