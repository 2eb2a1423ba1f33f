import type {HostTag} from '../../hosts/recognize-host.js'
import type {Host} from '../../hosts/types.js'
import type {WorkRequest, WorkResponse} from './protocol.js'
import {createStoryWork} from './story-work.js'

/** The least difference in progress that is reported. */
const STEP = 0.01

/** Answers the requests of a page, one after the other. */
export function serveWork(loadHost: (tag: HostTag) => Promise<Host>): void {
  const work = createStoryWork(loadHost)
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
