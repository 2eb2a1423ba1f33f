import {isCapitalised} from '../../prose/tokenizer.js'
import type {PrintedForm} from '../../prose/types.js'
import type {Passage} from '../../source/types.js'
import {formOf, formsOf} from '../passage-forms.js'
import type {Candidate, ClueDefinition} from '../types.js'

const ONLY_NAMES = -6
/** One strange capitalised word is more often somebody's name than a line … */
const CALLED = -3
/** … but not if it comes back and nobody but the characters ever uses it: then it is a word that they call each other. */
const ADDRESS = 2.5
const WORD_IS_NAME = -10
const WORD_CAPITALISED = -3
const WORD_BEGINS_SENTENCE = -1.5

/** Names are no words of a language: those that narration uses, and capitalised strangers until something else is known. */
export const names: ClueDefinition = {
  name: 'names',
  of: ['line', 'word'],
  prepare: ({passages, survey}) => {
    const ofWord = (word: PrintedForm, first: boolean): number => {
      if (survey.names.has(word.key)) return WORD_IS_NAME
      if (!isCapitalised(word.surface)) return 0
      return first ? WORD_BEGINS_SENTENCE : WORD_CAPITALISED
    }
    const ofLine = (line: readonly PrintedForm[]): number => {
      if (line.every(({key}) => survey.names.has(key))) return ONLY_NAMES
      const [only, second] = line
      if (!only || second || !isCapitalised(only.surface) || survey.tierOf(only) !== undefined) return 0
      return survey.uses.told[only.keyIndex] === 0 && (survey.uses.total[only.keyIndex] as number) > 1 ? ADDRESS : CALLED
    }
    return ({kind, passage: index, sentence, words: range}: Candidate) => {
      const passage = passages[index] as Passage
      if (kind === 'line') return ofLine(formsOf(passage, range, survey))
      return ofWord(formOf(passage, range.start, survey), passage.sentences[sentence]?.words.start === range.start)
    }
  },
}
