import {h} from 'hastscript'
import {tooltipProperties, wordProperties} from '../tooltip-properties.js'
import type {Renderer} from '../types.js'

/**
 * For `xenogloss/reader`, which takes the text of tooltips from the page: translations from the glosses, meanings from the glossary (hidden
 * at the end of the story unless the page shows it). Attributes carry only what the page does not contain. Without script or style the page
 * reads as the author wrote it.
 *
 * | element                              | `data-xg` | other attributes and content                                                       |
 * |--------------------------------------|-----------|------------------------------------------------------------------------------------|
 * | `.xg-utterance`                      | its id    | `data-xg-sure`: confidence in percent; `data-xg-tip`: translation not in the text  |
 * | `.xg-term`                           | its id    | `data-xg-entry`: id of its entry; `data-xg-word`, `data-xg-tip`: the reading;      |
 * |                                      |           | `data-xg-parts`: meanings of the parts that the entry is built of                  |
 * | `.xg-gloss` around `.xg-translation` |           | `data-xg-of`: ids of utterances or terms; `data-xg-hidden`: hidden on request      |
 * | `.xg-word`, in a translation         |           | `data-xg-of`: ids of the terms that it renders                                     |
 * | `.xg-data`                           |           | the entries, each a `div` with an id                                               |
 *
 * A node that markup splits becomes several elements with the same `data-xg`; HTML ids must be unique, also with two stories on one page.
 */
export const tooltip: Renderer = {
  name: 'tooltip',
  translates: true,
  render: (node, children, context) => [h('span', tooltipProperties(node, context), children)],
  word: (of, children) => [h('span', wordProperties(of), children)],
  behind: ({lists}) => {
    const entries = lists()
    return entries.length === 0 ? [] : [h('div', {className: ['xg-data'], hidden: true}, entries)]
  },
}
