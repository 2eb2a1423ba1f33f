import cloneDeepWith from 'lodash-es/cloneDeepWith.js'
import type {Element} from 'xast'
import {x} from 'xastscript'
import {formOf, isAffix, senseOf, standing} from '../../lexicon/entry.js'
import type {Certainty, Dictionary, Entry, Status} from '../../lexicon/types.js'
import {type Named, type Names, namesOf, xmlId} from '../shared/ids.js'
import {definitionLanguageOf} from '../shared/input.js'
import {unfolded} from '../shared/xml.js'
import {ENTRIES, each, mapped, printable, written} from '../shared/xml-write.js'
import type {DictionaryFormat, WriteOptions} from '../types.js'
import {readTei as read} from './tei-read.js'

/** `cert`, as TEI P5 knows it (teidata.certainty). */
const CERT: Readonly<Record<Certainty, string>> = {attested: 'high', inferred: 'low', unknown: 'unknown'}

/** Only notes have lines; everything else is one. */
const lined = (entry: Entry): Entry => cloneDeepWith(entry, (value, key) => (typeof value === 'string' && key !== 'notes' ? unfolded(value) : undefined))

function writeEntry({entry, id}: Named, {language, find}: {language: string; find: Names['find']}, meaning: {'xml:lang': string}): Element {
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

function writeHeader({language, name, licence, source, spelling, inflection, ...about}: Dictionary): Element {
  const definitionLanguage = definitionLanguageOf(about)
  const availability = licence === undefined ? {status: 'unknown'} : {}
  return x('teiHeader', {}, [
    x('fileDesc', {}, [
      x('titleStmt', {}, [x('title', {type: 'full'}, name ?? language)]),
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
        x('language', {ident: definitionLanguage, role: 'workingLanguage'}, definitionLanguage),
      ]),
    ]),
    // Nothing in TEI says how a language is spelt and inflected; what it has not, stands here as it is.
    ...(spelling || inflection ? [x('xenoData', {type: 'application/json'}, JSON.stringify({spelling, inflection}))] : []),
  ])
}

function write(dictionary: Dictionary, options: WriteOptions = {}): string {
  const clean = printable(standing({...dictionary, name: dictionary.name ?? options.name}))
  const heading = Object.fromEntries(
    Object.entries(clean).map(([key, value]) => [key, typeof value === 'string' ? unfolded(value) : value]),
  ) as unknown as Dictionary
  const names = namesOf({entries: clean.entries.map(lined)}, xmlId)
  const known = {language: heading.language, find: names.find}
  const meaning = {'xml:lang': definitionLanguageOf(heading)}
  const body = names.entries.length > 0 ? ENTRIES : x('p', {})
  return written(
    x('TEI', {xmlns: 'http://www.tei-c.org/ns/1.0', type: 'lex-0'}, [writeHeader(heading), x('text', {}, [x('body', {}, [body])])]),
    mapped(names.entries, (named) => writeEntry(named, known, meaning)),
  )
}

/**
 * TEI P5, to be more exact TEI Lex-0 (dariah-eric.github.io/lexicalresources).
 *
 * - Loaded by research archives, TEI Publisher, Lexonomy, oXygen.
 * - Keeps everything but evidence and what is rejected. White space around line breaks becomes one blank, but in notes; what XML cannot
 *   hold becomes U+FFFD. Reads other TEI dictionaries: of a sense the definitions, else the translations; examples, etymologies and usage
 *   are left out.
 * - Options: `name`.
 */
export const tei = {
  name: 'tei',
  extension: 'xml',
  mediaType: 'application/tei+xml',
  /** @throws TypeError that names the file, the place and the reason */
  read,
  /** Answers the XML document. */
  write,
} as const satisfies DictionaryFormat
