import type {Finding} from '../../detect/types.js'
import type {Passage} from '../../source/types.js'
import {groupBy} from '../../util/lists.js'
import {type PrintedLine, passagesOfBlock, splitLines} from './printed-lines.js'

/** Lines of another language below each other. */
export interface Stanza {
  readonly lines: readonly PrintedLine[]
  /** For each line the indices of the findings in it. */
  readonly of: readonly (readonly number[])[]
  /** The other lines of its block before and behind it, if they are as many, or one more. */
  readonly before: readonly PrintedLine[]
  readonly behind: readonly PrintedLine[]
  /** Index of the first passage behind its block. */
  readonly next: number
}

/** Fewest lines, and the longest line in UTF-16 code units; longer ones are prose that breaks at the margin. */
const MIN_LINES = 2
const MAX_WIDTH = 70
/** Share of the words of a line that belong to findings. */
const MIN_SHARE = 0.6

/** The stanzas of a story: at least two lines of a block that are findings. */
export function findStanzas(findings: readonly Finding[], passages: readonly Passage[]): Stanza[] {
  /** An author who marks a line says himself where it ends and what it means. */
  const isOpen = (index: number): boolean => {
    const {passage, words, kind} = findings[index] as Finding
    const {wordDeclarations, hovers} = passages[passage] as Passage
    return kind === 'line' && hovers.length === 0 && wordDeclarations[words.start] === undefined
  }
  const indicesIn = groupBy([...findings.keys()].filter(isOpen), (index) => (findings[index] as Finding).passage)
  const found: Stanza[] = []
  let done = -1
  for (const index of indicesIn.keys()) {
    if (index <= done) continue
    const own = passagesOfBlock(passages, index)
    done = own.at(-1)?.index ?? index
    // Most blocks are one paragraph: their words need not be made.
    if (own.length < MIN_LINES && !own[0]?.text.includes('\n')) continue
    const lines = own.flatMap((passage) => splitLines(passage, {start: 0, end: passage.text.length}))
    if (lines.length < MIN_LINES) continue
    const ownersIn = new Map(
      own.map(({index: at, words}) => {
        const owners = new Int32Array(words.length).fill(-1)
        for (const finding of indicesIn.get(at) ?? []) {
          const {start, end} = (findings[finding] as Finding).words
          owners.fill(finding, start, end)
        }
        return [at, owners]
      }),
    )
    const owners = lines.map(({passage, words}) => [...(ownersIn.get(passage)?.subarray(words.start, words.end) ?? [])].filter((at) => at >= 0))
    const isForeign = lines.map(({start, end, words}, i) => end - start <= MAX_WIDTH && (owners[i] as number[]).length >= MIN_SHARE * (words.end - words.start))
    for (let from = 0; from < lines.length; ) {
      let to = from
      while (isForeign[to]) to++
      const of = owners.slice(from, to).map((all) => [...new Set(all)])
      // What goes on in a line of the host's is no verse.
      const isWhole = [owners[from - 1], owners[to]].every((beside = []) => beside.length === 0)
      if (to - from >= MIN_LINES && isWhole)
        found.push({
          lines: lines.slice(from, to),
          of,
          before: from <= to - from + 1 ? lines.slice(0, from) : [],
          behind: lines.length - to <= to - from + 1 ? lines.slice(to) : [],
          next: done + 1,
        })
      from = Math.max(to, from + 1)
    }
  }
  return found
}
