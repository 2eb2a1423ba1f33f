import {createHash} from 'node:crypto'
import type {Glossary} from '../lexicon/types.js'
import {escapeForTerminal} from '../util/escape-for-terminal.js'
import {commandError} from './command-error.js'
import {readInput} from './read-input.js'
import type {ServedFile} from './story-server.js'
import {toCommandError} from './to-command-error.js'

/** What pages decide about, as it was read, and its version. */
export interface Kept<T> {
  readonly version: string
  readonly value: T
}

interface KeeperOptions<T> {
  /** Rejects with what is to be said about it. */
  readonly read: () => Promise<Kept<T>>
  /** @param requireUnchanged to be called last before a file is replaced; rejects if another program has changed it since it was read */
  readonly write: (value: T, requireUnchanged: () => Promise<void>) => Promise<void>
  /** Returns the value with the changes that a page asks for. @throws TypeError for changes that make no sense; they come from a page */
  readonly apply: (value: T, changes: unknown) => T
  /** Is called after each reading. */
  readonly onRead: () => void
  readonly reportError: (message: string) => void
  /** What the page is told beside the version of what was saved. */
  readonly noteFor?: (changes: unknown) => string | undefined
}

export interface GlossaryKeeper<T> {
  readonly current: () => Kept<T>
  /** Why it cannot be read at present; empty if it can. */
  readonly problem: () => string
  /** Reads it again. */
  readonly reload: () => Promise<void>
  /** Answers a page that sends decisions, `{version, changes}`: writes them if the page knows the present version. */
  readonly decide: (body: Uint8Array) => Promise<ServedFile>
  /** Resolves once nothing is being read or written. */
  readonly settled: () => Promise<void>
}

/** Hash of a file's content. */
const versionOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex').slice(0, 32)

/** Reads a glossary file. @throws CommandError for what is no glossary of ours: writing it back would change its format */
export async function readGlossaryFile(path: string): Promise<Kept<Glossary>> {
  const {json} = await import('../formats/json/json.js')
  const bytes = await readInput(path, path, 'dictionary')
  try {
    const value = json.read(bytes, {file: path})
    const {entries} = JSON.parse(new TextDecoder().decode(bytes)) as {entries?: unknown}
    if (!Array.isArray(entries) || entries.length !== value.entries.length) throw new TypeError(`${path}: a dictionary of another program`)
    return {version: versionOf(bytes), value}
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw commandError(`${escapeForTerminal(error.message, {lines: true})}; \`glossary import <file> -o glossary.json\` makes a glossary`)
  }
}

export const answer = (status: number, value: object): ServedFile => ({type: 'application/json', status, body: JSON.stringify(value)})

/**
 * Keeps what pages decide about: reads it, and writes decisions unless it was changed since the page saw it.
 *
 * @throws what `read` rejects with, if it cannot be read at first
 */
export async function createGlossaryKeeper<T>({read, write, apply, onRead, reportError, noteFor}: KeeperOptions<T>): Promise<GlossaryKeeper<T>> {
  let current = await read()
  let problem = ''
  const update = async (): Promise<void> => {
    try {
      current = await read()
      problem = ''
    } catch (error) {
      problem = toCommandError(error).message
      reportError(problem)
    }
    onRead()
  }
  const changed = new Error('The file was changed by another program')
  const requireUnchanged = async (): Promise<void> => {
    if ((await read()).version !== current.version) throw changed
  }
  const decide = async (body: Uint8Array): Promise<ServedFile> => {
    let request: {version?: unknown; changes?: unknown}
    try {
      request = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(body)) as typeof request
    } catch {
      return answer(400, {error: 'Expected JSON'})
    }
    await update()
    if (problem !== '') return answer(409, {error: problem})
    if (request?.version !== current.version) return answer(409, {error: changed.message})
    let decided: T
    try {
      decided = apply(current.value, request.changes)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      return answer(400, {error: error.message})
    }
    try {
      await write(decided, requireUnchanged)
    } catch (error) {
      if (error === changed) return answer(409, {error: changed.message})
      return answer(500, {error: toCommandError(error).message})
    }
    await update()
    return answer(200, {version: current.version, note: noteFor?.(request.changes)})
  }
  // One after the other: each expects the file that the one before has written.
  let pending: Promise<unknown> = Promise.resolve()
  const enqueue = <R>(run: () => Promise<R>): Promise<R> => {
    const result = pending.then(run)
    pending = result.catch(() => {})
    return result
  }
  return {
    current: () => current,
    problem: () => problem,
    reload: () => enqueue(update),
    decide: (body) => enqueue(() => decide(body)),
    settled: () => pending.then(() => {}),
  }
}
