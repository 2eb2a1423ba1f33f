import type {Entry, Glossary} from '../lexicon/types.js'
import {createElement} from '../reader/dom.js'
import type {Mark, OpenedStory, StoryLine, WorkCalls} from './background/protocol.js'
import {createDownloadView} from './download-view.js'
import {createLineFinder} from './example-finder.js'
import {createProgressBar, type ProgressBar} from './progress-bar.js'
import {createRemarksView} from './remarks-view.js'
import {saveFile} from './save-file.js'
import {createStoryView} from './story-view.js'
import type {TableExample} from './table/entry-details.js'
import {createViews, type Views} from './views.js'
import {createWhyView, WHY_HINT} from './why-view.js'
import {createWordsView} from './words-view.js'
import {CancelledError, type WorkCall} from './work-client.js'

interface WorkspaceOptions {
  /** Under which the browser stores what the reader chooses. */
  readonly key: string
  readonly call: WorkCall
  /** Gives up what is being done, if that is possible. */
  readonly cancel?: () => void
  /** Receives the glossary of a language after each decision, with the entry that it changed. */
  readonly onDecide: (glossary: Glossary, changed: Entry) => void
  /** Applies the fixes of remarks, by their positions, where the text is the page's to change. */
  readonly fix?: (positions: readonly number[]) => void
  /** Shows a span of the text, in UTF-16 code units, where the page has the text. */
  readonly showInText?: (from: number, to: number) => void
  /** Makes way for the annotated story. */
  readonly leaveText?: () => void
  /** Says which glossary is downloaded, given that of the table. */
  readonly glossaryToExport: (shown: Glossary | undefined) => Omit<WorkCalls['export']['takes'], 'target'>
}

export interface Workspace {
  readonly progress: ProgressBar
  readonly views: Views
  /** The annotated story. */
  readonly story: HTMLElement
  readonly show: (result: OpenedStory) => void
  /** The glossary of the table, with its decisions. */
  readonly glossary: () => Glossary | undefined
  /** Says why something failed. */
  readonly fail: (error: unknown) => void
  /** What the end of a run says. */
  readonly summarize: (result: OpenedStory) => string
}

/** An annotated story, and beside it its words, the remarks, the reasons and the downloads: what all our pages about a story have in common. */
export function createWorkspace(options: WorkspaceOptions): Workspace {
  const {key, call, cancel, onDecide, fix, showInText, leaveText, glossaryToExport} = options
  let lines: readonly StoryLine[] = []
  let isFirst = true

  const fail = (error: unknown): void => {
    if (error instanceof CancelledError) progress.finish('Given up')
    else progress.fail(error instanceof Error ? error.message : String(error))
  }

  function show(result: OpenedStory): void {
    lines = result.lines
    document.body.classList.add('has-story')
    document.title = `${result.title} – xenogloss`
    storyView.show(result.html, result.hostLanguage)
    words.show(result.glossaries)
    views.sections.remarks.replaceChildren(createRemarksView(result.remarks, {fix, show: result.source === undefined ? undefined : showInText}))
    views.count(
      'words',
      result.glossaries.reduce((sum, {entries}) => sum + entries.length, 0),
    )
    views.count('remarks', result.remarks.length)
    views.sections.why.replaceChildren(createElement('p', {className: 'empty'}, WHY_HINT))
    if (isFirst) views.show('story')
    isFirst = false
  }

  async function explain(mark: Mark): Promise<void> {
    try {
      views.sections.why.replaceChildren(createWhyView(await call('explain', mark)))
    } catch (error) {
      fail(error)
    }
  }

  function goToExample({start}: TableExample): void {
    const index = lines.findIndex((line) => line.start === start)
    if (index < 0) return
    leaveText?.()
    views.show('story')
    storyView.goToLine(index)
  }

  async function showDownloads(): Promise<void> {
    if (views.sections.download.childElementCount > 0) return
    try {
      const view = createDownloadView(await call('targets', null), async ({id}) => {
        try {
          for (const file of await call('export', {target: id, ...glossaryToExport(words.glossary())})) saveFile(file)
        } catch (error) {
          fail(error)
        }
      })
      views.sections.download.replaceChildren(view)
    } catch (error) {
      fail(error)
    }
  }

  const progress = createProgressBar(cancel)
  const storyView = createStoryView(
    key,
    (mark) => views.current() === 'why' && void explain(mark),
    (mark) => {
      views.show('why')
      void explain(mark)
    },
  )
  const views = createViews((name) => name === 'download' && void showDownloads())
  const words = createWordsView(views.sections.words, {onDecide, examplesOf: (entry) => createLineFinder(lines)(entry), goTo: goToExample})
  views.show('words')
  return {
    progress,
    views,
    story: storyView.element,
    show,
    glossary: words.glossary,
    fail,
    summarize: ({counts}) => `${counts.lines} lines, ${counts.translations} translations, ${counts.words} words`,
  }
}
