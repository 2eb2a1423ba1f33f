import type {Paragraph, Parents, PhrasingContent} from 'mdast'
import {directiveToMarkdown, type TextDirective} from 'mdast-util-directive'
import {frontmatterToMarkdown} from 'mdast-util-frontmatter'
import {gfmFootnoteToMarkdown} from 'mdast-util-gfm-footnote'
import type {Handle, Options} from 'mdast-util-to-markdown'
import {visit} from 'unist-util-visit'
import {UNKNOWN_LANGUAGE} from '../../prose/language-tag.js'
import type {GlossNode, TermNode, UtteranceNode, XenoglossNode} from '../annotation-types.js'
import {markOf} from '../marks.js'
import type {MarkName} from '../types.js'

declare module 'mdast-util-to-markdown' {
  interface ConstructNameMap {
    utterance: 'utterance'
    gloss: 'gloss'
    translation: 'translation'
    term: 'term'
  }
}

/** Prints what stands inside a node of ours as if the node were not there. */
const transparent: Handle = (node: XenoglossNode, _, state, info) => {
  const exit = state.enter(node.type)
  const text = state.containerPhrasing(node, info)
  exit()
  return text
}

/** A parent as if no node of ours were in it: text that is cut in pieces is escaped otherwise than in one. */
function whole<T extends Parents>(parent: T): T {
  const children: Parents['children'][number][] = []
  for (const child of parent.children) {
    const inner = 'children' in child ? whole(child) : child
    for (const own of OURS.has(inner.type) ? (inner as XenoglossNode).children : [inner]) {
      const last = children.at(-1)
      if (own.type === 'text' && last?.type === 'text') children[children.length - 1] = {type: 'text', value: last.value + own.value}
      else children.push(own)
    }
  }
  return {...parent, children} as T
}
const OURS: ReadonlySet<string> = new Set(['utterance', 'gloss', 'translation', 'term'] satisfies XenoglossNode['type'][])

const paragraph: Handle = (node: Paragraph, _, state, info) => {
  const exits = [state.enter('paragraph'), state.enter('phrasing')]
  const text = state.containerPhrasing(whole(node), info)
  for (const exit of exits.reverse()) exit()
  return text
}

/** How marks, footnotes and front matter are printed; what else their extensions escape is not ours to escape. */
const {textDirective} = directiveToMarkdown().handlers as {readonly textDirective: Handle}
const {footnoteDefinition, footnoteReference} = gfmFootnoteToMarkdown().handlers as {readonly [name: string]: Handle}
const {yaml} = frontmatterToMarkdown().handlers as {readonly yaml: Handle}

const mark = (name: MarkName, children: PhrasingContent[], attributes: Readonly<Record<string, string | undefined>> = {}): TextDirective => ({
  type: 'textDirective',
  name,
  attributes: Object.fromEntries(Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined)),
  children,
})

/** Whether the author has marked it already, around it or in it. */
function isMarked(node: XenoglossNode, parent: Parents | undefined): boolean {
  let found = parent !== undefined && markOf(parent) !== undefined
  visit(node, 'textDirective', (inner) => {
    found ||= markOf(inner) !== undefined
  })
  return found
}

const tagOf = (lang: string): string | undefined => (lang === UNKNOWN_LANGUAGE ? undefined : lang)

const line: Handle = (node: UtteranceNode, parent, state, info) => {
  if (isMarked(node, parent)) return transparent(node, parent, state, info)
  // What a gloss translates needs no other translation.
  const translation = node.gloss === undefined ? node.translation : undefined
  return textDirective(mark('line', node.children, {lang: tagOf(node.lang), translation}), parent, state, info)
}

const word: Handle = (node: TermNode, parent: Parents | undefined, state, info) => {
  // In a line the line says what it is of.
  if (parent?.type === 'utterance' || state.stack.includes('textDirective' as never) || isMarked(node, parent)) return transparent(node, parent, state, info)
  return textDirective(mark('word', node.children, {lang: tagOf(node.lang), meaning: node.meaning}), parent, state, info)
}

/** The brackets around a translation stay around its mark. */
const gloss: Handle = (node: GlossNode, parent, state, info) => {
  const first = node.children.findIndex(({type}) => type === 'translation')
  if (first === -1 || isMarked(node, parent)) return transparent(node, parent, state, info)
  const end = node.children.findLastIndex(({type}) => type === 'translation') + 1
  const {children} = node
  return transparent({...node, children: [...children.slice(0, first), mark('gloss', children.slice(first, end)), ...children.slice(end)]}, parent, state, info)
}

/**
 * Extension for mdast-util-to-markdown (and remark-stringify, by `processor.data('toMarkdownExtensions')`) that prints an annotated
 * tree as the Markdown it came from.
 *
 * @param options what is printed
 * @param options.marks whether lines, loans and translations are printed as marks (`:line[…]`), for a person to correct and for
 *   `annotate` to read again. Default false
 */
export function xenoglossToMarkdown({marks = false}: {readonly marks?: boolean | undefined} = {}): Options {
  const handlers = marks ? {utterance: line, gloss, term: word} : {utterance: transparent, gloss: transparent, term: transparent, paragraph}
  return {handlers: {...handlers, translation: transparent, textDirective, footnoteDefinition, footnoteReference, yaml} as never}
}
