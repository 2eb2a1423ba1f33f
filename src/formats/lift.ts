import type {Element} from 'xast'
import {x} from 'xastscript'
import {formOf, isAffix, isPrefix, isSuffix, senseOf, standing} from '../lexicon/entry.js'
import type {Attestation, Certainty, Dictionary, DictionaryFormat, Entry, InflectedForm, ReadOptions, Sense, Status, WriteOptions, Written} from '../types.js'
import {type Named, type Names, namesOf, uuidOf} from './ids.js'
import {checked, wrong} from './input.js'
import {childrenOf, each, lineOf, present, printable, rootOf, textIn, uniqueIds, within, written} from './xml.js'

export interface LiftReadOptions extends ReadOptions {
  /** BCP 47, of the meanings and notes that are taken where there are several. Default `'en'`, else the first. */
  readonly meaningLanguage?: string | undefined
}

export interface LiftWriteOptions extends WriteOptions {
  /** BCP 47, of meanings and notes. Default `'en'`. */
  readonly meaningLanguage?: string | undefined
}

/** What FieldWorks calls the relations and variants that it knows from the start. */
const RELATED = 'Compare'
const BUILT_OF = '_component-lexeme'
const INFLECTED = 'Inflectional Variant'
const SPELLING = 'Spelling Variant'

const form = (lang: string, text: string | number): Element => x('form', {lang}, [x('text', {}, text)])
const trait = (name: string) => (value: string | number) => x('trait', {name, value})

const morphType = (entry: Entry): string => {
  if (isAffix(entry)) return isPrefix(entry) ? 'prefix' : isSuffix(entry) ? 'suffix' : 'infix'
  return /\s/u.test(entry.headword) ? 'phrase' : 'stem'
}

/** `The Memoirs, chapter 103, paragraph 77`, each part optional. */
const attestationText = ({work, chapter, paragraph}: Attestation): string =>
  [work?.replace(/\s+/gu, ' '), chapter !== undefined && `chapter ${chapter}`, paragraph !== undefined && `paragraph ${paragraph}`].filter(Boolean).join(', ')

function writeEntry({entry, number, id}: Named, names: Names, {language, meanings}: {language: string; meanings: string}): Element {
  const key = keyOf(language, entry.headword, number)
  const variant = (text: string, type: string, meaning?: string) =>
    x('variant', {}, [form(language, text), trait('variant-type')(type), ...each(meaning, (value) => x('field', {type: 'meaning'}, [form(meanings, value)]))])
  const attestations = entry.attestations?.map(attestationText).filter(Boolean).join('\n')
  const grammar = each(entry.partOfSpeech, (value) => x('grammatical-info', {value}))
  const senses = each(entry.senses?.map(senseOf), ({definition, certainty, status}, index) =>
    x('sense', {id: uuidOf(`${key}\n${index + 1}`), order: index}, [
      ...grammar,
      x('gloss', {lang: meanings}, [x('text', {}, definition)]),
      x('definition', {}, [form(meanings, definition)]),
      ...each(certainty, trait('certainty')),
      ...each(status, trait('status')),
    ]),
  )
  const attributes = {id, guid: uuidOf(key), order: names.homographs(entry.headword) > 1 ? number : undefined}
  const component = entry.parts?.some((headword) => isAffix({headword})) ? 'Derivative' : 'Compound'
  return x('entry', attributes, [
    x('lexical-unit', {}, [form(language, entry.headword)]),
    trait('morph-type')(morphType(entry)),
    ...each(entry.kind, trait('kind')),
    ...each(entry.certainty, trait('certainty')),
    ...each(entry.status, trait('status')),
    ...each(entry.count, trait('count')),
    ...each(entry.attachesTo, trait('attaches-to')),
    ...each(entry.gives, trait('gives')),
    ...each(entry.slot, trait('slot')),
    ...each(entry.seams, trait('seam')),
    ...each(entry.variants, (text) => variant(text, SPELLING)),
    ...each(entry.forms?.map(formOf), (inflected) => variant(inflected.form, INFLECTED, inflected.meaning)),
    ...(senses.length > 0 || grammar.length === 0 ? senses : [x('sense', {id: uuidOf(`${key}\n1`)}, grammar)]),
    ...each(entry.notes, (note) => x('note', {}, [form(meanings, note)])),
    ...each(entry.see, (headword) => x('relation', {type: RELATED, ref: names.find(headword) ?? headword})),
    ...each(entry.parts, (headword, order) =>
      x('relation', {type: BUILT_OF, ref: names.find(headword) ?? headword, order}, [trait('complex-form-type')(component)]),
    ),
    ...each(attestations || undefined, (text) => x('field', {type: 'attestations'}, [form(meanings, text)])),
  ])
}

const keyOf = (language: string, headword: string, number: number): string => `${language}\n${headword}\n${number}`

/** Name, licence and source of a dictionary, for which LIFT has but one description. */
const describe = ({name, licence, source}: Dictionary): string =>
  [name, licence && `Licence: ${licence}`, source && `Source: ${source}`]
    .filter(Boolean)
    .map((line) => (line as string).replace(/\s+/gu, ' '))
    .join('\n')

function write(dictionary: Dictionary, options: LiftWriteOptions = {}): string {
  const {meaningLanguage: meanings = 'en'} = options
  const {language, entries, ...heading} = printable(standing(dictionary))
  const names = namesOf({entries}, (headword, number) => `${headword}_${uuidOf(keyOf(language, headword, number))}`)
  const description = describe({language, entries, ...heading, name: heading.name ?? options.name})
  const header = x('header', {}, description ? [x('description', {}, [form(meanings, description)])] : [])
  return written(x('lift', {version: '0.13', producer: 'xenogloss'}, [header, ...names.entries.map((named) => writeEntry(named, names, {language, meanings}))]))
}

/** The texts of the forms in an element, each with its language. */
const formsIn = (element: Element | undefined): {lang: string; text: string}[] =>
  (element ? childrenOf(element, 'form') : []).flatMap((one) => {
    const text = childrenOf(one, 'text').map(textIn).join('')
    return text ? [{lang: one.attributes.lang ?? '', text}] : []
  })

/** That of the language asked for, else the first. */
const textOf = (element: Element | undefined, language: string): string | undefined => {
  const forms = formsIn(element)
  return (forms.find(({lang}) => lang === language) ?? forms[0])?.text
}

const traits = (element: Element, name: string): string[] =>
  childrenOf(element, 'trait')
    .filter(({attributes}) => attributes.name === name)
    .flatMap(({attributes}) => attributes.value || [])

const field = (element: Element, type: string): Element | undefined => childrenOf(element, 'field').find(({attributes}) => attributes.type === type)

function readSense(sense: Element, meanings: string): Sense[] {
  const glosses = childrenOf(sense, 'gloss')
  const chosen = glosses.filter(
    ({attributes}) => attributes.lang === (glosses.some((gloss) => gloss.attributes.lang === meanings) ? meanings : glosses[0]?.attributes.lang),
  )
  const glossed = chosen
    .flatMap((gloss) => childrenOf(gloss, 'text'))
    .map(textIn)
    .filter(Boolean)
    .join('; ')
  const definition = textOf(childrenOf(sense, 'definition')[0], meanings) || glossed
  const certainty = traits(sense, 'certainty')[0] as Certainty | undefined
  const status = traits(sense, 'status')[0] as Status | undefined
  return definition ? [present({definition, certainty, status})] : []
}

const readAttestation = (line: string): Attestation => {
  const [, work, chapter, paragraph] = /^(.*?)(?:(?:^|, )chapter (\d+))?(?:(?:^|, )paragraph (\d+))?$/u.exec(line) ?? []
  return present({work: work || undefined, chapter: chapter ? Number(chapter) : undefined, paragraph: paragraph ? Number(paragraph) : undefined})
}

/** A morph type says what a hyphen says here; some programs leave the hyphens out. */
function withHyphens(headword: string, type: string | undefined): string {
  const before = (type === 'suffix' || type === 'infix') && !headword.startsWith('-') ? '-' : ''
  const after = (type === 'prefix' || type === 'infix') && !headword.endsWith('-') ? '-' : ''
  return `${before}${headword}${after}`
}

interface Knowledge {
  readonly language: string
  readonly meanings: string
  readonly headwordOf: (ref: string) => string
}

const spellings = (entry: Element): {lang: string; text: string}[] => ['citation', 'lexical-unit'].flatMap((name) => formsIn(childrenOf(entry, name)[0]))

const headwordIn = (entry: Element, language: string): string | undefined => {
  const all = spellings(entry)
  const found = (all.find(({lang}) => lang === language) ?? all[0])?.text
  return found && withHyphens(found, traits(entry, 'morph-type')[0])
}

function readEntry(entry: Element, headword: string, {language, meanings, headwordOf}: Knowledge): Entry {
  const senses = sensesIn(entry)
  const relations = [entry, ...senses].flatMap((element) => childrenOf(element, 'relation')).filter(({attributes}) => attributes.ref)
  const isPart = (relation: Element) => relation.attributes.type === BUILT_OF && traits(relation, 'variant-type').length === 0
  const referred = (list: Element[]) => list.map(({attributes}) => headwordOf(attributes.ref as string))
  const variants = childrenOf(entry, 'variant')
  const isForm = (variant: Element) => traits(variant, 'variant-type').includes(INFLECTED)
  const type = traits(entry, 'morph-type')[0]
  const others = spellings(entry)
    .map(({text}) => withHyphens(text, type))
    .filter((text) => text !== headword)
  const kind = traits(entry, 'kind')[0] as Entry['kind']
  const count = traits(entry, 'count')[0]
  return present({
    headword,
    kind,
    partOfSpeech:
      senses
        .flatMap((sense) => childrenOf(sense, 'grammatical-info'))
        .map(({attributes}) => attributes.value)
        .find(Boolean) ?? undefined,
    senses: senses.flatMap((sense) => readSense(sense, meanings)),
    forms: variants.filter(isForm).flatMap((variant): InflectedForm[] => {
      const text = textOf(variant, language)
      return text ? [present({form: text, meaning: textOf(field(variant, 'meaning'), meanings)})] : []
    }),
    variants: [...others, ...variants.filter((variant) => !isForm(variant)).flatMap((variant) => formsIn(variant).map(({text}) => text))],
    certainty: traits(entry, 'certainty')[0] as Certainty | undefined,
    notes:
      [entry, ...senses]
        .flatMap((element) => childrenOf(element, 'note'))
        .flatMap((note) => textOf(note, meanings) ?? [])
        .join('\n') || undefined,
    see: referred(relations.filter((relation) => !isPart(relation))),
    attestations: (textOf(field(entry, 'attestations'), meanings) ?? '').split('\n').filter(Boolean).map(readAttestation),
    parts: referred(relations.filter(isPart)),
    attachesTo: traits(entry, 'attaches-to'),
    gives: traits(entry, 'gives')[0],
    slot: traits(entry, 'slot')[0],
    seams: traits(entry, 'seam'),
    status: traits(entry, 'status')[0] as Status | undefined,
    count: count === undefined ? undefined : Number(count),
  })
}

const sensesIn = (element: Element): Element[] => childrenOf(element, 'sense', 'subsense').flatMap((sense) => [sense, ...sensesIn(sense)])

/** The language of most headwords; where two are even, of the first. */
function commonest(languages: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1)
  return [...counts].reduce<[string, number] | undefined>((best, one) => (best && best[1] >= one[1] ? best : one), undefined)?.[0]
}

function read(input: Written, options: LiftReadOptions = {}): Dictionary {
  const root = rootOf(input, ['lift'], options)
  // Programs leave the stumps of entries that were deleted, for others to delete them as well.
  const elements = childrenOf(root, 'entry').filter(({attributes}) => !attributes.dateDeleted)
  const byId = uniqueIds([...elements, ...elements.flatMap(sensesIn)], 'id', options)
  const language = commonest(elements.flatMap((entry) => spellings(entry)[0]?.lang || [])) ?? options.language ?? 'art-x-unknown'
  const {meaningLanguage: meanings = 'en'} = options
  const headwords = new Map(
    elements.map((entry) => {
      const headword = headwordIn(entry, language)
      if (!headword) throw wrong(options, lineOf(entry), 'expected a <lexical-unit> with text in <entry>, got none')
      return [entry, headword]
    }),
  )
  const owners = new Map(elements.flatMap((entry) => sensesIn(entry).map((sense) => [sense, entry] as const)))
  const headwordOf = (ref: string): string => {
    const target = byId.get(ref)
    return (target && headwords.get(owners.get(target) ?? target)) ?? (ref.replace(/_[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u, '') || ref)
  }
  const lines = textOf(within(root, ['header'])[0] && childrenOf(within(root, ['header'])[0] as Element, 'description')[0], meanings)?.split('\n') ?? []
  const after = (label: string) => lines.find((line) => line.startsWith(label))?.slice(label.length) || undefined
  const heading = present({
    language,
    name: lines.find((line) => line && !/^(?:Licence|Source): /u.test(line)),
    licence: after('Licence: '),
    source: after('Source: '),
  })
  return checked({...heading, entries: elements.map((entry) => readEntry(entry, headwords.get(entry) as string, {language, meanings, headwordOf}))}, options)
}

/**
 * LIFT 0.13 (Lexicon Interchange Format, github.com/sillsdev/lift-standard): FieldWorks, WeSay, Combine and Dictionary App Builder load
 * it. What LIFT has no element for stands in traits and fields. Writes no evidence, spelling or inflection of the language; reads no
 * examples, pronunciations, pictures. What XML cannot hold becomes U+FFFD.
 */
export const lift = {name: 'lift', extension: 'lift', mediaType: 'application/xml', read, write} as const satisfies DictionaryFormat
