import {formOf, sensesOf} from '../../lexicon/entry.js'
import type {Entry, InflectedForm, Sense} from '../../lexicon/types.js'
import {wrong} from '../shared/input.js'
import {separated} from '../shared/separated.js'
import type {ReadOptions} from '../types.js'

/**
 * Yomitan's structured content: a tree of a few HTML elements as JSON. What is written here uses the smallest part of it; what is read
 * may be any JSON.
 */
export type Content = string | readonly Content[] | ContentElement

interface ContentElement {
  readonly tag: 'span' | 'div' | 'ol' | 'ul' | 'li' | 'a'
  readonly content: Content
  /** Yomitan makes `data-sc-…` attributes of it; links have none. */
  readonly data?: Readonly<Record<string, string>>
  readonly lang?: string
  /** Of a link: `?query=…` looks a word up. */
  readonly href?: string
}

/** What is read: nothing is taken for granted. */
interface Unsure {
  readonly tag?: unknown
  readonly content?: unknown
  readonly data?: unknown
  readonly alt?: unknown
  readonly title?: unknown
}

/** What a piece of our own content is; the whole text of the piece is it. */
type Role = 'definition' | 'form' | 'meaning' | 'variant' | 'note' | 'see'

/** Nobody writes an entry so deep; a million brackets would exhaust the stack. */
const DEEPEST = 200

/** Elements that stand on lines of their own. */
const BLOCKS: ReadonlySet<unknown> = new Set(['br', 'div', 'ol', 'ul', 'li', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'details', 'summary'])

const isElement = (content: unknown): content is Unsure => typeof content === 'object' && content !== null && !Array.isArray(content)
const stringIn = (...candidates: readonly unknown[]): string => candidates.find((text): text is string => typeof text === 'string') ?? ''

function textIn(content: unknown, options: ReadOptions, depth: number): string {
  if (depth > DEEPEST) throw wrong(options, `structured content is nested more than ${DEEPEST} deep`)
  if (typeof content === 'string') return content
  if (Array.isArray(content)) return content.map((part) => textIn(part, options, depth + 1)).join('')
  if (!isElement(content)) return ''
  const {tag, alt, title} = content
  if (tag === 'img') return stringIn(alt, title)
  if (tag === 'rp') return ''
  const text = textIn(content.content, options, depth + 1)
  if (tag === 'rt') return `(${text})`
  return BLOCKS.has(tag) ? `\n${text}\n` : tag === 'td' || tag === 'th' ? ` ${text} ` : text
}

/** Its words, as a person would copy them: blocks on lines of their own, a picture by its description, readings of a word in brackets. */
export function textOfContent(content: unknown, options: ReadOptions): string {
  const lines = textIn(content, options, 0).split('\n')
  return lines.flatMap((line) => line.replace(/\s+/gu, ' ').trim() || []).join('\n')
}

const piece = (role: Role, content: Content, data: Readonly<Record<string, string | undefined>> = {}): ContentElement => ({
  tag: 'span',
  content,
  data: JSON.parse(JSON.stringify({xenogloss: role, ...data})) as Record<string, string>,
})

const listed = (tag: 'ol' | 'ul', items: readonly Content[]): Content[] => {
  if (items.length < 2) return items.map((content) => ({tag: 'div', content}))
  return [{tag, content: items.map((content) => ({tag: 'li', content}))}]
}

function meaning({definition, certainty, status}: Sense, ofEntry: Entry['certainty']): Content {
  const sure = certainty ?? ofEntry
  return [piece('definition', definition, {certainty, status}), ...(sure === undefined || sure === 'attested' ? [] : [` (${sure})`])]
}

/** Lone surrogates, which no address can hold. */
const LONE = /\p{Surrogate}/gu

/**
 * What Yomitan shows of an entry. Fields that nobody reads there, such as what an affix attaches to, lie in the data of the root, as
 * JSON; places in stories are left out.
 */
export function contentOf(entry: Entry, lang: string): Content {
  const {headword: _, partOfSpeech: __, senses: ___, forms = [], variants = [], notes, see = [], evidence: ____, ...fields} = entry
  const senses = sensesOf(entry)
  const word = (role: Role, text: string): Content => ({...piece(role, text), lang})
  const link = (to: string): Content => {
    const href = `?query=${encodeURIComponent(to.replace(LONE, '\ufffd'))}&wildcards=off`
    return piece('see', {tag: 'a', href, lang, content: to})
  }
  const inflected = forms.map(formOf).map(({form, meaning}) => [word('form', form), ...(meaning === undefined ? [] : [' ', piece('meaning', meaning)])])
  const line = (lead: string, parts: readonly Content[]): Content[] =>
    parts.length === 0
      ? []
      : [
          {
            tag: 'div',
            content: [
              lead,
              ...separated(
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
      ...(senses.length === 0
        ? [{tag: 'div', content: '(unknown)'} as const]
        : listed(
            'ol',
            senses.map((sense) => meaning(sense, entry.certainty)),
          )),
      ...line(
        'Also ',
        variants.map((variant) => word('variant', variant)),
      ),
      ...line('Forms: ', inflected),
      ...(notes === undefined ? [] : [{tag: 'div', content: piece('note', notes)} as const]),
      ...line('See ', see.map(link)),
    ],
  }
}

/** The pieces of our own content, in order. */
function* pieces(content: unknown, options: ReadOptions, depth: number): Generator<{role: unknown; text: string; data: Record<string, unknown>}> {
  if (depth > DEEPEST) throw wrong(options, `structured content is nested more than ${DEEPEST} deep`)
  if (Array.isArray(content)) for (const part of content) yield* pieces(part, options, depth + 1)
  else if (isElement(content)) {
    const data = isElement(content.data) ? (content.data as Record<string, unknown>) : {}
    if (data.xenogloss === undefined) yield* pieces(content.content, options, depth + 1)
    else yield {role: data.xenogloss, text: textIn(content.content, options, depth), data}
  }
}

/** The entry that `contentOf` made this content of, its headword and part of speech left to the row; nothing, if it did not. */
export function entryOf(content: unknown, options: ReadOptions): Omit<Entry, 'headword'> | undefined {
  if (!isElement(content) || !isElement(content.data)) return undefined
  const {xenogloss, fields} = content.data as Record<string, unknown>
  if (xenogloss !== 'entry' || typeof fields !== 'string') return undefined
  const senses: (string | Sense)[] = []
  const forms: (string | InflectedForm)[] = []
  const words: Record<'variant' | 'note' | 'see', string[]> = {variant: [], note: [], see: []}
  for (const {role, text, data} of pieces(content.content, options, 0)) {
    const {xenogloss: _, ...said} = data
    if (role === 'definition') senses.push(Object.keys(said).length === 0 ? text : {definition: text, ...said})
    else if (role === 'form') forms.push(text)
    else if (role === 'meaning' && forms.length > 0) forms.push({form: formOf(forms.pop() as string).form, meaning: text})
    else if (role === 'variant' || role === 'note' || role === 'see') words[role].push(text)
  }
  let others: object
  try {
    others = JSON.parse(fields) as object
  } catch {
    throw wrong(options, 'the fields of an entry are no JSON')
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
