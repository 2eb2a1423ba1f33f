import {toHtml} from 'hast-util-to-html'
import type {BlockContent, ListItem, PhrasingContent, Root} from 'mdast'
import {type Options, toMarkdown} from 'mdast-util-to-markdown'
import {byInitial} from '../lexicon/alphabet.js'
import {formOf, sensesOf, standing} from '../lexicon/entry.js'
import type {Entry} from '../lexicon/types.js'
import {type Example, examplesFrom} from './shared/example-lines.js'
import {type Names, pageNames} from './shared/ids.js'
import {occurrencesIn} from './shared/occurrences.js'
import {separated} from './shared/separated.js'
import {titleOf} from './shared/titles.js'
import type {DictionaryFormat, WriteOptions} from './types.js'

/** References to more places than these help nobody. */
const MOST_OCCURRENCES = 20

/**
 * What CommonMark leaves alone and GitHub reads as strike-through or as an address (GFM, sections 6.5 and 6.9). remark-gfm makes links of
 * addresses even so.
 */
const gfm: Options = {
  unsafe: [
    {character: '~', inConstruct: 'phrasing'},
    {character: '@', before: '[+\\-.\\w]', after: '[\\-.\\w]', inConstruct: 'phrasing'},
    {character: '.', before: '[Ww]{3}', inConstruct: 'phrasing'},
    {character: ':', before: '[ps]', after: '\\/', inConstruct: 'phrasing'},
  ],
}

const text = (value: string): PhrasingContent => ({type: 'text', value})
const strong = (value: string): PhrasingContent => ({type: 'strong', children: [text(value)]})
const emphasis = (value: string): PhrasingContent => ({type: 'emphasis', children: [text(value)]})
const paragraph = (...children: readonly PhrasingContent[]): BlockContent => ({type: 'paragraph', children: [...children]})
const joined = (parts: readonly (readonly PhrasingContent[])[]): PhrasingContent[] => separated(parts, text(', '))

/** Markdown has no anchors of its own but those that each program makes of headings as it likes. */
const anchor = (id: string): PhrasingContent => ({type: 'html', value: toHtml({type: 'element', tagName: 'a', properties: {id}, children: []})})

function meanings(entry: Entry): BlockContent {
  const told = sensesOf(entry).map(({definition, certainty = entry.certainty}) => [
    text(definition),
    ...(certainty === undefined ? [] : [text(' '), emphasis(`(${certainty})`)]),
  ])
  const [first = [text('(unknown)')]] = told
  if (told.length < 2) return paragraph(...first)
  return {
    type: 'list',
    ordered: true,
    spread: false,
    children: told.map((each): ListItem => ({type: 'listItem', spread: false, children: [paragraph(...each)]})),
  }
}

function quoted([example]: readonly Example[]): BlockContent[] {
  if (!example) return []
  const translation = example.translation === undefined ? [] : [text(' — '), text(example.translation)]
  return [{type: 'blockquote', children: [paragraph(emphasis(example.text), ...translation)]}]
}

function met({count}: Entry, places: readonly string[]): BlockContent[] {
  if (count === undefined && places.length === 0) return []
  const links = places.slice(0, MOST_OCCURRENCES).map((url, index): PhrasingContent[] => [{type: 'link', url, children: [text(String(index + 1))]}])
  const rest = places.length > MOST_OCCURRENCES ? [text(', …')] : []
  return [paragraph(text(`Met ${count ?? places.length}×`), ...(links.length === 0 ? [] : [text(': '), ...joined(links), ...rest]))]
}

/** What the entry's blocks are made with. */
interface Knowledge extends Names {
  readonly examplesOf: (entry: Entry) => readonly Example[]
  readonly occurrencesOf: (entry: Entry) => readonly string[]
}

function listed(entry: Entry, {idOf, findFolded, examplesOf, occurrencesOf}: Knowledge): Root['children'] {
  const {headword, partOfSpeech, variants = [], forms = [], notes, see = []} = entry
  const grammar = [...(partOfSpeech === undefined ? [] : [[emphasis(partOfSpeech)]]), ...variants.map((variant) => [strong(variant)])]
  const inflected = forms.map(formOf).map(({form, meaning}) => [strong(form), ...(meaning === undefined ? [] : [text(` ${meaning}`)])])
  const reference = (to: string): PhrasingContent[] => {
    const id = findFolded(to)
    return [id === undefined ? strong(to) : {type: 'link', url: `#${encodeURIComponent(id)}`, children: [text(to)]}]
  }
  return [
    {type: 'heading', depth: 3, children: [anchor(idOf(entry)), text(headword)]},
    ...(grammar.length === 0 ? [] : [paragraph(...joined(grammar))]),
    meanings(entry),
    ...(inflected.length === 0 ? [] : [paragraph(text('Forms: '), ...joined(inflected))]),
    ...(notes === undefined ? [] : [paragraph(text(notes))]),
    ...(see.length === 0 ? [] : [paragraph(text('See '), ...joined(see.map(reference)))]),
    ...quoted(examplesOf(entry)),
    ...met(entry, occurrencesOf(entry)),
  ]
}

/**
 * A Markdown page for readers (CommonMark 0.31; GitHub's dialect leaves it alone too): a heading for each initial and each word. Anchors
 * are the only HTML in it.
 *
 * - Loaded by GitHub, static site generators, Obsidian and the like.
 * - Keeps what `html` keeps, one line of the stories with its translation, and links back to where the word was met, where a story has an
 *   `href`; of what language definitions are Markdown has no place to say. Only written.
 * - Options: `name`, `stories`.
 */
export const markdown = {
  name: 'markdown',
  extension: 'md',
  mediaType: 'text/markdown',
  /** Answers CommonMark. */
  write: (dictionary, options: WriteOptions = {}): string => {
    const {stories} = options
    const shown = standing(dictionary)
    const knowledge = {...pageNames(shown), examplesOf: examplesFrom(stories), occurrencesOf: occurrencesIn(stories)}
    const printed = (...children: Root['children']): string => toMarkdown({type: 'root', children}, {extensions: [gfm], bullet: '-', emphasis: '_'})
    // Entry by entry: a tree of a hundred thousand would take a gigabyte.
    const sections = [...byInitial(shown)].flatMap(([initial, entries]) => [
      printed({type: 'heading', depth: 2, children: [text(initial)]}),
      ...entries.map((entry) => printed(...listed(entry, knowledge))),
    ])
    return [printed({type: 'heading', depth: 1, children: [text(titleOf(dictionary, options))]}), ...sections].join('\n')
  },
} as const satisfies DictionaryFormat
