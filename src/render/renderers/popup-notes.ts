import {h} from 'hastscript'
import type {Renderer} from '../types.js'

/**
 * For e-books: numbers utterances and opens their translations as pop-up notes (EPUB 3.3, section 9; DPUB-ARIA 1.1, `doc-noteref` and
 * `doc-footnote`); reading systems without pop-ups follow the links there and back. Not for web pages: HTML has no `epub:type`.
 */
export const popupNotes: Renderer = {
  name: 'popup-notes',
  translates: true,
  render: (node, children, {lines, prefix}, ends) => {
    if (!('lang' in node)) return children
    const span = h('span', {lang: node.lang}, children)
    if (node.type !== 'utterance' || node.translation === undefined || !ends) return [span]
    const number = String(lines.get(node.id)?.number)
    const reference = {id: `${prefix}ref-${node.id}`, href: `#${prefix}note-${node.id}`, 'epub:type': 'noteref', role: 'doc-noteref'}
    return [span, h('sup', {}, [h('a', reference, [number])])]
  },
  behind: ({lines, prefix}) =>
    [...lines.values()].flatMap(({fields: {id, translation}, number}) => {
      if (translation === undefined) return []
      const back = h('a', {href: `#${prefix}ref-${id}`, role: 'doc-backlink'}, [String(number)])
      return [
        h('aside', {id: `${prefix}note-${id}`, 'epub:type': 'footnote', role: 'doc-footnote'}, [h('p', {}, [back, ' ', translation.replace(/\s+/gu, ' ')])]),
      ]
    }),
}
