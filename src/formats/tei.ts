import type {Element} from 'xast'
import {x} from 'xastscript'
import {formOf, isAffix, senseOf, standing} from '../lexicon/entry.js'
import type {Certainty, Dictionary, DictionaryFormat, Entry, ReadOptions, Sense, Status, WriteOptions, Written} from '../types.js'
import {type Names, namesOf, xmlId} from './ids.js'
import {checked, wrong} from './input.js'
import {childrenOf, lineOf, localName, printable, rootOf, textIn, uniqueIds, within, written} from './xml.js'

export interface TeiWriteOptions extends WriteOptions {
  /** BCP 47, of meanings and notes. Default `'en'`. */
  readonly meaningLanguage?: string | undefined
}

/** `cert`, as TEI P5 knows it (teidata.certainty). */
const CERT: Readonly<Record<Certainty, string>> = {attested: 'high', inferred: 'low', unknown: 'unknown'}
const CERTAINTY: Readonly<Record<string, Certainty>> = {high: 'attested', medium: 'inferred', low: 'inferred', unknown: 'unknown'}

/** White space around the end of a line is that of whoever indented the file. */
const unfolded = (text: string): string => text.replace(/[ \t\r]*\n[ \t\r\n]*/gu, ' ')

/** Only notes have lines; everything else is one. */
const lined = (entry: Entry): Entry =>
  JSON.parse(JSON.stringify(entry), (key, value) => (typeof value === 'string' && key !== 'notes' ? unfolded(value) : value))

const each = <T>(values: readonly T[] | T | undefined, make: (value: T, index: number) => Element): Element[] => ([values ?? []].flat() as T[]).map(make)

function writeEntry({entry, id}: Names['entries'][number], {language, find}: {language: string; find: Names['find']}, meaning: {'xml:lang': string}): Element {
  const grams = [
    ...each(entry.partOfSpeech, (value) => x('gram', {type: 'pos'}, value)),
    ...each(entry.attachesTo, (value) => x('gram', {type: 'attachesTo'}, value)),
    ...each(entry.gives, (value) => x('gram', {type: 'gives'}, value)),
    ...each(entry.slot, (value) => x('gram', {type: 'slot'}, value)),
    ...each(entry.seams, (value) => x('gram', {type: 'seam'}, value)),
  ]
  const refTo = (headword: string) => {
    const target = find(headword)
    return x('xr', {type: 'related'}, [x('ref', {type: 'entry', ...(target !== undefined && {target: `#${target}`})}, headword)])
  }
  const status = (value: Status) => x('note', {type: 'status'}, value)
  const lines = (note: string) => (note.includes('\n') ? note.split('\n').map((line) => x('p', {}, line)) : [note])
  const attributes = {'xml:id': id, 'xml:lang': language, type: isAffix(entry) ? 'affix' : 'mainEntry', subtype: entry.kind}
  return x('entry', {...attributes, cert: entry.certainty && CERT[entry.certainty]}, [
    x('form', {type: 'lemma'}, [x('orth', {}, entry.headword)]),
    ...each(entry.variants, (variant) => x('form', {type: 'variant'}, [x('orth', {}, variant)])),
    ...each(entry.forms?.map(formOf), ({form, meaning: says}) =>
      x('form', {type: 'inflected'}, [x('orth', {}, form), ...each(says, (value) => x('gloss', meaning, value))]),
    ),
    ...(grams.length > 0 ? [x('gramGrp', {}, grams)] : []),
    ...each(entry.count, (value) => x('usg', {type: 'frequency'}, value)),
    ...each(entry.senses?.map(senseOf), (sense, index) =>
      x('sense', {'xml:id': `${id}.s${index + 1}`, cert: sense.certainty && CERT[sense.certainty]}, [
        x('def', meaning, sense.definition),
        ...each(sense.status, status),
      ]),
    ),
    ...(entry.parts?.length
      ? [x('etym', {type: entry.parts.some((headword) => isAffix({headword})) ? 'derivation' : 'compounding'}, entry.parts.map(refTo))]
      : []),
    ...each(entry.see, refTo),
    ...each(entry.notes, (note) => x('note', meaning, lines(note))),
    ...each(entry.status, status),
    ...each(entry.attestations, ({work, chapter, paragraph}) =>
      x('bibl', {type: 'attestation'}, [
        ...each(work, (title) => x('title', {}, title)),
        ...each(chapter, (number) => x('biblScope', {unit: 'chapter'}, number)),
        ...each(paragraph, (number) => x('biblScope', {unit: 'paragraph'}, number)),
      ]),
    ),
  ])
}

function writeHeader({language, name, licence, source, spelling, inflection}: Dictionary, options: TeiWriteOptions, meaningLanguage: string): Element {
  const availability = licence === undefined ? {status: 'unknown'} : {}
  return x('teiHeader', {}, [
    x('fileDesc', {}, [
      x('titleStmt', {}, [x('title', {type: 'full'}, name ?? options.name ?? language)]),
      x('publicationStmt', {}, [x('publisher', {}), x('availability', availability, [x('licence', {}, licence)])]),
      ...each(source, (title) =>
        x('sourceDesc', {}, [
          x('listBibl', {type: 'literature'}, [x('biblStruct', {}, [x('monogr', {}, [x('title', {}, title), x('imprint', {}, [x('date', {})])])])]),
        ]),
      ),
    ]),
    x('profileDesc', {}, [
      x('langUsage', {}, [
        x('language', {ident: language, role: 'objectLanguage'}, name ?? language),
        x('language', {ident: meaningLanguage, role: 'workingLanguage'}, meaningLanguage),
      ]),
    ]),
    // Nothing in TEI says how a language is spelt and inflected; what it has not, stands here as it is.
    ...(spelling || inflection ? [x('xenoData', {type: 'application/json'}, JSON.stringify({spelling, inflection}))] : []),
  ])
}

function write(dictionary: Dictionary, options: TeiWriteOptions = {}): string {
  const {meaningLanguage = 'en'} = options
  const clean = printable(standing(dictionary))
  const heading = Object.fromEntries(
    Object.entries(clean).map(([key, value]) => [key, typeof value === 'string' ? unfolded(value) : value]),
  ) as unknown as Dictionary
  const names = namesOf({entries: clean.entries.map(lined)}, xmlId)
  const known = {language: heading.language, find: names.find}
  const entries = names.entries.map((named) => writeEntry(named, known, {'xml:lang': meaningLanguage}))
  const body = entries.length > 0 ? entries : [x('p', {})]
  return written(
    x('TEI', {xmlns: 'http://www.tei-c.org/ns/1.0', type: 'lex-0'}, [writeHeader(heading, options, meaningLanguage), x('text', {}, [x('body', {}, body)])]),
  )
}

/** What an element says: nothing, if that is nothing. */
function said(element: Element | undefined): string | undefined {
  const text = element ? textIn(element) : ''
  return (text.includes('\n') ? unfolded(text).trim() : text) || undefined
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
  said(childrenOf(element, 'note').find(({attributes}) => attributes.type === 'status')) as Status | undefined

/** `orth` with the type of the form around it. */
function orthsIn(element: Element, type?: string | null): {orth: string; type: string | null | undefined; form: Element}[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element') return []
    if (localName(child) === 'form') return orthsIn(child, child.attributes.type ?? type)
    const orth = localName(child) === 'orth' ? said(child) : undefined
    return orth === undefined ? [] : [{orth, type, form: element}]
  })
}

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

const present = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))) as T

const numberIn = (element: Element | undefined): number | undefined => {
  const text = element && textIn(element).trim()
  return text && /^\d+$/u.test(text) ? Number(text) : undefined
}

function readEntry(element: Element, {headwordOf, options}: {headwordOf: (ref: Element) => string | undefined; options: ReadOptions}): Entry {
  const forms = [...orthsIn(element), ...childrenOf(element, 'hom').flatMap((hom) => orthsIn(hom))]
  const lemma = forms.find(({type}) => type !== 'variant' && !INFLECTED.has(type)) ?? forms[0]
  if (!lemma) throw wrong(options, lineOf(element), `expected <orth> in <${element.name}>, got none`)
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
    kind: subtype === 'name' || subtype === 'word' ? subtype : undefined,
    partOfSpeech: said(pos) ?? pos?.attributes.norm ?? pos?.attributes.value ?? undefined,
    senses: sensesOf(element),
    forms: others.filter(({type}) => INFLECTED.has(type)).map(({orth, form}) => present({form: orth, meaning: said(childrenOf(form, 'gloss')[0])})),
    variants: others.filter(({type}) => !INFLECTED.has(type)).map(({orth}) => orth),
    certainty: cert(element),
    notes:
      childrenOf(element, 'note')
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

const NAMES = ['TEI', 'TEI.2', 'teiCorpus']

const entriesIn = (element: Element): Element[] => within(element, NESTED).flatMap((entry) => [entry, ...entriesIn(entry)])

function* elementsIn(element: Element): Generator<Element> {
  yield element
  for (const child of element.children) if (child.type === 'element') yield* elementsIn(child)
}

function read(input: Written, options: ReadOptions = {}): Dictionary {
  const root = rootOf(input, NAMES, options)
  const byId = uniqueIds(elementsIn(root), 'xml:id', options)
  const elements = entriesIn(root)
  const isEntry = new Set(elements)
  const headwordOf = (ref: Element): string | undefined => {
    const target = byId.get(ref.attributes.target?.replace(/^#/u, '') ?? '')
    return ref.attributes.type === 'bibliography' ? undefined : ((target && isEntry.has(target) ? orthsIn(target)[0]?.orth : undefined) ?? said(ref))
  }
  const [header = root] = childrenOf(root, 'teiHeader')
  const first = (...names: string[]): Element | undefined => within(header, names)[0]
  const languages = within(header, ['language'])
  const stated = languages.find(({attributes}) => attributes.role === 'objectLanguage' || attributes.role === 'sourceLanguage')?.attributes.ident
  const language = stated ?? elements.map(({attributes}) => attributes['xml:lang']).find(Boolean) ?? options.language ?? 'art-x-unknown'
  const title = said(first('titleStmt') && within(first('titleStmt') as Element, ['title'])[0])
  const heading = present({
    language,
    name: title === language ? undefined : title,
    licence: said(first('licence')),
    source: said(first('sourceDesc')),
    ...spellingIn(header, options),
  })
  return checked({...heading, entries: elements.map((element) => readEntry(element, {headwordOf, options}))}, options)
}

/** How the language is spelt and inflected, as `write` puts it into the header. */
function spellingIn(header: Element, options: ReadOptions): Pick<Dictionary, 'spelling' | 'inflection'> {
  const data = within(header, ['xenoData']).find(({attributes}) => attributes.type === 'application/json')
  if (!data) return {}
  try {
    const {spelling, inflection} = JSON.parse(textIn(data)) as Dictionary
    return {spelling, inflection}
  } catch {
    throw wrong(options, lineOf(data), 'expected JSON in <xenoData>')
  }
}

/**
 * TEI, to be more exact TEI Lex-0 (dariah-eric.github.io/lexicalresources), for dictionaries in research archives. Reads other TEI P5
 * dictionaries as well: of a sense it takes the definitions, else the translations; examples, etymologies and usage are left out.
 * Writes no evidence. White space around line breaks becomes one blank, but in notes; what XML cannot hold becomes U+FFFD.
 */
export const tei = {name: 'tei', extension: 'xml', mediaType: 'application/tei+xml', read, write} as const satisfies DictionaryFormat
