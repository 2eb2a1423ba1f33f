import {firstTokenAfter} from '../../detect/passage-forms.js'
import type {GlossCandidate, Survey} from '../../detect/types.js'
import type {Host} from '../../hosts/types.js'
import {flagsOf} from '../../prose/printed-forms.js'
import {firstEndingAfter} from '../../prose/spans.js'
import type {Place, PrintedForm, Span} from '../../prose/types.js'
import type {Passage} from '../../source/types.js'
import {flatMap, map} from '../../util/lists.js'
import type {Convention} from '../types.js'
import {endingAt, oddsOf, withoutComma} from './sites.js'

/** A noun phrase or clause that explains a word is no longer than this, in characters. */
const LONGEST = 80

/** A whole quotation, or an emphasised stretch, that begins at an offset. */
function setOffAt({text, quotations, emphases}: Passage, start: number): Span | undefined {
  const quotation = quotations[firstEndingAfter(quotations, start)]
  if (quotation?.close && Math.abs(quotation.open.start - start) <= 1) return withoutComma(text, quotation)
  const emphasis = emphases[firstEndingAfter(emphases, start)]
  return emphasis && emphasis.start >= start && emphasis.start <= start + 1 ? withoutComma(text, emphasis) : undefined
}

/** What follows a connecting phrase and explains: what is set off, else all up to the next stop or clause. */
function explanationAt(passage: Passage, start: number, {glossing}: Host): Span | undefined {
  const {text} = passage
  const setOff = setOffAt(passage, start)
  if (setOff) return setOff
  const rest = text.slice(start, start + LONGEST)
  const stop = /[,.;:!?()[\]—–”"»…]|\s[-‘“]/u.exec(rest)?.index ?? (start + LONGEST >= text.length ? rest.length : -1)
  if (stop <= 0) return undefined
  const clause = glossing.clause.exec(` ${rest.slice(0, stop)} `)?.index
  // A clause that begins at once is the explanation itself.
  const end = start + (clause !== undefined && clause > 0 ? clause - 1 : stop)
  return end > start ? {start, end} : undefined
}

/** Sites at the connecting phrases of one kind. */
function* sitesAfter(name: string, passage: Passage, candidates: Iterable<{end: number; length: number}>, host: Host): Generator<GlossCandidate> {
  for (const {end, length} of candidates) {
    const of = endingAt(passage, end)
    const content = of && explanationAt(passage, end + length, host)
    if (!of || !content) continue
    const odds = oddsOf(passage, content, true, host)
    if (!odds) continue
    const span = {start: content.start, end: content.end}
    const place: Place = {passage: passage.index, start: of.start, end: of.end}
    yield {convention: name, passage: passage.index, ...span, content: span, of: [place], reach: 'all', odds}
  }
}

/** Words of the host's that are as rare as this may be another language's. */
const RARE = 55

/** A connecting phrase begins so much before the end of what it is known by, in characters. */
const LEAD = 60

/** Where connecting phrases may begin: where quotations, emphasis and strange words end, shortly before what they are known by. */
function ends({text, quotations, emphases, tokens: range}: Passage, core: RegExp, {tierOf, forms, tokens}: Survey): number[] {
  const places = new Set<number>()
  for (const {0: found, index: start} of text.matchAll(core)) {
    const index = start + found.length
    const isNear = (end: number | undefined): end is number => end !== undefined && end <= index && end > index - LEAD
    for (let i = firstTokenAfter(tokens, range, index) - 1; i >= range.start && isNear(tokens.ends[i]); i--) {
      if ((tierOf(forms[tokens.forms[i] as number] as PrintedForm) ?? RARE) >= RARE) places.add(tokens.ends[i] as number)
    }
    const closed = quotations[firstEndingAfter(quotations, index) - 1]?.close?.end
    const emphasised = emphases[firstEndingAfter(emphases, index) - 1]?.end
    for (const end of [closed, emphasised]) if (isNear(end)) places.add(end)
  }
  return [...places].sort((a, b) => a - b)
}

/** Finds the paragraphs with some words side by side: by the numbers of all words in one walk, a small part of the time of looking at the text. */
function withCue(passages: readonly Passage[], cues: readonly (readonly string[])[], {forms, tokens}: Survey): readonly Passage[] {
  const wanted = new Set(cues.flat())
  const indices = new Map<string, number>()
  for (const {key, keyIndex} of forms) if (wanted.has(key)) indices.set(key, keyIndex)
  const numbered = map(cues, (cue) => map(cue, (key) => indices.get(key) ?? -1))
  const firsts = new Set(map(numbered, ([first]) => first))
  const isFirst = flagsOf(forms, ({keyIndex}) => firsts.has(keyIndex))
  const stands = (cue: readonly number[], at: number, end: number): boolean => {
    for (let i = 0; i < cue.length; i++) if (at + i >= end || forms[tokens.forms[at + i] as number]?.keyIndex !== cue[i]) return false
    return true
  }
  // A function over the walk's own variables would be a scope for each word.
  const anyStands = (at: number, end: number): boolean => numbered.some((cue) => stands(cue, at, end))
  const found: Passage[] = []
  let next = 0
  for (let i = 0, end = passages.at(-1)?.tokens.end ?? 0; i < end; i++) {
    if (isFirst[tokens.forms[i] as number] === 0) continue
    while ((passages[next] as Passage).tokens.end <= i) next++
    const passage = passages[next] as Passage
    if (found.at(-1) !== passage && anyStands(i, passage.tokens.end)) found.push(passage)
  }
  return found
}

/** A convention with a connecting phrase. */
export const after = (
  name: string,
  kind: 'means' | 'or',
  test: (passage: Passage, end: number, phrase: string, host: Host) => number | undefined,
): Convention => ({
  name,
  find: (passages, {host, survey}) => {
    const {cues, core, phrase, tag: whoSaid} = host.glossing[kind]
    /** Behind a speech and who said it: then the explanation must be set off from what anybody may mean. */
    const behindTag = (passage: Passage, end: number): number | undefined => {
      const {text, quotations} = passage
      if (!whoSaid || quotations[firstEndingAfter(quotations, end) - 1]?.close?.end !== end) return undefined
      const tag = whoSaid.exec(text.slice(end, end + LONGEST))?.[0].length
      const said = tag === undefined ? undefined : phrase.exec(text.slice(end + tag, end + tag + LONGEST))?.[0].length
      const length = tag !== undefined && said !== undefined ? tag + said : undefined
      return length !== undefined && setOffAt(passage, end + length) ? length : undefined
    }
    return flatMap(withCue(passages, cues, survey), (passage) => {
      const {text} = passage
      const candidates = flatMap(ends(passage, core, survey), (end) => {
        const said = phrase.exec(text.slice(end, end + LONGEST))?.[0]
        const length = said !== undefined ? test(passage, end, said, host) : behindTag(passage, end)
        return length === undefined ? [] : [{end, length}]
      })
      return [...sitesAfter(name, passage, candidates, host)]
    })
  },
})
