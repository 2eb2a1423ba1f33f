import type {FormTable} from '../prose/form-table.js'
import {toWords} from '../prose/tokenizer.js'
import type {Bracket, Quotation, Sentence, Span, Tokens, Word} from '../prose/types.js'
import type {Block, Declaration, HoverText, Passage, Reference} from './types.js'

/** The tokens of a story, from which its passages compute their words. */
export interface WordSource {
  readonly forms: Pick<FormTable, 'list'>
  readonly tokens: () => Tokens
}

/**
 * A passage that computes its words on first access. A class, and fields assigned one by one, because in V8 a getter in an object literal
 * or `Object.assign` makes every passage slow to read and keeps the whole story in memory.
 */
class LazyPassage implements Passage {
  declare readonly index: number
  declare readonly block: Block
  declare readonly offset: number
  declare readonly text: string
  declare readonly heading: boolean
  declare readonly labels: readonly string[]
  declare readonly emphases: readonly Span[]
  declare readonly declarations: readonly Declaration[]
  declare readonly references: readonly Reference[]
  declare readonly hovers: readonly HoverText[]
  declare readonly quotations: readonly Quotation[]
  declare readonly brackets: readonly Bracket[]
  declare readonly tokens: Span
  declare readonly wordDeclarations: readonly (Declaration | undefined)[]
  declare readonly sentences: readonly Sentence[]
  readonly #wordSource: WordSource
  #words: readonly Word[] | undefined

  constructor(fields: Omit<Passage, 'words'>, wordSource: WordSource, words: readonly Word[] | undefined) {
    this.index = fields.index
    this.block = fields.block
    this.offset = fields.offset
    this.text = fields.text
    this.heading = fields.heading
    this.labels = fields.labels
    this.emphases = fields.emphases
    this.declarations = fields.declarations
    this.references = fields.references
    this.hovers = fields.hovers
    this.quotations = fields.quotations
    this.brackets = fields.brackets
    this.tokens = fields.tokens
    this.wordDeclarations = fields.wordDeclarations
    this.sentences = fields.sentences
    this.#wordSource = wordSource
    this.#words = words
  }

  get words(): readonly Word[] {
    const {forms, tokens} = this.#wordSource
    this.#words ??= toWords(tokens(), this.tokens, forms)
    return this.#words
  }
}

/** @param words the passage's words, if already computed */
export const createPassage = (fields: Omit<Passage, 'words'>, wordSource: WordSource, words?: readonly Word[]): Passage =>
  new LazyPassage(fields, wordSource, words)
