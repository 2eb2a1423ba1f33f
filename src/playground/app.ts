import type {Glossary} from '../lexicon/types.js'
import {createButton, createElement} from '../reader/dom.js'
import type {GivenStory, OpenedStory, OpenRequest} from './background/protocol.js'
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
  /** What the field held when it was last sent or filled: what differs from it was typed since, and stays. */
  let sentText = ''
  /** What is shown, and how many workers had ended when one was given it. */
  let shown: {readonly request: OpenRequest; readonly ended: number} | undefined
  /** Settles when the story that was last sent is annotated. */
  let last: Promise<unknown> = Promise.resolve()
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
    if (how !== 'again') sentText = start.textarea.value
    progress.start('Annotating …')
    // The worker does one after the other: what is asked for while it is busy would have to wait for all that was asked for before.
    await last.catch(() => {})
    if (own !== run) return
    try {
      const request = {story, ...options.options(), decided: [...decided.values()]}
      const answer = client.call('open', request, {onProgress: progress.report})
      last = answer
      const result = await answer
      // What was decided meanwhile is not in this answer.
      if (own !== run) return
      shown = {request, ended: client.ended()}
      show(result, story)
      if (how !== 'again') setEditing(false)
      progress.finish(workspace.summarize(result))
    } catch (error) {
      if (own === run) workspace.fail(error)
    }
  }

  /** Gives a new worker the story that is shown, if the one that knew it has ended. */
  async function remind(): Promise<void> {
    if (!shown || shown.ended === client.ended()) return
    await client.call('open', shown.request)
    shown = {...shown, ended: client.ended()}
  }

  function annotateSoon(): void {
    if (!given) return
    run++
    clearTimeout(timer)
    timer = setTimeout(() => given && void annotate(given, 'again'), FEEDBACK_DELAY)
  }

  function show(result: OpenedStory, {name}: GivenStory): void {
    if (result.source !== undefined && !isEdited()) {
      start.setText(name, result.source)
      sentText = start.textarea.value
    }
    workspace.show(result)
  }

  const isEdited = (): boolean => start.textarea.value !== sentText

  async function fix(positions: readonly number[]): Promise<void> {
    if (!given) return
    if (isEdited()) {
      progress.fail('You have changed the text: annotate it first')
      return
    }
    try {
      await remind()
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

  /** Reads a file. @throws Error, with a sentence for people, if it is too large or cannot be read */
  async function readFile(file: File): Promise<Uint8Array> {
    if (file.size > MAX_FILE) throw new Error(`${file.name}: larger than ${MAX_FILE / 1024 / 1024} MB`)
    try {
      return new Uint8Array(await file.arrayBuffer())
    } catch (error) {
      // A folder, or a file that was deleted or may not be read.
      throw new Error(`${file.name}: cannot be read; choose a file`, {cause: error})
    }
  }

  async function openFile(file: File): Promise<void> {
    try {
      await annotate({name: file.name, content: await readFile(file)}, 'anew')
    } catch (error) {
      workspace.fail(error)
    }
  }

  async function readDictionary(file: File) {
    try {
      return await client.call('dictionary', {name: file.name, bytes: await readFile(file)})
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
    shown = undefined
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
    // Another one is annotated, or this one again.
    shown = undefined
    document.body.classList.remove('has-story')
    client.warmUp()
  }

  const workspace = createWorkspace({
    key: 'playground',
    call: async (name, takes) => {
      await remind()
      return client.call(name, takes)
    },
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
