import {h} from 'hastscript'
import {meaningOf} from '../lexicon/entry.js'
import type {Entry, Reading, Renderer, TermFields} from '../types.js'

const sum = (parts: readonly Entry[], show: (part: Entry) => string | undefined): string => parts.map((part) => show(part) ?? '?').join(' + ')

/** The reading, where it tells more than what is printed: a headword spelt or inflected otherwise, or affixes. */
const telling = ({readings: [best]}: TermFields): Reading | undefined => (best?.steps.some(({kind}) => kind !== 'exact' && kind !== 'fold') ? best : undefined)

/** A built word is told part by part: *na'- + dorvet*, *my + mule*. */
function word(node: TermFields): {dataXgWord?: string | undefined; dataXgTip?: string | undefined} {
  const parts = telling(node)?.parts ?? []
  return {
    dataXgWord: parts.length > 0 ? sum(parts, ({headword}) => headword) : undefined,
    dataXgTip: parts.length > 1 ? sum(parts, meaningOf) : node.meaning,
  }
}

/**
 * For `xenogloss/reader`: lines carry their translation, words their meaning and analysis, as data that the script shows
 * and makes tab stops of. Without script or style the page reads as the author wrote it.
 */
export const tooltip: Renderer = {
  name: 'tooltip',
  translates: true,
  render: (node, children) => {
    if (node.type === 'utterance') {
      const {lang, translation, id} = node
      return [h('span', {className: ['xg-utterance'], lang, dataXg: id, dataXgTip: translation}, children)]
    }
    if (node.type === 'term') return [h('span', {className: ['xg-term'], lang: node.lang, ...word(node)}, children)]
    if (node.type === 'translation') return [h('span', {className: ['xg-translation'], dataXgOf: node.of.join(' ')}, children)]
    return [h('span', {className: ['xg-gloss']}, children)]
  },
}
