/** Which elements of a page are read, and as what. */
import {getTagRole, isEmphasis, type NodeRole} from '../source/node-roles.js'

/** Spans around annotations, of this program or another. */
const MARKS: ReadonlySet<string> = new Set(['xg-utterance', 'xg-term', 'xg-gloss', 'xg-translation', 'xg-word'])
/** What readers and annotators add to a story. */
const ADDITIONS = '.xg-data, .xg-open, .xg-holder, .xg-tip, .xg-panel'

const HTML = 'http://www.w3.org/1999/xhtml'

/** Elements that the parser would place elsewhere, or that have no tag in a fragment. */
const WITHOUT_TAG: ReadonlySet<string> = new Set(['html', 'head', 'body'])

export const isMark = (element: Element): boolean => element.localName === 'span' && MARKS.has(element.classList[0] as string)

export const isAddition = (element: Element): boolean => element.matches(ADDITIONS)

export const hasTag = ({localName}: Element): boolean => !WITHOUT_TAG.has(localName)

/** Whether an element says that people write in it. */
function isEditable(element: Element): boolean {
  const value = element.getAttribute('contenteditable')
  return value !== null && value.toLowerCase() !== 'false'
}

/** Whether people write in an element or in what stands around it. By its attributes, since `isContentEditable` computes styles. */
export function isWrittenIn(element: Element | null): boolean {
  const editor = element?.closest('[contenteditable]')
  return editor ? isEditable(editor) : false
}

/** The role of an element; MathML, SVG and what people write in have no words. */
export function roleOf(element: Element): NodeRole {
  if (element.namespaceURI !== HTML) return 'opaque'
  const hidden = element.getAttribute('hidden')
  if (hidden !== null && hidden !== 'until-found') return 'ignored'
  const role = getTagRole(element.localName)
  if (isEditable(element)) return role === 'container' ? 'ignored' : 'opaque'
  return role
}

/** Whether an element emphasizes its text, by its name or its style. */
export const isEmphasized = (element: Element): boolean =>
  isEmphasis({type: 'element', tagName: element.localName, properties: {style: element.getAttribute('style') ?? undefined}, children: []})
