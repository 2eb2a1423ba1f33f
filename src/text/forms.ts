import type {PrintedForm, Word} from '../types.js'
import {bare, fold} from './folding.js'

/** The printed forms of a story, numbered: a novel has a hundred thousand words and ten thousand forms. */
export interface Forms {
  readonly of: (surface: string) => PrintedForm
  /** All that were asked for, by their numbers. */
  readonly list: readonly PrintedForm[]
}

export function printedForms(): Forms {
  const list: PrintedForm[] = []
  const forms = new Map<string, PrintedForm>()
  const keys = new Map<string, number>()
  const add = (surface: string): PrintedForm => {
    const key = bare(fold(surface))
    let keyIndex = keys.get(key)
    if (keyIndex === undefined) keys.set(key, (keyIndex = keys.size))
    const form = {surface, key, form: list.length, keyIndex}
    forms.set(surface, form)
    list.push(form)
    return form
  }
  return {of: (surface) => forms.get(surface) ?? add(surface), list}
}

/** Asks once for each printed form of a story. */
export function byForm<T>(ask: (word: Word) => T): (word: Word) => T {
  const answers: T[] = []
  return (word) => {
    let answer = answers[word.form]
    if (answer === undefined) answers[word.form] = answer = ask(word)
    return answer
  }
}
