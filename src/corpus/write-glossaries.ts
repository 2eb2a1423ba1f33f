import {stat} from 'node:fs/promises'
import {basename, dirname, extname, join} from 'node:path'
import {moveIntoPlace} from '../files/place-files.js'
import {dictionaryFrame} from '../formats/json/json-text.js'
import type {Glossary} from '../lexicon/types.js'
import {type BufferedFile, openBufferedFile} from './buffered-file.js'
import type {MergedEntry} from './merge-parts.js'

const encoder = new TextEncoder()

/** Whether a path is a folder: an existing one, or a name that ends with a slash or has no extension. */
const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() ?? (/[/\\]$/u.test(path) || extname(path) === '')

/** A file name for a language tag, safe whatever a story sets as its tag: it cannot lead to another folder. */
const toFileName = (language: string): string => encodeURIComponent(language).replace(/^\.+/u, (dots) => dots.replaceAll('.', '%2E'))

/** The path of each language's glossary: the given file if there is one language, else one file for each. */
async function resolvePaths(path: string, languages: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (await isFolder(path)) return new Map(languages.map((language) => [language, join(path, `${toFileName(language)}.json`)]))
  const extension = extname(path)
  const stem = basename(path, extension)
  return new Map(languages.map((language) => [language, languages.length === 1 ? path : join(dirname(path), `${stem}.${toFileName(language)}${extension}`)]))
}

/**
 * Writes a glossary for each language that has entries; if none has, an empty one for `lang`. Writes JSON entry by entry; other formats are
 * converted from it and must fit into memory.
 *
 * @param path a file, whose extension selects the format; or a folder for JSON files named after their languages
 * @param folder for temporary files, on the same disk
 * @returns the paths written
 */
export async function writeGlossaries(
  path: string,
  entries: AsyncIterable<MergedEntry>,
  {heads, languages, lang, folder}: {heads: ReadonlyMap<string, Glossary>; languages: readonly string[]; lang: string; folder: string},
): Promise<readonly string[]> {
  const paths = await resolvePaths(path, languages.length > 0 ? languages : [lang])
  const temporary = join(folder, 'glossary.json')
  const written: string[] = []
  const publish = async (language: string): Promise<void> => {
    const target = paths.get(language) as string
    if (extname(target).toLowerCase() === '.json') {
      await moveIntoPlace(target, temporary)
      written.push(target)
      return
    }
    const {readDictionary, writeDictionary} = await import('../files/dictionary-files.js')
    written.push(...(await writeDictionary(target, await readDictionary(temporary))))
  }
  let current: {language: string; out: BufferedFile; frame: ReturnType<typeof dictionaryFrame>; count: number} | undefined
  const begin = async (language: string) => {
    const frame = dictionaryFrame(heads.get(language) ?? {language, entries: []})
    const out = await openBufferedFile(temporary)
    await out.write(encoder.encode(frame.before))
    return {language, out, frame, count: 0}
  }
  const end = async (): Promise<void> => {
    if (!current) return
    const {language, out, frame, count} = current
    current = undefined
    try {
      await out.write(encoder.encode(frame.after(count)))
      await out.sync()
    } finally {
      await out.close()
    }
    await publish(language)
  }
  try {
    for await (const {language, blocks} of entries) {
      if (current?.language !== language) {
        await end()
        current = await begin(language)
      }
      await current.out.write(encoder.encode(current.count++ > 0 ? current.frame.between : '\n'))
      for await (const block of blocks) await current.out.write(block)
    }
    if (languages.length === 0) current = await begin(lang)
    await end()
  } finally {
    await current?.out.close()
  }
  return written
}
