import type {Host} from '../hosts/types.js'
import type {Lexicon} from '../lexicon/types.js'
import {flagForms} from '../prose/form-table.js'
import {firstEndingAfter} from '../prose/spans.js'
import type {PrintedForm} from '../prose/types.js'
import {isWordless, startsWithDigit} from '../prose/word-shape.js'
import {isForeignDeclaration, judgeDeclaredSpan} from '../source/declarations.js'
import type {Passage} from '../source/types.js'
import {flatMap, map} from '../util/lists.js'
import type {Candidate, GlossCandidate, Survey} from './types.js'

/** Log-odds of a sentence that no clue could outweigh. */
const MIN_ODDS = -8
/** The same if the host knows all its words, and neither a gloss candidate nor a dictionary could support it. */
const MIN_ODDS_WITHOUT_SUPPORT = -2

/** A word that stands in foreign sentences at least this share of the time may be a loan, known or not. */
const FOREIGN_SHARE = 0.5

/** From this tier on, a word of the host's may be another language's if a gloss follows. */
const RARE = 50

/** A single letter is an initial, a list number or a stutter. */
const MIN_LENGTH = 2

interface ProposalContext {
  readonly survey: Survey
  readonly host: Pick<Host, 'familiarity'>
  readonly lexicons: readonly Lexicon[]
  readonly glossCandidates: readonly GlossCandidate[]
  /** Keys of words that are never foreign. */
  readonly ignore: ReadonlySet<string>
}

/** End of the words that are declared one word together: those of one mark or listed term. */
function findEndOfMark({wordDeclarations}: Passage, index: number, end: number): number {
  const declaration = wordDeclarations[index]
  let next = index + 1
  if (declaration?.as === 'word' || declaration?.as === 'term') while (next < end && wordDeclarations[next] === declaration) next++
  return next
}

/** By passage: ends of the words that a gloss candidate follows immediately or refers to. */
function findGlossedEnds(glossCandidates: readonly GlossCandidate[], passages: readonly Passage[]): Map<number, Set<number>> {
  const glossedEnds = new Map<number, Set<number>>()
  for (const {of} of glossCandidates) {
    for (const {passage, end} of of) {
      const {words, text} = passages[passage] as Passage
      const word = words[firstEndingAfter(words, end) - 1]
      if (!word || !isWordless(text.slice(word.end, end))) continue
      const ends = glossedEnds.get(passage)
      if (ends) ends.add(word.end)
      else glossedEnds.set(passage, new Set([word.end]))
    }
  }
  return glossedEnds
}

/**
 * Proposes the candidates of a story, in the order of the text: sentences that their words do not rule out, and single words in any
 * position that the host language does not know, that foreign sentences or dictionaries have, or that are rare and followed by a gloss.
 */
export function propose(passages: readonly Passage[], {survey, host, lexicons, glossCandidates, ignore}: ProposalContext): Candidate[] {
  const candidates: Candidate[] = []
  const {tokens} = survey
  const glossedEnds = findGlossedEnds(glossCandidates, passages)
  const isLongEnough = (form: number): boolean => (survey.forms[form] as PrintedForm).key.length >= MIN_LENGTH
  const isKnown = (form: number): boolean => survey.tierOf(survey.forms[form] as PrintedForm) !== undefined
  const isIgnored = (form: number): boolean => ignore.has((survey.forms[form] as PrintedForm).key)
  const mayBeLoan = flagForms(survey.forms, (form) => {
    if (form.key.length < MIN_LENGTH || startsWithDigit(form.key) || ignore.has(form.key)) return false
    if (survey.tierOf(form) === undefined && !survey.names.has(form.key)) return true
    if ((survey.foreignCounts.get(form.key) ?? 0) >= FOREIGN_SHARE * (survey.uses.total[form.keyIndex] as number)) return true
    return lexicons.some((lexicon) => lexicon.lookup(form.surface).length > 0)
  })
  const isRareAndGlossed = (form: number, ends: ReadonlySet<number> | undefined, end: number): boolean =>
    ends?.has(end) === true && isLongEnough(form) && (survey.tierOf(survey.forms[form] as PrintedForm) ?? RARE) >= RARE
  /** Translations use a word that both languages have in the host's sense. */
  const isHomograph = (form: number): boolean => host.familiarity((survey.forms[form] as PrintedForm).surface).rule === 'homograph'
  /** Has only ignored words and words that the host knows. */
  const isIgnoredSentence = (sentence: Int32Array): boolean => ignore.size > 0 && sentence.some(isIgnored) && sentence.every(isKnown)
  const mayBeGlossed = new Set(flatMap(glossCandidates, ({of}) => map(of, ({passage}) => passage)))
  for (const paragraph of passages) {
    const {
      index: passage,
      tokens: {start: first},
      wordDeclarations,
      sentences,
    } = paragraph
    const odds = survey.sentenceOdds[passage] as Float64Array
    const ends = glossedEnds.get(passage)
    for (let sentence = 0; sentence < sentences.length; sentence++) {
      const {start, end, zone, words: range} = sentences[sentence] as (typeof sentences)[number]
      const verdict = judgeDeclaredSpan(wordDeclarations, range)
      let isLine = verdict > 0
      if (verdict === 0 && zone !== 'bracket' && (odds[sentence] as number) > MIN_ODDS) {
        const forms = tokens.forms.subarray(first + range.start, first + range.end)
        const isPlausible = (odds[sentence] as number) > MIN_ODDS_WITHOUT_SUPPORT || mayBeGlossed.has(passage) || lexicons.length > 0 || !forms.every(isKnown)
        isLine = isPlausible && forms.some(isLongEnough) && !isIgnoredSentence(forms)
      }
      if (isLine) candidates.push({kind: 'line', passage, sentence, start, end, words: range})
      for (let i = range.start; i < range.end; i++) {
        const form = tokens.forms[first + i] as number
        const declaration = wordDeclarations.length > 0 ? wordDeclarations[i] : undefined
        const isWord = declaration
          ? isForeignDeclaration(declaration)
          : isRareAndGlossed(form, ends, tokens.ends[first + i] as number)
            ? !isIgnored(form)
            : mayBeLoan[form] === 1 && !(zone === 'bracket' && isHomograph(form))
        if (!isWord) continue
        const next = findEndOfMark(paragraph, i, range.end)
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
