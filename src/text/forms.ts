import type {PrintedForm, Word} from '../types.js'
import {bare, fold} from './folding.js'

/** Numbers the printed forms of a story: a novel has a hundred thousand words and ten thousand forms. */
export function printedForms(): (surface: string) => PrintedForm {
  const forms = new Map<string, PrintedForm>()
  return (surface) => {
    let form = forms.get(surface)
    if (!form) forms.set(surface, (form = {surface, key: bare(fold(surface)), form: forms.size}))
    return form
  }
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
