import type {Element} from 'hast'
import {h} from 'hastscript'
import {meaningOf, shortly} from '../../lexicon/entry.js'
import type {RenderedLine, Renderer} from '../types.js'

/** Spaces in a gloss would part it from its word: several words for one are joined by full stops (Leipzig Glossing Rules, 4A). */
const gloss = (text = '?'): string => shortly(text).replace(/\s+/gu, '.')

/** A word over its gloss, its parts joined by hyphens in both (rule 2); copied, a row of a table. */
function pair({fields: {lang, readings, meaning}, surface}: RenderedLine['words'][number]): Element {
  const parts = readings[0]?.parts ?? []
  const built = parts.length > 1
  const word = built ? parts.map(({headword}) => headword.replace(/^-|-$/gu, '')).join('-') : surface
  const meant = built ? parts.map((part) => gloss(meaningOf(part))).join('-') : gloss(meaning)
  return h('span', {className: ['xg-pair']}, [h('span', {lang, dir: 'auto'}, [word]), '\t', h('span', {}, [meant]), '\n'])
}

const example = ({fields: {translation}, number, words}: RenderedLine): Element =>
  h('div', {className: ['xg-example']}, [
    `(${number}) `,
    h('span', {className: ['xg-pairs']}, words.map(pair)),
    ...(translation === undefined ? [] : [h('span', {className: ['xg-free']}, [`‘${translation.replace(/\s+/gu, ' ')}’`])]),
  ])

/**
 * Below each paragraph its lines as linguists set examples: numbered, every word over its gloss, the free translation under them. Pairs
 * wrap on narrow screens. The style sheet of the reader sets them so; without it they stand one behind the other.
 */
export const interlinear: Renderer = {
  name: 'interlinear',
  translates: true,
  render: (node, children) => [h('span', {className: [`xg-${node.type}`], lang: 'lang' in node ? node.lang : undefined}, children)],
  below: (lines) => lines.map(example),
}
