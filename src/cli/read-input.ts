import {createReadStream} from 'node:fs'
import {stat} from 'node:fs/promises'
import {escapeForTerminal} from '../util/escape-for-terminal.js'
import {commandError, EXIT} from './command-error.js'

/** Maximum size of an input file: five times the longest novels. */
export const MAX_BYTES = 32 * 1024 * 1024
/** The same of an e-book or a document, which may have pictures. */
const MAX_DOCUMENT_BYTES = 256 * 1024 * 1024

const limitOf = (kind: InputKind): number => (kind === 'document' ? MAX_DOCUMENT_BYTES : MAX_BYTES)

/** What to do about a file that is too large. */
const REMEDIES = {
  story: 'split it into chapters, or use `xenogloss corpus` for many stories',
  document: 'remove pictures from it, or split it',
  dictionary: 'choose another file',
  configuration: 'choose another with --config, or ignore it with --no-config',
} as const

type InputKind = keyof typeof REMEDIES

export const tooLargeError = (name: string, kind: InputKind = 'story') =>
  commandError(
    `${escapeForTerminal(name)}: larger than ${limitOf(kind) / 1024 / 1024} MB, the limit for a ${kind}; ${REMEDIES[kind]}`,
    kind === 'configuration' ? EXIT.usage : EXIT.failure,
  )

/**
 * Reads the bytes of a file, of a pipe, or of standard input (`-`).
 *
 * @param name how errors refer to it
 * @param kind what it is expected to be
 */
export async function readInput(path: string, name: string, kind: Exclude<InputKind, 'configuration'> = 'story'): Promise<Uint8Array> {
  const isStandardInput = path === '-'
  if (!isStandardInput) {
    const found = await stat(path)
    if (found.isDirectory()) throw commandError(`${escapeForTerminal(name)}: expected a file, got a folder; name a file in it`)
    if (found.size > limitOf(kind)) throw tooLargeError(name, kind)
  }
  const chunks: Uint8Array[] = []
  let size = 0
  // Counts the bytes as well: devices report no size, and files may grow.
  for await (const chunk of isStandardInput ? process.stdin : createReadStream(path)) {
    chunks.push(chunk as Uint8Array)
    size += (chunk as Uint8Array).length
    if (size > limitOf(kind)) throw tooLargeError(name, kind)
  }
  return Buffer.concat(chunks)
}
