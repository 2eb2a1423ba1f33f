import type {Element} from 'xast'
import {x} from 'xastscript'
import {isAffix, meaningOf, standing} from '../lexicon/entry.js'
import type {Dictionary} from '../lexicon/types.js'
import type {AnnotatedStory} from '../source/annotation-types.js'
import {linesOf} from './shared/example-lines.js'
import {definitionLanguageOf} from './shared/input.js'
import {oneLine} from './shared/one-line.js'
import {ENTRIES, each, mapped, printable, written} from './shared/xml-write.js'
import type {DictionaryFormat, WriteOptions} from './types.js'

interface Pair {
  readonly text: string
  readonly translation: string
  readonly work?: string | undefined
}

/** The lines of a story with their translations; lines that one translation renders together are one pair. */
function pairsOf(story: AnnotatedStory, language: string): Pair[] {
  const {standoff, title, work} = story
  const textOf = linesOf(story)
  const utterances = standoff.utterances.filter(({lang, translation}) => lang === language && translation !== undefined)
  const parts = standoff.glosses.flatMap((gloss) => gloss.parts)
  const partOf = new Map(parts.flatMap((part) => part.of.map((id) => [id, part] as const)))
  const together = new Map<unknown, {texts: string[]; translation: string}>()
  for (const utterance of utterances) {
    const {id, translation = ''} = utterance
    const key = partOf.get(id) ?? id
    const group = together.get(key) ?? {texts: [], translation: oneLine(translation)}
    group.texts.push(textOf(utterance))
    together.set(key, group)
  }
  return [...together.values()].map(({texts, translation}) => ({text: texts.join(' '), translation, work: title ?? work}))
}

function write(dictionary: Dictionary, options: WriteOptions = {}): string {
  const {stories = []} = options
  const {language, entries, name = options.name, licence, source} = standing(dictionary)
  const words = entries.flatMap((entry): Pair[] => {
    const meaning = meaningOf(entry)
    return meaning === undefined || isAffix(entry) ? [] : [{text: oneLine(entry.headword), translation: oneLine(meaning)}]
  })
  const pairs = stories.length > 0 ? stories.flatMap((story) => pairsOf(story, language)) : words
  const segment = (lang: string, text: string) => x('tuv', {'xml:lang': lang}, [x('seg', {}, text)])
  const unit = (pair: Pair): Element => {
    const {text, translation, work} = printable(pair)
    return x('tu', {}, [
      ...each(work, (value) => x('prop', {type: 'x-work'}, value)),
      segment(language, text),
      segment(definitionLanguageOf(dictionary), translation),
    ])
  }
  const header = {
    creationtool: 'xenogloss',
    creationtoolversion: '1',
    segtype: stories.length > 0 ? 'sentence' : 'phrase',
    'o-tmf': 'xenogloss',
    adminlang: 'en',
    srclang: language,
    datatype: 'plaintext',
  }
  const notes = [name, licence && `Licence: ${licence}`, source && `Source: ${source}`].filter((note) => note !== undefined && note !== '') as string[]
  const file = x('tmx', {version: '1.4'}, [
    x(
      'header',
      header,
      each(notes, (note) => x('note', {}, printable(note))),
    ),
    x('body', {}, [ENTRIES]),
  ])
  return written(
    file,
    mapped(
      pairs.filter(({text, translation}) => text && translation),
      unit,
    ),
  )
}

/**
 * TMX 1.4b (LISA OSCAR, 2005), for translation memories.
 *
 * - Loaded by OmegaT, memoQ, Trados, Weblate.
 * - Keeps the lines of `stories` with their translations; without stories, words with their first meaning. Each is one line. Affixes, what
 *   is rejected and all else that a dictionary says are left out. Only written.
 * - Options: `name`, `stories`.
 */
export const tmx = {
  name: 'tmx',
  extension: 'tmx',
  mediaType: 'application/xml',
  /** Answers the XML document. */
  write,
} as const satisfies DictionaryFormat
