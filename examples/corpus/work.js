/**
 * Annotates what is in the queue: `node work.js results/`, as many times and on as many machines as there are. BullMQ gives a job to another
 * worker when the first one is gone, so a story may be annotated twice; its result is one file all the same, written beside and renamed.
 */
import {mkdir, open, rename} from 'node:fs/promises'
import {PassThrough, Readable} from 'node:stream'
import {buffer} from 'node:stream/consumers'
import {Worker} from 'bullmq'
import {runCorpus} from 'xenogloss/corpus'
import {connect, QUEUE, resultOf} from './queue.js'

const [folder] = process.argv.slice(2)
await mkdir(folder, {recursive: true})

async function annotate({data: {id, line}}) {
  const output = new PassThrough()
  const [result] = await Promise.all([buffer(output), runCorpus({input: Readable.from([Buffer.from(line)]), output, workers: 0}).finally(() => output.end())])
  const path = resultOf(folder, id)
  const beside = `${path}.${process.pid}.part`
  const file = await open(beside, 'w')
  await file.writeFile(result)
  await file.sync()
  await file.close()
  await rename(beside, path)
}

const connection = connect()
const worker = new Worker(QUEUE, annotate, {
  connection,
  // A job whose worker is gone is given to another after so many milliseconds; and given up after so many workers.
  lockDuration: Number(process.env.LOCK ?? 30_000),
  stalledInterval: Number(process.env.LOCK ?? 30_000),
  maxStalledCount: 10,
})
worker.on('completed', ({data: {id}}) => console.log(`${JSON.stringify(id)} is annotated`))
worker.on('error', (error) => console.error(error.message))
// What it is at is finished first.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => worker.close().then(() => connection.disconnect()))
