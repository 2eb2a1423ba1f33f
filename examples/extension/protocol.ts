/** What the parts of the extension say to each other. */
import type {PageAnnotation} from 'xenogloss/dom'

/** The chapter of a story that a page shows. */
export interface Chapter {
  /** Site and number of the work: `archiveofourown.org/works/123`. */
  readonly work: string
  /** Of the chapter within its work. */
  readonly chapter: string
  readonly title: string
}

/** From a page to the background: annotate this, and remember its glossary. */
export interface AnnotateRequest {
  readonly type: 'annotate'
  readonly source: string
  readonly chapter: Chapter
}

/** The answer: messages of Chrome are JSON. */
export type AnnotateResponse = {readonly annotation: PageAnnotation} | {readonly error: string}

/** From the popup to a page: what stands there? Or: the site was turned on or off. */
export type PageRequest = {readonly type: 'state'} | {readonly type: 'toggle'; readonly isOn: boolean}

export interface PageState {
  /** Host name of the page. */
  readonly site: string
  readonly chapter: Chapter
  readonly status: 'off' | 'working' | 'done' | 'failed'
  /** Lines and words that were found. */
  readonly found: number
  readonly error?: string
}
