import cloneDeepWith from 'lodash-es/cloneDeepWith.js'
import type {Element} from 'xast'
import {x} from 'xastscript'
import {isAffix, toForm, toSense, withoutRejected} from '../../lexicon/entry.js'
import type {Certainty, Dictionary, Entry, Status} from '../../lexicon/types.js'
import {checkedFormat} from '../shared/checked-format.js'
import {assignIds, type EntryIds, type IdentifiedEntry, xmlId} from '../shared/ids.js'
import {definitionLanguageOf} from '../shared/input.js'
import {unwrapLines} from '../shared/xml-elements.js'
import {ENTRIES_PLACEHOLDER, elementsFor, lazyMap, replaceInvalidCharacters, serializeXml} from '../shared/xml-write.js'
import type {WriteOptions} from '../types.js'
import {readTei as read} from './tei-read.js'

/** Values of `cert` in TEI P5 (teidata.certainty). */
const CERT: Readonly<Record<Certainty, string>> = {attested: 'high', inferred: 'low', unknown: 'unknown'}

/** Joins the noteContent in all fields except notes. */
const unwrapEntry = (entry: Entry): Entry =>
  cloneDeepWith(entry, (value, key) => (typeof value === 'string' && key !== 'notes' ? unwrapLines(value) : undefined))

function writeEntry({entry, id}: IdentifiedEntry, {language, find}: {language: string; find: EntryIds['findId']}, meaning: {'xml:lang': string}): Element {
  const grams = [
    ...elementsFor(entry.partOfSpeech, (value) => x('gram', {type: 'pos'}, value)),
    ...elementsFor(entry.attachesTo, (value) => x('gram', {type: 'attachesTo'}, value)),
    ...elementsFor(entry.gives, (value) => x('gram', {type: 'gives'}, value)),
    ...elementsFor(entry.slot, (value) => x('gram', {type: 'slot'}, value)),
    ...elementsFor(entry.seams, (value) => x('gram', {type: 'seam'}, value)),
    ...elementsFor(entry.caseSensitive, (value) => x('gram', {type: 'caseSensitive'}, String(value))),
  ]
  const refTo = (headword: string) => {
    const target = find(headword)
    return x('xr', {type: 'related'}, [x('ref', {type: 'entry', ...(target !== undefined && {target: `#${target}`})}, headword)])
  }
  const status = (value: Status) => x('note', {type: 'status'}, value)
  const noteContent = (note: string) => (note.includes('\n') ? note.split('\n').map((line) => x('p', {}, line)) : [note])
  const attributes = {'xml:id': id, 'xml:lang': language, type: isAffix(entry) ? 'affix' : 'mainEntry', subtype: entry.kind}
  return x('entry', {...attributes, cert: entry.certainty && CERT[entry.certainty]}, [
    x('form', {type: 'lemma'}, [x('orth', {}, entry.headword), ...elementsFor(entry.pronunciation, (value) => x('pron', {}, value))]),
    ...elementsFor(entry.variants, (variant) => x('form', {type: 'variant'}, [x('orth', {}, variant)])),
    ...elementsFor(entry.forms?.map(toForm), ({form, meaning: formMeaning}) =>
      x('form', {type: 'inflected'}, [x('orth', {}, form), ...elementsFor(formMeaning, (value) => x('gloss', meaning, value))]),
    ),
    ...(grams.length > 0 ? [x('gramGrp', {}, grams)] : []),
    ...elementsFor(entry.count, (value) => x('usg', {type: 'frequency'}, value)),
    ...elementsFor(entry.senses?.map(toSense), (sense, index) =>
      x('sense', {'xml:id': `${id}.s${index + 1}`, cert: sense.certainty && CERT[sense.certainty]}, [
        x('def', meaning, sense.definition),
        ...elementsFor(sense.status, status),
      ]),
    ),
    ...(entry.parts?.length
      ? [x('etym', {type: entry.parts.some((headword) => isAffix({headword})) ? 'derivation' : 'compounding'}, entry.parts.map(refTo))]
      : []),
    ...elementsFor(entry.see, refTo),
    ...elementsFor(entry.notes, (note) => x('note', meaning, noteContent(note))),
    ...elementsFor(entry.status, status),
    ...elementsFor(entry.attestations, ({work, chapter, paragraph}) =>
      x('bibl', {type: 'attestation'}, [
        ...elementsFor(work, (title) => x('title', {}, title)),
        ...elementsFor(chapter, (number) => x('biblScope', {unit: 'chapter'}, number)),
        ...elementsFor(paragraph, (number) => x('biblScope', {unit: 'paragraph'}, number)),
      ]),
    ),
  ])
}

function writeHeader({language, name, licence, source, spelling, inflection, ...about}: Dictionary): Element {
  const definitionLanguage = definitionLanguageOf(about)
  const availability = licence === undefined ? {status: 'unknown'} : {}
  return x('teiHeader', {}, [
    x('fileDesc', {}, [
      x('titleStmt', {}, [x('title', {type: 'full'}, name ?? language)]),
      x('publicationStmt', {}, [x('publisher', {}), x('availability', availability, [x('licence', {}, licence)])]),
      ...elementsFor(source, (title) =>
        x('sourceDesc', {}, [
          x('listBibl', {type: 'literature'}, [x('biblStruct', {}, [x('monogr', {}, [x('title', {}, title), x('imprint', {}, [x('date', {})])])])]),
        ]),
      ),
    ]),
    x('profileDesc', {}, [
      x('langUsage', {}, [
        x('language', {ident: language, role: 'objectLanguage'}, name ?? language),
        x('language', {ident: definitionLanguage, role: 'workingLanguage'}, definitionLanguage),
      ]),
    ]),
    // TEI has no elements for spelling and inflection of a language.
    ...(spelling || inflection ? [x('xenoData', {type: 'application/json'}, JSON.stringify({spelling, inflection}))] : []),
  ])
}

function write(dictionary: Dictionary, options: WriteOptions = {}): string {
  const clean = replaceInvalidCharacters(withoutRejected({...dictionary, name: dictionary.name ?? options.name}))
  const heading = Object.fromEntries(
    Object.entries(clean).map(([key, value]) => [key, typeof value === 'string' ? unwrapLines(value) : value]),
  ) as unknown as Dictionary
  const ids = assignIds({entries: clean.entries.map(unwrapEntry)}, xmlId)
  const context = {language: heading.language, find: ids.findId}
  const meaning = {'xml:lang': definitionLanguageOf(heading)}
  const body = ids.entries.length > 0 ? ENTRIES_PLACEHOLDER : x('p', {})
  return serializeXml(
    x('TEI', {xmlns: 'http://www.tei-c.org/ns/1.0', type: 'lex-0'}, [writeHeader(heading), x('text', {}, [x('body', {}, [body])])]),
    lazyMap(ids.entries, (entry) => writeEntry(entry, context, meaning)),
  )
}

/**
 * TEI P5, following TEI Lex-0 (dariah-eric.github.io/lexicalresources).
 *
 * - Loaded by research archives, TEI Publisher, Lexonomy, oXygen.
 * - Keeps everything except evidence and whatever is rejected. White space around line breaks becomes one space, except in notes. Characters
 *   that XML does not allow become U+FFFD. Also reads other TEI dictionaries: the definitions of a sense, else its translations, but not
 *   examples, etymologies and usage. Passes over entries without a word.
 * - Options: `name`.
 */
export const tei = /* @__PURE__ */ checkedFormat({
  name: 'tei',
  extension: 'xml',
  mediaType: 'application/tei+xml',
  /** @throws TypeError that ids the file, the line and the reason */
  read,
  /** Returns the XML document. */
  write,
})
