import {annotateGiven, type LoadHost} from './given-story.js'
import type {WorkRequest, WorkResponse} from './protocol.js'
import {readerAssets} from './reader-assets.js'
import {createStoryWork, type WorkHandlers} from './story-work.js'

/** Put in by the build: examples/story/salt-road.md. */
declare const EXAMPLE_STORY: string

/** The least difference in progress that is reported. */
const STEP = 0.01

/** Answers the requests of a page, one after the other. */
export function serveWork(loadHost: LoadHost): void {
  const work: WorkHandlers = {
    ...createStoryWork({annotate: (request, report) => annotateGiven(request, loadHost, report), loadAssets: readerAssets}),
    example: async () => EXAMPLE_STORY,
    dictionary: async ({name, bytes}) => (await import('./read-dictionary-file.js')).readDictionaryFile(name, bytes),
  }
  const post = (response: WorkResponse): void => postMessage(response)
  const respond = async ({id, name, takes}: WorkRequest): Promise<void> => {
    let last = 0
    const report = (progress: number): void => {
      if (progress - last < STEP) return
      last = progress
      post({id, progress})
    }
    try {
      const handle = work[name] as (takes: unknown, report: (share: number) => void) => Promise<unknown>
      post({id, gives: await handle(takes, report)})
    } catch (error) {
      post({id, error: error instanceof Error ? error.message : String(error)})
    }
  }
  let pending = Promise.resolve()
  addEventListener('message', ({data}: MessageEvent<WorkRequest>) => {
    pending = pending.then(() => respond(data))
  })
  post({ready: true})
}
