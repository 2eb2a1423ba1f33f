/** Puts stories into the queue: `node submit.js stories.ndjson results/`. May be run again at any time: what is there is not put twice. */
import {existsSync} from 'node:fs'
import {Queue} from 'bullmq'
import {connect, keyOf, QUEUE, resultOf, storiesOf} from './queue.js'

const [file, folder] = process.argv.slice(2)
const connection = connect()
const queue = new Queue(QUEUE, {connection})
let count = 0
for await (const {line, id} of storiesOf(file)) {
  if (existsSync(resultOf(folder, id))) continue
  await queue.add('annotate', {id, line}, {jobId: keyOf(id), attempts: 3, removeOnComplete: true})
  count++
}
console.log(`${count} stories are waiting`)
await queue.close()
connection.disconnect()
