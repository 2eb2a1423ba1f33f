import type {Element} from 'xast'
import type {Attestation, Certainty, Dictionary, Entry, InflectedForm, Sense, Status} from '../../lexicon/types.js'
import {passOver, resolveLanguages, validateDictionary} from '../shared/input.js'
import {booleanIn, childrenOf, createIdIndex, type IdIndex, lineLabel, omitEmpty, oneOf, textContentOf} from '../shared/xml-elements.js'
import {openXml} from '../shared/xml-read.js'
import type {FormatOutput, ReadOptions} from '../types.js'
import {
  chooseWordLanguage,
  formTexts,
  type HeadwordCandidates,
  headwordIn,
  isPhonetic,
  mostFrequent,
  pronunciationOf,
  spellingsOf,
  textFor,
  withHyphens,
} from './lift-spellings.js'

/** FieldWorks' name for a relation to a part of a word. */
export const COMPONENT_RELATION = '_component-lexeme'
/** FieldWorks' older and newer names for inflected forms among variants. */
export const INFLECTED_VARIANT = 'Inflectional Variant'
const IRREGULAR_VARIANT = 'Irregularly Inflected Form'

const traitValues = (element: Element, name: string): string[] =>
  childrenOf(element, 'trait')
    .filter(({attributes}) => attributes.name === name)
    .flatMap(({attributes}) => attributes.value || [])

const field = (element: Element, type: string): Element | undefined => childrenOf(element, 'field').find(({attributes}) => attributes.type === type)

/** Includes FieldWorks' own states for senses. */
const STATES: ReadonlyMap<string, Status> = new Map([
  ['proposed', 'proposed'],
  ['Pending', 'proposed'],
  ['Tentative', 'proposed'],
  ['accepted', 'accepted'],
  ['Approved', 'accepted'],
  ['Confirmed', 'accepted'],
  ['rejected', 'rejected'],
  ['Disproved', 'rejected'],
])
const statusOf = (element: Element): Status | undefined => STATES.get(traitValues(element, 'status')[0] ?? '')
const certaintyOf = (element: Element): Certainty | undefined => oneOf(['attested', 'inferred', 'unknown'], traitValues(element, 'certainty')[0])

function readSense(sense: Element, meanings: string): Sense[] {
  const glosses = childrenOf(sense, 'gloss')
  const lang = (glosses.find((gloss) => gloss.attributes.lang === meanings) ?? glosses[0])?.attributes.lang
  const glossed = glosses.filter(({attributes}) => attributes.lang === lang).flatMap((gloss) => childrenOf(gloss, 'text').map(textContentOf))
  const definition = textFor(childrenOf(sense, 'definition')[0], meanings) ?? glossed.filter(Boolean).join('; ')
  return definition ? [omitEmpty({definition, certainty: certaintyOf(sense), status: statusOf(sense)})] : []
}

/** Parses `The Memoirs, chapter 103, paragraph 77`, where each part is optional. */
const readAttestation = (line: string): Attestation => {
  const [, work, chapter, paragraph] = /^(.*?)(?:(?:^|, )chapter (\d+))?(?:(?:^|, )paragraph (\d+))?$/su.exec(line) ?? []
  return omitEmpty({work: work || undefined, chapter: chapter ? Number(chapter) : undefined, paragraph: paragraph ? Number(paragraph) : undefined})
}

/** What entries are read with. */
interface EntryContext {
  readonly language: string
  readonly meanings: string
  readonly headwordOf: (ref: string) => string
}

const morphType = (entry: Element): string | undefined => traitValues(entry, 'morph-type')[0]

function readEntry(entry: Element, headword: string, {language, meanings, headwordOf}: EntryContext): Entry {
  const senses = sensesIn(entry)
  const relations = [entry, ...senses].flatMap((element) => childrenOf(element, 'relation')).filter(({attributes}) => attributes.ref)
  const isPart = (relation: Element) => relation.attributes.type === COMPONENT_RELATION && traitValues(relation, 'variant-type').length === 0
  const referred = (list: Element[]) => list.map(({attributes}) => headwordOf(attributes.ref as string))
  const variants = childrenOf(entry, 'variant')
  const isForm = (variant: Element) => traitValues(variant, 'variant-type').some((kind) => kind === INFLECTED_VARIANT || kind === IRREGULAR_VARIANT)
  const others = spellingsOf(entry)
    .filter(({lang}) => !isPhonetic(lang))
    .map(({text}) => withHyphens(text, morphType(entry)))
    .filter((text) => text !== headword)
  const [count = ''] = traitValues(entry, 'count')
  return omitEmpty({
    headword,
    kind: oneOf(['word', 'name'], traitValues(entry, 'kind')[0]),
    partOfSpeech:
      senses
        .flatMap((sense) => childrenOf(sense, 'grammatical-info'))
        .map(({attributes}) => attributes.value)
        .find(Boolean) ?? undefined,
    pronunciation: pronunciationOf(entry, headword),
    senses: senses.flatMap((sense) => readSense(sense, meanings)),
    forms: variants.filter(isForm).flatMap((variant): InflectedForm[] => {
      const text = textFor(variant, language)
      return text ? [omitEmpty({form: text, meaning: textFor(field(variant, 'meaning'), meanings)})] : []
    }),
    variants: [...others, ...variants.filter((variant) => !isForm(variant)).flatMap((variant) => formTexts(variant).map(({text}) => text))],
    caseSensitive: booleanIn(traitValues(entry, 'case-sensitive')[0]),
    certainty: certaintyOf(entry),
    notes:
      [entry, ...senses]
        .flatMap((element) => childrenOf(element, 'note'))
        .flatMap((note) => textFor(note, meanings) ?? [])
        .join('\n') || undefined,
    see: referred(relations.filter((relation) => !isPart(relation))),
    attestations: (textFor(field(entry, 'attestations'), meanings) ?? '').split('\n').filter(Boolean).map(readAttestation),
    parts: referred(relations.filter(isPart)),
    attachesTo: traitValues(entry, 'attaches-to'),
    gives: traitValues(entry, 'gives')[0],
    slot: traitValues(entry, 'slot')[0],
    seams: traitValues(entry, 'seam'),
    status: statusOf(entry),
    count: /^\d+$/u.test(count) ? Number(count) : undefined,
  })
}

const sensesIn = (element: Element): Element[] => childrenOf(element, 'sense', 'subsense').flatMap((sense) => [sense, ...sensesIn(sense)])

/** Returns the languages of all definitions, glosses, notes and fields of an entry. */
const meaningLanguagesIn = (entry: Element): string[] => [
  ...sensesIn(entry).flatMap((sense) => [
    ...childrenOf(sense, 'gloss').flatMap(({attributes}) => attributes.lang || []),
    ...childrenOf(sense, 'definition', 'note').flatMap((element) => formTexts(element).map(({lang}) => lang)),
  ]),
  ...childrenOf(entry, 'note', 'field').flatMap((element) => formTexts(element).map(({lang}) => lang)),
  ...childrenOf(entry, 'variant').flatMap((variant) => formTexts(field(variant, 'meaning')).map(({lang}) => lang)),
]

/** Chooses the requested language if the file has it, else the most frequent one. */
const chooseMeaningLanguage = (languages: readonly string[], {definitionLanguage}: ReadOptions): string =>
  languages.find((language) => language === definitionLanguage) ?? mostFrequent(languages) ?? definitionLanguage ?? 'en'

/** Whether an entry has a word and was not deleted. Programs keep deleted entries so that others can delete them too. */
const isReadable = (entry: Element): boolean => !entry.attributes.dateDeleted && spellingsOf(entry).length > 0

/** What readers need to know about all entries before they read one. */
interface SurveyResult {
  /** Index of the entry, by the ids of the entry and its senses. */
  readonly ids: IdIndex<number>
  readonly headwords: readonly HeadwordCandidates[]
  /** The languages of definitions and notes, with repetitions. */
  readonly meaningLanguages: readonly string[]
}

function survey(entries: Iterable<Element>, options: ReadOptions): SurveyResult {
  const ids = createIdIndex<number>('id', options)
  const candidates: HeadwordCandidates[] = []
  const meaningLanguages: string[] = []
  for (const entry of entries) {
    if (!isReadable(entry)) {
      if (!entry.attributes.dateDeleted) passOver(options, lineLabel(entry), 'passed over an entry without a word in its <lexical-unit>')
      continue
    }
    for (const element of [entry, ...sensesIn(entry)]) ids.add(element, candidates.length)
    candidates.push({spellings: spellingsOf(entry), type: morphType(entry)})
    for (const lang of meaningLanguagesIn(entry)) meaningLanguages.push(lang)
  }
  return {ids, headwords: candidates, meaningLanguages}
}

export function readLift(input: FormatOutput, options: ReadOptions = {}): Dictionary {
  const {root, entries} = openXml(input, {roots: ['lift'], entries: ['entry']}, options)
  const [description] = childrenOf(root, 'header').flatMap((header) => childrenOf(header, 'description'))
  const {ids, headwords: candidates, meaningLanguages} = survey(entries(), options)
  const meanings = chooseMeaningLanguage([...formTexts(description).map(({lang}) => lang), ...meaningLanguages], options)
  const mainLanguage = chooseWordLanguage(candidates, options)
  const languages = resolveLanguages({language: mainLanguage, definitionLanguage: meanings}, options)
  // As in the file; it need not be a valid tag.
  const language = mainLanguage ?? languages.language
  const headwords = candidates.map((one) => headwordIn(one, language) as string)
  const headwordOf = (ref: string): string => {
    const target = ids.get(ref)
    return (target === undefined ? undefined : headwords[target]) ?? (ref.replace(/_[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u, '') || ref)
  }
  const lines = textFor(description, meanings)?.split('\n') ?? []
  const after = (label: string) => lines.find((line) => line.startsWith(label))?.slice(label.length) || undefined
  const heading = omitEmpty({
    ...languages,
    name: lines.find((line) => line && !/^(?:Licence|Source): /u.test(line)),
    licence: after('Licence: '),
    source: after('Source: '),
  })
  const read: Entry[] = []
  for (const entry of entries()) {
    if (isReadable(entry)) read.push(readEntry(entry, headwords[read.length] as string, {language, meanings, headwordOf}))
  }
  return validateDictionary({...heading, entries: read}, options)
}
