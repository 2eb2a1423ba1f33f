import type {Properties} from 'hast'
import {h} from 'hastscript'
import {meaningOf, sensesOf} from '../../lexicon/entry.js'
import type {Entry, Reading} from '../../lexicon/types.js'
import type {TermFields} from '../../source/annotation-types.js'
import type {RenderContext, Renderer} from '../types.js'

const sum = (parts: readonly Entry[], show: (part: Entry) => string | undefined): string => parts.map((part) => show(part) ?? '?').join(' + ')

/** The reading, where it tells more than what is printed: a headword spelt or inflected otherwise, or affixes. */
const telling = ({readings: [best]}: TermFields): Reading | undefined => (best?.steps.some(({kind}) => kind !== 'exact' && kind !== 'fold') ? best : undefined)

/** What a word says beside its entry. A built word is told part by part: *na'- + dorvet*, *my + mule*. */
function word(node: TermFields, {entryOf}: RenderContext): Properties {
  const found = entryOf(node)
  const parts = telling(node)?.parts ?? []
  const meaning = parts.length > 1 ? sum(parts, meaningOf) : node.meaning
  const isTold = found !== undefined && sensesOf(found.entry).some(({definition}) => definition === meaning)
  const isHeadword = parts.length === 1 && parts[0]?.headword === found?.entry.headword
  return {
    dataXgEntry: found?.id,
    dataXgWord: parts.length > 0 && !isHeadword ? sum(parts, ({headword}) => headword) : undefined,
    dataXgTip: isTold ? undefined : meaning,
  }
}

/** Nothing that is inferred is sure. */
const percent = (confidence: number): number => (confidence === 1 ? 100 : Math.min(99, Math.round(100 * confidence)))

/**
 * For `xenogloss/reader`, which reads what a tip says where it stands: the translation of a line in the text, the meaning of a word in
 * the glossary, which hides behind the story unless the page shows it. Attributes carry only what stands nowhere. Without script or
 * style the page reads as the author wrote it.
 *
 * | element                               | `data-xg` | what else                                                               |
 * |---------------------------------------|-----------|-------------------------------------------------------------------------|
 * | `.xg-utterance`                       | its id    | `data-xg-sure`: per cent; `data-xg-tip`: a translation that stands nowhere |
 * | `.xg-term`                            | its id    | `data-xg-entry`: id of its entry; `data-xg-word`, `data-xg-tip`: the reading |
 * | `.xg-gloss` around `.xg-translation`  |           | `data-xg-of`: ids of lines, or words; `data-xg-hidden`: until it is asked |
 * | `.xg-word`, in a translation          |           | `data-xg-of`: ids of the words that it renders                          |
 * | `.xg-data`                            |           | the entries, each a `div` with an id                                    |
 *
 * A node that markup cuts stands as several elements of the same `data-xg`; ids of HTML would not allow that, nor two stories in a page.
 */
export const tooltip: Renderer = {
  name: 'tooltip',
  translates: true,
  render: (node, children, scene) => {
    const said: Properties = {className: [`xg-${node.type}`], lang: 'lang' in node ? node.lang : undefined}
    if (node.type === 'term') return [h('span', {...said, dataXg: node.id, ...word(node, scene)}, children)]
    if (node.type === 'translation') return [h('span', {...said, dataXgOf: node.of.join(' ')}, children)]
    if (node.type === 'gloss') return [h('span', {...said, dataXgOf: node.of.join(' '), dataXgHidden: scene.gloss === 'hidden' ? '' : undefined}, children)]
    const {id, confidence, translation} = node
    const tip = scene.translated.has(id) ? undefined : translation
    return [h('span', {...said, dataXg: id, dataXgSure: percent(confidence), dataXgTip: tip}, children)]
  },
  word: (of, children) => [h('span', {className: ['xg-word'], dataXgOf: of.join(' ')}, children)],
  behind: ({lists}) => {
    const entries = lists()
    return entries.length === 0 ? [] : [h('div', {className: ['xg-data'], hidden: true}, entries)]
  },
}
