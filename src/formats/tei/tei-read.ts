import type {Element} from 'xast'
import type {Certainty, Dictionary, Entry, Sense, Status} from '../../lexicon/types.js'
import {checked, languagesOf, wrong} from '../shared/input.js'
import {childrenOf, type Ids, idsBy, localName, oneOf, placeOf, present, textIn, unfolded, within} from '../shared/xml.js'
import {openXml} from '../shared/xml-read.js'
import type {ReadOptions, Written} from '../types.js'

/** `cert`, as TEI P5 knows it (teidata.certainty). */
const CERTAINTY: Readonly<Record<string, Certainty>> = {high: 'attested', medium: 'inferred', low: 'inferred', unknown: 'unknown'}

/** What an element says: nothing, if that is nothing. */
function said(element: Element | undefined): string | undefined {
  const text = element ? textIn(element) : ''
  const line = unfolded(text)
  return (line === text ? text : line.trim()) || undefined
}

const cert = ({attributes}: Element): Certainty | undefined => CERTAINTY[attributes.cert ?? '']

const NESTED = ['entry', 'entryFree', 're']
/** Forms that are no other spelling of the headword. */
const INFLECTED: ReadonlySet<string | null | undefined> = new Set(['inflected', 'paradigm'])

const noteOf = (element: Element): string => {
  const lines = childrenOf(element, 'p')
  return lines.length > 0 ? lines.map((line) => said(line) ?? '').join('\n') : (said(element) ?? '')
}

const statusOf = (element: Element): Status | undefined =>
  oneOf(['proposed', 'accepted', 'rejected'], said(childrenOf(element, 'note').find(({attributes}) => attributes.type === 'status')))

interface Form {
  readonly orth: string
  /** Of the form around it. */
  readonly type: string | null | undefined
  readonly form: Element
}

/** Every `orth` of an entry, and of its homographs. */
function formsIn(element: Element, type?: string | null): Form[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element') return []
    if (localName(child) === 'form' || localName(child) === 'hom') return formsIn(child, child.attributes.type ?? type)
    const orth = localName(child) === 'orth' ? said(child) : undefined
    return orth === undefined ? [] : [{orth, type, form: element}]
  })
}

/** The form that an entry stands under. */
const lemmaOf = (forms: readonly Form[]): Form | undefined => forms.find(({type}) => type !== 'variant' && !INFLECTED.has(type)) ?? forms[0]

/** Definitions; where a dictionary has none, its translations. */
function sensesOf(entry: Element): Sense[] {
  const meanings = (element: Element): string | undefined => {
    const own = childrenOf(element, 'def', 'gloss').map(said)
    const cits = childrenOf(element, 'cit').filter(({attributes}) => attributes.type?.startsWith('trans'))
    const all = own.some((text) => text !== undefined) ? own : cits.flatMap((cit) => within(cit, ['quote', 'orth'])).map(said)
    return all.filter((text) => text !== undefined).join('; ') || undefined
  }
  return [entry, ...sensesIn(entry)].flatMap((element) => {
    const definition = meanings(element)
    const [certainty, status] = element === entry ? [] : [cert(element), statusOf(element)]
    return definition === undefined ? [] : [{definition, ...(certainty && {certainty}), ...(status && {status})}]
  })
}

const sensesIn = (element: Element): Element[] => within(element, ['sense'], [...NESTED, 'etym']).flatMap((sense) => [sense, ...sensesIn(sense)])

const numberIn = (element: Element | undefined): number | undefined => {
  const text = element && textIn(element).trim()
  return text && /^\d+$/u.test(text) ? Number(text) : undefined
}

function readEntry(element: Element, {headwordOf, options}: {headwordOf: (ref: Element) => string | undefined; options: ReadOptions}): Entry {
  const forms = formsIn(element)
  const lemma = lemmaOf(forms)
  if (!lemma) throw wrong(options, placeOf(element), `expected <orth> in <${element.name}>, got none`)
  const others = forms.filter((form) => form !== lemma)
  const grams = within(element, ['gramGrp'], [...NESTED, 'cit', 'etym']).flatMap((group) => childrenOf(group, 'gram', 'pos'))
  const gram = (type: string): string[] =>
    grams
      .filter((one) => one.attributes.type === type)
      .map(said)
      .filter((text) => text !== undefined)
  const pos = [...grams, ...childrenOf(element, 'pos')].find((one) => one.attributes.type === 'pos' || localName(one) === 'pos')
  const refs = (holder: Element): string[] =>
    within(holder, ['ref', 'ptr'], [...NESTED, 'cit', 'bibl'])
      .map(headwordOf)
      .filter((headword) => headword !== undefined)
  const etyms = childrenOf(element, 'etym').filter(({attributes}) => attributes.type === 'compounding' || attributes.type === 'derivation')
  const {subtype} = element.attributes
  return present({
    headword: lemma.orth,
    kind: oneOf(['word', 'name'], subtype),
    partOfSpeech: said(pos) ?? pos?.attributes.norm ?? pos?.attributes.value ?? undefined,
    senses: sensesOf(element),
    forms: others.filter(({type}) => INFLECTED.has(type)).map(({orth, form}) => present({form: orth, meaning: said(childrenOf(form, 'gloss')[0])})),
    variants: others.filter(({type}) => !INFLECTED.has(type)).map(({orth}) => orth),
    certainty: cert(element),
    notes:
      within(element, ['note'], [...NESTED, 'form', 'cit', 'etym', 'bibl'])
        .filter(({attributes}) => attributes.type !== 'status')
        .map(noteOf)
        .filter(Boolean)
        .join('\n') || undefined,
    see: within(element, ['xr'], [...NESTED, 'etym', 'cit', 'def']).flatMap(refs),
    attestations: childrenOf(element, 'bibl')
      .filter(({attributes}) => attributes.type === 'attestation')
      .map((bibl) => {
        const scope = (unit: string) => numberIn(childrenOf(bibl, 'biblScope').find(({attributes}) => attributes.unit === unit))
        return present({work: said(childrenOf(bibl, 'title')[0]), chapter: scope('chapter'), paragraph: scope('paragraph')})
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

/** `TEI.2` is that of P4. */
const ROOTS = ['TEI', 'TEI.2', 'teiCorpus']

const entriesIn = (element: Element): Element[] => within(element, NESTED).flatMap((entry) => [entry, ...entriesIn(entry)])

function* elementsIn(element: Element): Generator<Element> {
  yield element
  for (const child of element.children) if (child.type === 'element') yield* elementsIn(child)
}

/** The language that the first meaning of an entry is said to be in. */
const langOfMeaning = (entry: Element): string | undefined =>
  within(entry, ['def', 'cit'], NESTED)
    .filter((element) => localName(element) === 'def' || element.attributes.type?.startsWith('trans'))
    .map(({attributes}) => attributes['xml:lang'])
    .find((lang) => typeof lang === 'string') ?? undefined

/** What must be known of all entries before one can be read. */
interface Known {
  /** Headwords, by the ids of their entries. */
  readonly ids: Ids<string | undefined>
  /** The languages that the first entries state for words and for meanings. */
  readonly spoken: string | undefined
  readonly meant: string | undefined
}

function survey(root: Element, entries: Iterable<Element>, options: ReadOptions): Known {
  const ids = idsBy<string | undefined>('xml:id', options)
  for (const element of elementsIn(root)) ids.add(element, undefined)
  let [spoken, meant]: (string | undefined)[] = []
  for (const outer of entries) {
    spoken ||= outer.attributes['xml:lang'] ?? undefined
    meant ||= langOfMeaning(outer)
    const headwords = new Map([outer, ...entriesIn(outer)].map((entry) => [entry, lemmaOf(formsIn(entry))?.orth]))
    for (const element of elementsIn(outer)) ids.add(element, headwords.get(element))
  }
  return {ids, spoken, meant}
}

export function readTei(input: Written, options: ReadOptions = {}): Dictionary {
  const {root, entries} = openXml(input, {roots: ROOTS, entries: NESTED}, options)
  const {ids, spoken, meant} = survey(root, entries(), options)
  const headwordOf = (ref: Element): string | undefined => {
    const headword = ids.get(ref.attributes.target?.replace(/^#/u, '') ?? '')
    return ref.attributes.type === 'bibliography' ? undefined : (headword ?? said(ref))
  }
  const [header = root] = childrenOf(root, 'teiHeader')
  const first = (name: string): Element | undefined => within(header, [name])[0]
  const named = within(header, ['language'])
  const stated = (...roles: readonly string[]) => named.find(({attributes}) => roles.includes(attributes.role ?? ''))?.attributes.ident
  const languages = languagesOf(
    {language: stated('objectLanguage', 'sourceLanguage') ?? spoken, definitionLanguage: stated('workingLanguage', 'targetLanguage') ?? meant},
    options,
  )
  // Of the titles in a header, that of the file comes first (P5, section 2.2).
  const title = said(first('title'))
  const heading = present({
    ...languages,
    name: title === languages.language ? undefined : title,
    licence: said(first('licence')),
    source: said(first('sourceDesc')),
    ...spellingIn(header, options),
  })
  const read: Entry[] = []
  for (const outer of entries()) for (const entry of [outer, ...entriesIn(outer)]) read.push(readEntry(entry, {headwordOf, options}))
  return checked({...heading, entries: read}, options)
}

/** How the language is spelt and inflected, as `write` puts it into the header. */
function spellingIn(header: Element, options: ReadOptions): Pick<Dictionary, 'spelling' | 'inflection'> {
  const data = within(header, ['xenoData']).find(({attributes}) => attributes.type === 'application/json')
  if (!data) return {}
  try {
    const {spelling, inflection} = JSON.parse(textIn(data)) as Dictionary
    return {spelling, inflection}
  } catch {
    throw wrong(options, placeOf(data), 'expected JSON in <xenoData>')
  }
}
