import type {Glossary} from '../lexicon/types.js'
import {DEFAULT_PREFIX} from '../render/types.js'
import type {Standoff} from '../source/annotation-types.js'
import {isWrittenIn} from './page-elements.js'
import {readPage} from './read-page.js'
import type {PageAnnotation, ReadPage} from './types.js'
import {wrapPage} from './wrap-page.js'

/** How one annotation can be followed and given up. */
export interface PageCall {
  /** Gives the annotation up; the page is as it was. */
  readonly signal?: AbortSignal | undefined
  /** Gets the share of the annotator's work that is done, 0..1, if the annotator reports it. */
  readonly onProgress?: ((progress: number) => void) | undefined
}

/** A function that annotates HTML, such as `annotate` of `xenogloss`, or that of a worker annotator. */
export type PageAnnotator<Options, Message> = (
  source: string,
  options: Options & {readonly format: 'html'},
  call?: PageCall,
) => PageAnnotation<Message> | Promise<PageAnnotation<Message>>

/** Options of `annotateElement`. */
export interface PageOptions<Options extends object = object, Message = unknown> extends PageCall {
  /** Does the work: a worker annotator, or a function. */
  readonly annotator: PageAnnotator<Options, Message> | {readonly annotate: PageAnnotator<Options, Message>}
  /** Options of the annotator, but for `format`. Default none. */
  readonly options?: Options | undefined
  /** What ids begin with; another for each story of a page. Default `'xg-'`. */
  readonly prefix?: string | undefined
  /** Milliseconds that are worked on end before the page gets its turn, 1 to 50. Default 10. */
  readonly slice?: number | undefined
  /** Length of the HTML that is read, in UTF-16 code units; what stands behind is left alone. Default 4 million, a long novel. */
  readonly maxLength?: number | undefined
}

/** An annotation that stands in a page. */
export interface LiveAnnotation<Message = unknown> {
  /** What was read: offsets of the standoff count in it. */
  readonly source: string
  /** As `annotate` gives it. */
  readonly standoff: Standoff
  readonly glossary: Glossary
  readonly glossaries: readonly Glossary[]
  readonly messages: readonly Message[]
  readonly hostLanguage?: string | undefined
  /** Takes it out of the page, whose own nodes are as they were. */
  readonly remove: () => void
}

const DEFAULT_SLICE = 10
const DEFAULT_MAX_LENGTH = 4_000_000

/** The annotations in pages by their roots, with the HTML that they were made of. */
const active = new WeakMap<Node, {readonly html: string; readonly result: Promise<LiveAnnotation<never>>}>()
/** The elements that this module has made. */
const own = new WeakSet<Element>()

const isRoot = (root: unknown): root is Element | ShadowRoot => {
  const {nodeType} = (root ?? {}) as Partial<Node>
  return nodeType === 1 || nodeType === 11
}

function checkRange(name: string, value: number, low: number, high: number): number {
  if (typeof value === 'number' && value >= low && value <= high) return value
  throw new TypeError(`Option \`${name}\` must be a number from ${low} to ${high}, not ${String(value)}`)
}

/** Whether everything in the root is for writing in. */
const isEditor = (root: Element | ShadowRoot): boolean => root.ownerDocument.designMode === 'on' || isWrittenIn('host' in root ? root.host : root)

/**
 * Annotates a page that other code owns. Texts are split and wrapped in spans where lines, translations and words stand, with the attributes
 * of the `tooltip` renderer: `mount` of `xenogloss/reader` gives them their tips. Elements are neither made anew nor moved; a text node stays where it
 * is, with the beginning of its text; so listeners, the selection and what frameworks hold on to survive. If the page changes a text, its annotation
 * goes. Scripts, styles, code, controls, editable and hidden elements, SVG, MathML and frames are left alone; a shadow tree is a root of its own.
 *
 * Calling it again changes nothing, unless the page has changed: then it is annotated anew.
 *
 * @param root an element of the page, or a shadow root
 * @throws (rejects with) TypeError for wrong options; what the annotator throws; the signal's reason, the page being as it was
 */
export async function annotateElement<Options extends object = object, Message = unknown>(
  root: Element | ShadowRoot,
  given: PageOptions<Options, Message>,
): Promise<LiveAnnotation<Message>> {
  if (!isRoot(root)) throw new TypeError('annotateElement: expected an element or a shadow root')
  const {annotator, maxLength = DEFAULT_MAX_LENGTH, slice = DEFAULT_SLICE} = given
  const annotate = typeof annotator === 'function' ? annotator : annotator?.annotate
  if (typeof annotate !== 'function') throw new TypeError('Option `annotator` must be a worker annotator, or a function like `annotate`')
  checkRange('slice', slice, 1, 50)
  checkRange('maxLength', maxLength, 0, 100_000_000)
  given.signal?.throwIfAborted()
  const page: ReadPage = isEditor(root) ? {html: '', texts: []} : readPage(root, {isOwn: (element) => own.has(element), maxLength})
  const earlier = active.get(root)
  if (earlier) {
    if (earlier.html === page.html) return earlier.result
    const {remove} = await earlier.result.catch(() => ({remove: () => active.delete(root)}))
    remove()
    return annotateElement(root, given)
  }
  const result = annotatePage(root, page, {annotate, ...given, slice})
  active.set(root, {html: page.html, result: result as Promise<LiveAnnotation<never>>})
  result.catch(() => active.delete(root))
  return result
}

async function annotatePage<Options extends object, Message>(
  root: Element | ShadowRoot,
  {html, texts}: ReadPage,
  {
    annotate,
    options,
    signal,
    onProgress,
    slice,
    prefix = DEFAULT_PREFIX,
  }: PageOptions<Options, Message> & {
    readonly annotate: PageAnnotator<Options, Message>
    readonly slice: number
  },
): Promise<LiveAnnotation<Message>> {
  const annotation = await annotate(html, {...(options as Options), format: 'html'}, {signal, onProgress})
  signal?.throwIfAborted()
  const {standoff, glossary, glossaries, messages, hostLanguage} = annotation
  const take = await wrapPage(root, texts, annotation, {prefix, slice, signal, register: (element) => own.add(element)})
  const remove = () => {
    take()
    active.delete(root)
  }
  return {source: html, standoff, glossary, glossaries, messages, hostLanguage, remove}
}
