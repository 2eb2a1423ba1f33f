import type {Element, ElementContent} from 'xast'
import {x} from 'xastscript'
import {sensesOf, toForm} from '../../lexicon/entry.js'
import type {Dictionary, Entry} from '../../lexicon/types.js'
import {type BookPage, documentOf} from '../shared/epub-package.js'
import {assignIds, xmlId} from '../shared/ids.js'
import {definitionLanguageOf} from '../shared/input.js'
import {intersperse} from '../shared/intersperse.js'
import {lookupWordsOf} from '../shared/word-spellings.js'
import {ENTRIES_PLACEHOLDER, lazyMap} from '../shared/xml-write.js'

/** Maximum entries in one document: reading systems lay out whole documents. */
const ENTRIES_PER_PAGE = 250

type Content = ElementContent | string

/** Entries with the same initial on the same page. */
interface Section {
  readonly initial: string
  readonly entries: readonly Entry[]
}

/** Splits an initial with many entries into several sections. */
const splitIntoSections = (groups: ReadonlyMap<string, readonly Entry[]>): Section[] =>
  [...groups].flatMap(([initial, entries]) =>
    Array.from({length: Math.ceil(entries.length / ENTRIES_PER_PAGE)}, (_, part) => ({
      initial,
      entries: entries.slice(part * ENTRIES_PER_PAGE, (part + 1) * ENTRIES_PER_PAGE),
    })),
  )

/** Puts as many sections on each page as fit. */
function groupIntoPages(sections: readonly Section[]): Section[][] {
  const pages: Section[][] = []
  let freeEntries = 0
  for (const section of sections) {
    if (section.entries.length > freeEntries) {
      pages.push([])
      freeEntries = ENTRIES_PER_PAGE
    }
    pages.at(-1)?.push(section)
    freeEntries -= section.entries.length
  }
  return pages
}

/** What articles are made from, besides their entries. */
interface ArticleContext {
  readonly language: string
  readonly hrefOf: (headword: string) => string | undefined
  readonly exampleOf: (entry: Entry) => {readonly text: string; readonly translation?: string | undefined} | undefined
}

function sensesElement({certainty, ...entry}: Entry): Element {
  const senses = sensesOf(entry).map((sense): Content[] => {
    const shownCertainty = sense.certainty ?? certainty
    return [x('span', {'epub:type': 'tran'}, sense.definition), ...(shownCertainty === undefined ? [] : [' ', x('small', `(${shownCertainty})`)])]
  })
  const [first = ['(unknown)']] = senses
  if (senses.length < 2) return x('p', first)
  return x(
    'ol',
    {'epub:type': 'sense-list'},
    senses.map((each) => x('li', each)),
  )
}

/** Creates the element for an entry (Dictionaries and Glossaries 1.0, section 2.2). */
function article(entry: Entry, id: string, {language, hrefOf, exampleOf}: ArticleContext): Element {
  const {headword, pronunciation, variants = [], partOfSpeech, forms = [], notes, see = []} = entry
  const attributes = {lang: language, 'xml:lang': language, dir: 'auto'}
  const inflected = forms.map(toForm).map(({form, meaning}) => [x('span', attributes, form), ...(meaning === undefined ? [] : [` ${meaning}`])])
  const reference = (to: string): Content[] => {
    const href = hrefOf(to)
    return [href === undefined ? x('span', attributes, to) : x('a', {...attributes, href}, to)]
  }
  const example = exampleOf(entry)
  const paragraph = (lead: string, content: readonly Content[]): Element[] => (content.length === 0 ? [] : [x('p', [lead, ...content])])
  return x('article', {id, 'epub:type': 'dictentry'}, [
    x('p', [
      x('dfn', attributes, headword),
      ...variants.flatMap((variant): Content[] => [', ', x('span', attributes, variant)]),
      ...(pronunciation === undefined ? [] : [' ', x('span', {'epub:type': 'phonetic-transcription'}, pronunciation)]),
      ...(partOfSpeech === undefined ? [] : [' ', x('small', {'epub:type': 'part-of-speech'}, partOfSpeech)]),
    ]),
    sensesElement(entry),
    ...paragraph('Forms: ', intersperse<Content>(inflected, ', ')),
    ...(notes === undefined ? [] : [x('p', notes)]),
    ...paragraph('See ', intersperse(see.map(reference), ', ')),
    ...(example === undefined
      ? []
      : [x('p', {'epub:type': 'example'}, [x('i', attributes, example.text), ...(example.translation === undefined ? [] : [` — ${example.translation}`])])]),
  ])
}

/** Creates the pages with the entries, or one page that says there are none. */
export function createPages(
  dictionary: Dictionary,
  groups: ReadonlyMap<string, readonly Entry[]>,
  {exampleOf, semantics = 'dictionary'}: Pick<ArticleContext, 'exampleOf'> & {semantics?: 'dictionary' | 'glossary'},
): BookPage[] {
  const {language, name = language} = dictionary
  const lang = definitionLanguageOf(dictionary)
  const pages = groupIntoPages(splitIntoSections(groups))
  if (pages.length === 0) {
    const document = documentOf(lang, name, x('p', 'This dictionary has no entries.'))
    return [{id: 'page-1', path: 'page-1.xhtml', sections: [{href: 'page-1.xhtml', label: name}], entries: [], createDocument: () => document}]
  }
  const ids = assignIds(dictionary, xmlId)
  const pathOf = (page: number) => `page-${page + 1}.xhtml`
  const paths = new Map(pages.flatMap((sections, page) => sections.flatMap(({entries}) => entries.map((entry) => [ids.idOf(entry), pathOf(page)] as const))))
  const hrefOf = (id: string): string => `${paths.get(id)}#${id}`
  const context: ArticleContext = {
    language,
    exampleOf,
    hrefOf: (headword) => {
      const id = ids.findFoldedId(headword)
      return id === undefined ? undefined : hrefOf(id)
    },
  }
  return pages.map((sections, page): BookPage => {
    const path = pathOf(page)
    const document = () =>
      documentOf(
        lang,
        [...new Set([sections[0]?.initial, sections.at(-1)?.initial])].join('–'),
        ...sections.map(({initial, entries}, section) =>
          x('section', {id: `section-${section + 1}`, 'epub:type': semantics}, [
            x('h2', initial),
            ...entries.map((entry) => article(entry, ids.idOf(entry), context)),
          ]),
        ),
      )
    return {
      id: `page-${page + 1}`,
      path,
      sections: sections.map(({initial}, section) => ({href: `${path}#section-${section + 1}`, label: initial})),
      entries: sections.flatMap(({entries}) => entries.map((entry) => ({entry, href: hrefOf(ids.idOf(entry))}))),
      createDocument: document,
    }
  })
}

/** The root of the search key map, which maps words to entries (section 2.4.4). */
export const searchKeyMapRoot = ({language}: Dictionary): Element =>
  x('search-key-map', {xmlns: 'http://www.idpf.org/2007/ops', 'xml:lang': language}, [ENTRIES_PLACEHOLDER])

/** Creates a group for each entry, with its headword as the canonical form of its spellings and forms. */
export const searchKeyGroups = (pages: readonly BookPage[]): Iterable<Element> =>
  lazyMap(
    pages.flatMap(({entries}) => entries),
    ({entry, href}) => {
      const values = lookupWordsOf(entry).map((value) => x('value', {value}))
      return x('search-key-group', {href}, [x('match', {value: entry.headword}, values)])
    },
  )
