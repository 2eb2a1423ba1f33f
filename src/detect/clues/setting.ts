import type {ClueDefinition} from '../types.js'

/** Prior log-odds of a foreign line in each zone. */
const LINE = {speech: -3, emphasis: -4, narration: -8, bracket: -8}
const HEADING = -9
/** Prior log-odds of a loan among the proposed words. */
const WORD = -6

/** The prior: how rare foreign lines are in this position, and loans anywhere. */
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
