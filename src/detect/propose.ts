import type {Host} from '../hosts/types.js'
import type {Lexicon} from '../lexicon/types.js'
import {flagsOf} from '../prose/printed-forms.js'
import {firstEndingAfter} from '../prose/spans.js'
import {isFigure, isGap} from '../prose/tokenizer.js'
import type {PrintedForm} from '../prose/types.js'
import {isForeign, verdictOf} from '../source/declarations.js'
import type {Passage} from '../source/types.js'
import {flatMap, map} from '../util/lists.js'
import type {Candidate, GlossCandidate, Survey} from './types.js'

/** Log-odds below which no clue could make a line of a sentence. */
const HOPELESS = -8
/** The same for words that the host all knows, where nothing translates and no dictionary speaks for them. */
const HOPELESS_HERE = -2

/** A word that is used in foreign lines at least this share of the time may stand alone as a loan, known or not. */
const FOREIGN_SHARE = 0.5

/** A word of the host's that is as rare as this may be another language's where something explains it. */
const RARE = 50

/** A single letter alone is an initial, a list's number, a stutter. */
const SHORTEST = 2

interface Knowledge {
  readonly survey: Survey
  readonly host: Pick<Host, 'familiarity'>
  readonly lexicons: readonly Lexicon[]
  readonly sites: readonly GlossCandidate[]
  /** Keys of words that are never foreign. */
  readonly ignore: ReadonlySet<string>
}

/** Where the words end that are said to be one word: those of one mark. */
function endOfMark({wordDeclarations: said}: Passage, index: number, end: number): number {
  const declaration = said[index]
  let next = index + 1
  if (declaration?.as === 'word' || declaration?.as === 'term') while (next < end && said[next] === declaration) next++
  return next
}

/** Where words end, by passage, that a gloss follows at once or points at. */
function explainedEnds(sites: readonly GlossCandidate[], passages: readonly Passage[]): Map<number, Set<number>> {
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
export function propose(passages: readonly Passage[], {survey, host, lexicons, sites, ignore}: Knowledge): Candidate[] {
  const candidates: Candidate[] = []
  const {tokens} = survey
  const explained = explainedEnds(sites, passages)
  const isLong = (form: number): boolean => (survey.forms[form] as PrintedForm).key.length >= SHORTEST
  const isKnown = (form: number): boolean => survey.tierOf(survey.forms[form] as PrintedForm) !== undefined
  const isIgnored = (form: number): boolean => ignore.has((survey.forms[form] as PrintedForm).key)
  const isWorthy = flagsOf(survey.forms, (form) => {
    if (form.key.length < SHORTEST || isFigure(form.key) || ignore.has(form.key)) return false
    if (survey.tierOf(form) === undefined && !survey.names.has(form.key)) return true
    if ((survey.foreignCounts.get(form.key) ?? 0) >= FOREIGN_SHARE * (survey.uses.total[form.keyIndex] as number)) return true
    return lexicons.some((lexicon) => lexicon.lookup(form.surface).length > 0)
  })
  const isRare = (form: number, ends: ReadonlySet<number> | undefined, end: number): boolean =>
    ends?.has(end) === true && isLong(form) && (survey.tierOf(survey.forms[form] as PrintedForm) ?? RARE) >= RARE
  /** What translations say of a word that the host has too, they say in the host's language. */
  const isHomograph = (form: number): boolean => host.familiarity((survey.forms[form] as PrintedForm).surface).rule === 'homograph'
  /** Nothing but words that are never foreign, and words of the host's. */
  const isSilenced = (line: Int32Array): boolean => ignore.size > 0 && line.some(isIgnored) && line.every(isKnown)
  const mayBeGlossed = new Set(flatMap(sites, ({of}) => map(of, ({passage}) => passage)))
  for (const home of passages) {
    const {
      index: passage,
      tokens: {start: first},
      wordDeclarations: said,
      sentences,
    } = home
    const odds = survey.sentenceOdds[passage] as Float64Array
    const ends = explained.get(passage)
    for (let sentence = 0; sentence < sentences.length; sentence++) {
      const {start, end, zone, words: range} = sentences[sentence] as (typeof sentences)[number]
      const verdict = verdictOf(said, range)
      let isLine = verdict > 0
      if (verdict === 0 && zone !== 'bracket' && (odds[sentence] as number) > HOPELESS) {
        const line = tokens.forms.subarray(first + range.start, first + range.end)
        const isHopeful = (odds[sentence] as number) > HOPELESS_HERE || mayBeGlossed.has(passage) || lexicons.length > 0 || !line.every(isKnown)
        isLine = isHopeful && line.some(isLong) && !isSilenced(line)
      }
      if (isLine) candidates.push({kind: 'line', passage, sentence, start, end, words: range})
      for (let i = range.start; i < range.end; i++) {
        const form = tokens.forms[first + i] as number
        const declaration = said.length > 0 ? said[i] : undefined
        const isWord = declaration
          ? isForeign(declaration)
          : isRare(form, ends, tokens.ends[first + i] as number)
            ? !isIgnored(form)
            : isWorthy[form] === 1 && !(zone === 'bracket' && isHomograph(form))
        if (!isWord) continue
        const next = endOfMark(home, i, range.end)
        candidates.push({
          kind: 'word',
          passage,
          sentence,
          start: tokens.starts[first + i] as number,
          end: tokens.ends[first + next - 1] as number,
          words: {start: i, end: next},
        })
        i = next - 1
      }
    }
  }
  return candidates
}
