/**
 * What the extension remembers, in the browser's local storage alone: the glossaries of the chapters that were read, and dictionaries that were
 * imported. Which sites are off: site-switch.ts.
 */
import {type Dictionary, type Glossary, mergeGlossaries} from 'xenogloss'
import type {Chapter} from './protocol.js'
import type {Area} from './site-switch.js'

/** The glossaries of a work by its chapters; `turn` counts up with each chapter read, whatever the work. */
interface StoredWork {
  readonly title: string
  readonly turn: number
  readonly chapters: Readonly<Record<string, readonly Glossary[]>>
}

const WORK = 'work:'
const DICTIONARY = 'dictionary:'

const withPrefix = <T>(items: Record<string, unknown>, prefix: string): [string, T][] =>
  Object.entries(items).filter((item): item is [string, T] => item[0].startsWith(prefix))

/**
 * Remembers the glossaries of a chapter. If the storage is full, works that were not read for longest are forgotten.
 *
 * @returns titles of the works that were forgotten; undefined if not even this chapter finds room
 */
export async function saveChapter(area: Area, {work, chapter, title}: Chapter, glossaries: readonly Glossary[]): Promise<string[] | undefined> {
  const items = await area.get(null)
  const works = withPrefix<StoredWork>(items, WORK).sort(([, a], [, b]) => a.turn - b.turn)
  const turn = (works.at(-1)?.[1].turn ?? 0) + 1
  const key = `${WORK}${work}`
  const known = items[key] as StoredWork | undefined
  const others = works.filter(([other]) => other !== key)
  const forgotten: string[] = []
  for (;;) {
    try {
      await area.set({[key]: {title, turn, chapters: {...known?.chapters, [chapter]: glossaries}}})
      return forgotten
    } catch {
      const [oldest] = others.splice(0, 1)
      if (!oldest) return undefined
      await area.remove([oldest[0]])
      forgotten.push(oldest[1].title)
    }
  }
}

/** Joins glossaries by language. */
function mergeByLanguage(glossaries: readonly Glossary[]): Glossary[] {
  const languages = [...new Set(glossaries.map(({language}) => language))]
  return languages.map((language) => mergeGlossaries(glossaries.filter((glossary) => glossary.language === language)))
}

/** What the chapters that were read of a work teach, one glossary for each language. */
export async function loadGlossaries(area: Area, work: string): Promise<{readonly glossaries: readonly Glossary[]; readonly chapters: number}> {
  const key = `${WORK}${work}`
  const {chapters = {}} = ((await area.get([key]))[key] ?? {}) as Partial<StoredWork>
  return {glossaries: mergeByLanguage(Object.values(chapters).flat()), chapters: Object.keys(chapters).length}
}

export async function loadDictionaries(area: Area): Promise<[name: string, dictionary: Dictionary][]> {
  const items = await area.get(null)
  return withPrefix<Dictionary>(items, DICTIONARY).map(([key, dictionary]) => [key.slice(DICTIONARY.length), dictionary])
}

/** @throws Error if there is no room for it */
export async function saveDictionary(area: Area, name: string, dictionary: Dictionary): Promise<void> {
  try {
    await area.set({[`${DICTIONARY}${name}`]: dictionary})
  } catch (error) {
    throw new Error('There is no room for this dictionary: remove another one first, or forget a story', {cause: error})
  }
}

export const removeDictionary = (area: Area, name: string): Promise<void> => area.remove([`${DICTIONARY}${name}`])

export const forgetWork = (area: Area, work: string): Promise<void> => area.remove([`${WORK}${work}`])
