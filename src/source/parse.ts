import type {Paragraph, Root} from 'mdast'
import {directiveFromMarkdown} from 'mdast-util-directive'
import {fromMarkdown, type Options} from 'mdast-util-from-markdown'
import {frontmatterFromMarkdown} from 'mdast-util-frontmatter'
import {gfmFootnoteFromMarkdown} from 'mdast-util-gfm-footnote'
import {frontmatter} from 'micromark-extension-frontmatter'
import {gfmFootnote} from 'micromark-extension-gfm-footnote'
import type {Position} from 'unist'
import {location} from 'vfile-location'
import {trim} from '../prose/spans.js'
import {flatMap} from '../util/lists.js'
import {frontMatterOf} from './front-matter.js'
import {MARK, markSyntax} from './markdown/mark-syntax.js'
import {readProse} from './markdown/prose-blocks.js'
import type {Format} from './types.js'

const endOr = (source: string, found: number): number => (found < 0 ? source.length : found)

/** The non-blank stretches between blank lines; line endings inside them stay as they are. */
function* blocks(source: string): Generator<{start: number; end: number}> {
  let start = -1
  let end = 0
  // Line endings of Unix, and of Windows or old Macs.
  let feed = -1
  let carriage = -1
  for (let from = 0; from < source.length; ) {
    if (feed < from) feed = endOr(source, source.indexOf('\n', from))
    if (carriage < from) carriage = endOr(source, source.indexOf('\r', from))
    const to = Math.min(feed, carriage)
    const text = trim(source, {start: from, end: to})
    if (text.start < text.end) {
      if (start < 0) start = text.start
      end = text.end
    } else if (start >= 0) {
      yield {start, end}
      start = -1
    }
    from = to === carriage && feed === carriage + 1 ? to + 2 : to + 1
  }
  if (start >= 0) yield {start, end}
}

/** Plain text → mdast: every block is a paragraph of one text node. */
function fromText(source: string): Root {
  const places = location(source)
  const position = (start: number, end: number): Position => ({
    start: places.toPoint(start) as Position['start'],
    end: places.toPoint(end) as Position['end'],
  })
  const children = Array.from(blocks(source), ({start, end}): Paragraph => {
    const place = position(start, end)
    return {type: 'paragraph', children: [{type: 'text', value: source.slice(start, end), position: place}], position: place}
  })
  return {type: 'root', children, position: position(0, source.length)}
}

/**
 * Markdown that no story has, and that micromark 4 takes quadratic time for (80 KB of `*a_ ` most of a minute, 10,000
 * headings underlined with `=` 15 seconds). Past these limits the constructs are read as plain text.
 */
const PER_DOCUMENT: readonly {mark: RegExp; limit: number; constructs: readonly string[]}[] = [
  {mark: /^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])){50}/gmu, limit: 0, constructs: ['blockQuote', 'list']},
  {mark: /^ {0,3}>/gmu, limit: 5000, constructs: ['blockQuote']},
  {mark: /^ {0,3}(?:=+|-+)[ \t]*$/gmu, limit: 2000, constructs: ['setextUnderline']},
]
const PER_BLOCK = {
  mark: /\*+|_+|`+|[[\]<!]/gu,
  /** Inline marks, and marks times characters: what a resolver walks through. */
  limit: 2000,
  work: 5e7,
  constructs: ['attention', 'codeText', 'labelStartLink', 'labelStartImage', 'labelEnd', 'autolink', 'htmlText'],
}

const occurrences = (text: string, mark: RegExp): number => text.match(mark)?.length ?? 0

/** The constructs that `source` has too many of. */
function excess(source: string): string[] {
  const disabled = flatMap(PER_DOCUMENT, ({mark, limit, constructs}) => (occurrences(source, mark) > limit ? constructs : []))
  for (const {start, end} of blocks(source)) {
    if (end - start < PER_BLOCK.limit) continue
    const marks = occurrences(source.slice(start, end), PER_BLOCK.mark)
    if (marks > PER_BLOCK.limit || marks * (end - start) > PER_BLOCK.work) return [...disabled, ...PER_BLOCK.constructs]
  }
  return disabled
}

/** A footnote's text, which CommonMark takes for a link definition or for a paragraph. */
const FOOTNOTE = /^ {0,3}\[\^[^\s\]]+\]:/mu

/** Markdown → mdast. Syntax beyond CommonMark is read only where the source has it. */
function parseMarkdown(source: string, {headed}: {headed: boolean}): Root {
  const disabled = excess(source)
  const extensions: NonNullable<Options['extensions']> = disabled.length > 0 ? [{disable: {null: disabled}}] : []
  const mdastExtensions: NonNullable<Options['mdastExtensions']> = []
  const add = (syntax: (typeof extensions)[number], nodes: (typeof mdastExtensions)[number]) => {
    extensions.push(syntax)
    mdastExtensions.push(nodes)
  }
  if (FOOTNOTE.test(source)) add(gfmFootnote(), gfmFootnoteFromMarkdown())
  if (MARK.test(source)) add(markSyntax(), directiveFromMarkdown())
  if (headed) add(frontmatter(), frontmatterFromMarkdown())
  return fromMarkdown(source, {extensions, mdastExtensions})
}

/** Source → mdast. Never throws on any string. */
export function parse(source: string, {format}: {format: Format}): Root {
  if (format === 'text') return fromText(source)
  const head = frontMatterOf(source)
  const whole = (part: string) => parseMarkdown(part, {headed: head !== undefined})
  // Blank lines in front matter part no paragraphs.
  return head !== undefined && /\n[ \t]*\n/u.test(head) ? whole(source) : readProse(source, whole)
}
