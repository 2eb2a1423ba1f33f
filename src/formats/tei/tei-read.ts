import type {Element} from 'xast'
import type {Certainty, Dictionary, Entry, Sense, Status} from '../../lexicon/types.js'
import {fileError, passOver, resolveLanguages, validateDictionary} from '../shared/input.js'
import {
  booleanIn,
  childrenOf,
  createIdIndex,
  descendantsOf,
  type IdIndex,
  joinPronunciations,
  lineLabel,
  localName,
  omitEmpty,
  oneOf,
  textContentOf,
  unwrapLines,
} from '../shared/xml-elements.js'
import {openXml} from '../shared/xml-read.js'
import type {FormatOutput, ReadOptions} from '../types.js'

/** Values of `cert` in TEI P5 (teidata.certainty). */
const CERTAINTY: Readonly<Record<string, Certainty>> = {high: 'attested', medium: 'inferred', low: 'inferred', unknown: 'unknown'}

/** Returns the text of an element without indentation, or undefined if it is empty. */
function textOf(element: Element | undefined): string | undefined {
  const text = element ? textContentOf(element) : ''
  const line = unwrapLines(text)
  return (line === text ? text : line.trim()) || undefined
}

const cert = ({attributes}: Element): Certainty | undefined => CERTAINTY[attributes.cert ?? '']

const ENTRY_NAMES = ['entry', 'entryFree', 're']
/** Types of forms that are not spellings of the headword. */
const INFLECTED: ReadonlySet<string | null | undefined> = new Set(['inflected', 'paradigm'])

const noteOf = (element: Element): string => {
  const lines = childrenOf(element, 'p')
  return lines.length > 0 ? lines.map((line) => textOf(line) ?? '').join('\n') : (textOf(element) ?? '')
}

const statusOf = (element: Element): Status | undefined =>
  oneOf(['proposed', 'accepted', 'rejected'], textOf(childrenOf(element, 'note').find(({attributes}) => attributes.type === 'status')))

interface Form {
  readonly orth: string
  /** Type of the enclosing form. */
  readonly type: string | null | undefined
  readonly form: Element
}

/** Returns every `orth` of an entry and its homographs. */
function formsIn(element: Element, type?: string | null): Form[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element') return []
    if (localName(child) === 'form' || localName(child) === 'hom') return formsIn(child, child.attributes.type ?? type)
    const orth = localName(child) === 'orth' ? textOf(child) : undefined
    return orth === undefined ? [] : [{orth, type, form: element}]
  })
}

/** Returns the form that contains the headword. */
const lemmaOf = (forms: readonly Form[]): Form | undefined => forms.find(({type}) => type !== 'variant' && !INFLECTED.has(type)) ?? forms[0]

/** Returns the definitions of an entry, or its translations if there are none. */
function sensesOf(entry: Element): Sense[] {
  const meanings = (element: Element): string | undefined => {
    const own = childrenOf(element, 'def', 'gloss').map(textOf)
    const cits = childrenOf(element, 'cit').filter(({attributes}) => attributes.type?.startsWith('trans'))
    const all = own.some((text) => text !== undefined) ? own : cits.flatMap((cit) => descendantsOf(cit, ['quote', 'orth'])).map(textOf)
    return all.filter((text) => text !== undefined).join('; ') || undefined
  }
  return [entry, ...sensesIn(entry)].flatMap((element) => {
    const definition = meanings(element)
    const [certainty, status] = element === entry ? [] : [cert(element), statusOf(element)]
    return definition === undefined ? [] : [{definition, ...(certainty && {certainty}), ...(status && {status})}]
  })
}

const sensesIn = (element: Element): Element[] => descendantsOf(element, ['sense'], [...ENTRY_NAMES, 'etym']).flatMap((sense) => [sense, ...sensesIn(sense)])

const numberIn = (element: Element | undefined): number | undefined => {
  const text = element && textContentOf(element).trim()
  return text && /^\d+$/u.test(text) ? Number(text) : undefined
}

/** Returns the pronunciations of the headword. */
function pronunciationOf(entry: Element): string | undefined {
  const inForms = (element: Element): Element[] =>
    childrenOf(element, 'form', 'hom')
      .filter(({attributes}) => attributes.type !== 'variant' && !INFLECTED.has(attributes.type))
      .flatMap((form) => [...childrenOf(form, 'pron'), ...inForms(form)])
  const texts = [...childrenOf(entry, 'pron'), ...inForms(entry)].flatMap((pron) => textOf(pron) ?? [])
  return joinPronunciations(texts)
}

function readEntry(element: Element, {headwordOf, options}: {headwordOf: (ref: Element) => string | undefined; options: ReadOptions}): Entry | undefined {
  const forms = formsIn(element)
  const lemma = lemmaOf(forms)
  if (!lemma) {
    passOver(options, lineLabel(element), `passed over an entry without a word in <orth>`)
    return undefined
  }
  const others = forms.filter((form) => form !== lemma)
  const grams = descendantsOf(element, ['gramGrp'], [...ENTRY_NAMES, 'cit', 'etym']).flatMap((group) => childrenOf(group, 'gram', 'pos'))
  const gram = (type: string): string[] =>
    grams
      .filter((one) => one.attributes.type === type)
      .map(textOf)
      .filter((text) => text !== undefined)
  const pos = [...grams, ...childrenOf(element, 'pos')].find((one) => one.attributes.type === 'pos' || localName(one) === 'pos')
  const refs = (holder: Element): string[] =>
    descendantsOf(holder, ['ref', 'ptr'], [...ENTRY_NAMES, 'cit', 'bibl'])
      .map(headwordOf)
      .filter((headword) => headword !== undefined)
  const etyms = childrenOf(element, 'etym').filter(({attributes}) => attributes.type === 'compounding' || attributes.type === 'derivation')
  const {subtype} = element.attributes
  return omitEmpty({
    headword: lemma.orth,
    kind: oneOf(['word', 'name'], subtype),
    partOfSpeech: textOf(pos) ?? pos?.attributes.norm ?? pos?.attributes.value ?? undefined,
    pronunciation: pronunciationOf(element),
    senses: sensesOf(element),
    forms: others.filter(({type}) => INFLECTED.has(type)).map(({orth, form}) => omitEmpty({form: orth, meaning: textOf(childrenOf(form, 'gloss')[0])})),
    variants: others.filter(({type}) => !INFLECTED.has(type)).map(({orth}) => orth),
    caseSensitive: booleanIn(gram('caseSensitive')[0]),
    certainty: cert(element),
    notes:
      descendantsOf(element, ['note'], [...ENTRY_NAMES, 'form', 'cit', 'etym', 'bibl'])
        .filter(({attributes}) => attributes.type !== 'status')
        .map(noteOf)
        .filter(Boolean)
        .join('\n') || undefined,
    see: descendantsOf(element, ['xr'], [...ENTRY_NAMES, 'etym', 'cit', 'def']).flatMap(refs),
    attestations: childrenOf(element, 'bibl')
      .filter(({attributes}) => attributes.type === 'attestation')
      .map((bibl) => {
        const scope = (unit: string) => numberIn(childrenOf(bibl, 'biblScope').find(({attributes}) => attributes.unit === unit))
        return omitEmpty({work: textOf(childrenOf(bibl, 'title')[0]), chapter: scope('chapter'), paragraph: scope('paragraph')})
      }),
    parts: etyms.flatMap((etym) => childrenOf(etym, 'xr').flatMap(refs)),
    attachesTo: gram('attachesTo'),
    gives: gram('gives')[0],
    slot: gram('slot')[0],
    seams: gram('seam'),
    status: statusOf(element),
    count: numberIn(childrenOf(element, 'usg').find(({attributes}) => attributes.type === 'frequency')),
  })
}

/** `TEI.2` is the root in P4. */
const ROOTS = ['TEI', 'TEI.2', 'teiCorpus']

const entriesIn = (element: Element): Element[] => descendantsOf(element, ENTRY_NAMES).flatMap((entry) => [entry, ...entriesIn(entry)])

function* elementsIn(element: Element): Generator<Element> {
  yield element
  for (const child of element.children) if (child.type === 'element') yield* elementsIn(child)
}

/** Returns the language stated for the first meaning of an entry. */
const langOfMeaning = (entry: Element): string | undefined =>
  descendantsOf(entry, ['def', 'cit'], ENTRY_NAMES)
    .filter((element) => localName(element) === 'def' || element.attributes.type?.startsWith('trans'))
    .map(({attributes}) => attributes['xml:lang'])
    .find((lang) => typeof lang === 'string') ?? undefined

/** What readers need to know about all entries before they read one. */
interface SurveyResult {
  /** Headwords by the ids of elements in their entries; undefined for other elements. */
  readonly ids: IdIndex<string | undefined>
  /** The first languages that entries state for words and for meanings. */
  readonly objectLanguage: string | undefined
  readonly meaningLanguage: string | undefined
}

function survey(root: Element, entries: Iterable<Element>, options: ReadOptions): SurveyResult {
  const ids = createIdIndex<string | undefined>('xml:id', options)
  for (const element of elementsIn(root)) ids.add(element, undefined)
  let [objectLanguage, meaningLanguage]: (string | undefined)[] = []
  for (const outer of entries) {
    objectLanguage ||= outer.attributes['xml:lang'] ?? undefined
    meaningLanguage ||= langOfMeaning(outer)
    const headwords = new Map([outer, ...entriesIn(outer)].map((entry) => [entry, lemmaOf(formsIn(entry))?.orth]))
    for (const element of elementsIn(outer)) ids.add(element, headwords.get(element))
  }
  return {ids, objectLanguage, meaningLanguage}
}

export function readTei(input: FormatOutput, options: ReadOptions = {}): Dictionary {
  const {root, entries} = openXml(input, {roots: ROOTS, entries: ENTRY_NAMES}, options)
  const {ids, objectLanguage, meaningLanguage} = survey(root, entries(), options)
  const headwordOf = (ref: Element): string | undefined => {
    const headword = ids.get(ref.attributes.target?.replace(/^#/u, '') ?? '')
    return ref.attributes.type === 'bibliography' ? undefined : (headword ?? textOf(ref))
  }
  const [header = root] = childrenOf(root, 'teiHeader')
  const first = (name: string): Element | undefined => descendantsOf(header, [name])[0]
  const named = descendantsOf(header, ['language'])
  const stated = (...roles: readonly string[]) => named.find(({attributes}) => roles.includes(attributes.role ?? ''))?.attributes.ident
  const languages = resolveLanguages(
    {
      language: stated('objectLanguage', 'sourceLanguage') ?? objectLanguage,
      definitionLanguage: stated('workingLanguage', 'targetLanguage') ?? meaningLanguage,
    },
    options,
  )
  // The first title in a header is that of the file (P5, section 2.2).
  const title = textOf(first('title'))
  const heading = omitEmpty({
    ...languages,
    name: title === languages.language ? undefined : title,
    licence: textOf(first('licence')),
    source: textOf(first('sourceDesc')),
    ...spellingIn(header, options),
  })
  const read: Entry[] = []
  for (const outer of entries())
    for (const entry of [outer, ...entriesIn(outer)]) {
      const found = readEntry(entry, {headwordOf, options})
      if (found) read.push(found)
    }
  return validateDictionary({...heading, entries: read}, options)
}

/** Returns spelling and inflection of the language, which `write` puts into the header. */
function spellingIn(header: Element, options: ReadOptions): Pick<Dictionary, 'spelling' | 'inflection'> {
  const data = descendantsOf(header, ['xenoData']).find(({attributes}) => attributes.type === 'application/json')
  if (!data) return {}
  try {
    const {spelling, inflection} = JSON.parse(textContentOf(data)) as Dictionary
    return {spelling, inflection}
  } catch {
    throw fileError(options, lineLabel(data), 'expected JSON in <xenoData>')
  }
}
