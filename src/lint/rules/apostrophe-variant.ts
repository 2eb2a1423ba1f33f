import countBy from 'lodash-es/countBy.js'
import groupBy from 'lodash-es/groupBy.js'
import maxBy from 'lodash-es/maxBy.js'
import type {Lexicon} from '../../lexicon/types.js'
import {APOSTROPHES, fold, stripApostrophes} from '../../prose/folding.js'
import type {SourceSpan} from '../../prose/types.js'
import {map} from '../../util/lists.js'
import type {Diagnostic, LintContext, Rule} from '../types.js'

const APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, 'gu')
const glyphsOf = (text: string): string[] => text.match(APOSTROPHE) ?? []

/** Share of a language's apostrophes that makes one glyph its usual one, and their minimum number. */
const MIN_SHARE = 0.9
const MIN_APOSTROPHES = 5
/** How many times more often a word must have, or lack, an outer apostrophe. */
const MIN_RATIO = 3

interface PrintedWord extends SourceSpan {
  readonly surface: string
  readonly key: string
}

/** Whether a language distinguishes apostrophes, as Hawaiian does: its dictionary has two, or several words contain two kinds. */
function distinguishesGlyphs(words: readonly PrintedWord[], lexicons: readonly Lexicon[]): boolean {
  if (lexicons.some(({entries}) => new Set(entries.flatMap(({headword}) => glyphsOf(headword))).size > 1)) return true
  const mixed = words.filter(({surface}) => new Set(glyphsOf(surface)).size > 1)
  return mixed.length > (1 - MIN_SHARE) * words.length
}

/** Finds words with another apostrophe glyph than usual. */
function checkGlyphs(words: readonly PrintedWord[]): Diagnostic[] {
  const counts = Object.entries(countBy(words.flatMap(({surface}) => glyphsOf(surface))))
  const [usual, most] = maxBy(counts, ([, count]) => count) ?? ['', 0]
  const total = counts.reduce((sum, [, count]) => sum + count, 0)
  const isRegular = total >= MIN_APOSTROPHES && most >= MIN_SHARE * total
  // If two glyphs are equally common, neither is the usual one.
  if (counts.some(([glyph, count]) => glyph !== usual && count === most)) return []
  const printedUsually = new Set(words.flatMap(({surface, key}) => (glyphsOf(surface).every((glyph) => glyph === usual) ? [key] : [])))
  return words.flatMap(({start, end, surface, key}) => {
    const expected = surface.replace(APOSTROPHE, usual)
    return expected !== surface && (isRegular || printedUsually.has(key)) ? [{start, end, values: [surface, expected], expected}] : []
  })
}

/** Finds words with a missing or additional outer apostrophe. */
function checkDropped(words: readonly PrintedWord[]): Diagnostic[] {
  return Object.values(groupBy(words, ({key}) => stripApostrophes(key))).flatMap((same) => {
    const [usual, ...others] = Object.values(groupBy(same, 'key')).sort((a, b) => b.length - a.length)
    return others.flatMap((rare) => {
      if ((usual as PrintedWord[]).length < MIN_RATIO * rare.length) return []
      return map(rare, ({start, end, surface}) => ({start, end, values: [surface, (usual as PrintedWord[])[0]?.surface ?? surface]}))
    })
  })
}

/** A word with another apostrophe than usual, or without one that it has elsewhere. */
export const apostropheVariant = {
  name: 'apostrophe-variant',
  check: ({standoff: {terms}, passages, visibleText, lexicons}: LintContext): Diagnostic[] => {
    // If single quotation marks are in use, an apostrophe at the end of a word may be one of them.
    const isQuotedSingly = passages.some(({quotations, text}) => quotations.some(({open}) => /^['‘‚`]$/u.test(text.slice(open.start, open.end))))
    return Object.entries(groupBy(terms, 'lang')).flatMap(([lang, own]) => {
      const words = map(own, ({start, end}): PrintedWord => {
        const surface = visibleText({start, end})
        return {start, end, surface, key: fold(surface)}
      })
      const withApostrophe = words.filter(({surface}) => glyphsOf(surface).length > 0)
      const isDistinctive = distinguishesGlyphs(
        withApostrophe,
        lexicons.filter(({language}) => language === lang),
      )
      return [...(isDistinctive ? [] : checkGlyphs(withApostrophe)), ...(isQuotedSingly ? [] : checkDropped(words))]
    })
  },
} satisfies Rule
