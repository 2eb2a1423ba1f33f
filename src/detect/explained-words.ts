import {firstEndingAfter} from '../prose/spans.js'
import {isWordless} from '../prose/word-shape.js'
import type {Passage} from '../source/types.js'
import type {ChainStory} from './chain/chain-story.js'
import {CAPITAL_WORD, LISTED_WORD, UNKNOWN_WORD, WORD_CLASS} from './chain/word-classes.js'
import type {GlossCandidate} from './types.js'

/** What a short explanation right behind a strange word says for it, in log-odds; of a capitalised word less, which may be a name. */
const STRANGE = 9
const CAPITAL = 2
/** Longer explanations are digressions, in characters. */
const LONGEST = 50
/** Log-odds of a site's reading as the translation of a word that count in full. */
const PLAIN = 2

/** Adds what explanations say of the single words that they stand behind or point at. Gives those words, by token. */
export function addExplanations(
  odds: Float64Array,
  {passages, tokens, words: {coarse, wordClass}}: ChainStory,
  glossCandidates: readonly GlossCandidate[],
): Set<number> {
  const explained = new Set<number>()
  for (const {odds: worth, content, of, reach, passage: home} of glossCandidates) {
    if (worth.word <= 0 || content.end - content.start > LONGEST || of.length !== 1) continue
    for (const {passage: index, start, end} of of) {
      const {text, words, tokens: own} = passages[index] as Passage
      const last = firstEndingAfter(words, end) - 1
      const word = words[last]
      if (!word || !isWordless(text.slice(word.end, end))) continue
      const isAlone = reach === 'before' || firstEndingAfter(words, start) === last
      if (!isAlone || (home === index && content.start < word.end && word.start < content.end)) continue
      const token = own.start + last
      const form = tokens.forms[token] as number
      const rough = coarse[form]
      const weight = rough === UNKNOWN_WORD || rough === LISTED_WORD || wordClass[form] === WORD_CLASS.respelt ? STRANGE : rough === CAPITAL_WORD ? CAPITAL : 0
      if (weight === 0) continue
      odds[token]! += weight * Math.min(1, worth.word / PLAIN)
      explained.add(token)
    }
  }
  return explained
}
