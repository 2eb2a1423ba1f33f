import type {Element} from 'xast'
import type {Dictionary, Entry, InflectedForm} from '../../lexicon/types.js'
import {joinNotes} from '../shared/conlang-notes.js'
import {htmlToText} from '../shared/html-text.js'
import {passOver, resolveLanguages, validateDictionary} from '../shared/input.js'
import {childrenOf, descendantsOf, lineLabel, omitEmpty, textContentOf} from '../shared/xml-elements.js'
import {openXml} from '../shared/xml-read.js'
import type {FormatOutput, ReadOptions} from '../types.js'

/** Reads PGDictionary.xml. Names are those of PGTUtil.java in PolyGlot; the second of two is that of versions before 2. */

/** Returns the text of the first child with one of these names. */
const textOf = (element: Element, ...names: readonly string[]): string | undefined => {
  const [found] = childrenOf(element, ...names)
  return (found && textContentOf(found).trim()) || undefined
}
const htmlOf = (element: Element, ...names: readonly string[]): string | undefined => htmlToText(textOf(element, ...names) ?? '') || undefined

/** Splits `id,value`. */
const splitPair = (text: string): [id: string, value: string] => {
  const comma = text.indexOf(',')
  return [text.slice(0, Math.max(0, comma)).trim(), text.slice(comma + 1).trim()]
}

/** A class of words, such as gender, with the names of its values by their ids. */
interface WordClass {
  readonly name: string
  readonly values: ReadonlyMap<string, string>
}

/** What stands outside of the words, by the ids that they refer to. */
interface LanguageTables {
  readonly partsOfSpeech: ReadonlyMap<string, string>
  readonly classes: ReadonlyMap<string, WordClass>
  readonly forms: ReadonlyMap<string, readonly {readonly form: string; readonly notes: string | undefined; readonly dimensions: readonly string[]}[]>
  /** For each part of speech the dimensions of its inflection, such as number: names of their values by their ids. */
  readonly dimensions: ReadonlyMap<string, readonly ReadonlyMap<string, string>[]>
}

/** Collects names by ids. */
const namesOf = (elements: readonly Element[], idNames: readonly string[], names: readonly string[]): Map<string, string> =>
  new Map(elements.flatMap((element) => [[textOf(element, ...idNames) ?? '', textOf(element, ...names) ?? ''] as const]).filter(([id, name]) => id && name))

function addTo<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function readTables(root: Element): LanguageTables {
  const classes = new Map<string, WordClass>()
  for (const node of descendantsOf(root, ['wordGrammarClassNode'])) {
    const values = namesOf(descendantsOf(node, ['wordGrammarClassValueNode']), ['wordGrammarClassValueId'], ['wordGrammarClassValueName'])
    classes.set(textOf(node, 'wordGrammarClassID') ?? '', {name: textOf(node, 'wordGrammarClassName') ?? 'Class', values})
  }
  const forms = new Map<string, {form: string; notes: string | undefined; dimensions: string[]}[]>()
  const dimensions = new Map<string, ReadonlyMap<string, string>[]>()
  for (const node of descendantsOf(root, ['declensionNode'])) {
    const related = textOf(node, 'declensionRelatedId') ?? ''
    if (textOf(node, 'declensionTemplate') === '1') addTo(dimensions, related, namesOf(childrenOf(node, 'dimensionNode'), ['dimensionId'], ['dimensionName']))
    else {
      const form = textOf(node, 'declensionText')
      const combined = (textOf(node, 'combinedDimId') ?? '').split(',').filter(Boolean)
      if (form !== undefined) addTo(forms, related, {form, notes: htmlOf(node, 'declensionNotes'), dimensions: combined})
    }
  }
  const partsOfSpeech = namesOf(descendantsOf(root, ['partOfSpeechNode', 'class']), ['partOfSpeechId', 'classId'], ['partOfSpeechName', 'className'])
  return {partsOfSpeech, classes, forms, dimensions}
}

/** Returns the inflected forms of a word: what each means is noted with it, or follows from the values of its dimensions. */
function formsOf(wordId: string, partOfSpeech: string, {forms, dimensions}: LanguageTables): (string | InflectedForm)[] {
  const known = dimensions.get(partOfSpeech) ?? []
  return (forms.get(wordId) ?? []).map(({form, notes, dimensions: ids}) => {
    const values = ids.length === known.length ? ids.flatMap((id, index) => known[index]?.get(id) ?? []) : []
    const meaning = notes ?? values.join(' ')
    return meaning ? {form, meaning} : form
  })
}

/** Returns the classes of a word as remarks, such as *Gender: soft*. */
function classesOf(word: Element, {classes}: LanguageTables): string[] {
  const chosen = descendantsOf(word, ['wordClassification']).map((element) => splitPair(textContentOf(element)))
  const written = descendantsOf(word, ['wordClassTextValue']).map((element) => splitPair(textContentOf(element)))
  return [
    ...chosen.flatMap(([id, value]) => {
      const name = classes.get(id)?.values.get(value)
      return name === undefined ? [] : [`${classes.get(id)?.name}: ${name}`]
    }),
    ...written.flatMap(([id, value]) => (value ? [`${classes.get(id)?.name ?? 'Class'}: ${value}`] : [])),
  ]
}

function readWord(word: Element, tables: LanguageTables): Entry | undefined {
  const headword = textOf(word, 'conWord')
  if (headword === undefined) return undefined
  const partOfSpeech = textOf(word, 'wordPosId', 'wordTypeId') ?? ''
  const short = textOf(word, 'localWord')
  const long = htmlOf(word, 'definition')
  return omitEmpty({
    headword,
    partOfSpeech: tables.partsOfSpeech.get(partOfSpeech),
    pronunciation: textOf(word, 'pronunciation'),
    senses: [short ?? long ?? []].flat(),
    forms: formsOf(textOf(word, 'wordId') ?? '', partOfSpeech, tables),
    notes: joinNotes([short === undefined || long === short ? undefined : long, ...classesOf(word, tables), htmlOf(word, 'wordEtymologyNotes')]),
  })
}

function readPhrase(phrase: Element): Entry | undefined {
  const headword = textOf(phrase, 'phraseConPhrase')
  if (headword === undefined) return undefined
  const notes = [textOf(phrase, 'phraseGloss'), htmlOf(phrase, 'phraseNotes')]
  const senses = [textOf(phrase, 'phraseLocalPhrase') ?? []].flat()
  return omitEmpty({headword, partOfSpeech: 'phrase', pronunciation: textOf(phrase, 'phrasePronunciation'), senses, notes: joinNotes(notes)})
}

/** Letters in their order: separated by commas if one has several characters. */
const lettersIn = (order: string): string[] =>
  [...new Set(order.includes(',') ? order.split(',').map((letter) => letter.trim()) : order)].filter((letter) => letter.trim() !== '')

export function readPolyGlotXml(input: FormatOutput, options: ReadOptions): Dictionary {
  const {root, entries} = openXml(input, {roots: ['dictionary'], entries: ['word', 'phraseNode']}, options)
  const tables = readTables(root)
  const [properties = root] = childrenOf(root, 'languageProperties')
  const letters = lettersIn(textOf(properties, 'alphaOrder') ?? '')
  const read: Entry[] = []
  for (const element of entries()) {
    const entry = element.name === 'word' ? readWord(element, tables) : readPhrase(element)
    if (entry) read.push(entry)
    else passOver(options, lineLabel(element), 'passed over an entry without a word')
  }
  const about = omitEmpty({
    name: textOf(properties, 'langName'),
    source: htmlOf(properties, 'langPropAuthorCopyright'),
    spelling: letters.length > 0 ? {letters} : undefined,
  })
  return validateDictionary({...resolveLanguages({}, options), ...about, entries: read}, options)
}
