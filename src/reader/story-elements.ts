/** Where the markup of the `tooltip` renderer says what. All is looked up when it is asked: mounting makes nothing of it. */
import {all} from './dom.js'

export const LINE = '.xg-utterance'
export const WORD = '.xg-term:is([data-xg-entry], [data-xg-tip])'
/** A translation, or words of one. */
export const PART = ':is(.xg-translation, .xg-word)'

const called = (id = ''): string => `[data-xg="${CSS.escape(id)}"]`
/** What translates a line, or renders a word. */
const renders = (id = ''): string => `${PART}[data-xg-of~="${CSS.escape(id)}"]`

/** The entry of a word: in the story, or elsewhere in the page. Other stories in the page may have the same. */
export const entryOf = (root: HTMLElement, id = ''): HTMLElement | null =>
  root.querySelector<HTMLElement>(`#${CSS.escape(id || '-')}`) ?? (root.getRootNode() as Document).getElementById(id)

/** Markup may cut a word or a line in pieces, which follow each other. */
const whole = (pieces: readonly HTMLElement[]): HTMLElement[] => pieces.filter(({dataset: {xg}}, index) => !xg || xg !== pieces[index - 1]?.dataset.xg)

/** The first so many words in the order of the story; those in glosses may be hidden and tell nothing of where the reader is. */
const told = (root: HTMLElement, count?: number): HTMLElement[] => all(root, '.xg-term[data-xg-entry]:not(.xg-gloss *)').slice(0, count)

/** How many words there are up to the lower edge of the window, or to where the reader has been before. */
export function reached(root: HTMLElement, before: number): number {
  const words = told(root)
  let far = before | 0
  while ((words[far]?.getBoundingClientRect().top ?? innerHeight) < innerHeight) far++
  return far
}

/** The ids of the entries of the first so many words. */
export const entriesMet = (root: HTMLElement, count?: number): Set<string> => new Set(told(root, count).map(({dataset}) => dataset.xgEntry as string))

/** Which of the first so many words are of an entry. */
export const occurrences = (root: HTMLElement, entry: string, count?: number): HTMLElement[] =>
  whole(told(root, count).filter(({dataset}) => dataset.xgEntry === entry))

/** The translation of a line, as it stands in the text. */
export const translationOf = (root: HTMLElement, {dataset: {xg}}: HTMLElement): HTMLElement | null => root.querySelector(renders(xg))

/** The line first, then its words. */
export function stopsOf(root: HTMLElement, line: HTMLElement): HTMLElement[] {
  const pieces = all(root, called(line.dataset.xg))
  return [pieces[0] ?? line, ...whole(pieces.flatMap((piece) => all(piece, WORD)))]
}

/** Lines, and words that stand alone. */
export const tabStops = (root: HTMLElement): HTMLElement[] => whole(all(root, `${LINE}, ${WORD}:not(${LINE} *)`))

/** Lights what belongs together, and nothing else: a line and its translation, a word and the words that render it. */
export function light(root: HTMLElement, at?: HTMLElement | null): void {
  for (const element of all(root, '.xg-lit')) element.classList.remove('xg-lit')
  const ids = at ? [at.dataset.xg, at.closest<HTMLElement>(PART)?.dataset.xgOf].join(' ').split(' ') : []
  for (const id of ids) if (id) for (const element of all(root, `${called(id)}, ${renders(id)}`)) element.classList.add('xg-lit')
}
