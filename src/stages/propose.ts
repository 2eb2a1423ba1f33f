import {byForm} from '../text/forms.js'
import type {Candidate, Host, Lexicon, Passage, Survey} from '../types.js'

/** Log-odds below which no clue could make a line of a sentence. */
const HOPELESS = -12

/** A word that is used in foreign lines at least this share of the time may stand alone as a loan, known or not. */
const FOREIGN_SHARE = 0.5

/** A single letter alone is an initial, a list's number, a stutter. */
const SHORTEST = 2

/**
 * The candidates of a story, in the order of the text: sentences, spoken or told, that their words do not rule out; and,
 * wherever they stand, single words that the host language does not know, or that foreign lines or dictionaries have.
 */
export function propose(passages: readonly Passage[], {survey, host, lexicons}: {survey: Survey; host: Host; lexicons: readonly Lexicon[]}): Candidate[] {
  const candidates: Candidate[] = []
  const isWorthy = byForm(
    ({surface, key, keyIndex}) =>
      key.length >= SHORTEST &&
      !/^\p{N}/u.test(key) &&
      (host.familiarity(surface).tier === undefined ||
        (survey.foreignCounts.get(key) ?? 0) >= FOREIGN_SHARE * (survey.counts[keyIndex] as number) ||
        lexicons.some((lexicon) => lexicon.lookup(surface).length > 0)),
  )
  for (const {index: passage, words, sentences} of passages) {
    sentences.forEach(({start, end, zone, words: range}, sentence) => {
      const odds = survey.sentenceOdds[passage]?.[sentence] ?? 0
      const speaks = words.slice(range.start, range.end).some(({key}) => key.length >= SHORTEST)
      if (zone !== 'bracket' && odds > HOPELESS && speaks) candidates.push({kind: 'line', passage, sentence, start, end, words: range})
      for (let i = range.start; i < range.end; i++) {
        const word = words[i]
        if (word && isWorthy(word)) {
          candidates.push({kind: 'word', passage, sentence, start: word.start, end: word.end, words: {start: i, end: i + 1}})
        }
      }
    })
  }
  return candidates
}
