import {h} from 'hastscript'
import type {Renderer} from '../types.js'

/**
 * For the Archive of Our Own: nothing but tags, attributes and class names that its cleaner lets through. A line whose gloss is moved
 * carries it as the author's own bracket, which the work skin shows as a tip: where skins are off, and in downloads, it reads as a
 * bracket. A link is the only thing there that a key and a finger can reach.
 */
export const ao3: Renderer = {
  name: 'ao3',
  translates: true,
  render: (node, children, {gloss, lines, lang: host, prefix}, ends) => {
    if (node.type === 'gloss' || node.type === 'translation') return children
    if (node.type === 'term') return [h('span', {lang: node.lang, title: node.meaning}, children)]
    const {lang, translation} = node
    if (translation === undefined) return [h('span', {lang}, children)]
    if (gloss !== 'moved') return [h('span', {lang, title: translation}, children)]
    if (!ends) return [h('span', {lang}, children)]
    const name = `${prefix}${lines.get(node.id)?.number}`
    return [
      h('a', {className: ['xg-line'], href: `#${name}`, name, lang}, [...children, h('span', {className: ['xg-tip'], lang: host}, [` (${translation})`])]),
    ]
  },
}
