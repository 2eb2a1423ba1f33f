import {h} from 'hastscript'
import {shortenMeaning} from '../../lexicon/entry.js'
import {classNamesOf} from '../class-names.js'
import type {Renderer} from '../types.js'

/** Sets meanings above their terms (HTML, 4.5.10), or in brackets after them where ruby is not supported. */
export const ruby: Renderer = {
  name: 'ruby',
  render: (node, children, context) => {
    if (node.type === 'utterance') return [h('span', {className: classNamesOf(node, context), lang: node.lang}, children)]
    if (node.type !== 'term') return [h('span', {className: [`xg-${node.type}`]}, children)]
    const term = h('span', {className: ['xg-term'], lang: node.lang}, children)
    if (node.meaning === undefined) return [term]
    return [h('ruby', {className: ['xg-ruby']}, [term, h('rp', {}, [' (']), h('rt', {}, [shortenMeaning(node.meaning)]), h('rp', {}, [')'])])]
  },
}
