import type {Element, ElementContent} from 'xast'
import {x} from 'xastscript'
import {formOf, sensesOf} from '../lexicon/entry.js'
import {fold} from '../text/folding.js'
import type {Dictionary, Entry} from '../types.js'
import {documentOf, type Page} from './epub-package.js'
import {definitionLanguageOf} from './input.js'
import {otherWords} from './printed.js'

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
function pagesOf(sections: readonly Section[]): Section[][] {
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

const joined = (parts: readonly (readonly Content[])[]): Content[] => parts.flatMap((part, index) => (index === 0 ? part : [', ', ...part]))

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
    ...paragraph('Forms: ', joined(inflected)),
    ...(notes === undefined ? [] : [x('p', notes)]),
    ...paragraph('See ', joined(see.map(reference))),
    ...(example === undefined
      ? []
      : [x('p', {'epub:type': 'example'}, [x('i', said, example.text), ...(example.translation === undefined ? [] : [` — ${example.translation}`])])]),
  ])
}

/** The documents with the entries; one that says so, where there are none. */
export function pages(dictionary: Dictionary, groups: ReadonlyMap<string, readonly Entry[]>, exampleOf: Knowledge['exampleOf']): Page[] {
  const {language, spelling, name = language} = dictionary
  const byPage = pagesOf(sectionsOf(groups))
  const said = definitionLanguageOf(dictionary)
  if (byPage.length === 0) {
    const document = documentOf(said, name, x('p', 'This dictionary has no entries.'))
    return [{id: 'page-1', path: 'page-1.xhtml', sections: [{href: 'page-1.xhtml', label: name}], entries: [], document}]
  }
  const hrefs = new Map<string, string>()
  const ids = new Map<Entry, string>()
  for (const [page, sections] of byPage.entries()) {
    for (const entry of sections.flatMap(({entries}) => entries)) {
      ids.set(entry, `entry-${ids.size + 1}`)
      const href = `page-${page + 1}.xhtml#${ids.get(entry)}`
      for (const key of [entry.headword, fold(entry.headword, spelling)]) if (!hrefs.has(key)) hrefs.set(key, href)
    }
  }
  const knowledge = {language, exampleOf, hrefOf: (headword: string) => hrefs.get(headword) ?? hrefs.get(fold(headword, spelling))}
  return byPage.map((sections, index): Page => {
    const id = `page-${index + 1}`
    const path = `${id}.xhtml`
    const content = sections.map(({initial, entries}, section) =>
      x('section', {id: `section-${section + 1}`, 'epub:type': 'dictionary'}, [
        x('h2', initial),
        ...entries.map((entry) => article(entry, ids.get(entry) as string, knowledge)),
      ]),
    )
    return {
      id,
      path,
      sections: sections.map(({initial}, section) => ({href: `${path}#section-${section + 1}`, label: initial})),
      entries: sections.flatMap(({entries}) => entries.map((entry) => ({entry, href: `${path}#${ids.get(entry)}`}))),
      document: documentOf(said, [...new Set([sections[0]?.initial, sections.at(-1)?.initial])].join('–'), ...content),
    }
  })
}

/** What leads from words to entries (section 2.4.4): a group an entry, its headword the canonical form of its spellings and forms. */
export const searchKeyMap = ({language}: Dictionary, pages: readonly Page[]): Element =>
  x(
    'search-key-map',
    {xmlns: 'http://www.idpf.org/2007/ops', 'xml:lang': language},
    pages.flatMap(({entries}) =>
      entries.map(({entry, href}) => {
        const values = otherWords(entry).map((value) => x('value', {value}))
        return x('search-key-group', {href}, [x('match', {value: entry.headword}, values)])
      }),
    ),
  )
