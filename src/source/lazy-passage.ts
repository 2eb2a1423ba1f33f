import type {Forms} from '../prose/printed-forms.js'
import {wordsAmong} from '../prose/tokenizer.js'
import type {Bracket, Quotation, Sentence, Span, Tokens, Word} from '../prose/types.js'
import type {Block, Declaration, HoverText, Passage, Reference} from './types.js'

/** What the passages of a story make their words of. */
export interface Words {
  readonly forms: Pick<Forms, 'list'>
  readonly tokens: () => Tokens
}

/**
 * A passage that makes its words when they are first asked for. It is a class for its getter alone: a getter in the object itself would give
 * every passage a hidden class of its own, which is slow to read, and in which V8 keeps the whole story beyond its time. Every field is
 * assigned by name, for all that reads a story asks passages: what `Object.assign` puts there lies outside of the object.
 */
class ReadPassage implements Passage {
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
  readonly #words: Words
  #made: readonly Word[] | undefined

  constructor(fields: Omit<Passage, 'words'>, words: Words, made: readonly Word[] | undefined) {
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
    this.#words = words
    this.#made = made
  }

  get words(): readonly Word[] {
    const {forms, tokens} = this.#words
    this.#made ??= wordsAmong(tokens(), this.tokens, forms)
    return this.#made
  }
}

/** @param made its words, where somebody has made them before */
export const readPassage = (fields: Omit<Passage, 'words'>, words: Words, made?: readonly Word[]): Passage => new ReadPassage(fields, words, made)
