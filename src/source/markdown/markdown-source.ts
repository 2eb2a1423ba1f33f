import type {Root} from 'mdast'
import {directiveFromMarkdown} from 'mdast-util-directive'
import {fromMarkdown, type Options} from 'mdast-util-from-markdown'
import {frontmatterFromMarkdown} from 'mdast-util-frontmatter'
import {gfmFootnoteFromMarkdown} from 'mdast-util-gfm-footnote'
import {frontmatter} from 'micromark-extension-frontmatter'
import {gfmFootnote} from 'micromark-extension-gfm-footnote'
import {flatMap} from '../../util/lists.js'
import {splitAtBlankLines} from '../blank-line-blocks.js'
import type {SourceFormat} from '../format-types.js'
import {extractFrontMatter} from '../front-matter.js'
import {MARK_START, markSyntax} from './mark-syntax.js'
import {markdownTree} from './markdown-tree.js'
import {parseProse} from './parse-prose.js'

/**
 * Limits on constructs for which micromark 4 takes quadratic time: 80 KB of `*a_ ` takes most of a minute, 10,000 headings underlined with
 * `=` 15 seconds. Beyond the limits, which no story reaches, the constructs are disabled.
 */
const PER_DOCUMENT: readonly {mark: RegExp; limit: number; constructs: readonly string[]}[] = [
  {mark: /^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])){50}/gmu, limit: 0, constructs: ['blockQuote', 'list']},
  {mark: /^ {0,3}>/gmu, limit: 5000, constructs: ['blockQuote']},
  {mark: /^ {0,3}(?:=+|-+)[ \t]*$/gmu, limit: 2000, constructs: ['setextUnderline']},
]
const PER_BLOCK = {
  /** Of a row of stars two at a time make an emphasis, inside that of the next two: more of them than the limit overflow the stack. */
  mark: /\*{1,2}|_{1,2}|`+|[[\]<!]/gu,
  /** Maximum number of inline marks. */
  limit: 2000,
  /** Maximum of marks times characters, which is what a resolver processes. */
  work: 5e7,
  constructs: ['attention', 'codeText', 'labelStartLink', 'labelStartImage', 'labelEnd', 'autolink', 'htmlText'],
}

const countMatches = (text: string, mark: RegExp): number => text.match(mark)?.length ?? 0

/** A scene break, however long: its marks are no emphasis. */
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/gmu

/** Returns the constructs that exceed a limit in a source. */
function findExcessiveConstructs(source: string): string[] {
  const disabled = flatMap(PER_DOCUMENT, ({mark, limit, constructs}) => (countMatches(source, mark) > limit ? constructs : []))
  for (const {start, end} of splitAtBlankLines(source)) {
    if (end - start < PER_BLOCK.limit) continue
    const marks = countMatches(source.slice(start, end).replace(RULE, ''), PER_BLOCK.mark)
    if (marks > PER_BLOCK.limit || marks * (end - start) > PER_BLOCK.work) return [...disabled, ...PER_BLOCK.constructs]
  }
  return disabled
}

/** A footnote definition (GFM). */
const FOOTNOTE = /^ {0,3}\[\^[^\s\]]+\]:/mu

/** Markdown → mdast, with extensions only for the syntax that the source has. */
function parseMarkdown(source: string, {hasFrontMatter}: {hasFrontMatter: boolean}): Root {
  const disabled = findExcessiveConstructs(source)
  const extensions: NonNullable<Options['extensions']> = disabled.length > 0 ? [{disable: {null: disabled}}] : []
  const mdastExtensions: NonNullable<Options['mdastExtensions']> = []
  const add = (syntax: (typeof extensions)[number], nodes: (typeof mdastExtensions)[number]) => {
    extensions.push(syntax)
    mdastExtensions.push(nodes)
  }
  if (FOOTNOTE.test(source)) add(gfmFootnote(), gfmFootnoteFromMarkdown())
  if (MARK_START.test(source)) add(markSyntax(), directiveFromMarkdown())
  if (hasFrontMatter) add(frontmatter(), frontmatterFromMarkdown())
  return fromMarkdown(source, {extensions, mdastExtensions})
}

function parse(source: string): Root {
  const frontMatterText = extractFrontMatter(source)
  const parseWhole = (part: string) => parseMarkdown(part, {hasFrontMatter: frontMatterText !== undefined})
  // Blank lines in front matter do not separate paragraphs.
  return frontMatterText !== undefined && /\n[ \t]*\n/u.test(frontMatterText) ? parseWhole(source) : parseProse(source, parseWhole)
}

export const markdown: SourceFormat<Root> = {...markdownTree, parse}
