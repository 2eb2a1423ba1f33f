/** The page of `xenogloss glossary review`: shows the glossary of a file as a table, and sends each decision to the server, which writes it. */
import type {Entry, Glossary} from '../lexicon/types.js'
import {createButton, createElement} from '../reader/dom.js'
import {entryKey} from './table/entry-key.js'
import {type GlossaryTable, mountGlossaryTable} from './table/glossary-table.js'

interface ServedGlossary {
  readonly version: string
  readonly glossary: Glossary
}

/** Delay in milliseconds: decisions made in quick succession are sent together. */
const SAVE_DELAY = 200

const root = document.getElementById('review') as HTMLElement
const saved = document.getElementById('saved') as HTMLElement
const file = root.dataset.file ?? ''
const token = document.querySelector<HTMLMetaElement>('meta[name="xenogloss-token"]')?.content ?? ''

let table: GlossaryTable | undefined
let version = ''
/** What is decided and not yet in the file, by entry. */
const unsaved = new Map<string, Entry>()
let timer: ReturnType<typeof setTimeout> | undefined
let isBusy = false
let isInConflict = false

const say = (...content: readonly (Node | string)[]): void => saved.replaceChildren(...content)

const load = async (): Promise<ServedGlossary> => (await fetch('/glossary.json')).json()

function show({version: loaded, glossary}: ServedGlossary): void {
  version = loaded
  if (table) {
    table.update(glossary)
    return
  }
  table = mountGlossaryTable(root, {
    glossary,
    onDecide: (_, entry) => {
      unsaved.set(entryKey(entry), entry)
      saveSoon()
    },
  })
  say(file)
}

function saveSoon(): void {
  if (!isInConflict) say(`${file}: saving …`)
  clearTimeout(timer)
  timer = setTimeout(() => void save(), SAVE_DELAY)
}

/** Returns the decisions with the positions of their entries in the glossary. */
function changesIn({entries}: Glossary): {index: number; entry: Entry}[] {
  const positions = new Map(entries.map((entry, index) => [entryKey(entry), index]))
  return [...unsaved].flatMap(([key, entry]) => {
    const index = positions.get(key)
    return index === undefined ? [] : [{index, entry}]
  })
}

async function save(): Promise<void> {
  if (isBusy || isInConflict || !table || unsaved.size === 0) return
  isBusy = true
  const sent = new Map(unsaved)
  try {
    const response = await fetch('/decisions', {
      method: 'POST',
      headers: {'Content-Type': 'application/json', 'X-Xenogloss-Token': token},
      body: JSON.stringify({version, changes: changesIn(table.glossary())}),
    })
    if (response.ok) {
      version = ((await response.json()) as {version: string}).version
      for (const [key, entry] of sent) if (unsaved.get(key) === entry) unsaved.delete(key)
      say(`${file}: saved`)
    } else if (response.status === 409) {
      resolveConflict(((await response.json()) as {error: string}).error)
    } else {
      const text = await response.text()
      say(`${file}: not saved. ${text}`)
      return
    }
  } catch {
    say(
      `${file}: not saved, because xenogloss does not answer. `,
      createButton('Try again', () => void save()),
    )
    return
  } finally {
    isBusy = false
  }
  if (unsaved.size > 0) saveSoon()
}

/** Asks what is to become of decisions about a file that another program has changed. */
function resolveConflict(reason: string): void {
  isInConflict = true
  const settle = async (keeps: boolean): Promise<void> => {
    const loaded = await load()
    isInConflict = false
    if (!keeps) unsaved.clear()
    const {entries} = loaded.glossary
    show({...loaded, glossary: {...loaded.glossary, entries: entries.map((entry) => decidedAnew(entry))}})
    if (unsaved.size > 0) await save()
    else say(`${file}: loaded`)
  }
  const count = unsaved.size === 1 ? 'my decision' : `my ${unsaved.size} decisions`
  say(
    createElement('span', {role: 'alert'}, `${file}: ${reason}. `),
    createButton(`Load it and apply ${count}`, () => void settle(true)),
    ' ',
    createButton(`Load it without ${count}`, () => void settle(false)),
  )
}

/** Returns an entry of a file that was changed with what is decided here: the file's evidence, and the senses and the status of the decision. */
function decidedAnew(entry: Entry): Entry {
  const key = entryKey(entry)
  const decided = unsaved.get(key)
  if (!decided) return entry
  const {senses: _, status: __, ...rest} = entry
  const {senses, status} = decided
  const merged = {...rest, ...(senses && {senses}), ...(status && {status})}
  unsaved.set(key, merged)
  return merged
}

const events = new EventSource('/events')
events.addEventListener('version', ({data}: MessageEvent<string>) => {
  // What is being saved reports its own version.
  if (JSON.parse(data) === version || isBusy || unsaved.size > 0 || !table) return
  void load().then((loaded) => {
    if (loaded.version === version || unsaved.size > 0) return
    show(loaded)
    say(`${file}: changed by another program, loaded`)
  })
})
events.addEventListener('problem', ({data}: MessageEvent<string>) => {
  const problem = JSON.parse(data) as string
  if (problem !== '') say(createElement('span', {role: 'alert'}, problem))
})
addEventListener('beforeunload', (event) => {
  if (unsaved.size > 0) event.preventDefault()
})

show(await load())
