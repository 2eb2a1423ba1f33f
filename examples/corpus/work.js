/**
 * Annotates the stories in the queue: `node work.js results/`, in any number of processes and machines. BullMQ gives a job to another worker if
 * the first one dies, so a story may be annotated twice; its result is one file in any case, written under a temporary name and renamed.
 */
import {mkdir, open, rename} from 'node:fs/promises'
import {PassThrough, Readable} from 'node:stream'
import {buffer} from 'node:stream/consumers'
import {Worker} from 'bullmq'
import {runCorpus} from 'xenogloss/corpus'
import {connect, QUEUE, resultPath} from './queue.js'

const [folder] = process.argv.slice(2)
await mkdir(folder, {recursive: true})

async function annotate({data: {id, line}}) {
  const output = new PassThrough()
  const [result] = await Promise.all([buffer(output), runCorpus({input: Readable.from([Buffer.from(line)]), output, workers: 0}).finally(() => output.end())])
  const path = resultPath(folder, id)
  const temporary = `${path}.${process.pid}.part`
  const file = await open(temporary, 'w')
  await file.writeFile(result)
  await file.sync()
  await file.close()
  await rename(temporary, path)
}

const connection = connect()
const worker = new Worker(QUEUE, annotate, {
  connection,
  // Milliseconds after which the job of a dead worker goes to another, and how often that may happen before the job fails.
  lockDuration: Number(process.env.LOCK ?? 30_000),
  stalledInterval: Number(process.env.LOCK ?? 30_000),
  maxStalledCount: 10,
})
worker.on('completed', ({data: {id}}) => console.log(`${JSON.stringify(id)} annotated`))
worker.on('error', (error) => console.error(error.message))
// Finishes the current job first.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => worker.close().then(() => connection.disconnect()))
