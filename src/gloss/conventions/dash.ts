import type {GlossCandidate} from '../../detect/types.js'
import type {Quotation} from '../../prose/types.js'
import {flatMap} from '../../util/lists.js'
import type {Convention} from '../types.js'
import {oddsOf, withoutComma} from './sites.js'

/** Nothing says that the second speech is the first one again; it may be an answer. */
const UNSAID = -1

/** `"Isto mar!"—"Good gods!"—and he crossed himself` */
export const dash: Convention = {
  name: 'dash',
  find: (passages, {host}) =>
    flatMap(passages, (passage) => {
      const {text, quotations, index} = passage
      return flatMap(quotations, (quotation, i): GlossCandidate[] => {
        const next: Quotation | undefined = quotations[i + 1]
        if (!quotation.close || !next?.close) return []
        const between = text.slice(quotation.close.end, next.open.start)
        if (!/^\s*(?:[—–]|--?)\s*$/u.test(between)) return []
        const content = withoutComma(text, next)
        const odds = oddsOf(passage, content, false, host, UNSAID)
        const of = {passage: index, start: quotation.start, end: quotation.end}
        return odds ? [{convention: 'dash', passage: index, ...content, content, of: [of], reach: 'all', odds}] : []
      })
    }),
}
