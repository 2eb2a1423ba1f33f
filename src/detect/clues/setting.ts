import type {ClueDefinition} from '../types.js'

/** How rare foreign lines are among the sentences of each place, and loans among the words that a host does not know. */
const LINE = {speech: -3, emphasis: -4, narration: -8, bracket: -8}
const HEADING = -9
const WORD = -6

/** Where the candidate stands, before anything is known of it. */
export const setting: ClueDefinition = {
  name: 'setting',
  of: ['line', 'word'],
  prepare:
    ({passages}) =>
    ({kind, passage, sentence}) => {
      if (kind === 'word') return WORD
      const {heading, sentences} = passages[passage] ?? {}
      return heading ? HEADING : LINE[sentences?.[sentence]?.zone ?? 'narration']
    },
}
