import {h} from 'hastscript'
import type {Renderer} from '../types.js'

/** Links terms to their entries in a glossary at the end of the story. */
export const endnotes: Renderer = {
  name: 'endnotes',
  render: (node, children, {entryOf}) => {
    const id = node.type === 'term' ? entryOf(node)?.id : undefined
    const lang = 'lang' in node ? node.lang : undefined
    if (id !== undefined) return [h('a', {className: ['xg-term'], lang, href: `#${encodeURIComponent(id)}`}, children)]
    return [h('span', {className: [`xg-${node.type}`], lang}, children)]
  },
  behind: ({lists}) => [h('section', {className: ['xg-endnotes'], ariaLabel: 'Glossary'}, lists())],
}
