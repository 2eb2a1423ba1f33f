import type {TextDocument} from 'vscode-languageserver-textdocument'
import {MAX_BYTES} from '../cli/read-input.js'
import type {Analyser} from './create-analyser.js'
import type {Projects} from './create-projects.js'
import {storyOfDocument} from './story-of-document.js'
import type {Project, StoryAnalysis} from './types.js'

/** Delay in milliseconds before a changed document is analysed: a story is not read anew at every key. */
const DEBOUNCE = 200

/** One version of a document, and what is known of it. */
export interface AnalysedStory {
  readonly document: TextDocument
  readonly version: number
  readonly source: string
  readonly project: Project
  readonly analysis: StoryAnalysis
}

/** The open documents that are stories. */
export interface Stories {
  /** Analyses a document that was opened or changed; what is in progress for it is given up. */
  readonly update: (document: TextDocument, delay?: number) => void
  readonly close: (document: TextDocument) => void
  /** Waits until the newest version is analysed; undefined if that failed, or if the document is no story. */
  readonly current: (uri: string) => Promise<AnalysedStory | undefined>
  /** The last version that was analysed, without waiting. */
  readonly last: (uri: string) => AnalysedStory | undefined
}

interface StoryState {
  /** Counts what was asked for; only the answer to the last counts. */
  request: number
  /** Present while the newest version is not analysed. */
  pending?: {readonly promise: Promise<void>; readonly resolve: () => void}
  timer?: NodeJS.Timeout
  last?: AnalysedStory
  hasFailed: boolean
}

function createPending(): NonNullable<StoryState['pending']> {
  let resolve = (): void => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return {promise, resolve}
}

interface StoriesOptions {
  readonly projects: Projects
  readonly analyser: Analyser
  /** Folder whose configuration holds for documents that are no files. */
  readonly folder: () => string
  readonly onAnalysed: (story: AnalysedStory) => void
  readonly onFailed: (document: TextDocument, version: number, reason: string) => void
}

export function createStories({projects, analyser, folder, onAnalysed, onFailed}: StoriesOptions): Stories {
  const states = new Map<string, StoryState>()

  const analyse = async (document: TextDocument, isCurrent: () => boolean): Promise<AnalysedStory | undefined> => {
    const {uri, version} = document
    const story = storyOfDocument(document)
    if (!story) return undefined
    const source = document.getText()
    if (source.length > MAX_BYTES) throw new RangeError(`The story is longer than ${MAX_BYTES / 1024 / 1024} million characters; split it into chapters`)
    const {key, project} = await projects.load(story.folder ?? folder())
    if (!isCurrent()) return undefined
    const analysis = await analyser.analyse(uri, key, project, {source, format: story.format, work: story.work})
    return analysis && {document, version, source, project, analysis}
  }
  const run = async (document: TextDocument, state: StoryState): Promise<void> => {
    const {request} = state
    const isCurrent = (): boolean => states.get(document.uri) === state && state.request === request
    const {version} = document
    try {
      const story = await analyse(document, isCurrent)
      if (!isCurrent()) return
      state.hasFailed = false
      if (story) {
        state.last = story
        onAnalysed(story)
      }
    } catch (error) {
      if (!isCurrent()) return
      state.hasFailed = true
      onFailed(document, version, error instanceof Error ? error.message : String(error))
    }
    state.pending?.resolve()
    delete state.pending
  }
  return {
    update: (document, delay = DEBOUNCE) => {
      const state = states.get(document.uri) ?? {request: 0, hasFailed: false}
      states.set(document.uri, state)
      state.request++
      state.pending ??= createPending()
      clearTimeout(state.timer)
      analyser.cancel(document.uri)
      state.timer = setTimeout(() => void run(document, state), delay)
    },
    close: ({uri}) => {
      const state = states.get(uri)
      clearTimeout(state?.timer)
      states.delete(uri)
      analyser.cancel(uri)
      state?.pending?.resolve()
    },
    current: async (uri) => {
      const state = states.get(uri)
      await state?.pending?.promise
      return state?.hasFailed ? undefined : state?.last
    },
    last: (uri) => states.get(uri)?.last,
  }
}
