import memoize from 'lodash-es/memoize.js'
import uniq from 'lodash-es/uniq.js'
import type {Entry, EvidencePlace} from '../lexicon/types.js'
import {fold} from '../prose/folding.js'
import {flatMap, map, sortBy} from '../util/lists.js'
import {withFields} from '../util/objects.js'
import {unexplained} from './evidence.js'

/**
 * Affixes that a story's words seem to have. A stem that stands with several endings (or beginnings), each of which stands on other stems
 * too, is a paradigm (Goldsmith 2001, signatures); what its translations have in common, and those of its other forms have not, is what
 * the affix may mean. Nothing here is sure: all of it is proposed, with the places that speak for it.
 */

/** In UTF-16 code units of the key; a stem is longer than its affix, too. */
const LONGEST_AFFIX = 6
const SHORTEST_STEM = 3
/** Stems on which an affix must stand beside other forms of them; more, where it is a single letter: one letter more or less is chance. */
const FEWEST_STEMS = 2
const FEWEST_OF_ONE_LETTER = 4
/** An affix that an apostrophe or hyphen joins may stand on stems that are never met otherwise. */
const FEWEST_JOINED = 3
/** What begins or ends more words than this is no stem of them; comparing them all would take time by the square of a story. */
const MOST_FORMS = 100
/** Of these, what the translation must share with the affix's meaning. */
const FEWEST_MEANT = 2

type Side = 'prefix' | 'suffix'
const isJoiner = (character: string | undefined): boolean => character === "'" || character === '-'

/** A form of a stem: the stem itself, where the affix is empty. */
interface Form {
  readonly affix: string
  readonly word: Entry
}

/** For each stem that words may have, its forms, each affix once. */
type Stems = ReadonlyMap<string, readonly Form[]>

/** Spellings by what they fold to, each with the first word that has it. */
function spellingsOf(words: readonly Entry[]): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>()
  for (const word of words) {
    for (const spelling of [word.headword, ...(word.variants ?? [])]) {
      const key = fold(spelling)
      if (!found.has(key)) found.set(key, word)
    }
  }
  return found
}

function stemsOf(spellings: ReadonlyMap<string, Entry>, side: Side): Stems {
  const found = new Map<string, Form[]>()
  for (const [key, word] of spellings) {
    for (let length = 0; length <= LONGEST_AFFIX && key.length - length >= Math.max(SHORTEST_STEM, length + 1); length++) {
      const at = side === 'suffix' ? key.length - length : length
      const [stem, affix] = side === 'suffix' ? [key.slice(0, at), key.slice(at)] : [key.slice(at), key.slice(0, at)]
      if (isJoiner(side === 'suffix' ? stem.at(-1) : stem[0])) continue
      const forms = found.get(stem)
      if (forms) forms.push({affix, word})
      else found.set(stem, [{affix, word}])
    }
  }
  for (const [stem, forms] of found) if (forms.length > MOST_FORMS) found.delete(stem)
  return found
}

/** The affixes that stand on enough stems, and the forms of each of those. */
type Affixes = ReadonlyMap<string, readonly (readonly Form[])[]>

const wordWith = (affix: string, forms: readonly Form[]): Entry => (forms.find((form) => form.affix === affix) as Form).word

function likely(stems: Stems, side: Side): Affixes {
  const found = new Map<string, (readonly Form[])[]>()
  for (const forms of stems.values()) {
    for (const {affix} of forms) {
      const own = found.get(affix)
      if (own) own.push(forms)
      else if (affix !== '') found.set(affix, [forms])
    }
  }
  const isLikely = (affix: string, own: readonly (readonly Form[])[], known: Affixes): boolean => {
    // Most endings are of one word.
    if (own.length < FEWEST_STEMS) return false
    // Variants of one word are no two forms.
    const hasOther = (forms: readonly Form[]): boolean => {
      if (forms.length === 1) return false
      const affixed = wordWith(affix, forms)
      return forms.some(({affix: other, word}) => (other === '' || known.has(other)) && other !== affix && word !== affixed)
    }
    const paradigms = own.filter(hasOther).length
    const joined = isJoiner(side === 'prefix' ? affix.at(-1) : affix[0])
    return paradigms >= (affix.length === 1 ? FEWEST_OF_ONE_LETTER : FEWEST_STEMS) || (joined && own.length >= FEWEST_JOINED)
  }
  const likelyAmong = (known: Affixes): Affixes => {
    const kept = new Map<string, readonly (readonly Form[])[]>()
    for (const [affix, own] of known) if (isLikely(affix, own, known)) kept.set(affix, own)
    return kept
  }
  // An ending is believed beside others that are believed.
  return likelyAmong(likelyAmong(found))
}

/** What stands around the translations of a word. */
type WordsOf = (word: Entry) => readonly string[]

/** What the translations have with the affix and not without it; of a longer form of the same word, what is longer: *-s*. */
function meaningOf(affixed: readonly (readonly [Entry, readonly Entry[]])[], wordsOf: WordsOf): string | undefined {
  const counts = new Map<string, number>()
  for (const [word, others] of affixed) {
    const without = uniq(flatMap(others, wordsOf))
    const stems = without.filter((other) => other.length >= SHORTEST_STEM)
    const more = map(wordsOf(word), (said) => {
      const shorter = stems.find((other) => said.startsWith(other))
      return shorter === undefined ? said : shorter === said ? '' : `-${said.slice(shorter.length)}`
    })
    for (const said of uniq(more)) if (said !== '' && !without.includes(said)) counts.set(said, (counts.get(said) ?? 0) + 1)
  }
  const [best] = sortBy(
    [...counts],
    ([, count]) => -count,
    ([said]) => said,
  )
  return best && best[1] >= FEWEST_MEANT ? best[0] : undefined
}

/**
 * Affixes of the words, each with every place where it was met.
 *
 * @param wordsAround the words of the translation at a place, and those right before it
 */
export function affixHypotheses(words: readonly Entry[], wordsAround: (place: EvidencePlace) => readonly string[]): Entry[] {
  const spellings = spellingsOf(words)
  const wordsOf: WordsOf = memoize(({evidence = []}: Entry) => uniq(map(flatMap(evidence, wordsAround), (word) => fold(word))))
  return flatMap(['prefix', 'suffix'] as const, (side) => {
    return map([...likely(stemsOf(spellings, side), side)], ([affix, own]): Entry => {
      const headword = side === 'prefix' ? `${affix}-` : `-${affix}`
      const affixed = map(own, (forms) => {
        const word = wordWith(affix, forms)
        return [word, map(forms, (form) => form.word).filter((other) => other !== word)] as const
      })
      const meaning = meaningOf(affixed, wordsOf)
      const evidence = flatMap(affixed, ([{headword: form, evidence = []}]) =>
        map(evidence, (place) => (place.form === undefined ? withFields(unexplained(place), {form}) : unexplained(place))),
      )
      return {
        headword,
        partOfSpeech: side,
        senses: meaning === undefined ? undefined : [{definition: meaning, certainty: 'inferred', status: 'proposed'}],
        status: 'proposed',
        evidence,
      }
    })
  })
}
