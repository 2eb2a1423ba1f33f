/** Adds stories to the queue: `node submit.js stories.ndjson results/`. Can be run again at any time without adding duplicates. */
import {existsSync} from 'node:fs'
import {Queue} from 'bullmq'
import {connect, keyOf, QUEUE, readStories, resultPath} from './queue.js'

const [file, folder] = process.argv.slice(2)
const connection = connect()
const queue = new Queue(QUEUE, {connection})
let count = 0
for await (const {line, id} of readStories(file)) {
  if (existsSync(resultPath(folder, id))) continue
  await queue.add('annotate', {id, line}, {jobId: keyOf(id), attempts: 3, removeOnComplete: true})
  count++
}
console.log(`${count} stories submitted`)
await queue.close()
connection.disconnect()
