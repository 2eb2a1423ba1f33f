import type {Root} from 'mdast'
import {directiveFromMarkdown} from 'mdast-util-directive'
import {fromMarkdown, type Options} from 'mdast-util-from-markdown'
import {frontmatterFromMarkdown} from 'mdast-util-frontmatter'
import {gfmFootnoteFromMarkdown} from 'mdast-util-gfm-footnote'
import {frontmatter} from 'micromark-extension-frontmatter'
import {gfmFootnote} from 'micromark-extension-gfm-footnote'
import {flatMap} from '../../util/lists.js'
import type {SourceFormat} from '../format-types.js'
import {extractFrontMatter} from '../front-matter.js'
import {MARK_START, markSyntax} from './mark-syntax.js'
import {markdownTree} from './markdown-tree.js'
import {maskMarks} from './mask-marks.js'
import {parseProse} from './parse-prose.js'

/**
 * Limits on blocks for which micromark 4 takes quadratic time: 10,000 headings underlined with `=` take 15 seconds. Beyond the limits, which no
 * story reaches, the constructs are disabled.
 */
const PER_DOCUMENT: readonly {mark: RegExp; limit: number; constructs: readonly string[]}[] = [
  {mark: /^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])){50}/gmu, limit: 0, constructs: ['blockQuote', 'list']},
  {mark: /^ {0,3}>/gmu, limit: 5000, constructs: ['blockQuote']},
  {mark: /^ {0,3}(?:=+|-+)[ \t]*$/gmu, limit: 2000, constructs: ['setextUnderline']},
]

/** The constructs of the marks that `maskMarks` hides. */
const INLINE = ['attention', 'codeText', 'labelStartLink', 'labelStartImage', 'labelEnd', 'autolink', 'htmlText']

const countMatches = (text: string, mark: RegExp): number => text.match(mark)?.length ?? 0

/** Returns the block constructs that exceed a limit in a source. */
const findExcessiveConstructs = (source: string): string[] =>
  flatMap(PER_DOCUMENT, ({mark, limit, constructs}) => (countMatches(source, mark) > limit ? constructs : []))

/** A footnote definition (GFM). */
const FOOTNOTE = /^ {0,3}\[\^[^\s\]]+\]:/mu

/** Markdown → mdast, with extensions only for the syntax that the source has. */
function parseMarkdown(source: string, {hasFrontMatter}: {hasFrontMatter: boolean}): Root {
  const masked = maskMarks(source)
  const disabled = [...findExcessiveConstructs(source), ...(masked ? [] : INLINE)]
  const extensions: NonNullable<Options['extensions']> = disabled.length > 0 ? [{disable: {null: disabled}}] : []
  const mdastExtensions: NonNullable<Options['mdastExtensions']> = []
  const add = (syntax: (typeof extensions)[number], nodes: (typeof mdastExtensions)[number]) => {
    extensions.push(syntax)
    mdastExtensions.push(nodes)
  }
  if (FOOTNOTE.test(source)) add(gfmFootnote(), gfmFootnoteFromMarkdown())
  if (MARK_START.test(source)) add(markSyntax(), directiveFromMarkdown())
  if (hasFrontMatter) add(frontmatter(), frontmatterFromMarkdown())
  const tree = fromMarkdown(masked?.text ?? source, {extensions, mdastExtensions})
  masked?.unmask(tree)
  return tree
}

function parse(source: string): Root {
  const frontMatterText = extractFrontMatter(source)
  const parseWhole = (part: string) => parseMarkdown(part, {hasFrontMatter: frontMatterText !== undefined})
  // Blank lines in front matter do not separate paragraphs.
  return frontMatterText !== undefined && /\n[ \t]*\n/u.test(frontMatterText) ? parseWhole(source) : parseProse(source, parseWhole)
}

export const markdown: SourceFormat<Root> = {...markdownTree, parse}
