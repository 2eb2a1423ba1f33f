import {all, copies, make} from './dom.js'
import type {Labels} from './labels.js'
import {entryOf, LINE, stopsOf, translationOf} from './story-elements.js'

const letters = (node: Node): string => (node.textContent as string).toLowerCase().replace(/\P{L}+/gu, '')

/** The script of an invented language may run from right to left; nobody says which does. */
const told = (className: string, ...children: (Node | string)[]): HTMLElement => make('p', {className, dir: 'auto'}, ...children)
const foreign = ({lang, textContent}: HTMLElement, text = textContent as string): HTMLElement => make('bdi', {lang}, text)

/** The translation with the words that can be told apart in it. */
function translated(root: HTMLElement, line: HTMLElement): HTMLElement | '' {
  const {xgTip} = line.dataset
  const standing = translationOf(root, line)
  if (!standing) return xgTip ? told('xg-tip-line', xgTip) : ''
  const shown = told('xg-tip-line', ...copies(standing))
  // A copy is no word of the story, and no stop on the way through it.
  for (const word of all(shown, '.xg-term')) {
    word.className = ''
    word.removeAttribute('tabindex')
  }
  return shown
}

/** Meanings of an entry: what has a class there is forms, notes, references. */
const sensesIn = (entry: HTMLElement | null): HTMLElement[] => (entry ? all(entry, 'dd:not([class])') : [])

export function lineCard(root: HTMLElement, line: HTMLElement, labels: Labels): (HTMLElement | '')[] {
  const {xgSure} = line.dataset
  const translation = translated(root, line)
  const lines = translationOf(root, line)?.dataset.xgOf?.split(' ').length ?? 1
  const about = [translation ? '' : labels.untranslated, xgSure ? labels.sure(xgSure) : '', lines > 1 ? labels.shared(lines) : '']
  /** Of a line that nobody translated, its words. */
  const rows = (translation ? [] : stopsOf(root, line).slice(1)).map((word) => {
    const {xgEntry, xgTip} = word.dataset
    return told('', foreign(word), ' ', xgTip ?? sensesIn(entryOf(root, xgEntry))[0]?.textContent ?? '')
  })
  return [translation, ...rows, told('', make('small', {}, about.filter(Boolean).join(' · ')))]
}

/** A word says what its whole line means, too: words leave hardly any of a line to point at, and a finger none. */
export function wordCard(root: HTMLElement, word: HTMLElement): (HTMLElement | '')[] {
  const {xgEntry, xgWord, xgTip} = word.dataset
  const entry = entryOf(root, xgEntry)
  const term = entry?.querySelector('dt')
  const head = told('', ...(term ? copies(term) : [foreign(word, xgWord)]))
  head.querySelector('.xg-count')?.remove()
  const reading = told('', ...(entry && xgWord ? [foreign(word, xgWord), ' '] : []), xgTip ?? '')
  const senses = sensesIn(entry).map((sense) => make('li', {dir: 'auto'}, ...copies(sense)))
  const line = word.closest<HTMLElement>(LINE)
  const translation = line && translated(root, line)
  const isTold = translation && letters(translation) === letters(xgTip || !senses[0] ? reading : senses[0])
  return [head, reading.textContent ? reading : '', senses[0] ? make('ul', {}, ...senses) : '', (!isTold && translation) || '']
}
