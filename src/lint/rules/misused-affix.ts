import {createLexicon} from '../../lexicon/create-lexicon.js'
import {isAffix} from '../../lexicon/entry.js'
import {coarsePartOfSpeech, matchesPartOfSpeech} from '../../lexicon/part-of-speech.js'
import {parseSeams} from '../../lexicon/seams.js'
import type {Entry, Lexicon, Reading, Step} from '../../lexicon/types.js'
import {fold} from '../../prose/folding.js'
import {map} from '../../util/lists.js'
import type {Diagnostic, LintContext, Rule} from '../types.js'

/** Minimum lengths, in UTF-16 code units; shorter stems and affixes match by chance. */
const MIN_STEM_LENGTH = 3
const MIN_AFFIX_LENGTH = 2

/** A violation of an affix rule, with the values for its message. */
type Violation = {readonly values: readonly [kind: 'class' | 'order' | 'seam', affix: string, other: string]; readonly expected?: string | undefined}

const isUndone = ({kind}: Step): boolean => kind === 'prefix' || kind === 'suffix'

/** Creates a dictionary whose affixes may stand anywhere, and maps its entries to the original ones. */
function createLenientLexicon({language, entries, spelling, inflection}: Lexicon): {lexicon: Lexicon; strict: ReadonlyMap<Entry, Entry>} {
  const loose = map(entries, ({attachesTo: _, slot: __, ...entry}) => entry)
  const lexicon = createLexicon({language, spelling, entries: loose, ...(inflection?.seams && {inflection: {seams: inflection.seams, compounds: false}})})
  return {lexicon, strict: new Map(map(lexicon.entries, (entry, index) => [entry, entries[index] as Entry]))}
}

/** Finds the rule that a reading from the lenient dictionary violates: the part of speech or the order of affixes. */
function findViolation({entry, parts, steps}: Reading, strict: ReadonlyMap<Entry, Entry>): Violation | undefined {
  const undone = steps.filter(isUndone)
  if (undone.length === 0 || undone.length < steps.filter(({kind}) => kind !== 'exact').length || undone.length !== parts.length - 1) return undefined
  if (entry.headword.length < MIN_STEM_LENGTH || undone.some(({from, to}) => from.length - to.length < MIN_AFFIX_LENGTH)) return undefined
  const affixes = map(parts.filter(isAffix), (part) => strict.get(part) ?? part)
  const wrong = affixes.find(({attachesTo}) => attachesTo && entry.partOfSpeech !== undefined && !matchesPartOfSpeech(entry.partOfSpeech, attachesTo))
  if (wrong && affixes.length === 1) return {values: ['class', wrong.headword, `the ${coarsePartOfSpeech(entry.partOfSpeech as string)} “${entry.headword}”`]}
  const slotted = affixes.filter(({slot}) => slot !== undefined)
  const [first, second] = slotted
  return !wrong && first && second ? {values: ['order', second.headword, first.headword]} : undefined
}

/** Checks whether an affix is joined to its stem without the stated change of spelling: *babys* for *babies*. */
function checkSeam({parts, steps}: Reading, {spelling, inflection}: Lexicon): Violation | undefined {
  const [step, ...others] = steps.filter(({kind}) => kind !== 'exact')
  const affix = parts.find(isAffix)
  if (!step || !affix || others.length > 0 || !isUndone(step)) return undefined
  const keyOf = (surface: string): string => fold(surface, spelling)
  const own = keyOf(affix.headword.replace(/^-|-$/gu, ''))
  const isPlain = step.kind === 'suffix' ? step.from === step.to + own : step.from === own + step.to
  if (!isPlain) return undefined
  const [left, right] = step.kind === 'suffix' ? [step.to, own] : [own, step.to]
  const seams = [...(affix.seams ?? []), ...(inflection?.seams ?? [])].flatMap((notation) => parseSeams(notation, spelling, keyOf))
  const seam = seams.find((each) => left.endsWith(each.left) && right.startsWith(each.right))
  if (!seam) return undefined
  const expected = left.slice(0, left.length - seam.left.length) + seam.written + right.slice(seam.right.length)
  return expected === step.from ? undefined : {values: ['seam', affix.headword, expected], expected}
}

/** An affix where the dictionary does not allow it, or not spelled as it states. */
export const misusedAffix = {
  name: 'misused-affix',
  check: ({glossaries, lexicons, visibleText}: Pick<LintContext, 'glossaries' | 'lexicons' | 'visibleText'>): Diagnostic[] =>
    glossaries.flatMap(({language, entries}) =>
      lexicons
        .filter((lexicon) => lexicon.language === language && lexicon.entries.some(isAffix))
        .flatMap((lexicon) => {
          let lenient: ReturnType<typeof createLenientLexicon> | undefined
          const violations = new Map<string, Violation | undefined>()
          const checkWord = (surface: string): Violation | undefined => {
            const [reading] = lexicon.lookup(surface)
            if (reading) return checkSeam(reading, lexicon)
            const {lexicon: loose, strict} = (lenient ??= createLenientLexicon(lexicon))
            return map(loose.lookup(surface), (other) => findViolation(other, strict)).find((violation) => violation !== undefined)
          }
          return entries
            .filter((entry) => !isAffix(entry) && entry.kind !== 'name')
            .flatMap(({evidence = []}) => evidence)
            .flatMap(({start, end}): Diagnostic[] => {
              const surface = visibleText({start, end})
              const key = fold(surface)
              if (!violations.has(key)) violations.set(key, checkWord(surface))
              const violation = violations.get(key)
              // Only an unmarked lowercase word can be replaced safely.
              const expected = violation?.expected !== undefined && key === surface ? violation.expected : undefined
              return violation ? [{start, end, values: [surface, ...violation.values], expected}] : []
            })
        }),
    ),
} satisfies Rule
