import {h} from 'hastscript'
import type {Renderer} from '../types.js'

/**
 * Uses only tags, attributes and class names that the sanitizer of the Archive of Our Own allows. An utterance whose gloss is moved carries
 * it in brackets, which the work skin shows as a tooltip; with skins off, and in downloads, the brackets show. Links are the only
 * elements there that keyboard and touch can reach.
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
