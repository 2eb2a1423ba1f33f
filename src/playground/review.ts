/** The page of `xenogloss glossary review`: shows the glossary of a file as a table, and sends each decision to the server, which writes it. */
import type {Glossary} from '../lexicon/types.js'
import {createElement} from '../reader/dom.js'
import {createDecisionSaver, type DecidedEntry} from './decision-saver.js'
import {entryKey} from './table/entry-key.js'
import {type GlossaryTable, mountGlossaryTable} from './table/glossary-table.js'

interface ServedGlossary {
  readonly version: string
  readonly glossary: Glossary
}

const root = document.getElementById('review') as HTMLElement
const saved = document.getElementById('saved') as HTMLElement
const file = root.dataset.file ?? ''

let table: GlossaryTable | undefined

const say = (...content: readonly (Node | string)[]): void => saved.replaceChildren(...content)

const load = async (): Promise<ServedGlossary> => (await fetch('/glossary.json')).json()

function show({glossary}: ServedGlossary): void {
  const shown = saver.withUnsaved(glossary)
  if (table) table.update(shown)
  else table = mountGlossaryTable(root, {glossary: shown, onDecide: ({language}, entry) => saver.add({language, entry})})
}

/** Returns the decisions with the positions of their entries in the glossary. */
function toChanges(decided: readonly DecidedEntry[]): {index: number; entry: DecidedEntry['entry']}[] {
  const positions = new Map((table?.glossary().entries ?? []).map((entry, index) => [entryKey(entry), index]))
  return decided.flatMap(({entry}) => {
    const index = positions.get(entryKey(entry))
    return index === undefined ? [] : [{index, entry}]
  })
}

const saver = createDecisionSaver({name: file, say, toChanges, load, show})

const events = new EventSource('/events')
events.addEventListener('version', ({data}: MessageEvent<string>) => {
  // What is being saved reports its own version.
  if (JSON.parse(data) === saver.version() || saver.hasUnsaved() || !table) return
  void load().then((loaded) => {
    if (loaded.version === saver.version() || saver.hasUnsaved()) return
    saver.setVersion(loaded.version)
    show(loaded)
    say(`${file}: changed by another program, loaded`)
  })
})
events.addEventListener('problem', ({data}: MessageEvent<string>) => {
  const problem = JSON.parse(data) as string
  if (problem !== '') say(createElement('span', {role: 'alert'}, problem))
})

const first = await load()
saver.setVersion(first.version)
show(first)
say(file)
