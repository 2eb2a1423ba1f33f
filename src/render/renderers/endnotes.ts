import {h} from 'hastscript'
import {classNamesOf} from '../class-names.js'
import type {Renderer} from '../types.js'

/** Links terms to their entries in a glossary at the end of the story. */
export const endnotes: Renderer = {
  name: 'endnotes',
  render: (node, children, context) => {
    const id = node.type === 'term' ? context.entryOf(node)?.id : undefined
    const lang = 'lang' in node ? node.lang : undefined
    if (id !== undefined) return [h('a', {className: ['xg-term'], lang, href: `#${encodeURIComponent(id)}`}, children)]
    return [h('span', {className: classNamesOf(node, context), lang}, children)]
  },
  behind: ({lists}) => [h('section', {className: ['xg-endnotes'], ariaLabel: 'Glossary'}, lists())],
}
