/** Shared by the three programs: the queue, and the path of a story's result. */
import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {Redis} from 'ioredis'

export const QUEUE = 'stories'

/** Connects to Redis, and reconnects whenever it becomes available again. */
export const connect = () => {
  const redis = new Redis(process.env.REDIS ?? 'redis://localhost:6379', {maxRetriesPerRequest: null, retryStrategy: (times) => Math.min(50 * times, 1000)})
  redis.on('error', (error) => console.error(`redis: ${error.message || error.code}`))
  return redis
}

/** The name of a story's job and result, derived from its id, which makes every step idempotent. */
export const keyOf = (id) => createHash('sha256').update(JSON.stringify(id)).digest('hex')
export const resultPath = (folder, id) => join(folder, `${keyOf(id)}.ndjson`)

/** Yields the stories of a file, in order, with their unparsed lines. */
export async function* readStories(file) {
  for await (const line of createInterface({input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY})) {
    if (line.trim() !== '') yield {line, id: JSON.parse(line).id}
  }
}
