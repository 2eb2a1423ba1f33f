import type {Renderer, TermNode} from '../types.js'

/** How a word was understood: its headword and the affixes on it, where the dictionary says more than the surface. */
function analysis({readings: [best]}: TermNode): string | undefined {
  if (!best) return undefined
  return best.parts.length > 1 ? best.parts.map(({headword}) => headword).join(' + ') : best.entry.headword
}

/**
 * For `xenogloss/reader`: lines carry their translation, words their meaning and analysis, as data that the script shows. A line
 * is one tab stop. Without script or style the page reads as the author wrote it.
 */
export const tooltip: Renderer = {
  name: 'tooltip',
  render: (node) => {
    if (node.type === 'utterance') {
      const {lang, translation, id} = node
      return {tagName: 'span', properties: {className: ['xg-utterance'], lang, tabIndex: 0, dataXg: id, dataXgTip: translation}}
    }
    if (node.type === 'term') {
      const {lang, meaning} = node
      return {tagName: 'span', properties: {className: ['xg-term'], lang, dataXgTip: meaning, dataXgWord: analysis(node)}}
    }
    if (node.type === 'translation') return {tagName: 'span', properties: {className: ['xg-translation'], dataXgOf: node.of.join(' ')}}
    return {tagName: 'span', properties: {className: ['xg-gloss']}}
  },
}
