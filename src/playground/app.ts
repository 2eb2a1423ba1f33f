import type {Glossary} from '../lexicon/types.js'
import {createButton, createElement} from '../reader/dom.js'
import type {GivenStory, OpenedStory} from './background/protocol.js'
import {createWorker} from './create-worker.js'
import {createOptionsPanel} from './options-panel.js'
import {createStartView} from './start-view.js'
import {createWorkClient} from './work-client.js'
import {createWorkspace} from './workspace.js'

/** Milliseconds after a decision before the story is annotated with it: several in quick succession are one change. */
const FEEDBACK_DELAY = 400

/** The largest file that is read, in bytes: five times the longest novels. */
const MAX_FILE = 32 * 1024 * 1024

const EXAMPLE = 'salt-road.md'

/** @param base URL of the folder of the playground's files */
export function startApp(base: URL): void {
  const client = createWorkClient(() => createWorker(base))
  let given: GivenStory | undefined
  /** By language; empty at the beginning of each story. */
  const decided = new Map<string, Glossary>()
  /** Counts requests to annotate, of which only the last matters. */
  let run = 0
  let timer: ReturnType<typeof setTimeout> | undefined

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
      progress.finish(workspace.summarize(result))
    } catch (error) {
      if (own === run) workspace.fail(error)
    }
  }

  function annotateSoon(): void {
    if (!given) return
    run++
    clearTimeout(timer)
    timer = setTimeout(() => given && void annotate(given, 'again'), FEEDBACK_DELAY)
  }

  function show(result: OpenedStory, {name}: GivenStory): void {
    if (result.source !== undefined && start.textarea.value !== result.source) start.setText(name, result.source)
    workspace.show(result)
  }

  async function fix(positions: readonly number[]): Promise<void> {
    if (!given) return
    try {
      const source = await client.call('fix', positions)
      await annotate({...given, content: source}, 'again')
    } catch (error) {
      workspace.fail(error)
    }
  }

  function setEditing(isEditing: boolean): void {
    document.body.classList.toggle('is-editing', isEditing)
    edit.textContent = isEditing ? 'Back to the story' : 'Text and options'
  }

  function showInText(from: number, to: number): void {
    workspace.views.show('story')
    setEditing(true)
    start.select(from, to)
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
      workspace.fail(error)
      return undefined
    }
  }

  /** Forgets the story and what was decided about it. */
  function startAnew(): void {
    run++
    clearTimeout(timer)
    given = undefined
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
    client.warmUp()
  }

  const workspace = createWorkspace({
    key: 'playground',
    call: client.call,
    cancel,
    onDecide: (glossary) => {
      decided.set(glossary.language, glossary)
      annotateSoon()
    },
    fix: (positions) => void fix(positions),
    showInText,
    leaveText: () => setEditing(false),
    // What was just decided may not be annotated yet.
    glossaryToExport: (glossary) => ({glossary}),
  })
  const {progress} = workspace
  const options = createOptionsPanel(readDictionary, annotateSoon)
  const start = createStartView(
    {
      annotate: (story) => void annotate(story, given === undefined || story.name !== given.name ? 'anew' : 'edited'),
      openFile: (file) => void openFile(file),
      startAnew,
      tryExample: () => void client.call('example', null).then((content) => annotate({name: EXAMPLE, content}, 'anew'), workspace.fail),
    },
    options.element,
  )
  const edit = createButton('Text and options', () => setEditing(!document.body.classList.contains('is-editing')))
  edit.className = 'edit'

  const bar = document.querySelector('header') as HTMLElement
  const main = document.querySelector('main') as HTMLElement
  const intro = createElement(
    'p',
    {className: 'intro'},
    'Somebody in the story speaks a language that does not exist, and somewhere its author says what it means. Paste the story: this page finds the lines, their translations and the words. It works in your browser; nothing leaves your computer.',
  )
  bar.append(progress.element, edit, workspace.views.nav)
  main.replaceChildren(createElement('div', {className: 'text'}, intro, start.element, workspace.story), workspace.views.side)

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
