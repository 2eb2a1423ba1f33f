import type {Passage, Tokens, Word} from '../types.js'
import type {Forms} from './forms.js'
import {wordsAmong} from './words.js'

/** What the passages of a story make their words of. */
export interface Words {
  readonly forms: Pick<Forms, 'list'>
  readonly tokens: () => Tokens
}

/**
 * A passage that makes its words when they are first asked for. It is a class for its getter alone: a getter in the object itself would give
 * every passage a hidden class of its own, which is slow to read, and in which V8 keeps the whole story beyond its time.
 */
class ReadPassage {
  readonly #words: Words
  #made: readonly Word[] | undefined

  constructor(fields: Omit<Passage, 'words'>, words: Words, made: readonly Word[] | undefined) {
    Object.assign(this, fields)
    this.#words = words
    this.#made = made
  }

  get words(): readonly Word[] {
    const {forms, tokens} = this.#words
    this.#made ??= wordsAmong(tokens(), (this as unknown as Passage).tokens, forms)
    return this.#made
  }
}

/** @param made its words, where somebody has made them before */
export const readPassage = (fields: Omit<Passage, 'words'>, words: Words, made?: readonly Word[]): Passage =>
  new ReadPassage(fields, words, made) as ReadPassage & Omit<Passage, 'words'>
