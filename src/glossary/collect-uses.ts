import type {EvidencePlace, Reading} from '../lexicon/types.js'
import {fold, stripApostrophes} from '../prose/folding.js'
import type {Place} from '../prose/types.js'
import type {Term, WordLink} from '../source/annotation-types.js'
import {toSourceSpan} from '../source/source-span.js'
import type {Passage} from '../source/types.js'
import {flatMap} from '../util/lists.js'
import {omitUndefined, withFields} from '../util/objects.js'
import {MEANING_CONFIDENCE} from './induce-links.js'
import type {GlossaryContext, WordUse} from './types.js'

/** A compound is a separate word, even if its parts are known. */
const isOwnWord = ({steps}: Reading): boolean => steps.some(({kind}) => kind === 'compound' || kind === 'hyphen')
/** Returns every use of a language's words, in text order. */
export function collectUses(terms: readonly Term[], links: readonly WordLink[], {passages, work}: GlossaryContext): WordUse[] {
  // Small integers are the fastest map keys.
  const longest = passages.reduce((most, {text}) => Math.max(most, text.length), 0)
  const keyOf = ({passage, start}: Place): number => passage * (longest + 1) + start
  const byPlace = new Map<number, WordLink>()
  for (const link of links) byPlace.set(keyOf(link.source), link)
  return flatMap(terms, (term): WordUse | [] => {
    const link = byPlace.get(keyOf(term))
    const source = toSourceSpan(passages[term.passage] as Passage, term)
    if (!source) return []
    const [best] = term.readings
    const reading = best && !isOwnWord(best) ? best : undefined
    const base = work === undefined ? source : {work, start: source.start, end: source.end}
    if (!link) return {term, place: base, reading, target: undefined}
    const {target, meaning, confidence} = link
    // A loan that the gloss repeats does not explain itself; a place in the sentence alone says nothing of a meaning.
    const explains = stripApostrophes(fold(meaning)) !== term.key && confidence >= MEANING_CONFIDENCE
    const translation = toSourceSpan(passages[target.passage] as Passage, target)
    const explanation = {meaning: explains ? meaning : undefined, confidence: explains ? confidence : undefined, translation}
    return {term, place: withFields(base, omitUndefined<Partial<EvidencePlace>>(explanation)), reading, target}
  })
}
