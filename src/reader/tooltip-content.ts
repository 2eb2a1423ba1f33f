import {cloneChildren, createElement, queryAll} from './dom.js'
import type {Labels} from './labels.js'
import {findEntry, findTranslation, UTTERANCE, utteranceStops} from './story-elements.js'

const lettersOf = (node: Node): string => (node.textContent as string).toLowerCase().replace(/\P{L}+/gu, '')

/** `dir: auto`, since invented languages may be written from right to left and nothing declares it. */
const createParagraph = (className: string, ...children: (Node | string)[]): HTMLElement => createElement('p', {className, dir: 'auto'}, ...children)
const createForeignText = ({lang, textContent}: HTMLElement, text = textContent as string): HTMLElement => createElement('bdi', {lang}, text)

/** Copies the translation with its linked words. */
function copyTranslation(root: HTMLElement, utterance: HTMLElement): HTMLElement | '' {
  const {xgTip} = utterance.dataset
  const translation = findTranslation(root, utterance)
  if (!translation[0]) return xgTip ? createParagraph('xg-tip-line', xgTip) : ''
  const copy = createParagraph('xg-tip-line', ...translation.flatMap(cloneChildren))
  // Copied terms are neither terms of the story nor tab stops.
  for (const term of queryAll(copy, '.xg-term')) {
    term.className = ''
    term.removeAttribute('tabindex')
  }
  return copy
}

/** Returns the senses of an entry; the other `dd` elements (forms, notes, references) have a class. */
const sensesIn = (entry: HTMLElement | null): HTMLElement[] => (entry ? queryAll(entry, 'dd:not([class])') : [])

/** Builds the tooltip content of an utterance: its translation, or else its terms with their meanings. */
export function utteranceContent(root: HTMLElement, utterance: HTMLElement, labels: Labels): (HTMLElement | '')[] {
  const {xgSure} = utterance.dataset
  const translation = copyTranslation(root, utterance)
  const lines = findTranslation(root, utterance)[0]?.dataset.xgOf?.split(' ').length ?? 1
  const details = [translation ? '' : labels.untranslated, xgSure ? labels.sure(xgSure) : '', lines > 1 ? labels.shared(lines) : '']
  const rows = (translation ? [] : utteranceStops(root, utterance).slice(1)).map((term) => {
    const {xgEntry, xgTip} = term.dataset
    return createParagraph('', createForeignText(term), ' ', xgTip ?? sensesIn(findEntry(root, xgEntry))[0]?.textContent ?? '')
  })
  return [translation, ...rows, createParagraph('', createElement('small', {}, details.filter(Boolean).join(' · ')))]
}

/** Builds the tooltip content of a term. It includes the translation of the utterance, since terms leave little else of one to point at or tap. */
export function termContent(root: HTMLElement, term: HTMLElement): (HTMLElement | '')[] {
  const {xgEntry, xgWord, xgTip, xgParts} = term.dataset
  const entry = findEntry(root, xgEntry)
  const headword = entry?.querySelector('dt')
  const heading = createParagraph('', ...(headword ? cloneChildren(headword) : [createForeignText(term, xgWord)]))
  heading.querySelector('.xg-count')?.remove()
  const reading = createParagraph('', ...(entry && xgWord ? [createForeignText(term, xgWord), ' '] : []), [xgParts, xgTip].filter(Boolean).join('; '))
  const senses = sensesIn(entry).map((sense) => createElement('li', {dir: 'auto'}, ...cloneChildren(sense)))
  const utterance = term.closest<HTMLElement>(UTTERANCE)
  const translation = utterance && copyTranslation(root, utterance)
  const isRedundant = translation && lettersOf(translation) === lettersOf(xgTip || !senses[0] ? reading : senses[0])
  return [heading, reading.textContent ? reading : '', senses[0] ? createElement('ul', {}, ...senses) : '', (!isRedundant && translation) || '']
}
