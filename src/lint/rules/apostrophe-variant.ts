import countBy from 'lodash-es/countBy.js'
import groupBy from 'lodash-es/groupBy.js'
import maxBy from 'lodash-es/maxBy.js'
import type {Lexicon} from '../../lexicon/types.js'
import {APOSTROPHES, bare, fold} from '../../prose/folding.js'
import type {SourceSpan} from '../../prose/types.js'
import {map} from '../../util/lists.js'
import type {LintContext, Remark, Rule} from '../types.js'

const APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, 'gu')
const glyphsOf = (text: string): string[] => text.match(APOSTROPHE) ?? []

/** Share of all apostrophes of a language from which one glyph is its author's, and how many there must be. */
const REGULAR = 0.9
const ENOUGH = 5
/** A word is printed with an apostrophe at its end, or without one, this many times as often as otherwise. */
const USUALLY = 3

interface Printed extends SourceSpan {
  readonly surface: string
  readonly key: string
}

/** Whether a language tells apostrophes apart, as Hawaiian does: its dictionary has two, or its words have two kinds in them. */
function tellsApart(words: readonly Printed[], lexicons: readonly Lexicon[]): boolean {
  if (lexicons.some(({entries}) => new Set(entries.flatMap(({headword}) => glyphsOf(headword))).size > 1)) return true
  const mixed = words.filter(({surface}) => new Set(glyphsOf(surface)).size > 1)
  return mixed.length > (1 - REGULAR) * words.length
}

/** Words whose apostrophe is another glyph than their author's. */
function otherGlyphs(words: readonly Printed[]): Remark[] {
  const counts = Object.entries(countBy(words.flatMap(({surface}) => glyphsOf(surface))))
  const [usual, most] = maxBy(counts, ([, count]) => count) ?? ['', 0]
  const total = counts.reduce((sum, [, count]) => sum + count, 0)
  const isRegular = total >= ENOUGH && most >= REGULAR * total
  // Of two as common as each other neither is the author's.
  if (counts.some(([glyph, count]) => glyph !== usual && count === most)) return []
  const printedSo = new Set(words.flatMap(({surface, key}) => (glyphsOf(surface).every((glyph) => glyph === usual) ? [key] : [])))
  return words.flatMap(({start, end, surface, key}) => {
    const expected = surface.replace(APOSTROPHE, usual)
    return expected !== surface && (isRegular || printedSo.has(key)) ? [{start, end, about: [surface, expected], expected}] : []
  })
}

/** Words whose first or last apostrophe is missing, or is one too many. */
function droppedOnes(words: readonly Printed[]): Remark[] {
  return Object.values(groupBy(words, ({key}) => bare(key))).flatMap((same) => {
    const [usual, ...others] = Object.values(groupBy(same, 'key')).sort((a, b) => b.length - a.length)
    return others.flatMap((rare) => {
      if ((usual as Printed[]).length < USUALLY * rare.length) return []
      return map(rare, ({start, end, surface}) => ({start, end, about: [surface, (usual as Printed[])[0]?.surface ?? surface]}))
    })
  })
}

/** A word printed with another apostrophe than its author's, or without one that it has elsewhere. */
export const apostropheVariant = {
  name: 'apostrophe-variant',
  find: ({standoff: {terms}, passages, printed, lexicons}: LintContext): Remark[] => {
    // Where single marks are quotation marks, an apostrophe at the end of a word may be one of them.
    const isQuotedSingly = passages.some(({quotations, text}) => quotations.some(({open}) => /^['‘‚`]$/u.test(text.slice(open.start, open.end))))
    return Object.entries(groupBy(terms, 'lang')).flatMap(([lang, own]) => {
      const words = map(own, ({start, end}): Printed => {
        const surface = printed({start, end})
        return {start, end, surface, key: fold(surface)}
      })
      const withApostrophe = words.filter(({surface}) => glyphsOf(surface).length > 0)
      const isTold = tellsApart(
        withApostrophe,
        lexicons.filter(({language}) => language === lang),
      )
      return [...(isTold ? [] : otherGlyphs(withApostrophe)), ...(isQuotedSingly ? [] : droppedOnes(words))]
    })
  },
} satisfies Rule
