import type {Finding, Survey} from '../../detect/types.js'
import type {Host} from '../../hosts/types.js'
import type {Passage} from '../../source/types.js'
import {EMPHASISED, type Layout} from './passage-layout.js'

/** A line, phrase or loan that something may translate; words of its passage, end exclusive. */
export interface Target {
  /** Index of the finding. */
  readonly index: number
  /** 0 for a line or phrase, 1 for a loan. */
  readonly kind: 0 | 1
  readonly passage: number
  readonly from: number
  readonly to: number
  readonly keys: readonly string[]
  /** The keys, joined: what the same line said again has in common. */
  readonly said: string
}

/** A stretch that is reached by a note mark or as an entry of a list. */
export interface Reached {
  readonly passage: number
  readonly from: number
  readonly to: number
  readonly hint: number
  readonly between: number
}

/** What candidates and their features are made of. */
export interface Context {
  readonly passages: readonly Passage[]
  readonly survey: Survey
  readonly host: Host
  readonly findings: readonly Finding[]
  readonly layoutAt: (passage: number) => Layout
  readonly notesFor: (target: Target) => readonly Reached[]
  readonly entriesFor: (target: Target) => readonly Reached[]
}

const NO_ANCESTORS: ReadonlySet<number> = new Set([-1])
const cache = new WeakMap<Layout, Map<number, ReadonlySet<number>>>()

/** An enclosure and all around it, the innermost first, and -1 for the passage. */
export function ancestorsOf(layout: Layout, index: number): ReadonlySet<number> {
  if (index < 0) return NO_ANCESTORS
  let own = cache.get(layout)
  if (!own) cache.set(layout, (own = new Map()))
  const known = own.get(index)
  if (known) return known
  const found = new Set<number>()
  for (let at = index; at >= 0; at = (layout.enclosures[at] as {parent: number}).parent) found.add(at)
  found.add(-1)
  own.set(index, found)
  return found
}

/** The innermost quotation or bracket around a word, emphasis aside; -1 in narration. */
export function boxOf(layout: Layout, word: number): number {
  let at = layout.enclosureOf[word] as number
  while (at >= 0 && (layout.enclosures[at] as {kind: number}).kind === EMPHASISED) at = (layout.enclosures[at] as {parent: number}).parent
  return at
}
