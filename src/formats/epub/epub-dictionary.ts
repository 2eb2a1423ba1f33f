import type {Element, ElementContent} from 'xast'
import {x} from 'xastscript'
import {formOf, sensesOf} from '../../lexicon/entry.js'
import type {Dictionary, Entry} from '../../lexicon/types.js'
import {documentOf, type Page} from '../shared/epub-package.js'
import {namesOf, xmlId} from '../shared/ids.js'
import {definitionLanguageOf} from '../shared/input.js'
import {separated} from '../shared/separated.js'
import {otherWords} from '../shared/word-spellings.js'
import {ENTRIES, mapped} from '../shared/xml-write.js'

/** Entries of one document; reading systems lay a document out as a whole. */
const PAGE_ENTRIES = 250

type Content = ElementContent | string

/** Entries of one initial that stand on one page. */
interface Section {
  readonly initial: string
  readonly entries: readonly Entry[]
}

/** An initial with many entries is several sections. */
const sectionsOf = (groups: ReadonlyMap<string, readonly Entry[]>): Section[] =>
  [...groups].flatMap(([initial, entries]) =>
    Array.from({length: Math.ceil(entries.length / PAGE_ENTRIES)}, (_, part) => ({
      initial,
      entries: entries.slice(part * PAGE_ENTRIES, (part + 1) * PAGE_ENTRIES),
    })),
  )

/** As many sections on a page as have room there; none, where there are none. */
function byPages(sections: readonly Section[]): Section[][] {
  const pages: Section[][] = []
  let room = 0
  for (const section of sections) {
    if (section.entries.length > room) {
      pages.push([])
      room = PAGE_ENTRIES
    }
    pages.at(-1)?.push(section)
    room -= section.entries.length
  }
  return pages
}

/** What the entries of all pages are made with. */
interface Knowledge {
  readonly language: string
  readonly hrefOf: (headword: string) => string | undefined
  readonly exampleOf: (entry: Entry) => {readonly text: string; readonly translation?: string | undefined} | undefined
}

function senses({certainty, ...entry}: Entry): Element {
  const told = sensesOf(entry).map((sense): Content[] => {
    const sure = sense.certainty ?? certainty
    return [x('span', {'epub:type': 'tran'}, sense.definition), ...(sure === undefined ? [] : [' ', x('small', `(${sure})`)])]
  })
  const [first = ['(unknown)']] = told
  if (told.length < 2) return x('p', first)
  return x(
    'ol',
    {'epub:type': 'sense-list'},
    told.map((each) => x('li', each)),
  )
}

/** An entry (Dictionaries and Glossaries 1.0, section 2.2). */
function article(entry: Entry, id: string, {language, hrefOf, exampleOf}: Knowledge): Element {
  const {headword, variants = [], partOfSpeech, forms = [], notes, see = []} = entry
  const said = {lang: language, 'xml:lang': language, dir: 'auto'}
  const inflected = forms.map(formOf).map(({form, meaning}) => [x('span', said, form), ...(meaning === undefined ? [] : [` ${meaning}`])])
  const reference = (to: string): Content[] => {
    const href = hrefOf(to)
    return [href === undefined ? x('span', said, to) : x('a', {...said, href}, to)]
  }
  const example = exampleOf(entry)
  const paragraph = (lead: string, content: readonly Content[]): Element[] => (content.length === 0 ? [] : [x('p', [lead, ...content])])
  return x('article', {id, 'epub:type': 'dictentry'}, [
    x('p', [
      x('dfn', said, headword),
      ...variants.flatMap((variant): Content[] => [', ', x('span', said, variant)]),
      ...(partOfSpeech === undefined ? [] : [' ', x('small', {'epub:type': 'part-of-speech'}, partOfSpeech)]),
    ]),
    senses(entry),
    ...paragraph('Forms: ', separated<Content>(inflected, ', ')),
    ...(notes === undefined ? [] : [x('p', notes)]),
    ...paragraph('See ', separated(see.map(reference), ', ')),
    ...(example === undefined
      ? []
      : [x('p', {'epub:type': 'example'}, [x('i', said, example.text), ...(example.translation === undefined ? [] : [` — ${example.translation}`])])]),
  ])
}

/** The documents with the entries; one that says so, where there are none. */
export function pagesOf(
  dictionary: Dictionary,
  groups: ReadonlyMap<string, readonly Entry[]>,
  {exampleOf, semantics = 'dictionary'}: Pick<Knowledge, 'exampleOf'> & {semantics?: 'dictionary' | 'glossary'},
): Page[] {
  const {language, name = language} = dictionary
  const lang = definitionLanguageOf(dictionary)
  const pages = byPages(sectionsOf(groups))
  if (pages.length === 0) {
    const document = documentOf(lang, name, x('p', 'This dictionary has no entries.'))
    return [{id: 'page-1', path: 'page-1.xhtml', sections: [{href: 'page-1.xhtml', label: name}], entries: [], documentOf: () => document}]
  }
  const names = namesOf(dictionary, xmlId)
  const pathOf = (page: number) => `page-${page + 1}.xhtml`
  const paths = new Map(pages.flatMap((sections, page) => sections.flatMap(({entries}) => entries.map((entry) => [names.idOf(entry), pathOf(page)] as const))))
  const hrefOf = (id: string): string => `${paths.get(id)}#${id}`
  const knowledge: Knowledge = {
    language,
    exampleOf,
    hrefOf: (headword) => {
      const id = names.findFolded(headword)
      return id === undefined ? undefined : hrefOf(id)
    },
  }
  return pages.map((sections, page): Page => {
    const path = pathOf(page)
    const document = () =>
      documentOf(
        lang,
        [...new Set([sections[0]?.initial, sections.at(-1)?.initial])].join('–'),
        ...sections.map(({initial, entries}, section) =>
          x('section', {id: `section-${section + 1}`, 'epub:type': semantics}, [
            x('h2', initial),
            ...entries.map((entry) => article(entry, names.idOf(entry), knowledge)),
          ]),
        ),
      )
    return {
      id: `page-${page + 1}`,
      path,
      sections: sections.map(({initial}, section) => ({href: `${path}#section-${section + 1}`, label: initial})),
      entries: sections.flatMap(({entries}) => entries.map((entry) => ({entry, href: hrefOf(names.idOf(entry))}))),
      documentOf: document,
    }
  })
}

/** What leads from words to entries (section 2.4.4), … */
export const searchKeyMap = ({language}: Dictionary): Element => x('search-key-map', {xmlns: 'http://www.idpf.org/2007/ops', 'xml:lang': language}, [ENTRIES])

/** … a group an entry, its headword the canonical form of its spellings and forms. */
export const searchKeys = (pages: readonly Page[]): Iterable<Element> =>
  mapped(
    pages.flatMap(({entries}) => entries),
    ({entry, href}) => {
      const values = otherWords(entry).map((value) => x('value', {value}))
      return x('search-key-group', {href}, [x('match', {value: entry.headword}, values)])
    },
  )
