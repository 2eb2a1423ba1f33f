/** The page of `xenogloss serve`: a story in a file, which the server annotates whenever the file changes, and the decisions about its words. */
import {createElement} from '../reader/dom.js'
import {askServer} from './ask-server.js'
import {createDecisionSaver} from './decision-saver.js'
import {createWorkspace} from './workspace.js'

const header = document.querySelector('header') as HTMLElement
const main = document.querySelector('main') as HTMLElement
/** Name of the glossary file, if there is one. */
const {glossary: file = '', story: storyName = '', key = ''} = main.dataset

/** Counts what is asked for and decided: an answer counts only if nothing has been since. */
let run = 0
/** That of the story which is shown. */
let shownVersion = ''
/** Why the story in its present state cannot be shown. */
let problem = ''
let summary = ''

const saved = createElement('p', {className: 'saved', role: 'status'})
const say = (...content: readonly (Node | string)[]): void => saved.replaceChildren(...content)

/** The server has the story: nothing is sent. */
const NO_STORY = {story: {name: '', content: ''}, host: 'auto', dictionaries: [], decided: []}
const load = async () => {
  run++
  const story = await askServer('open', NO_STORY)
  return {version: story.decisions ?? '', story}
}

function show({story}: Awaited<ReturnType<typeof load>>): void {
  workspace.show({...story, glossaries: story.glossaries.map(saver.withUnsaved)})
  summary = workspace.summarize(story)
  showState()
}

function showState(): void {
  if (problem === '') progress.finish(summary)
  else progress.fail(problem)
}

const saver = createDecisionSaver({name: file || 'Your decisions', say, toChanges: (decided) => decided, load, show})

const workspace = createWorkspace({
  key,
  call: async (name, takes) => {
    // The server writes what it has.
    if (name === 'export') await saver.settled()
    return askServer(name, takes)
  },
  onDecide: ({language}, entry) => {
    run++
    saver.add({language, entry})
  },
  glossaryToExport: (glossary) => ({language: glossary?.language}),
})
const {progress, views} = workspace

async function reload(version: string): Promise<void> {
  // What is decided here comes back with the next version.
  if (version === shownVersion || saver.hasUnsaved()) return
  const own = run + 1
  try {
    const loaded = await load()
    if (own !== run || saver.hasUnsaved()) return
    const isForeign = shownVersion !== '' && loaded.version !== saver.version()
    shownVersion = version
    saver.setVersion(loaded.version)
    show(loaded)
    if (isForeign) say(`${file || 'Your decisions'}: changed elsewhere, loaded`)
  } catch (error) {
    if (own === run) workspace.fail(error)
  }
}

header.append(progress.element, views.nav)
main.replaceChildren(createElement('div', {className: 'text'}, workspace.story), views.side)
views.sections.words.prepend(saved)
say(file === '' ? 'Your decisions are kept until xenogloss ends: download the glossary, or start with --glossary FILE.' : `Decisions are written to ${file}.`)

const events = new EventSource('/events')
const listen = (name: string, listener: (data: string) => void): void =>
  events.addEventListener(name, ({data}: MessageEvent<string>) => listener(JSON.parse(data) as string))
// It connects again by itself, and is told the state then.
events.addEventListener('error', () => progress.fail('xenogloss does not answer: it has ended, or its computer is asleep'))
listen('version', (version) => version !== '' && void reload(version))
listen('problem', (data) => {
  problem = data
  showState()
})
listen('busy', (busy) => (busy === '' ? showState() : progress.start(`Annotating ${storyName} …`)))
