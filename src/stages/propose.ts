import {isForeign, verdictOf} from '../text/declared.js'
import {byForm} from '../text/forms.js'
import type {Candidate, Host, Lexicon, Passage, Survey, Word} from '../types.js'

/** Log-odds below which no clue could make a line of a sentence. */
const HOPELESS = -12

/** A word that is used in foreign lines at least this share of the time may stand alone as a loan, known or not. */
const FOREIGN_SHARE = 0.5

/** A single letter alone is an initial, a list's number, a stutter. */
const SHORTEST = 2

interface Knowledge {
  readonly survey: Survey
  readonly host: Host
  readonly lexicons: readonly Lexicon[]
  /** Keys of words that are never foreign. */
  readonly ignore: ReadonlySet<string>
}

/** The words that are said to be one word: those of one mark. */
function marked({said, words}: Passage, index: number, end: number): number {
  const declaration = said[index]
  let next = index + 1
  if (declaration?.as === 'word' || declaration?.as === 'term') while (next < end && said[next] === declaration && words[next]) next++
  return next
}

/**
 * The candidates of a story, in the order of the text: sentences, spoken or told, that their words do not rule out; and,
 * wherever they stand, single words that the host language does not know, or that foreign lines or dictionaries have.
 */
export function propose(passages: readonly Passage[], {survey, host, lexicons, ignore}: Knowledge): Candidate[] {
  const candidates: Candidate[] = []
  const isWorthy = byForm(
    ({surface, key, keyIndex}) =>
      key.length >= SHORTEST &&
      !ignore.has(key) &&
      !/^\p{N}/u.test(key) &&
      (host.familiarity(surface).tier === undefined ||
        (survey.foreignCounts.get(key) ?? 0) >= FOREIGN_SHARE * (survey.counts[keyIndex] as number) ||
        lexicons.some((lexicon) => lexicon.lookup(surface).length > 0)),
  )
  const isKnown = byForm(({surface}) => host.familiarity(surface).tier !== undefined)
  /** What translations say of a word that the host has too, they say in the host's language. */
  const isHomograph = byForm(({surface}) => host.familiarity(surface).rule === 'homograph')
  /** Nothing but words that are never foreign, and words of the host's. */
  const isIgnored = (line: readonly Word[]): boolean => line.some(({key}) => ignore.has(key)) && line.every(isKnown)
  for (const home of passages) {
    const {index: passage, words, said, sentences} = home
    sentences.forEach(({start, end, zone, words: range}, sentence) => {
      const verdict = verdictOf(said, range)
      const line = words.slice(range.start, range.end)
      const hopeful = zone !== 'bracket' && (survey.sentenceOdds[passage]?.[sentence] ?? 0) > HOPELESS && line.some(({key}) => key.length >= SHORTEST)
      if (verdict > 0 || (verdict === 0 && hopeful && !isIgnored(line))) candidates.push({kind: 'line', passage, sentence, start, end, words: range})
      for (let i = range.start; i < range.end; i++) {
        const word = words[i] as Word
        const declaration = said[i]
        if (declaration ? !isForeign(declaration) : !isWorthy(word) || (zone === 'bracket' && isHomograph(word))) continue
        const next = marked(home, i, range.end)
        candidates.push({kind: 'word', passage, sentence, start: word.start, end: (words[next - 1] as Word).end, words: {start: i, end: next}})
        i = next - 1
      }
    })
  }
  return candidates
}
