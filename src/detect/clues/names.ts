import type {PrintedForm} from '../../prose/types.js'
import {isCapitalized} from '../../prose/word-shape.js'
import type {Passage} from '../../source/types.js'
import {getForm, getForms} from '../passage-forms.js'
import type {Candidate, ClueDefinition} from '../types.js'

const ONLY_NAMES = -6
/** One unknown capitalized word alone is more often a name than a line. */
const PROBABLE_NAME = -3
/** If it recurs and only the characters use it, it is a form of address. */
const ADDRESS = 2.5
const WORD_IS_NAME = -10
const WORD_CAPITALISED = -3
const WORD_BEGINS_SENTENCE = -1.5

/** Names are not words of a language: those that narration uses, and unknown capitalized words without other evidence. */
export const names: ClueDefinition = {
  name: 'names',
  of: ['line', 'word'],
  prepare: ({passages, survey}) => {
    const weighWord = (word: PrintedForm, isFirst: boolean): number => {
      if (survey.names.has(word.key)) return WORD_IS_NAME
      if (!isCapitalized(word.surface)) return 0
      return isFirst ? WORD_BEGINS_SENTENCE : WORD_CAPITALISED
    }
    const weighLine = (line: readonly PrintedForm[]): number => {
      if (line.every(({key}) => survey.names.has(key))) return ONLY_NAMES
      const [only, second] = line
      if (!only || second || !isCapitalized(only.surface) || survey.tierOf(only) !== undefined) return 0
      return survey.uses.narrated[only.keyIndex] === 0 && (survey.uses.total[only.keyIndex] as number) > 1 ? ADDRESS : PROBABLE_NAME
    }
    return ({kind, passage: index, sentence, words: range}: Candidate) => {
      const passage = passages[index] as Passage
      if (kind === 'line') return weighLine(getForms(passage, range, survey))
      return weighWord(getForm(passage, range.start, survey), passage.sentences[sentence]?.words.start === range.start)
    }
  },
}
