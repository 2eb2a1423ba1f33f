import {flagsOf} from '../text/forms.js'
import {firstEndingAfter} from '../text/spans.js'
import {isGap, type Tokens} from '../text/words.js'
import type {Candidate, GlossSite, Lexicon, Passage, PrintedForm, Survey} from '../types.js'

/** Log-odds below which no clue could make a line of a sentence. */
const HOPELESS = -8

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
  {survey, lexicons, sites, tokens}: {survey: Survey; lexicons: readonly Lexicon[]; sites: readonly GlossSite[]; tokens: Tokens},
): Candidate[] {
  const candidates: Candidate[] = []
  const explained = explainedEnds(sites, passages)
  const isLong = flagsOf(survey.forms, ({key}) => key.length >= SHORTEST)
  const isWorthy = flagsOf(survey.forms, (form) => {
    if (form.key.length < SHORTEST || /^\p{N}/u.test(form.key)) return false
    if (survey.tierOf(form) === undefined && !survey.names.has(form.key)) return true
    if ((survey.foreignCounts.get(form.key) ?? 0) >= FOREIGN_SHARE * (survey.uses.total[form.keyIndex] as number)) return true
    return lexicons.some((lexicon) => lexicon.lookup(form.surface).length > 0)
  })
  const isRare = (form: number, ends: ReadonlySet<number> | undefined, end: number): boolean =>
    isLong[form] === 1 && ends?.has(end) === true && (survey.tierOf(survey.forms[form] as PrintedForm) ?? RARE) >= RARE
  for (const {
    index: passage,
    tokens: {start: first},
    sentences,
  } of passages) {
    const odds = survey.sentenceOdds[passage] as Float64Array
    const ends = explained.get(passage)
    for (let sentence = 0; sentence < sentences.length; sentence++) {
      const {start, end, zone, words: range} = sentences[sentence] as (typeof sentences)[number]
      if (zone !== 'bracket' && (odds[sentence] as number) > HOPELESS) {
        const speaks = tokens.forms.subarray(first + range.start, first + range.end).some((form) => isLong[form] === 1)
        if (speaks) candidates.push({kind: 'line', passage, sentence, start, end, words: range})
      }
      for (let i = range.start; i < range.end; i++) {
        const form = tokens.forms[first + i] as number
        const until = tokens.ends[first + i] as number
        if (isWorthy[form] === 1 || isRare(form, ends, until)) {
          candidates.push({kind: 'word', passage, sentence, start: tokens.starts[first + i] as number, end: until, words: {start: i, end: i + 1}})
        }
      }
    }
  }
  return candidates
}
