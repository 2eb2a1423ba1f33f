import type {Entry, Glossary} from '../lexicon/types.js'
import {createButton, createElement} from '../reader/dom.js'
import {tokenOfPage} from './page-token.js'
import {entryKey} from './table/entry-key.js'

/** An entry as decided, and the language of its glossary. */
export interface DecidedEntry {
  readonly language: string
  readonly entry: Entry
}

/** What the server has, by its version. */
interface Loaded {
  readonly version: string
}

interface SaverOptions<T extends Loaded> {
  /** What the decisions are saved in. */
  readonly name: string
  /** Says what becomes of the decisions. */
  readonly say: (...content: readonly (Node | string)[]) => void
  /** Turns decisions into what the server calls changes. */
  readonly toChanges: (decided: readonly DecidedEntry[]) => readonly unknown[]
  readonly load: () => Promise<T>
  /** Shows what was loaded; every glossary goes through `withUnsaved`. */
  readonly show: (loaded: T) => void
}

export interface DecisionSaver {
  readonly add: (decided: DecidedEntry) => void
  /** Whether there are decisions that the server does not have. */
  readonly hasUnsaved: () => boolean
  /** Returns a glossary of the server with the decisions that it does not have. */
  readonly withUnsaved: (glossary: Glossary) => Glossary
  /** That of the server, as far as this page knows. */
  readonly version: () => string
  readonly setVersion: (version: string) => void
  /** Resolves once nothing is being saved. */
  readonly settled: () => Promise<void>
}

/** Delay in milliseconds: decisions made in quick succession are sent together. */
const SAVE_DELAY = 200

const keyOf = (language: string, entry: Entry): string => `${language}\0${entryKey(entry)}`

/** Why the server refuses something: the text, or its sentence in JSON. */
function reasonIn(text: string): string {
  try {
    return (JSON.parse(text) as {error: string}).error
  } catch {
    return text
  }
}

/** Sends each decision to the server, which writes it, and asks what is to become of decisions about something that was changed meanwhile. */
export function createDecisionSaver<T extends Loaded>({name, say, toChanges, load, show}: SaverOptions<T>): DecisionSaver {
  let version = ''
  /** What is decided and not yet saved, by language and entry. */
  const unsaved = new Map<string, DecidedEntry>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let saving: Promise<void> | undefined
  let isInConflict = false

  function saveSoon(): void {
    if (isInConflict) return
    say(`${name}: saving …`)
    clearTimeout(timer)
    timer = setTimeout(() => void save(), SAVE_DELAY)
  }

  function save(): Promise<void> {
    clearTimeout(timer)
    if (!isInConflict && unsaved.size > 0) saving ??= send().finally(() => (saving = undefined))
    return saving ?? Promise.resolve()
  }

  async function send(): Promise<void> {
    const sent = new Map(unsaved)
    try {
      const response = await fetch('/decisions', {
        method: 'POST',
        headers: {'Content-Type': 'application/json', 'X-Xenogloss-Token': tokenOfPage()},
        body: JSON.stringify({version, changes: toChanges([...sent.values()])}),
      })
      if (response.ok) {
        const saved = (await response.json()) as {version: string; note?: string}
        version = saved.version
        for (const [key, decided] of sent) if (unsaved.get(key) === decided) unsaved.delete(key)
        say(`${name}: ${saved.note ?? 'saved'}`)
      } else if (response.status === 409) {
        resolveConflict(((await response.json()) as {error: string}).error)
      } else {
        say(
          `${name}: not saved. ${reasonIn(await response.text())} `,
          createButton('Try again', () => void save()),
        )
        return
      }
    } catch {
      say(
        `${name}: not saved, because xenogloss does not answer. `,
        createButton('Try again', () => void save()),
      )
      return
    }
    if (unsaved.size > 0) saveSoon()
  }

  function resolveConflict(reason: string): void {
    isInConflict = true
    const settle = async (keeps: boolean): Promise<void> => {
      let loaded: T
      try {
        loaded = await load()
      } catch {
        return resolveConflict('xenogloss does not answer')
      }
      isInConflict = false
      if (!keeps) unsaved.clear()
      version = loaded.version
      show(loaded)
      if (unsaved.size > 0) await save()
      else say(`${name}: loaded`)
    }
    const count = unsaved.size === 1 ? 'my decision' : `my ${unsaved.size} decisions`
    say(
      createElement('span', {role: 'alert'}, `${reason.startsWith(name) ? '' : `${name}: `}${reason}. `),
      createButton(`Load it and apply ${count}`, () => void settle(true)),
      ' ',
      createButton(`Load it without ${count}`, () => void settle(false)),
    )
  }

  /** Returns an entry of the server with what is decided here: the server's evidence, and the senses and the status of the decision. */
  function decidedAnew(language: string, entry: Entry): Entry {
    const key = keyOf(language, entry)
    const decided = unsaved.get(key)?.entry
    if (!decided) return entry
    const {senses: _, status: __, ...rest} = entry
    const {senses, status} = decided
    const merged = {...rest, ...(senses && {senses}), ...(status && {status})}
    unsaved.set(key, {language, entry: merged})
    return merged
  }

  addEventListener('beforeunload', (event) => {
    if (unsaved.size > 0) event.preventDefault()
  })
  return {
    add: ({language, entry}) => {
      unsaved.set(keyOf(language, entry), {language, entry})
      saveSoon()
    },
    hasUnsaved: () => unsaved.size > 0,
    withUnsaved: (glossary) => (unsaved.size === 0 ? glossary : {...glossary, entries: glossary.entries.map((entry) => decidedAnew(glossary.language, entry))}),
    version: () => version,
    setVersion: (given) => {
      version = given
    },
    settled: save,
  }
}
