import {stat} from 'node:fs/promises'
import {basename, dirname, extname, join} from 'node:path'
import {moveTo} from '../files/place-files.js'
import {frameText} from '../formats/json/json-text.js'
import type {Glossary} from '../lexicon/types.js'
import type {Gathered} from './gather.js'
import {type Gathering, gathering} from './gathering.js'

const encoder = new TextEncoder()

/** Whether a path names a folder: there is one, or the name ends with a slash or has no extension. */
const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() ?? (/[/\\]$/u.test(path) || extname(path) === '')

/** What a language's file is called: nothing that leads elsewhere, whatever a story calls its language. */
const safe = (language: string): string => encodeURIComponent(language).replace(/^\.+/u, (dots) => dots.replaceAll('.', '%2E'))

/** Where each language's glossary goes: the file that was named, if there is one language; else a file for each. */
async function pathsFor(path: string, languages: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (await isFolder(path)) return new Map(languages.map((language) => [language, join(path, `${safe(language)}.json`)]))
  const extension = extname(path)
  const stem = basename(path, extension)
  return new Map(languages.map((language) => [language, languages.length === 1 ? path : join(dirname(path), `${stem}.${safe(language)}${extension}`)]))
}

/**
 * Writes a glossary for each language that has entries; if none has, an empty one of the language `lang`. JSON is written entry by entry; any
 * other format is made of it, and has to fit into memory.
 *
 * @param path a file, its format told by the extension; or a folder, for JSON files that are called after their languages
 * @param folder where unfinished files lie, on the same disk
 * @returns the paths written
 */
export async function writeGlossaries(
  path: string,
  entries: AsyncIterable<Gathered>,
  {heads, languages, lang, folder}: {heads: ReadonlyMap<string, Glossary>; languages: readonly string[]; lang: string; folder: string},
): Promise<readonly string[]> {
  const paths = await pathsFor(path, languages.length > 0 ? languages : [lang])
  const scratch = join(folder, 'glossary.json')
  const done: string[] = []
  const finish = async (language: string): Promise<void> => {
    const target = paths.get(language) as string
    if (extname(target).toLowerCase() === '.json') {
      await moveTo(target, scratch)
      done.push(target)
      return
    }
    const {readDictionary, writeDictionary} = await import('../files/dictionary-files.js')
    done.push(...(await writeDictionary(target, await readDictionary(scratch))))
  }
  let open: {language: string; out: Gathering; frame: ReturnType<typeof frameText>; count: number} | undefined
  const begin = async (language: string) => {
    const frame = frameText(heads.get(language) ?? {language, entries: []})
    const out = await gathering(scratch)
    await out.put(encoder.encode(frame.before))
    return {language, out, frame, count: 0}
  }
  const end = async (): Promise<void> => {
    if (!open) return
    const {language, out, frame, count} = open
    open = undefined
    try {
      await out.put(encoder.encode(frame.after(count)))
      await out.sync()
    } finally {
      await out.close()
    }
    await finish(language)
  }
  try {
    for await (const {language, blocks} of entries) {
      if (open?.language !== language) {
        await end()
        open = await begin(language)
      }
      await open.out.put(encoder.encode(open.count++ > 0 ? open.frame.between : '\n'))
      for await (const block of blocks) await open.out.put(block)
    }
    if (languages.length === 0) open = await begin(lang)
    await end()
  } finally {
    await open?.out.close()
  }
  return done
}
