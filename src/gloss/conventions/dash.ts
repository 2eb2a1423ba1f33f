import type {GlossCandidate} from '../../detect/types.js'
import type {Host} from '../../hosts/types.js'
import type {Quotation} from '../../prose/types.js'
import type {Passage} from '../../source/types.js'
import {flatMap} from '../../util/lists.js'
import {scoreTranslation, trimComma} from '../translation-odds.js'
import type {Convention} from '../types.js'

/** Prior log-odds: the second speech may be an answer to the first. */
const PRIOR = -1
/** A meaning is looked for within this many UTF-16 code units. */
const MAX_LENGTH = 60

/** Quoted words, each with its meaning behind a dash: `“urdok”—devil, “pogal”—hell`. */
const MEANING = /^\s*(?:[—–]|--)\s*([^\s"“”«»„—–,;:.!?][^"“”«»„—–,;:.!?\n]{0,40})(?=[,;.])/u
/** Fewer are no habit. */
const MIN_MEANINGS = 2
/** Most words of a quotation that is listed so. */
const MAX_QUOTED = 3

function findMeanings(passage: Passage, host: Host): GlossCandidate[] {
  const {text, quotations, index} = passage
  const found = flatMap(quotations, ({start, end, close}): GlossCandidate[] => {
    const [whole, meaning] =
      (close && text.slice(start, end).split(/\s+/u).length <= MAX_QUOTED && MEANING.exec(text.slice(close.end, close.end + MAX_LENGTH))) || []
    if (!close || whole === undefined || meaning === undefined) return []
    const content = {start: close.end + whole.length - meaning.length, end: close.end + whole.length}
    const odds = scoreTranslation(passage, content, false, host)
    return odds ? [{convention: 'dash', passage: index, ...content, content, of: [{passage: index, start, end}], reach: 'all', odds}] : []
  })
  return found.length >= MIN_MEANINGS ? found : []
}

/** `"Isto mar!"—"Good gods!"—and he crossed himself` */
export const dash: Convention = {
  name: 'dash',
  find: (passages, {host}) =>
    flatMap(passages, (passage) => {
      const {text, quotations, index} = passage
      const meanings = quotations.length < MIN_MEANINGS ? [] : findMeanings(passage, host)
      if (meanings.length > 0) return meanings
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
