import {createLexicon} from '../../lexicon/create-lexicon.js'
import {isAffix} from '../../lexicon/entry.js'
import {classOf, isOneOf} from '../../lexicon/part-of-speech.js'
import {seamsOf} from '../../lexicon/seams.js'
import type {Entry, Lexicon, Reading, Step} from '../../lexicon/types.js'
import {fold} from '../../prose/folding.js'
import {map} from '../../util/lists.js'
import type {LintContext, Remark, Rule} from '../types.js'

/** Shorter stems and affixes are found in words by chance, in UTF-16 code units. */
const SHORTEST_STEM = 3
const SHORTEST_AFFIX = 2

/** What the catalogue says of a rule that is broken. */
type Fault = {readonly about: readonly [kind: 'class' | 'order' | 'seam', affix: string, other: string]; readonly expected?: string | undefined}

const isUndone = ({kind}: Step): boolean => kind === 'prefix' || kind === 'suffix'

/** A dictionary whose affixes stand anywhere, with the entries that they were made of. */
function lenient({language, entries, spelling, inflection}: Lexicon): {lexicon: Lexicon; strict: ReadonlyMap<Entry, Entry>} {
  const loose = map(entries, ({attachesTo: _, slot: __, ...entry}) => entry)
  const lexicon = createLexicon({language, spelling, entries: loose, ...(inflection?.seams && {inflection: {seams: inflection.seams, compounds: false}})})
  return {lexicon, strict: new Map(map(lexicon.entries, (entry, index) => [entry, entries[index] as Entry]))}
}

/** What a reading that needs the rules to be broken breaks: where an affix stands, or what it stands outside of. */
function faultOf({entry, parts, steps}: Reading, strict: ReadonlyMap<Entry, Entry>): Fault | undefined {
  const undone = steps.filter(isUndone)
  if (undone.length === 0 || undone.length < steps.filter(({kind}) => kind !== 'exact').length || undone.length !== parts.length - 1) return undefined
  if (entry.headword.length < SHORTEST_STEM || undone.some(({from, to}) => from.length - to.length < SHORTEST_AFFIX)) return undefined
  const affixes = map(parts.filter(isAffix), (part) => strict.get(part) ?? part)
  const wrong = affixes.find(({attachesTo}) => attachesTo && entry.partOfSpeech !== undefined && !isOneOf(entry.partOfSpeech, attachesTo))
  if (wrong && affixes.length === 1) return {about: ['class', wrong.headword, `the ${classOf(entry.partOfSpeech as string)} “${entry.headword}”`]}
  const slotted = affixes.filter(({slot}) => slot !== undefined)
  const [first, second] = slotted
  return !wrong && first && second ? {about: ['order', second.headword, first.headword]} : undefined
}

/** A suffix or prefix written side by side with its stem, where the dictionary states what becomes of the two: *babys* for *babies*. */
function seamFault({parts, steps}: Reading, {spelling, inflection}: Lexicon): Fault | undefined {
  const [step, ...others] = steps.filter(({kind}) => kind !== 'exact')
  const affix = parts.find(isAffix)
  if (!step || !affix || others.length > 0 || !isUndone(step)) return undefined
  const keyOf = (surface: string): string => fold(surface, spelling)
  const own = keyOf(affix.headword.replace(/^-|-$/gu, ''))
  const isPlain = step.kind === 'suffix' ? step.from === step.to + own : step.from === own + step.to
  if (!isPlain) return undefined
  const [left, right] = step.kind === 'suffix' ? [step.to, own] : [own, step.to]
  const seams = [...(affix.seams ?? []), ...(inflection?.seams ?? [])].flatMap((notation) => seamsOf(notation, spelling, keyOf))
  const seam = seams.find((each) => left.endsWith(each.left) && right.startsWith(each.right))
  if (!seam) return undefined
  const expected = left.slice(0, left.length - seam.left.length) + seam.written + right.slice(seam.right.length)
  return expected === step.from ? undefined : {about: ['seam', affix.headword, expected], expected}
}

/** An affix where the dictionary says that it does not stand, or not spelt as it says. */
export const misusedAffix = {
  name: 'misused-affix',
  find: ({glossaries, lexicons, printed}: Pick<LintContext, 'glossaries' | 'lexicons' | 'printed'>): Remark[] =>
    glossaries.flatMap(({language, entries}) =>
      lexicons
        .filter((lexicon) => lexicon.language === language && lexicon.entries.some(isAffix))
        .flatMap((lexicon) => {
          let made: ReturnType<typeof lenient> | undefined
          const faults = new Map<string, Fault | undefined>()
          const faultIn = (surface: string): Fault | undefined => {
            const [reading] = lexicon.lookup(surface)
            if (reading) return seamFault(reading, lexicon)
            const {lexicon: loose, strict} = (made ??= lenient(lexicon))
            return map(loose.lookup(surface), (other) => faultOf(other, strict)).find((fault) => fault !== undefined)
          }
          return entries
            .filter((entry) => !isAffix(entry) && entry.kind !== 'name')
            .flatMap(({evidence = []}) => evidence)
            .flatMap(({start, end}): Remark[] => {
              const surface = printed({start, end})
              const key = fold(surface)
              if (!faults.has(key)) faults.set(key, faultIn(surface))
              const fault = faults.get(key)
              // In small letters and without markup the word is what it was taken for.
              const expected = fault?.expected !== undefined && key === surface ? fault.expected : undefined
              return fault ? [{start, end, about: [surface, ...fault.about], expected}] : []
            })
        }),
    ),
} satisfies Rule
