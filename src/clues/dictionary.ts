import type {ClueMaker, Word} from '../types.js'

const LINE = 6
const WORD = 7

/** Words that a dictionary explains and the host language does not know. */
export const dictionary: ClueMaker = {
  name: 'dictionary',
  of: ['line', 'word'],
  prepare: ({passages, lexicons, host}) => {
    const explained = new Map<string, boolean>()
    const isExplained = ({surface}: Word): boolean => {
      let known = explained.get(surface)
      if (known === undefined) {
        known = host.familiarity(surface).tier === undefined && lexicons.some((lexicon) => lexicon.lookup(surface).length > 0)
        explained.set(surface, known)
      }
      return known
    }
    return ({kind, passage, words: {start, end}}) => {
      if (lexicons.length === 0) return 0
      const words = passages[passage]?.words.slice(start, end) ?? []
      const share = words.filter(isExplained).length / words.length
      return share * (kind === 'line' ? LINE : WORD)
    }
  },
}
