import type {Nodes, Parents, PhrasingContent, Root} from 'mdast'
import {directiveToMarkdown, type TextDirective} from 'mdast-util-directive'
import {frontmatterToMarkdown} from 'mdast-util-frontmatter'
import {gfmFootnoteToMarkdown} from 'mdast-util-gfm-footnote'
import {phrasing} from 'mdast-util-phrasing'
import type {Handle, Info, Options, State} from 'mdast-util-to-markdown'
import {visit} from 'unist-util-visit'
import * as v from 'valibot'
import {UNKNOWN_LANGUAGE} from '../../prose/language-tag.js'
import {checkOptionsBySchema} from '../../util/check-options.js'
import type {GlossNode, TermNode, UtteranceNode, XenoglossNode} from '../annotation-types.js'
import {readMark} from '../marks.js'
import type {MarkName} from '../types.js'

declare module 'mdast-util-to-markdown' {
  interface ConstructNameMap {
    utterance: 'utterance'
    gloss: 'gloss'
    translation: 'translation'
    term: 'term'
  }
}

/** Prints only the content of a xenogloss node. */
const printContent: Handle = (node: XenoglossNode, _, state, info) => {
  const exit = state.enter(node.type)
  const text = state.containerPhrasing(node, info)
  exit()
  return text
}

const XENOGLOSS_TYPES: ReadonlySet<string> = new Set(['utterance', 'gloss', 'translation', 'term'] satisfies XenoglossNode['type'][])

/** Returns a copy without xenogloss nodes and with the text merged that they split, because text is escaped differently when split. */
function unwrapNodes<T extends Parents>(parent: T): T {
  const children: Parents['children'][number][] = []
  /** Whether the last child was in a xenogloss node. */
  let wasWrapped = false
  for (const child of parent.children) {
    const unwrapped = 'children' in child ? unwrapNodes(child) : child
    const isWrapped = XENOGLOSS_TYPES.has(unwrapped.type)
    for (const node of isWrapped ? (unwrapped as XenoglossNode).children : [unwrapped]) {
      const last = children.at(-1)
      if ((isWrapped || wasWrapped) && node.type === 'text' && last?.type === 'text')
        children[children.length - 1] = {type: 'text', value: last.value + node.value}
      else children.push(node)
      wasWrapped = isWrapped
    }
  }
  return {...parent, children} as T
}

/**
 * Handlers for marks, footnotes and front matter, without the extensions' rules for escaping other text: for trees of `annotate`, which
 * reads these without plugins. Where plugins brought their own handlers, those count.
 */
const {textDirective} = directiveToMarkdown().handlers as {readonly textDirective: Handle}
const {footnoteDefinition, footnoteReference} = gfmFootnoteToMarkdown().handlers as {readonly [name: string]: Handle}
const {yaml} = frontmatterToMarkdown().handlers as {readonly yaml: Handle}
const ownHandlers = {textDirective, footnoteDefinition, footnoteReference, yaml}

const isPhrasing = (node: Nodes): boolean => phrasing(node) || XENOGLOSS_TYPES.has(node.type)

/**
 * Creates the handler of the root. Everything is done here and not in handlers of other nodes, because the last extension with a handler
 * wins, and remark-gfm has one for paragraphs, too.
 */
const createRootHandler =
  ({marks}: {readonly marks: boolean}): Handle =>
  (node: Root, _, state, info) => {
    for (const [name, handle] of Object.entries(ownHandlers)) if (!Object.hasOwn(state.handlers, name)) Object.assign(state.handlers, {[name]: handle})
    const root = marks ? node : unwrapNodes(node)
    // As the default handler does, which would bring all the others into every bundle.
    return root.children.some(isPhrasing) ? state.containerPhrasing(root as never, info) : state.containerFlow(root, info)
  }

/** Prints a mark with the handler of remark-directive if that is used. */
const printMark = (mark: TextDirective, parent: Parents | undefined, state: State, info: Info): string =>
  ((state.handlers as Readonly<Record<string, Handle>>).textDirective ?? textDirective)(mark, parent, state, info)

const createMark = (name: MarkName, children: PhrasingContent[], attributes: Readonly<Record<string, string | undefined>> = {}): TextDirective => ({
  type: 'textDirective',
  name,
  attributes: Object.fromEntries(Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined)),
  children,
})

/** Returns whether the author has already marked the node, around it or inside it. */
function isMarked(node: XenoglossNode, parent: Parents | undefined): boolean {
  let found = parent !== undefined && readMark(parent) !== undefined
  visit(node, 'textDirective', (inner) => {
    found ||= readMark(inner) !== undefined
  })
  return found
}

const createSchema = () => v.strictObject({marks: v.optional(v.boolean())})

const toLangAttribute = (lang: string): string | undefined => (lang === UNKNOWN_LANGUAGE ? undefined : lang)

const printUtterance: Handle = (node: UtteranceNode, parent, state, info) => {
  if (isMarked(node, parent)) return printContent(node, parent, state, info)
  // A gloss in the text makes the attribute unnecessary.
  const translation = node.gloss === undefined ? node.translation : undefined
  return printMark(createMark('line', node.children, {lang: toLangAttribute(node.lang), translation}), parent, state, info)
}

const printTerm: Handle = (node: TermNode, parent: Parents | undefined, state, info) => {
  // Inside an utterance its mark is enough.
  if (parent?.type === 'utterance' || state.stack.includes('textDirective' as never) || isMarked(node, parent)) {
    return printContent(node, parent, state, info)
  }
  return printMark(createMark('word', node.children, {lang: toLangAttribute(node.lang), meaning: node.meaning}), parent, state, info)
}

/** Prints a gloss with a mark around its translations; the brackets stay outside of the mark. */
const printGloss: Handle = (node: GlossNode, parent, state, info) => {
  const first = node.children.findIndex(({type}) => type === 'translation')
  if (first === -1 || isMarked(node, parent)) return printContent(node, parent, state, info)
  const end = node.children.findLastIndex(({type}) => type === 'translation') + 1
  const {children} = node
  const marked = [...children.slice(0, first), createMark('gloss', children.slice(first, end)), ...children.slice(end)]
  return printContent({...node, children: marked}, parent, state, info)
}

/**
 * Returns an extension for mdast-util-to-markdown (and remark-stringify, by `processor.data('toMarkdownExtensions')`) that prints an
 * annotated tree, from its root, as the Markdown it came from. It may stand before or after the extensions of other plugins, such as remark-gfm,
 * remark-frontmatter and remark-directive.
 *
 * @param given how the tree is printed
 * @param given.marks whether to print utterances, loans and translations as marks (`:line[…]`), for a person to correct and for
 *   `annotate` to read again. Default: false
 * @throws TypeError for wrong options
 */
export function xenoglossToMarkdown(given: {readonly marks?: boolean | undefined} = {}): Options {
  const {marks = false} = checkOptionsBySchema(createSchema, given)
  const handlers = marks ? {utterance: printUtterance, gloss: printGloss, term: printTerm} : {utterance: printContent, gloss: printContent, term: printContent}
  return {handlers: {...handlers, translation: printContent, root: createRootHandler({marks})} as never}
}
