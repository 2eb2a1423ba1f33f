import type {Host} from '../../hosts/types.js'
import {firstEndingAfter} from '../../prose/spans.js'
import type {Passage} from '../../source/types.js'
import {createConnectingConvention} from '../connecting-phrase.js'

/** Most words between a determiner and its noun. */
const MAX_WORDS_BETWEEN = 2

/** Whether a noun that ends at `end` has a determiner, or stands in quotation marks or emphasis. */
function isDetermined({words, quotations, emphases}: Passage, end: number, {glossing}: Host): boolean {
  const quotation = quotations[firstEndingAfter(quotations, end) - 1]
  if (quotation?.close?.end === end || emphases[firstEndingAfter(emphases, end) - 1]?.end === end) return true
  const last = firstEndingAfter(words, end - 1)
  return words.slice(Math.max(0, last - MAX_WORDS_BETWEEN - 1), last).some(({key}) => glossing.determiner.test(key))
}

/**
 * `the keshtu, or wind-reader, shook his head`: one determiner for both nouns. With two determiners, or none, they are two things:
 * `a keshtu, or a wind-reader`.
 */
export const apposition = createConnectingConvention('apposition', 'or', (passage, end, {length}, host) => {
  if (host.glossing.another.test(passage.text.slice(end + length, end + length + 20))) return undefined
  return isDetermined(passage, end, host) ? length : undefined
})
