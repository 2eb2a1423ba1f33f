import {isAffix} from '../../lexicon/entry.js'
import {bare, fold} from '../../prose/folding.js'
import {firstEndingAfter} from '../../prose/spans.js'
import {isCapitalised} from '../../prose/tokenizer.js'
import type {SourceSpan} from '../../prose/types.js'
import {map} from '../../util/lists.js'
import type {LintContext, Remark, Rule} from '../types.js'

/** Uses that a reader bears without an explanation. */
const BEARABLE = 3

const keyOf = (surface: string): string => bare(fold(surface))
const spanOf = ([start, end]: readonly [number, number]): SourceSpan => ({start, end})

/** A word that readers meet three times and more before anything tells what it means; lines without a translation are told of as such. */
export const explainedLate = {
  name: 'explained-late',
  find: ({standoff: {utterances, glosses, terms, links}, glossaries, printed, pointAt}: LintContext): Remark[] => {
    // A translation that keeps the word explains nothing.
    const kept = new Set(
      map(
        links.filter(({source, target}) => keyOf(printed(spanOf(source))) === keyOf(printed(spanOf(target)))),
        ({source}) => source[0],
      ),
    )
    const glossed = new Set(glosses.flatMap(({of}) => of))
    const explained = new Set(
      map(
        terms.filter(({id}) => glossed.has(id)),
        ({start}) => start,
      ),
    )
    const lineAt = (start: number) => {
      const line = utterances[firstEndingAfter(utterances, start)]
      return line && line.start <= start ? line : undefined
    }
    const isInLine = (start: number): boolean => lineAt(start) !== undefined
    const isExplained = (start: number): boolean => !kept.has(start) && (explained.has(start) || lineAt(start)?.translation !== undefined)
    return glossaries.flatMap(({entries}) =>
      entries.flatMap((entry): Remark[] => {
        const {headword, kind, evidence = []} = entry
        if (isAffix(entry) || kind === 'name') return []
        // With a capital it is part of a name: *the Lua o Milu*.
        const isName = (at: SourceSpan): boolean => isCapitalised(printed(at)) && !isCapitalised(headword)
        const uses = evidence.filter((at) => isExplained(at.start) || !(isName(at) || isInLine(at.start))).sort((a, b) => a.start - b.start)
        const late = uses.findIndex(({start}) => isExplained(start))
        const [first] = uses
        const there = uses[late]
        return first && there && late >= BEARABLE ? [{start: first.start, end: first.end, about: [headword, String(late), pointAt(there.start)]}] : []
      }),
    )
  },
} satisfies Rule
