import memoize from 'lodash-es/memoize.js'
import type {Host} from '../hosts/types.js'
import {findBrackets} from '../prose/find-brackets.js'
import {createFormTable, type FormTable} from '../prose/form-table.js'
import {isChapterHeading, isSceneBreak} from '../prose/headings.js'
import {detectParagraphShape, splitParagraphs} from '../prose/paragraph-shape.js'
import {findPunctuation, type PunctuationOffsets} from '../prose/punctuation.js'
import {findQuotationMarks, findQuotations, splitAtNested} from '../prose/quotations/find-quotations.js'
import {detectQuotationStyle} from '../prose/quotations/quotation-style.js'
import {splitSentences} from '../prose/sentences.js'
import {createSpanClipper} from '../prose/span-clipper.js'
import {createTokenizer, toWords} from '../prose/tokenizer.js'
import type {Tokens} from '../prose/types.js'
import {flatMap, map} from '../util/lists.js'
import {findWordDeclarations, removeHabitualDeclarations, removeSpellCheckLanguages} from './declarations.js'
import type {TermFinder} from './find-terms.js'
import type {TreeFormat} from './format-types.js'
import {createPassage} from './lazy-passage.js'
import {type BlockDraft, readBlocks} from './read-blocks.js'
import {splitAtDeclarations} from './split-at-declarations.js'
import type {Passage, Tree} from './types.js'

const NO_DECLARATIONS: Passage['wordDeclarations'] = []

interface FlattenOptions {
  readonly source: string
  readonly format: TreeFormat
  readonly host: Pick<Host, 'lang' | 'abbreviations' | 'functionWords' | 'speechVerbs'>
  readonly joiners: string
  /** Finds the terms that the author has listed. */
  readonly findTerms?: TermFinder | undefined
}

const createClippers = (block: BlockDraft) => ({
  emphases: createSpanClipper(block.emphases),
  declarations: createSpanClipper(block.declarations),
  references: createSpanClipper(block.references),
  hovers: createSpanClipper(block.hovers),
  labels: createSpanClipper(block.labels),
})

/** Tree → passages: the text of each paragraph without markup, with the mapping back to the source. */
export function flatten(tree: Tree, options: FlattenOptions): {passages: Passage[]; forms: FormTable; tokens: Tokens} {
  const {source, format, host, joiners, findTerms} = options
  const bomLength = format.bomLength(source)
  const sections = readBlocks(tree, {format, host, source: source.slice(bomLength), bomLength, locate: format.createLocator(tree, source)})
  const blocks = [...new Set(map(sections, ({block}) => block))]
  removeSpellCheckLanguages(blocks, host.functionWords)
  removeHabitualDeclarations(blocks)
  const shape = detectParagraphShape(map(sections, ({block, start, end}) => block.text.slice(start, end)))
  const forms = createFormTable(source.length)
  const tokenizer = createTokenizer(forms, joiners, source.length)
  const getClippers = memoize(createClippers)
  const paragraphs = flatMap(sections, (section) =>
    Array.from(splitParagraphs(section.block.text, section, shape), (span, nth) => ({section, span, isFirst: nth === 0})),
  )
  const texts = map(paragraphs, ({section: {block}, span: {start, end}}) => block.text.slice(start, end))
  const punctuations = map(texts, findPunctuation)
  const style = detectQuotationStyle(texts, {punctuation: punctuations, speechVerbs: host.speechVerbs})
  const wordSource = {forms, tokens: tokenizer.tokens}
  /** Whether a title may stand here. */
  let atHead = true
  const passages = map(paragraphs, ({section, span, isFirst}, index): Passage => {
    const {block} = section
    const clippers = getClippers(block)
    const text = texts[index] as string
    const punctuation = punctuations[index] as PunctuationOffsets
    const heading = section.heading || isChapterHeading(text, atHead)
    const sceneBreak = isSceneBreak(text)
    atHead = heading || sceneBreak
    const emphases = format.findEmphasis?.(text, punctuation) ?? clippers.emphases(span)
    const quotations = findQuotations(text, style, texts[index + 1], punctuation)
    const nested = splitAtNested(text, quotations, style)
    const brackets = findBrackets(text, punctuation)
    const tokens = sceneBreak ? tokenizer.tokenize('') : tokenizer.tokenize(text, findQuotationMarks(text, nested, punctuation))
    const declarations = clippers.declarations(span)
    // Only these steps need word objects.
    const words = findTerms || declarations.length > 0 ? toWords(tokenizer.tokens(), tokens, forms) : undefined
    const terms = (words && findTerms?.(text, words, brackets)) ?? []
    const sentences = splitSentences(
      text,
      {quotations: nested, brackets, emphases, words: tokens, tokens: tokenizer.tokens(), terminators: tokenizer.terminators()},
      host.abbreviations,
    )
    const labels = map(clippers.labels(span), ({label}) => label)
    const fields = {
      index,
      block,
      offset: span.start,
      text,
      heading,
      labels: isFirst ? [...section.labels, ...labels] : labels,
      emphases,
      declarations,
      references: clippers.references(span),
      hovers: clippers.hovers(span),
      quotations,
      brackets,
      tokens,
      wordDeclarations: words && declarations.length + terms.length > 0 ? findWordDeclarations(words, declarations, terms) : NO_DECLARATIONS,
      sentences: words && declarations.length > 0 ? splitAtDeclarations(text, sentences, words, declarations) : sentences,
    }
    return createPassage(fields, wordSource, words)
  })
  return {passages, forms, tokens: tokenizer.tokens()}
}
