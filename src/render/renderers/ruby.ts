import {h} from 'hastscript'
import {shortly} from '../../lexicon/entry.js'
import type {Renderer} from '../types.js'

/** Meanings above their words (HTML, 4.5.10); in brackets behind them, where a program knows no ruby. */
export const ruby: Renderer = {
  name: 'ruby',
  render: (node, children) => {
    if (node.type === 'utterance') return [h('span', {className: ['xg-utterance'], lang: node.lang}, children)]
    if (node.type !== 'term') return [h('span', {className: [`xg-${node.type}`]}, children)]
    const word = h('span', {className: ['xg-term'], lang: node.lang}, children)
    if (node.meaning === undefined) return [word]
    return [h('ruby', {className: ['xg-ruby']}, [word, h('rp', {}, [' (']), h('rt', {}, [shortly(node.meaning)]), h('rp', {}, [')'])])]
  },
}
