import {createElement} from '../reader/dom.js'
import type {WorkCalls} from './background/protocol.js'

/** What kinds of explanations are headed with. */
const KINDS: Readonly<Record<string, string>> = {utterance: 'The line', gloss: 'The translation', term: 'The word', link: 'Word by word'}

export const WHY_HINT = 'Choose a line, a word or a translation in the story, by pointer or keyboard: this says why it is marked.'

/** Why something is marked, in sentences. */
export function createWhyView(explanations: WorkCalls['explain']['gives']): HTMLElement {
  if (explanations.length === 0) return createElement('p', {className: 'empty'}, 'There is nothing to say about this.')
  let last = ''
  const sections = explanations.map(({kind, sentences}) => {
    const heading = kind === last ? [] : [createElement('h2', {}, KINDS[kind] ?? kind)]
    last = kind
    return createElement('div', {}, ...heading, ...sentences.map((sentence) => createElement('p', {}, sentence)))
  })
  return createElement('div', {className: 'why'}, ...sections)
}
