/** Queries for the markup of the `tooltip` renderer. Everything is looked up on demand, so mounting builds no index. */
import {queryAll} from './dom.js'

export const UTTERANCE = '.xg-utterance'
export const TERM = '.xg-term:is([data-xg-entry], [data-xg-tip])'
/** What has a tooltip. */
export const TARGET = `${UTTERANCE}, ${TERM}`
/** A translation, or words of one. */
export const TRANSLATION = ':is(.xg-translation, .xg-word)'

const nodeSelector = (id = ''): string => `[data-xg="${CSS.escape(id)}"]`
/** Selects the translation of an utterance, or the words that render a term. */
const translationSelector = (id = ''): string => `${TRANSLATION}[data-xg-of~="${CSS.escape(id)}"]`

/** Finds the entry of a term: in the story first, since other stories on the page may use the same id, else anywhere in the page. */
export const findEntry = (root: HTMLElement, id = ''): HTMLElement | null =>
  root.querySelector<HTMLElement>(`#${CSS.escape(id || '-')}`) ?? (root.getRootNode() as Document).getElementById(id)

/** Keeps the first piece of each node; markup may split one into consecutive pieces. */
const firstPieces = (pieces: readonly HTMLElement[]): HTMLElement[] => pieces.filter(({dataset: {xg}}, index) => !xg || xg !== pieces[index - 1]?.dataset.xg)

/** The first `count` terms that have entries, without those in glosses: these may be hidden and do not show the reader's position. */
const countedTerms = (root: HTMLElement, count?: number): HTMLElement[] => queryAll(root, '.xg-term[data-xg-entry]:not(.xg-gloss *)').slice(0, count)

/** Counts the terms down to the lower edge of the window; at least `previous`. */
export function countReached(root: HTMLElement, previous: number): number {
  const terms = countedTerms(root)
  let count = previous | 0
  while ((terms[count]?.getBoundingClientRect().top ?? innerHeight) < innerHeight) count++
  return count
}

/** Returns the ids of the entries of the first `count` terms. */
export const reachedEntries = (root: HTMLElement, count?: number): Set<string> =>
  new Set(countedTerms(root, count).map(({dataset}) => dataset.xgEntry as string))

/** Returns the occurrences of an entry among the first `count` terms. */
export const findOccurrences = (root: HTMLElement, entry: string, count?: number): HTMLElement[] =>
  firstPieces(countedTerms(root, count).filter(({dataset}) => dataset.xgEntry === entry))

/** Finds the translation of an utterance in the text; markup may split it into pieces. */
export const findTranslation = (root: HTMLElement, {dataset: {xg}}: HTMLElement): HTMLElement[] => queryAll(root, translationSelector(xg))

/** Returns the utterance, then its terms. */
export function utteranceStops(root: HTMLElement, utterance: HTMLElement): HTMLElement[] {
  const pieces = queryAll(root, nodeSelector(utterance.dataset.xg))
  return [pieces[0] ?? utterance, ...firstPieces(pieces.flatMap((piece) => queryAll(piece, TERM)))]
}

/** Returns utterances, and terms outside them. */
export const tabStops = (root: HTMLElement): HTMLElement[] => firstPieces(queryAll(root, `${UTTERANCE}, ${TERM}:not(${UTTERANCE} *)`))

/** Highlights an utterance with its translation, or a term with the words that render it; removes all other highlights. */
export function highlight(root: HTMLElement, target?: HTMLElement | null): void {
  for (const element of queryAll(root, '.xg-lit')) element.classList.remove('xg-lit')
  const ids = target ? [target.dataset.xg, target.closest<HTMLElement>(TRANSLATION)?.dataset.xgOf].join(' ').split(' ') : []
  for (const id of ids) if (id) for (const element of queryAll(root, `${nodeSelector(id)}, ${translationSelector(id)}`)) element.classList.add('xg-lit')
}
