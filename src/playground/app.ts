import type {Glossary} from '../lexicon/types.js'
import {createButton, createElement} from '../reader/dom.js'
import type {GivenStory, Mark, OpenedStory, StoryLine} from './background/protocol.js'
import {createWorker} from './create-worker.js'
import {createDownloadView} from './download-view.js'
import {createLineFinder} from './example-finder.js'
import {createOptionsPanel} from './options-panel.js'
import {createProgressBar} from './progress-bar.js'
import {createRemarksView} from './remarks-view.js'
import {saveFile} from './save-file.js'
import {createStartView} from './start-view.js'
import {createStoryView} from './story-view.js'
import type {TableExample} from './table/entry-details.js'
import {createViews} from './views.js'
import {createWhyView, WHY_HINT} from './why-view.js'
import {createWordsView} from './words-view.js'
import {CancelledError, createWorkClient} from './work-client.js'

/** Milliseconds after a decision before the story is annotated with it: several in quick succession are one change. */
const FEEDBACK_DELAY = 400

/** The largest file that is read, in bytes: five times the longest novels. */
const MAX_FILE = 32 * 1024 * 1024

const EXAMPLE = 'salt-road.md'

/** @param base URL of the folder of the playground's files */
export function startApp(base: URL): void {
  const client = createWorkClient(() => createWorker(base))
  let given: GivenStory | undefined
  let opened: OpenedStory | undefined
  let lines: readonly StoryLine[] = []
  /** By language; empty at the beginning of each story. */
  const decided = new Map<string, Glossary>()
  /** Counts requests to annotate, of which only the last matters. */
  let run = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const fail = (error: unknown): void => {
    if (error instanceof CancelledError) progress.finish('Given up')
    else progress.fail(error instanceof Error ? error.message : String(error))
  }

  /** @param how `anew`: as another story, without the decisions so far; `edited`: the same with another text; `again`: with other decisions or options */
  async function annotate(story: GivenStory, how: 'anew' | 'edited' | 'again'): Promise<void> {
    const own = ++run
    clearTimeout(timer)
    if (how === 'anew') decided.clear()
    given = story
    progress.start('Annotating …')
    try {
      const result = await client.call('open', {story, ...options.options(), decided: [...decided.values()]}, {onProgress: progress.report})
      // What was decided meanwhile is not in this answer.
      if (own !== run) return
      show(result, story)
      if (how !== 'again') setEditing(false)
      progress.finish(`${result.counts.lines} lines, ${result.counts.translations} translations, ${result.counts.words} words`)
    } catch (error) {
      if (own === run) fail(error)
    }
  }

  function annotateSoon(): void {
    if (!given) return
    run++
    clearTimeout(timer)
    timer = setTimeout(() => given && void annotate(given, 'again'), FEEDBACK_DELAY)
  }

  function show(result: OpenedStory, story: GivenStory): void {
    const isFirst = !opened
    opened = result
    lines = result.lines
    document.body.classList.add('has-story')
    document.title = `${result.title} – xenogloss`
    if (result.source !== undefined && start.textarea.value !== result.source) start.setText(story.name, result.source)
    storyView.show(result.html, result.hostLanguage)
    words.show(result.glossaries)
    const {source} = result
    views.sections.remarks.replaceChildren(
      createRemarksView(result.remarks, {
        fix: (positions) => void fix(positions),
        show: source === undefined ? undefined : showInText,
      }),
    )
    views.count(
      'words',
      result.glossaries.reduce((sum, {entries}) => sum + entries.length, 0),
    )
    views.count('remarks', result.remarks.length)
    views.sections.why.replaceChildren(createElement('p', {className: 'empty'}, WHY_HINT))
    if (isFirst) views.show('story')
  }

  async function fix(positions: readonly number[]): Promise<void> {
    if (!given) return
    try {
      const source = await client.call('fix', positions)
      await annotate({...given, content: source}, 'again')
    } catch (error) {
      fail(error)
    }
  }

  async function explain(mark: Mark): Promise<void> {
    try {
      views.sections.why.replaceChildren(createWhyView(await client.call('explain', mark)))
    } catch (error) {
      fail(error)
    }
  }

  function setEditing(isEditing: boolean): void {
    document.body.classList.toggle('is-editing', isEditing)
    edit.textContent = isEditing ? 'Back to the story' : 'Text and options'
  }

  function showInText(from: number, to: number): void {
    views.show('story')
    setEditing(true)
    start.select(from, to)
  }

  function goToExample({start: offset}: TableExample): void {
    const index = lines.findIndex((line) => line.start === offset)
    if (index < 0) return
    setEditing(false)
    views.show('story')
    storyView.goToLine(index)
  }

  async function openFile(file: File): Promise<void> {
    if (file.size > MAX_FILE) {
      progress.fail(`${file.name}: larger than ${MAX_FILE / 1024 / 1024} MB`)
      return
    }
    await annotate({name: file.name, content: new Uint8Array(await file.arrayBuffer())}, 'anew')
  }

  async function readDictionary(file: File) {
    try {
      return await client.call('dictionary', {name: file.name, bytes: new Uint8Array(await file.arrayBuffer())})
    } catch (error) {
      fail(error)
      return undefined
    }
  }

  async function showDownloads(): Promise<void> {
    if (views.sections.download.childElementCount > 0) return
    try {
      const targets = await client.call('targets', null)
      const view = createDownloadView(targets, async ({id}) => {
        try {
          for (const file of await client.call('export', {target: id, glossary: words.glossary()})) saveFile(file)
        } catch (error) {
          fail(error)
        }
      })
      views.sections.download.replaceChildren(view)
    } catch (error) {
      fail(error)
    }
  }

  /** Forgets the story and what was decided about it. */
  function startAnew(): void {
    run++
    clearTimeout(timer)
    given = undefined
    opened = undefined
    decided.clear()
    document.body.classList.remove('has-story', 'is-editing')
    start.setText('story.md', '')
    start.textarea.focus()
    progress.finish()
  }

  function cancel(): void {
    run++
    client.cancel()
    progress.finish('Given up')
    // The new worker knows no story: what needs one is annotated again.
    document.body.classList.remove('has-story')
    opened = undefined
    client.warmUp()
  }

  const progress = createProgressBar(cancel)
  const options = createOptionsPanel(readDictionary, annotateSoon)
  const start = createStartView(
    {
      annotate: (story) => void annotate(story, given === undefined || story.name !== given.name ? 'anew' : 'edited'),
      openFile: (file) => void openFile(file),
      startAnew,
      tryExample: () => void client.call('example', null).then((content) => annotate({name: EXAMPLE, content}, 'anew'), fail),
    },
    options.element,
  )
  const edit = createButton('Text and options', () => setEditing(!document.body.classList.contains('is-editing')))
  edit.className = 'edit'
  const storyView = createStoryView(
    (mark) => views.current() === 'why' && void explain(mark),
    (mark) => {
      views.show('why')
      void explain(mark)
    },
  )
  const views = createViews((name) => name === 'download' && void showDownloads())
  const words = createWordsView(views.sections.words, {
    onDecide: (glossary) => {
      decided.set(glossary.language, glossary)
      annotateSoon()
    },
    examplesOf: (entry) => createLineFinder(lines)(entry),
    goTo: goToExample,
  })

  const bar = document.querySelector('header') as HTMLElement
  const main = document.querySelector('main') as HTMLElement
  const intro = createElement(
    'p',
    {className: 'intro'},
    'Somebody in the story speaks a language that does not exist, and somewhere its author says what it means. Paste the story: this page finds the lines, their translations and the words. It works in your browser; nothing leaves your computer.',
  )
  bar.append(progress.element, edit, views.nav)
  main.replaceChildren(createElement('div', {className: 'text'}, intro, start.element, storyView.element), views.side)
  views.show('words')

  // A file may be dropped anywhere.
  addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
  })
  addEventListener('drop', (event) => {
    const [file] = event.dataTransfer?.files ?? []
    if (!file) return
    event.preventDefault()
    void openFile(file)
  })
  // The page is usable before the worker has loaded.
  requestAnimationFrame(() => setTimeout(client.warmUp))
}
