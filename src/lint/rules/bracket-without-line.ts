import countBy from 'lodash-es/countBy.js'
import {findConventionsInUse} from '../../detect/habits.js'
import type {GlossCandidate} from '../../detect/types.js'
import {contains, firstEndingAfter, indicesInside} from '../../prose/spans.js'
import type {Place, Word} from '../../prose/types.js'
import {isCapitalized} from '../../prose/word-shape.js'
import type {Passage} from '../../source/types.js'
import {map} from '../../util/lists.js'
import {findUnpaired} from '../find-unpaired.js'
import type {Diagnostic, LintContext, Rule} from '../types.js'

/** A word belongs to speech if it is spoken at least this often, and at least this many times as often as narrated. */
const MIN_SPOKEN = 3
const SPOKEN_RATIO = 10

/** The end of a complete sentence. */
const SENTENCE = /[.!?…]["'”’»*_]*$/u

/**
 * A bracket that reads like a translation, without an utterance before it. Narrators use brackets for asides too; but in a story told in the
 * third person, a bracketed sentence that says *I* or *you*, after several brackets that translate, may be meant as a translation.
 */
export const bracketWithoutLine = {
  name: 'bracket-without-line',
  check: (context: LintContext): Diagnostic[] => {
    const {
      standoff: {glosses},
      passages,
      survey,
      host,
      toPlace,
    } = context
    const conventionsInUse = findConventionsInUse(glosses)
    const usesInGlosses = countBy(glosses.flatMap((gloss) => map(wordsAt(toPlace(gloss), passages), ({keyIndex}) => keyIndex)))
    const isSpeechWord = ({key, keyIndex}: Word): boolean => {
      const spoken = (survey.uses.spoken[keyIndex] as number) + (usesInGlosses[keyIndex] ?? 0)
      return host.functionWords.has(key) && spoken >= MIN_SPOKEN && spoken >= SPOKEN_RATIO * (survey.uses.narrated[keyIndex] as number)
    }
    return findUnpaired(
      context,
      (candidate) =>
        conventionsInUse.has(candidate.convention) &&
        !candidate.isDeclared &&
        isSpokenSentence(candidate, passages[candidate.passage] as Passage, isSpeechWord),
    )
  },
} satisfies Rule

const wordsAt = (place: Place | undefined, passages: readonly Passage[]): readonly Word[] => {
  if (!place) return []
  const {words} = passages[place.passage] as Passage
  const {start, end} = indicesInside(words, place)
  return words.slice(start, end)
}

/** Whether a bracket outside speech holds a complete sentence with a word of speech. */
function isSpokenSentence({content}: GlossCandidate, {text, words, quotations, heading}: Passage, isSpeechWord: (word: Word) => boolean): boolean {
  const around = quotations[firstEndingAfter(quotations, content.start)]
  if (heading || (around && contains(around, content)) || !SENTENCE.test(text.slice(content.start, content.end))) return false
  const {start, end} = indicesInside(words, content)
  return isCapitalized(words[start]?.surface ?? '') && words.slice(start, end).some(isSpeechWord)
}
