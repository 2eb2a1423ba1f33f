import {createReadStream} from 'node:fs'
import {stat} from 'node:fs/promises'
import {visible} from '../prose/visible.js'
import {EXIT, failure} from './command-failure.js'

/** Larger stories are not taken in: the longest novels have a fifth of it. In bytes. */
export const MOST_BYTES = 32 * 1024 * 1024

/** What is too large, and what to do about it. */
const TOO_LARGE = {
  story: 'no story is; split it into chapters, or use `xenogloss corpus` for many stories',
  dictionary: 'no dictionary is; name another file',
  configuration: 'no configuration is; name another with --config, or none with --no-config',
} as const

/** @param kind what was expected */
export const tooLarge = (name: string, kind: keyof typeof TOO_LARGE = 'story') =>
  failure(`${visible(name)}: larger than ${MOST_BYTES / 1024 / 1024} MB, which ${TOO_LARGE[kind]}`, kind === 'configuration' ? EXIT.usage : EXIT.failed)

/**
 * The bytes of a file, of a pipe, or (`-`) of standard input.
 *
 * @param name what it is called in errors
 * @param kind what is expected in it
 */
export async function read(path: string, name: string, kind: 'story' | 'dictionary' = 'story'): Promise<Uint8Array> {
  const isInput = path === '-'
  if (!isInput) {
    const found = await stat(path)
    if (found.isDirectory()) throw failure(`${visible(name)}: it is a folder, and a file was expected; name one in it`)
    if (found.size > MOST_BYTES) throw tooLarge(name, kind)
  }
  const chunks: Uint8Array[] = []
  let size = 0
  // What a file says of its size need not be true: devices say none, and others grow.
  for await (const chunk of isInput ? process.stdin : createReadStream(path)) {
    chunks.push(chunk as Uint8Array)
    size += (chunk as Uint8Array).length
    if (size > MOST_BYTES) throw tooLarge(name, kind)
  }
  return Buffer.concat(chunks)
}
