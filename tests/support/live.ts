import type * as ReactLibrary from 'react'
import type * as Dom from '../../src/dom.js'
import type * as Reader from '../../src/reader.js'
import type {WorkerAnnotator} from '../../src/worker.js'

/** What tests/support/live-page.js puts on the page as the global `live`. */
export interface Live extends Pick<typeof Dom, 'annotateElement'>, Pick<typeof Reader, 'mount'> {
  readonly createRoot: (element: Element) => {render: (node: unknown) => void; unmount: () => void}
  readonly createElement: typeof ReactLibrary.createElement
  readonly useState: typeof ReactLibrary.useState
  readonly annotator: WorkerAnnotator
}
