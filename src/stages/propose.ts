import {byForm} from '../text/forms.js'
import {firstEndingAfter} from '../text/spans.js'
import {isGap} from '../text/words.js'
import type {Candidate, GlossSite, Lexicon, Passage, Span, Survey, Word} from '../types.js'

/** Log-odds below which no clue could make a line of a sentence. */
const HOPELESS = -12

/** A word that is used in foreign lines at least this share of the time may stand alone as a loan, known or not. */
const FOREIGN_SHARE = 0.5

/** A word of the host's that is as rare as this may be another language's where something explains it. */
const RARE = 50

/** A single letter alone is an initial, a list's number, a stutter. */
const SHORTEST = 2

/** Where words end, by passage, that a gloss follows at once or points at. */
function explainedEnds(sites: readonly GlossSite[], passages: readonly Passage[]): Map<number, Set<number>> {
  const ends = new Map<number, Set<number>>()
  for (const {of} of sites) {
    for (const {passage, end} of of) {
      const {words, text} = passages[passage] as Passage
      const word = words[firstEndingAfter(words, end) - 1]
      if (!word || !isGap(text.slice(word.end, end))) continue
      const known = ends.get(passage)
      if (known) known.add(word.end)
      else ends.set(passage, new Set([word.end]))
    }
  }
  return ends
}

/**
 * The candidates of a story, in the order of the text: sentences, spoken or told, that their words do not rule out; and,
 * wherever they stand, single words that the host language does not know, or that foreign lines or dictionaries have; names and
 * rare words, where something explains them.
 */
export function propose(
  passages: readonly Passage[],
  {survey, lexicons, sites}: {survey: Survey; lexicons: readonly Lexicon[]; sites: readonly GlossSite[]},
): Candidate[] {
  const candidates: Candidate[] = []
  const explained = explainedEnds(sites, passages)
  const isWorthy = byForm(
    (word) =>
      word.key.length >= SHORTEST &&
      !/^\p{N}/u.test(word.key) &&
      ((survey.tierOf(word) === undefined && !survey.names.has(word.key)) ||
        (survey.foreignCounts.get(word.key) ?? 0) >= FOREIGN_SHARE * (survey.uses.total[word.keyIndex] as number) ||
        lexicons.some((lexicon) => lexicon.lookup(word.surface).length > 0)),
  )
  for (const {index: passage, words, sentences} of passages) {
    const odds = survey.sentenceOdds[passage] as Float64Array
    const ends = explained.get(passage)
    for (let sentence = 0; sentence < sentences.length; sentence++) {
      const {start, end, zone, words: range} = sentences[sentence] as (typeof sentences)[number]
      if (zone !== 'bracket' && (odds[sentence] as number) > HOPELESS && speaks(words, range)) {
        candidates.push({kind: 'line', passage, sentence, start, end, words: range})
      }
      for (let i = range.start; i < range.end; i++) {
        const word = words[i] as Word
        if (isWorthy(word) || (ends?.has(word.end) && (survey.tierOf(word) ?? RARE) >= RARE && word.key.length >= SHORTEST)) {
          candidates.push({kind: 'word', passage, sentence, start: word.start, end: word.end, words: {start: i, end: i + 1}})
        }
      }
    }
  }
  return candidates
}

/** Whether some of the words have more than one letter. */
function speaks(words: readonly Word[], {start, end}: Span): boolean {
  for (let i = start; i < end; i++) if ((words[i] as Word).key.length >= SHORTEST) return true
  return false
}
