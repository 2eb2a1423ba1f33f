import {h} from 'hastscript'
import {classNamesOf} from '../class-names.js'
import type {Renderer} from '../types.js'

/** Numbers utterances and links them to their translations at the end of the story, and back. */
export const footnotes: Renderer = {
  name: 'footnotes',
  translates: true,
  render: (node, children, context, ends) => {
    const {lines, prefix} = context
    const span = h('span', {className: classNamesOf(node, context), lang: 'lang' in node ? node.lang : undefined}, children)
    if (node.type !== 'utterance' || node.translation === undefined || !ends) return [span]
    const number = String(lines.get(node.id)?.number)
    const link = h('a', {id: `${prefix}ref-${node.id}`, href: `#${prefix}note-${node.id}`, ariaLabel: `Translation ${number}`}, [number])
    return [span, h('sup', {className: ['xg-ref']}, [link])]
  },
  behind: ({lines, prefix}) => {
    const notes = [...lines.values()].flatMap(({fields: {id, lang, translation}, number, words}) => {
      if (translation === undefined) return []
      const back = h('a', {href: `#${prefix}ref-${id}`, ariaLabel: `Back to line ${number}`}, ['↩'])
      const line = h('i', {lang, dir: 'auto'}, [words.map(({surface}) => surface).join(' ')])
      return [h('li', {id: `${prefix}note-${id}`, value: String(number)}, [line, ' — ', translation.replace(/\s+/gu, ' '), ' ', back]), '\n']
    })
    return notes.length === 0 ? [] : [h('section', {className: ['xg-notes'], ariaLabel: 'Translations'}, [h('ol', {}, notes)])]
  },
}
