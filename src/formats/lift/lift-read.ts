import type {Element} from 'xast'
import type {Attestation, Certainty, Dictionary, Entry, InflectedForm, Sense, Status} from '../../lexicon/types.js'
import {checked, languagesOf, wrong} from '../shared/input.js'
import {childrenOf, type Ids, idsBy, oneOf, placeOf, present, textIn} from '../shared/xml.js'
import {openXml} from '../shared/xml-read.js'
import type {ReadOptions, Written} from '../types.js'

/** What FieldWorks calls a relation to a part of a word. */
export const BUILT_OF = '_component-lexeme'
/** What it called an inflected form among variants, before it called all of them irregular. */
export const INFLECTED = 'Inflectional Variant'
const IRREGULAR = 'Irregularly Inflected Form'

/** The texts of the forms in an element, each with its language. */
const formsIn = (element: Element | undefined): {lang: string; text: string}[] =>
  (element ? childrenOf(element, 'form') : []).flatMap((one) => {
    const text = childrenOf(one, 'text').map(textIn).join('')
    return text ? [{lang: one.attributes.lang ?? '', text}] : []
  })

/** That of the language asked for, else the first. */
const textFor = (element: Element | undefined, language: string): string | undefined => {
  const forms = formsIn(element)
  return (forms.find(({lang}) => lang === language) ?? forms[0])?.text
}

const traits = (element: Element, name: string): string[] =>
  childrenOf(element, 'trait')
    .filter(({attributes}) => attributes.name === name)
    .flatMap(({attributes}) => attributes.value || [])

const field = (element: Element, type: string): Element | undefined => childrenOf(element, 'field').find(({attributes}) => attributes.type === type)

/** FieldWorks has states of its own for senses. */
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
const statusOf = (element: Element): Status | undefined => STATES.get(traits(element, 'status')[0] ?? '')
const certaintyOf = (element: Element): Certainty | undefined => oneOf(['attested', 'inferred', 'unknown'], traits(element, 'certainty')[0])

function readSense(sense: Element, meanings: string): Sense[] {
  const glosses = childrenOf(sense, 'gloss')
  const lang = (glosses.find((gloss) => gloss.attributes.lang === meanings) ?? glosses[0])?.attributes.lang
  const glossed = glosses.filter(({attributes}) => attributes.lang === lang).flatMap((gloss) => childrenOf(gloss, 'text').map(textIn))
  const definition = textFor(childrenOf(sense, 'definition')[0], meanings) ?? glossed.filter(Boolean).join('; ')
  return definition ? [present({definition, certainty: certaintyOf(sense), status: statusOf(sense)})] : []
}

/** `The Memoirs, chapter 103, paragraph 77`, each part optional. */
const readAttestation = (line: string): Attestation => {
  const [, work, chapter, paragraph] = /^(.*?)(?:(?:^|, )chapter (\d+))?(?:(?:^|, )paragraph (\d+))?$/su.exec(line) ?? []
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

/** What a headword is chosen from, before it is known which language it is of. */
interface Spelt {
  readonly spellings: readonly {readonly lang: string; readonly text: string}[]
  readonly type: string | undefined
}

const headwordIn = ({spellings: all, type}: Spelt, language: string): string | undefined => {
  const found = (all.find(({lang}) => lang === language) ?? all[0])?.text
  return found && withHyphens(found, type)
}

function readEntry(entry: Element, headword: string, {language, meanings, headwordOf}: Knowledge): Entry {
  const senses = sensesIn(entry)
  const relations = [entry, ...senses].flatMap((element) => childrenOf(element, 'relation')).filter(({attributes}) => attributes.ref)
  const isPart = (relation: Element) => relation.attributes.type === BUILT_OF && traits(relation, 'variant-type').length === 0
  const referred = (list: Element[]) => list.map(({attributes}) => headwordOf(attributes.ref as string))
  const variants = childrenOf(entry, 'variant')
  const isForm = (variant: Element) => traits(variant, 'variant-type').some((kind) => kind === INFLECTED || kind === IRREGULAR)
  const type = traits(entry, 'morph-type')[0]
  const others = spellings(entry)
    .map(({text}) => withHyphens(text, type))
    .filter((text) => text !== headword)
  const [count = ''] = traits(entry, 'count')
  return present({
    headword,
    kind: oneOf(['word', 'name'], traits(entry, 'kind')[0]),
    partOfSpeech:
      senses
        .flatMap((sense) => childrenOf(sense, 'grammatical-info'))
        .map(({attributes}) => attributes.value)
        .find(Boolean) ?? undefined,
    senses: senses.flatMap((sense) => readSense(sense, meanings)),
    forms: variants.filter(isForm).flatMap((variant): InflectedForm[] => {
      const text = textFor(variant, language)
      return text ? [present({form: text, meaning: textFor(field(variant, 'meaning'), meanings)})] : []
    }),
    variants: [...others, ...variants.filter((variant) => !isForm(variant)).flatMap((variant) => formsIn(variant).map(({text}) => text))],
    certainty: certaintyOf(entry),
    notes:
      [entry, ...senses]
        .flatMap((element) => childrenOf(element, 'note'))
        .flatMap((note) => textFor(note, meanings) ?? [])
        .join('\n') || undefined,
    see: referred(relations.filter((relation) => !isPart(relation))),
    attestations: (textFor(field(entry, 'attestations'), meanings) ?? '').split('\n').filter(Boolean).map(readAttestation),
    parts: referred(relations.filter(isPart)),
    attachesTo: traits(entry, 'attaches-to'),
    gives: traits(entry, 'gives')[0],
    slot: traits(entry, 'slot')[0],
    seams: traits(entry, 'seam'),
    status: statusOf(entry),
    count: /^\d+$/u.test(count) ? Number(count) : undefined,
  })
}

const sensesIn = (element: Element): Element[] => childrenOf(element, 'sense', 'subsense').flatMap((sense) => [sense, ...sensesIn(sense)])

/** The language of most headwords; where two are even, of the first. */
function commonest(languages: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1)
  return [...counts].reduce<[string, number] | undefined>((best, one) => (best && best[1] >= one[1] ? best : one), undefined)?.[0]
}

/** The languages of all that an entry is explained in. */
const meaningLanguages = (entry: Element): string[] => [
  ...sensesIn(entry).flatMap((sense) => [
    ...childrenOf(sense, 'gloss').flatMap(({attributes}) => attributes.lang || []),
    ...childrenOf(sense, 'definition', 'note').flatMap((element) => formsIn(element).map(({lang}) => lang)),
  ]),
  ...childrenOf(entry, 'note', 'field').flatMap((element) => formsIn(element).map(({lang}) => lang)),
  ...childrenOf(entry, 'variant').flatMap((variant) => formsIn(field(variant, 'meaning')).map(({lang}) => lang)),
]

/** The one that is asked for, where the file has it; else that of most. */
const meaningLanguageOf = (languages: readonly string[], {definitionLanguage}: ReadOptions): string =>
  languages.find((language) => language === definitionLanguage) ?? commonest(languages) ?? definitionLanguage ?? 'en'

/** Programs leave the stumps of entries that were deleted, for others to delete them as well. */
const isThere = ({attributes}: Element): boolean => !attributes.dateDeleted

/** What must be known of all entries before one can be read. */
interface Known {
  /** By id of an entry or sense: the number of the entry. */
  readonly ids: Ids<number>
  readonly spelt: readonly Spelt[]
  /** The languages of explanations, each as often as it is met. */
  readonly explained: readonly string[]
}

function survey(entries: Iterable<Element>, options: ReadOptions): Known {
  const ids = idsBy<number>('id', options)
  const spelt: Spelt[] = []
  const explained: string[] = []
  for (const entry of entries) {
    if (!isThere(entry)) continue
    for (const element of [entry, ...sensesIn(entry)]) ids.add(element, spelt.length)
    const all = spellings(entry)
    if (all.length === 0) throw wrong(options, placeOf(entry), 'expected a <lexical-unit> with text in <entry>, got none')
    spelt.push({spellings: all, type: traits(entry, 'morph-type')[0]})
    for (const lang of meaningLanguages(entry)) explained.push(lang)
  }
  return {ids, spelt, explained}
}

export function readLift(input: Written, options: ReadOptions = {}): Dictionary {
  const {root, entries} = openXml(input, {roots: ['lift'], entries: ['entry']}, options)
  const [description] = childrenOf(root, 'header').flatMap((header) => childrenOf(header, 'description'))
  const {ids, spelt, explained} = survey(entries(), options)
  const meanings = meaningLanguageOf([...formsIn(description).map(({lang}) => lang), ...explained], options)
  const spoken = commonest(spelt.flatMap((one) => one.spellings[0]?.lang || []))
  const languages = languagesOf({language: spoken, definitionLanguage: meanings}, options)
  // As the file calls it, which need not be a tag.
  const language = spoken ?? languages.language
  const headwords = spelt.map((one) => headwordIn(one, language) as string)
  const headwordOf = (ref: string): string => {
    const target = ids.get(ref)
    return (target === undefined ? undefined : headwords[target]) ?? (ref.replace(/_[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u, '') || ref)
  }
  const lines = textFor(description, meanings)?.split('\n') ?? []
  const after = (label: string) => lines.find((line) => line.startsWith(label))?.slice(label.length) || undefined
  const heading = present({
    ...languages,
    name: lines.find((line) => line && !/^(?:Licence|Source): /u.test(line)),
    licence: after('Licence: '),
    source: after('Source: '),
  })
  const read: Entry[] = []
  for (const entry of entries()) {
    if (isThere(entry)) read.push(readEntry(entry, headwords[read.length] as string, {language, meanings, headwordOf}))
  }
  return checked({...heading, entries: read}, options)
}
