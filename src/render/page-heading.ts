import type {ElementContent} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {h} from 'hastscript'
import {map} from '../util/lists.js'

const normalize = (text: string): string => text.replace(/\s+/gu, ' ').trim().toLowerCase()

const hasHeading = (nodes: readonly ElementContent[]): boolean =>
  nodes.some((node) => node.type === 'element' && ((node.tagName === 'h1' && normalize(textOf(node)) !== '') || hasHeading(node.children)))

/**
 * Gives a story the level-1 heading that a page should have (WCAG 2.2, techniques, H42): its own; else its first paragraph, if that is the
 * title; else a header before it.
 */
export function addPageHeading(story: readonly ElementContent[], title: string): {header: ElementContent[]; story: ElementContent[]} {
  if (normalize(title) === '' || hasHeading(story)) return {header: [], story: [...story]}
  const first = story.find((node) => node.type === 'element')
  if (first?.type === 'element' && first.tagName === 'p' && normalize(textOf(first)) === normalize(title))
    return {header: [], story: map(story, (node) => (node === first ? {...first, tagName: 'h1'} : node))}
  return {header: [h('header', {}, [h('h1', {}, title)])], story: [...story]}
}
