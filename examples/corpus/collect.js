/** Waits for all results, writes them in order, and merges the glossary: `node collect.js stories.ndjson results/ results.ndjson words.json`. */
import {open, readFile, rename} from 'node:fs/promises'
import {setTimeout} from 'node:timers/promises'
import {Queue} from 'bullmq'
import {mergeResults} from 'xenogloss/corpus'
import {connect, keyOf, QUEUE, readStories, resultPath} from './queue.js'

const [file, folder, results, glossary] = process.argv.slice(2)
const connection = connect()
const queue = new Queue(QUEUE, {connection})

/** Waits for the result line of a story, or for its final failure. */
async function waitForResult(id) {
  for (;;) {
    const result = await readFile(resultPath(folder, id)).catch(() => undefined)
    if (result) return result
    const job = await queue.getJob(keyOf(id))
    if (job && (await job.isFailed())) return `${JSON.stringify({id, error: job.failedReason})}\n`
    await setTimeout(100)
  }
}

const out = await open(`${results}.part`, 'w')
const seen = new Set()
for await (const {id} of readStories(file)) {
  const key = keyOf(id)
  await out.writeFile(seen.has(key) ? `${JSON.stringify({id, error: 'duplicate id'})}\n` : await waitForResult(id))
  seen.add(key)
}
await out.sync()
await out.close()
await rename(`${results}.part`, results)
const {stories, errors} = await mergeResults({inputs: [results], glossary, log: process.stderr})
console.log(`${stories} stories, ${errors} errors`)
await queue.close()
connection.disconnect()
