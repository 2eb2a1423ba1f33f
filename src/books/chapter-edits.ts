import type {Element, ElementContent} from 'hast'
import type {RenderContext} from '../render/types.js'
import type {UtteranceFields, XenoglossFields} from '../source/annotation-types.js'
import type {Edit} from './book-document.js'
import {ADDITION_PREFIX} from './remove-additions.js'
import {escapeXml, startTag} from './xml-text.js'

/** How a chapter shows what was found in it. */
export interface ChapterStyle {
  readonly isVersion3: boolean
  /** What the names of its elements begin with, such as `h:`; nearly always empty. */
  readonly prefix: string
  /** Whether `epub:` is declared in the chapter. */
  readonly declaresEpub: boolean
  /** What the ids of references and notes begin with: nothing that ids of the author's begin with. */
  readonly idPrefix: string
  /** Whether the chapter is well-formed; otherwise only text without markup is wrapped. */
  readonly isWellFormed: boolean
  /** Of the chapter, in the joined text, and where it begins there. */
  readonly source: string
  readonly start: number
  readonly context: RenderContext
  /** URL of the glossary entry of a term. */
  readonly hrefOf: (fields: XenoglossFields) => string | undefined
  /** Whether an utterance gets a pop-up note. */
  readonly hasNote: (fields: UtteranceFields) => boolean
}

/** Edits of a chapter, and the notes that its lines refer to. */
export interface ChapterEdits {
  readonly edits: readonly Edit[]
  readonly notes: readonly {readonly id: string; readonly number: number; readonly translation: string}[]
}

/** What is known of the elements around a node. */
interface Surroundings {
  /** Where the outermost link around it ends, in the joined text. */
  readonly linkEnd?: number | undefined
  readonly isPreformatted?: boolean
  /** The language of the utterance around it. */
  readonly lang?: string
}

/** The markup that goes into a chapter: spans with languages, links to the glossary, and references to notes. */
export function findChapterEdits(body: readonly ElementContent[], style: ChapterStyle): ChapterEdits {
  const {isVersion3, prefix, declaresEpub, idPrefix, isWellFormed, source, start: chapterStart, context, hrefOf, hasNote} = style
  const edits: Edit[] = []
  const notes: {id: string; number: number; translation: string}[] = []
  const pieces = new Map<string, number>()
  const insert = (offset: number, text: string): void => {
    edits.push({start: offset - chapterStart, end: offset - chapterStart, text})
  }
  const languageOf = (lang: string) => (isVersion3 ? {lang, 'xml:lang': lang} : {'xml:lang': lang})

  /** The markup around a node; none if the author's own already says all of it. */
  const elementFor = (fields: XenoglossFields, {linkEnd, lang}: Surroundings): [name: string, attributes: Record<string, string>] | undefined => {
    if (fields.type === 'utterance') return ['span', {class: `${ADDITION_PREFIX}line`, ...languageOf(fields.lang)}]
    if (fields.type !== 'term') return undefined
    const href = linkEnd === undefined && context.terms.has(fields.id) ? hrefOf(fields) : undefined
    const language = fields.lang === lang ? {} : languageOf(fields.lang)
    if (href !== undefined) return ['a', {class: `${ADDITION_PREFIX}word`, href, ...language}]
    return fields.lang === lang ? undefined : ['span', {class: `${ADDITION_PREFIX}word`, ...language}]
  }
  const addReference = (fields: UtteranceFields, offset: number, isPreformatted: boolean): void => {
    const number = notes.length + 1
    notes.push({id: fields.id, number, translation: fields.translation as string})
    const attributes = {
      class: `${ADDITION_PREFIX}ref`,
      id: `${idPrefix}ref-${fields.id}`,
      href: `#${idPrefix}note-${fields.id}`,
      ...(isVersion3 && {...(!declaresEpub && {'xmlns:epub': 'http://www.idpf.org/2007/ops'}), 'epub:type': 'noteref', role: 'doc-noteref'}),
    }
    const link = `${startTag(`${prefix}a`, attributes)}${number}</${prefix}a>`
    insert(offset, isPreformatted ? link : `${startTag(`${prefix}sup`, {class: `${ADDITION_PREFIX}mark`})}${link}</${prefix}sup>`)
  }
  const visitAll = (nodes: readonly ElementContent[], around: Surroundings): void => {
    for (const node of nodes) if (node.type === 'element') visit(node, around)
  }
  const visit = (node: Element, around: Surroundings): void => {
    const fields = node.data?.xenogloss
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    if (!fields) {
      const linkEnd = around.linkEnd ?? (node.tagName === 'a' ? end : undefined)
      visitAll(node.children, {...around, linkEnd, isPreformatted: around.isPreformatted || node.tagName === 'pre'})
      return
    }
    const isShown = start !== undefined && end !== undefined && (isWellFormed || !source.slice(start, end).includes('<'))
    const line = fields.type === 'utterance' ? context.lines.get(fields.id) : undefined
    const element = isShown && (fields.type !== 'utterance' || line) ? elementFor(fields, around) : undefined
    if (element && start !== undefined) insert(start, startTag(prefix + element[0], element[1]))
    visitAll(node.children, element && fields.type === 'utterance' ? {...around, lang: fields.lang} : around)
    if (element && end !== undefined) insert(end, `</${prefix}${element[0]}>`)
    if (fields.type !== 'utterance' || !line || end === undefined) return
    pieces.set(fields.id, (pieces.get(fields.id) ?? 0) + 1)
    if (isShown && pieces.get(fields.id) === line.pieces && hasNote(fields)) addReference(fields, around.linkEnd ?? end, around.isPreformatted === true)
  }
  visitAll(body, {})
  // A stable sort: what is at one place stays in its order.
  return {edits: edits.sort((a, b) => a.start - b.start), notes}
}

/** The notes of a chapter: pop-up notes in EPUB 3, paragraphs with links back in EPUB 2. */
export function notesMarkup(
  notes: ChapterEdits['notes'],
  {isVersion3, prefix, declaresEpub, idPrefix}: Pick<ChapterStyle, 'isVersion3' | 'prefix' | 'declaresEpub' | 'idPrefix'>,
): string {
  if (notes.length === 0) return ''
  const p = (name: string): string => prefix + name
  const items = notes.map(({id, number, translation}) => {
    const back = `${startTag(p('a'), {href: `#${idPrefix}ref-${id}`, ...(isVersion3 && {role: 'doc-backlink'})})}${number}</${p('a')}>`
    const noteId = `${idPrefix}note-${id}`
    const text = `${back} ${escapeXml(translation.replace(/\s+/gu, ' '))}</${p('p')}>`
    return isVersion3
      ? `${startTag(p('aside'), {id: noteId, 'epub:type': 'footnote', role: 'doc-footnote'})}<${p('p')}>${text}</${p('aside')}>`
      : `${startTag(p('p'), {id: noteId})}${text}`
  })
  const name = p(isVersion3 ? 'section' : 'div')
  const attributes = {
    class: `${ADDITION_PREFIX}notes`,
    ...(isVersion3 && {...(!declaresEpub && {'xmlns:epub': 'http://www.idpf.org/2007/ops'}), 'epub:type': 'footnotes'}),
  }
  return `${startTag(name, attributes)}\n${items.join('\n')}\n</${name}>`
}
