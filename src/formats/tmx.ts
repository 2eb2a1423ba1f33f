import type {Element} from 'xast'
import {x} from 'xastscript'
import {isAffix, meaningOf, withoutRejected} from '../lexicon/entry.js'
import type {Dictionary} from '../lexicon/types.js'
import type {AnnotatedStory} from '../source/annotation-types.js'
import {checkedFormat} from './shared/checked-format.js'
import {collapseWhitespace} from './shared/collapse-whitespace.js'
import {utteranceTextIn} from './shared/examples.js'
import {definitionLanguageOf} from './shared/input.js'
import {ENTRIES_PLACEHOLDER, elementsFor, lazyMap, replaceInvalidCharacters, serializeXml} from './shared/xml-write.js'
import type {WriteOptions} from './types.js'

/** A segment and its translation. */
interface Pair {
  readonly text: string
  readonly translation: string
  readonly work?: string | undefined
}

/** The utterances of a story with their translations. Utterances that share one translation form one pair. */
function translationPairs(story: AnnotatedStory, language: string): Pair[] {
  const {standoff, title, work} = story
  const textOf = utteranceTextIn(story)
  const utterances = standoff.utterances.filter(({lang, translation}) => lang === language && translation !== undefined)
  const parts = standoff.glosses.flatMap((gloss) => gloss.parts)
  const partOf = new Map(parts.flatMap((part) => part.of.map((id) => [id, part] as const)))
  const together = new Map<unknown, {texts: string[]; translation: string}>()
  for (const utterance of utterances) {
    const {id, translation = ''} = utterance
    const key = partOf.get(id) ?? id
    const group = together.get(key) ?? {texts: [], translation: collapseWhitespace(translation)}
    group.texts.push(textOf(utterance))
    together.set(key, group)
  }
  return [...together.values()].map(({texts, translation}) => ({text: texts.join(' '), translation, work: title ?? work}))
}

function write(dictionary: Dictionary, options: WriteOptions = {}): string {
  const {stories = []} = options
  const {language, entries, name = options.name, licence, source} = withoutRejected(dictionary)
  const words = entries.flatMap((entry): Pair[] => {
    const meaning = meaningOf(entry)
    return meaning === undefined || isAffix(entry) ? [] : [{text: collapseWhitespace(entry.headword), translation: collapseWhitespace(meaning)}]
  })
  const pairs = stories.length > 0 ? stories.flatMap((story) => translationPairs(story, language)) : words
  const segment = (lang: string, text: string) => x('tuv', {'xml:lang': lang}, [x('seg', {}, text)])
  const unit = (pair: Pair): Element => {
    const {text, translation, work} = replaceInvalidCharacters(pair)
    return x('tu', {}, [
      ...elementsFor(work, (value) => x('prop', {type: 'x-work'}, value)),
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
      elementsFor(notes, (note) => x('note', {}, replaceInvalidCharacters(note))),
    ),
    x('body', {}, [ENTRIES_PLACEHOLDER]),
  ])
  return serializeXml(
    file,
    lazyMap(
      pairs.filter(({text, translation}) => text && translation),
      unit,
    ),
  )
}

/**
 * TMX 1.4b (LISA OSCAR, 2005), for translation memories.
 *
 * - Loaded by OmegaT, memoQ, Trados, Weblate.
 * - Keeps the utterances of `stories` with their translations or, without stories, words with their first meaning, each on one line. Omits
 *   affixes, whatever is rejected, and all other fields. Write-only.
 * - Options: `name`, `stories`.
 */
export const tmx = /* @__PURE__ */ checkedFormat({
  name: 'tmx',
  extension: 'tmx',
  mediaType: 'application/xml',
  /** Returns the XML document. */
  write,
})
