/** What the three programs have in common: the queue, and where the result of a story lies. */
import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {Redis} from 'ioredis'

export const QUEUE = 'stories'

/** Redis may go away and come back: whoever waits for it waits on. */
export const connect = () => {
  const redis = new Redis(process.env.REDIS ?? 'redis://localhost:6379', {maxRetriesPerRequest: null, retryStrategy: (times) => Math.min(50 * times, 1000)})
  redis.on('error', (error) => console.error(`redis: ${error.message || error.code}`))
  return redis
}

/** A story's job and its result are called after it: whatever is done twice is done to the same. */
export const keyOf = (id) => createHash('sha256').update(JSON.stringify(id)).digest('hex')
export const resultOf = (folder, id) => join(folder, `${keyOf(id)}.ndjson`)

/** The stories of a file, in order, as they stand there. */
export async function* storiesOf(file) {
  for await (const line of createInterface({input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY})) {
    if (line.trim() !== '') yield {line, id: JSON.parse(line).id}
  }
}
