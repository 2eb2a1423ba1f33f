/** Where the markup of the `tooltip` renderer says what. All is looked up when it is asked: mounting makes nothing of it. */
import {all} from './dom.js'

export const LINE = '.xg-utterance'
export const WORD = '.xg-term:is([data-xg-entry], [data-xg-tip])'
/** A translation, or words of one. */
export const PART = '.xg-translation, .xg-word'

/** The entry of a word: in the story, or elsewhere in the page. Other stories in the page may have the same. */
export const entryOf = (root: HTMLElement, id = ''): HTMLElement | null =>
  root.querySelector<HTMLElement>(`#${CSS.escape(id || '-')}`) ?? document.getElementById(id)

/** Markup may cut a word or a line in pieces, which follow each other. */
const whole = (pieces: readonly HTMLElement[]): HTMLElement[] => pieces.filter(({dataset: {xg}}, index) => !xg || xg !== pieces[index - 1]?.dataset.xg)

/** The words of an entry, in the order of the story. */
export const occurrences = (root: HTMLElement, entry: string): HTMLElement[] => whole(all(root, `.xg-term[data-xg-entry="${CSS.escape(entry)}"]`))

/** What translates a line, or renders a word. */
export const rendering = (root: HTMLElement, id = ''): HTMLElement[] => all(root, `:is(${PART})[data-xg-of~="${CSS.escape(id)}"]`)

export const piecesOf = (root: HTMLElement, id = ''): HTMLElement[] => all(root, `[data-xg="${CSS.escape(id)}"]`)

/** The line first, then its words. */
export function stopsOf(root: HTMLElement, line: HTMLElement): HTMLElement[] {
  const pieces = piecesOf(root, line.dataset.xg)
  return [pieces[0] ?? line, ...whole(pieces.flatMap((piece) => all(piece, WORD)))]
}

/** Lines, and words that stand alone. */
export const tabStops = (root: HTMLElement): HTMLElement[] => whole(all(root, `${LINE}, ${WORD}:not(${LINE} *)`))

/** Words in the order of the story; those in glosses may be hidden and tell nothing of where the reader is. */
const told = (root: HTMLElement): HTMLElement[] => all(root, '.xg-term[data-xg-entry]:not(.xg-gloss *)')

/** How many words there are up to the last that begins above the lower edge of the window. */
export const reached = (root: HTMLElement): number => told(root).findLastIndex((word) => word.getBoundingClientRect().top < innerHeight) + 1

/** The ids of the entries of the first so many words. */
export const entriesMet = (root: HTMLElement, count?: number): Set<string> =>
  new Set(
    told(root)
      .slice(0, count)
      .map(({dataset}) => dataset.xgEntry as string),
  )
