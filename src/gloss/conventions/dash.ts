import type {GlossCandidate} from '../../detect/types.js'
import type {Quotation} from '../../prose/types.js'
import {flatMap} from '../../util/lists.js'
import {scoreTranslation, trimComma} from '../translation-odds.js'
import type {Convention} from '../types.js'

/** Prior log-odds: the second speech may be an answer to the first. */
const PRIOR = -1

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
        const content = trimComma(text, next)
        const odds = scoreTranslation(passage, content, false, host, PRIOR)
        const of = {passage: index, start: quotation.start, end: quotation.end}
        return odds ? [{convention: 'dash', passage: index, ...content, content, of: [of], reach: 'all', odds}] : []
      })
    }),
}
