import type {Element} from 'hast'
import {h} from 'hastscript'
import {meaningOf, shortenMeaning} from '../../lexicon/entry.js'
import {classNamesOf} from '../class-names.js'
import type {RenderedLine, Renderer} from '../types.js'

/** A gloss of several words is joined by periods (Leipzig Glossing Rules, 4A). */
const glossText = (text = '?'): string => shortenMeaning(text).replace(/\s+/gu, '.')

/** A term over its gloss, the parts of both joined by hyphens (rule 2). Copied as text, it is a row of a table. */
function toPair({fields: {lang, readings, meaning}, surface}: RenderedLine['words'][number]): Element {
  const parts = readings[0]?.parts ?? []
  const hasParts = parts.length > 1
  const word = hasParts ? parts.map(({headword}) => headword.replace(/^-|-$/gu, '')).join('-') : surface
  const gloss = hasParts ? parts.map((part) => glossText(meaningOf(part))).join('-') : glossText(meaning)
  return h('span', {className: ['xg-pair']}, [h('span', {lang, dir: 'auto'}, [word]), '\t', h('span', {}, [gloss]), '\n'])
}

const toExample = ({fields: {translation}, number, words}: RenderedLine): Element =>
  h('div', {className: ['xg-example']}, [
    `(${number}) `,
    h('span', {className: ['xg-pairs']}, words.map(toPair)),
    ...(translation === undefined ? [] : [h('span', {className: ['xg-free']}, [`‘${translation.replace(/\s+/gu, ' ')}’`])]),
  ])

/**
 * Shows the utterances of each paragraph below it as linguistic examples: numbered, every term over its gloss, the free translation
 * beneath. Needs the reader's style sheet, with which pairs wrap on narrow screens; without it they run on in one line.
 */
export const interlinear: Renderer = {
  name: 'interlinear',
  translates: true,
  render: (node, children, context) => [h('span', {className: classNamesOf(node, context), lang: 'lang' in node ? node.lang : undefined}, children)],
  below: (lines) => lines.map(toExample),
}
