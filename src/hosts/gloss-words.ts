import type {HostData, Words} from './host-data.js'
import {ROLES} from './roles.js'
import type {CueList, GlossConnector, GlossPatterns, NamingWords} from './types.js'

/** Phrases apart, separated by semicolons; keys separated by single spaces. */
export type Phrases = string

/** How a language introduces translations, in plain lists. */
export interface GlossWords {
  /** *means, which means, translates as* */
  readonly means: Phrases
  /** *that is, that is to say, i.e., in other words* */
  readonly thatIs: Phrases
  readonly or: Phrases
  /** *in English, in our language* */
  readonly inHost: Phrases
  /** *he said, she asks* before a quotation that repeats what was said */
  readonly says: Phrases
  /** *translation, T/N, note* */
  readonly label: Phrases
  readonly literally: Phrases
  /** *word for, name for, called* */
  readonly wordFor: Phrases
  /** *that, whether, if* */
  readonly reported: Words
  /** Words of a heading above a list of translations: *glossary, notes*. */
  readonly heading: Phrases
  /** *the word, called, named, says* right before a word of another language, by kind as in `NamingWords.before`. */
  readonly naming: readonly [verbs: Words, prepositions: Words, nouns: Words, meaning: Words]
}

const phrases = (text: Phrases): string[] =>
  text
    .split(';')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
const words = (text: Words): string[] => text.split(/\s+/u).filter((word) => word !== '')

const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
/** A phrase as it is printed: any white space between its words, any apostrophe, stops behind single letters. */
const printed = (phrase: string): string =>
  phrase
    .split(' ')
    .map((word, index, all) => {
      const isSingle = /^\p{L}$/u.test(word)
      const gap = index === all.length - 1 ? '' : isSingle ? '[\\s,]{0,3}' : '[\\s,]{1,3}'
      return (isSingle ? `${word}\\.?` : escapePattern(word).replaceAll("'", "['’]")) + gap
    })
    .join('')
/** Alternatives, longest first; matches nothing if there are none. */
const alternatives = (list: readonly string[]): string =>
  list.length === 0
    ? '(?!)'
    : `(?:${[...list]
        .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
        .map(printed)
        .join('|')})`

const END = '(?![\\p{L}\\p{M}])'
const QUOTE = '["“„‘«»「『]'

/** A phrase behind a word or quotation, with the punctuation that may stand around it. */
const behind = (list: readonly string[]): RegExp =>
  new RegExp(`^[”"’»“«]?[,;]?[”"’»“«]?\\s*[—–]?\\s*${alternatives(list)}${END}(?:[,:]?\\s*(?=${QUOTE})|[,:]\\s*|\\s+)(?=["“‘«»„'*_\\p{L}])`, 'iu')

const connector = (list: readonly string[], pattern: RegExp): GlossConnector => ({
  cues: list.map((phrase) => phrase.split(' ')),
  core: new RegExp(`(?<![\\p{L}\\p{M}])${alternatives(list)}${END}`, 'giu'),
  phrase: pattern,
})

/** Nothing matches it: a language without such a list has no such text. */
const NEVER = /(?!)/u

/**
 * Makes patterns, cues and naming words of plain lists.
 *
 * @param roles of the same language
 */
export function glossFrom(lists: GlossWords, roles: HostData['roles']): {glossing: GlossPatterns; cues: CueList; naming: NamingWords} {
  const withRole = (...names: string[]): string[] => names.flatMap((name) => words(roles[name] ?? ''))
  const conjunctions = withRole(...ROLES.conjunction)
  const determiners = withRole(
    'a',
    'an',
    'the',
    'this',
    'that',
    'these',
    'those',
    'some',
    'any',
    'no',
    'every',
    'each',
    'my',
    'your',
    'his',
    'her',
    'its',
    'our',
    'their',
    'one',
  )
  const persons = withRole('i', 'you', 'he', 'she', 'it', 'we', 'they')
  const prepositions = withRole('in', 'of', 'to', 'on', 'at', 'by', 'for', 'from', 'with', 'without', 'after', 'before')
  const means = [...phrases(lists.means), ...phrases(lists.thatIs), ...phrases(lists.wordFor)]
  const or = phrases(lists.or)
  const leadIns = [...means, ...or, ...phrases(lists.inHost), ...phrases(lists.literally), ...phrases(lists.label)]
  const asides = [...conjunctions, ...prepositions]
  return {
    glossing: {
      leadIn: new RegExp(`^(?:${alternatives(leadIns)}${END}(?:[:.,]?\\s+|[:,]\\s*))+`, 'iu'),
      means: connector([...means, ...phrases(lists.inHost)], behind(means)),
      or: connector(or, new RegExp(`^[”"’»]?,[”"’»]?\\s+${alternatives(or)}${END},?\\s+`, 'iu')),
      notMeant: new RegExp(`^${alternatives(words(lists.reported))}${END}`, 'iu'),
      another: new RegExp(`^${alternatives([...determiners, ...prepositions, ...conjunctions, ...persons])}${END}`, 'iu'),
      aside: new RegExp(`^${alternatives(asides)}${END}`, 'iu'),
      gesture: NEVER,
      remark: new RegExp(`^${alternatives(persons)}\\s`, 'iu'),
      heading: new RegExp(`^\\W*${alternatives(phrases(lists.heading))}\\W*$`, 'iu'),
      determiner: new RegExp(`^${alternatives(determiners)}$`, 'iu'),
      clause: new RegExp(`\\s${alternatives(conjunctions)}\\s`, 'iu'),
    },
    cues: {
      kinds: {
        means: phrases(lists.means),
        'that-is': phrases(lists.thatIs),
        or,
        'in-english': phrases(lists.inHost),
        says: phrases(lists.says),
        label: phrases(lists.label),
        literally: phrases(lists.literally),
        'word-for': phrases(lists.wordFor),
      },
      reported: words(lists.reported),
      fillers: [...words(lists.reported), ...phrases(lists.literally), ...phrases(lists.inHost)],
    },
    naming: {
      before: lists.naming.map(words),
      behind: withRole('that', 'which', 'it'),
      reports: [...phrases(lists.says).flatMap((phrase) => phrase.split(' ')), ...words(lists.naming[3])],
    },
  }
}
