import {isAffix} from '../../lexicon/entry.js'
import {fold, stripApostrophes} from '../../prose/folding.js'
import {firstEndingAfter} from '../../prose/spans.js'
import type {SourceSpan} from '../../prose/types.js'
import {isCapitalized} from '../../prose/word-shape.js'
import {map} from '../../util/lists.js'
import type {Diagnostic, LintContext, Rule} from '../types.js'

/** Number of uses without an explanation that are reported. */
const MIN_USES = 3

const keyOf = (surface: string): string => stripApostrophes(fold(surface))
const spanOf = ([start, end]: readonly [number, number]): SourceSpan => ({start, end})

/** A word that is used at least three times before it is explained. Uses in untranslated utterances do not count; `line-without-gloss` reports those. */
export const explainedLate = {
  name: 'explained-late',
  check: ({standoff: {utterances, glosses, terms, links}, glossaries, visibleText, formatPosition}: LintContext): Diagnostic[] => {
    // A translation that repeats the word does not explain it.
    const repeated = new Set(
      map(
        links.filter(({source, target}) => keyOf(visibleText(spanOf(source))) === keyOf(visibleText(spanOf(target)))),
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
    const utteranceAt = (start: number) => {
      const utterance = utterances[firstEndingAfter(utterances, start)]
      return utterance && utterance.start <= start ? utterance : undefined
    }
    const isInUtterance = (start: number): boolean => utteranceAt(start) !== undefined
    const isExplained = (start: number): boolean => !repeated.has(start) && (explained.has(start) || utteranceAt(start)?.translation !== undefined)
    return glossaries.flatMap(({entries}) =>
      entries.flatMap((entry): Diagnostic[] => {
        const {headword, kind, evidence = []} = entry
        if (isAffix(entry) || kind === 'name') return []
        // A capitalized word is part of a name: *the Lua o Milu*.
        const isName = (at: SourceSpan): boolean => isCapitalized(visibleText(at)) && !isCapitalized(headword)
        const uses = evidence.filter((at) => isExplained(at.start) || !(isName(at) || isInUtterance(at.start))).sort((a, b) => a.start - b.start)
        const late = uses.findIndex(({start}) => isExplained(start))
        const [first] = uses
        const firstExplained = uses[late]
        return first && firstExplained && late >= MIN_USES
          ? [{start: first.start, end: first.end, values: [headword, String(late), formatPosition(firstExplained.start)]}]
          : []
      }),
    )
  },
} satisfies Rule
