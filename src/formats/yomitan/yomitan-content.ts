import {sensesOf, toForm} from '../../lexicon/entry.js'
import type {Entry, InflectedForm, Sense} from '../../lexicon/types.js'
import {fileError} from '../shared/input.js'
import {intersperse} from '../shared/intersperse.js'
import type {ReadOptions} from '../types.js'
import {isElement, MAX_DEPTH, textIn} from './yomitan-text.js'

/**
 * Yomitan's structured content: a tree of HTML-like elements as JSON. This type covers what xenogloss writes; reading accepts any JSON.
 */
export type Content = string | readonly Content[] | ContentElement

interface ContentElement {
  readonly tag: 'span' | 'div' | 'ol' | 'ul' | 'li' | 'a'
  readonly content: Content
  /** Yomitan turns these into `data-sc-…` attributes. Links cannot have any. */
  readonly data?: Readonly<Record<string, string>>
  readonly lang?: string
  /** Target of a link; `?query=…` looks up a word. */
  readonly href?: string
}

/** The role of a piece in content that xenogloss writes. Its whole text is the value. */
type Role = 'definition' | 'form' | 'meaning' | 'variant' | 'note' | 'see'

const taggedSpan = (role: Role, content: Content, data: Readonly<Record<string, string | undefined>> = {}): ContentElement => ({
  tag: 'span',
  content,
  data: JSON.parse(JSON.stringify({xenogloss: role, ...data})) as Record<string, string>,
})

const listContent = (tag: 'ol' | 'ul', items: readonly Content[]): Content[] => {
  if (items.length < 2) return items.map((content) => ({tag: 'div', content}))
  return [{tag, content: items.map((content) => ({tag: 'li', content}))}]
}

function meaning({definition, certainty, status}: Sense, ofEntry: Entry['certainty']): Content {
  const shownCertainty = certainty ?? ofEntry
  return [
    taggedSpan('definition', definition, {certainty, status}),
    ...(shownCertainty === undefined || shownCertainty === 'attested' ? [] : [` (${shownCertainty})`]),
  ]
}

/** Lone surrogates, which URLs cannot contain. */
const LONE_SURROGATES = /\p{Surrogate}/gu

/**
 * Converts an entry to structured content. The data of the root holds fields that are not displayed, such as what an affix attaches to, as
 * JSON. Omits evidence.
 */
export function entryToContent(entry: Entry, lang: string): Content {
  const {headword: _, partOfSpeech: __, senses: ___, forms = [], variants = [], notes, see = [], evidence: ____, ...fields} = entry
  const senses = sensesOf(entry)
  const word = (role: Role, text: string): Content => ({...taggedSpan(role, text), lang})
  const link = (to: string): Content => {
    const href = `?query=${encodeURIComponent(to.replace(LONE_SURROGATES, '\ufffd'))}&wildcards=off`
    return taggedSpan('see', {tag: 'a', href, lang, content: to})
  }
  const inflected = forms.map(toForm).map(({form, meaning}) => [word('form', form), ...(meaning === undefined ? [] : [' ', taggedSpan('meaning', meaning)])])
  const line = (lead: string, parts: readonly Content[]): Content[] =>
    parts.length === 0
      ? []
      : [
          {
            tag: 'div',
            content: [
              lead,
              ...intersperse(
                parts.map((part) => [part]),
                ', ',
              ),
            ],
          },
        ]
  return {
    tag: 'div',
    data: {xenogloss: 'entry', fields: JSON.stringify(fields)},
    content: [
      ...(fields.pronunciation === undefined ? [] : [{tag: 'div', content: fields.pronunciation} as const]),
      ...(senses.length === 0
        ? [{tag: 'div', content: '(unknown)'} as const]
        : listContent(
            'ol',
            senses.map((sense) => meaning(sense, entry.certainty)),
          )),
      ...line(
        'Also ',
        variants.map((variant) => word('variant', variant)),
      ),
      ...line('Forms: ', inflected),
      ...(notes === undefined ? [] : [{tag: 'div', content: taggedSpan('note', notes)} as const]),
      ...line('See ', see.map(link)),
    ],
  }
}

/** Yields the pieces with a role, in order. */
function* taggedPieces(content: unknown, options: ReadOptions, depth: number): Generator<{role: unknown; text: string; data: Record<string, unknown>}> {
  if (depth > MAX_DEPTH) throw fileError(options, `structured content is nested more than ${MAX_DEPTH} deep`)
  if (Array.isArray(content)) for (const part of content) yield* taggedPieces(part, options, depth + 1)
  else if (isElement(content)) {
    const data = isElement(content.data) ? (content.data as Record<string, unknown>) : {}
    if (data.xenogloss === undefined) yield* taggedPieces(content.content, options, depth + 1)
    else yield {role: data.xenogloss, text: textIn(content.content, options, depth), data}
  }
}

/** Restores an entry from content that `entryToContent` wrote, without headword and part of speech. Returns undefined for other content. */
export function entryFromContent(content: unknown, options: ReadOptions): Omit<Entry, 'headword'> | undefined {
  if (!isElement(content) || !isElement(content.data)) return undefined
  const {xenogloss, fields} = content.data as Record<string, unknown>
  if (xenogloss !== 'entry' || typeof fields !== 'string') return undefined
  const senses: (string | Sense)[] = []
  const forms: (string | InflectedForm)[] = []
  const words: Record<'variant' | 'note' | 'see', string[]> = {variant: [], note: [], see: []}
  for (const {role, text, data} of taggedPieces(content.content, options, 0)) {
    const {xenogloss: _, ...marks} = data
    if (role === 'definition') senses.push(Object.keys(marks).length === 0 ? text : {definition: text, ...marks})
    else if (role === 'form') forms.push(text)
    else if (role === 'meaning' && forms.length > 0) forms.push({form: toForm(forms.pop() as string).form, meaning: text})
    else if (role === 'variant' || role === 'note' || role === 'see') words[role].push(text)
  }
  let others: object
  try {
    others = JSON.parse(fields) as object
  } catch {
    throw fileError(options, 'expected JSON in the fields of an entry')
  }
  return {
    ...others,
    ...(senses.length > 0 && {senses}),
    ...(forms.length > 0 && {forms}),
    ...(words.variant.length > 0 && {variants: words.variant}),
    ...(words.note.length > 0 && {notes: words.note.join('\n')}),
    ...(words.see.length > 0 && {see: words.see}),
  }
}
