import {toHtml} from 'hast-util-to-html'
import type {BlockContent, ListItem, PhrasingContent, Root} from 'mdast'
import {type Options, toMarkdown} from 'mdast-util-to-markdown'
import {groupByInitial} from '../lexicon/alphabet.js'
import {sensesOf, toForm, withoutRejected} from '../lexicon/entry.js'
import type {Entry} from '../lexicon/types.js'
import {checkedFormat} from './shared/checked-format.js'
import {createExampleFinder, type Example} from './shared/examples.js'
import {assignPageIds, type EntryIds} from './shared/ids.js'
import {intersperse} from './shared/intersperse.js'
import {createOccurrenceFinder} from './shared/occurrences.js'
import {titleOf} from './shared/titles.js'
import type {WriteOptions} from './types.js'

/** An entry links to at most this many places in stories. */
const MAX_OCCURRENCES = 20

/**
 * Escapes what is text in CommonMark but strikethrough or an autolink on GitHub (GFM, sections 6.5 and 6.9). remark-gfm links addresses
 * even if they are escaped.
 */
const GFM_ESCAPES: Options = {
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
const commaSeparated = (parts: readonly (readonly PhrasingContent[])[]): PhrasingContent[] => intersperse(parts, text(', '))

/** An HTML anchor, because programs derive different ids from Markdown headings. */
const anchor = (id: string): PhrasingContent => ({type: 'html', value: toHtml({type: 'element', tagName: 'a', properties: {id}, children: []})})

function meaningBlock(entry: Entry): BlockContent {
  const senses = sensesOf(entry).map(({definition, certainty = entry.certainty}) => [
    text(definition),
    ...(certainty === undefined ? [] : [text(' '), emphasis(`(${certainty})`)]),
  ])
  const [first = [text('(unknown)')]] = senses
  if (senses.length < 2) return paragraph(...first)
  return {
    type: 'list',
    ordered: true,
    spread: false,
    children: senses.map((each): ListItem => ({type: 'listItem', spread: false, children: [paragraph(...each)]})),
  }
}

function exampleBlocks([example]: readonly Example[]): BlockContent[] {
  if (!example) return []
  const translation = example.translation === undefined ? [] : [text(' — '), text(example.translation)]
  return [{type: 'blockquote', children: [paragraph(emphasis(example.text), ...translation)]}]
}

function occurrenceBlocks({count}: Entry, urls: readonly string[]): BlockContent[] {
  if (count === undefined && urls.length === 0) return []
  const links = urls.slice(0, MAX_OCCURRENCES).map((url, index): PhrasingContent[] => [{type: 'link', url, children: [text(String(index + 1))]}])
  const rest = urls.length > MAX_OCCURRENCES ? [text(', …')] : []
  return [paragraph(text(`Met ${count ?? urls.length}×`), ...(links.length === 0 ? [] : [text(': '), ...commaSeparated(links), ...rest]))]
}

/** What the blocks of an entry are made from. */
interface EntryContext extends EntryIds {
  readonly examplesOf: (entry: Entry) => readonly Example[]
  readonly occurrencesOf: (entry: Entry) => readonly string[]
}

function entryBlocks(entry: Entry, {idOf, findFoldedId, examplesOf, occurrencesOf}: EntryContext): Root['children'] {
  const {headword, pronunciation, partOfSpeech, variants = [], forms = [], notes, see = []} = entry
  const grammar = [
    ...(pronunciation === undefined ? [] : [[text(pronunciation)]]),
    ...(partOfSpeech === undefined ? [] : [[emphasis(partOfSpeech)]]),
    ...variants.map((variant) => [strong(variant)]),
  ]
  const inflected = forms.map(toForm).map(({form, meaning}) => [strong(form), ...(meaning === undefined ? [] : [text(` ${meaning}`)])])
  const reference = (to: string): PhrasingContent[] => {
    const id = findFoldedId(to)
    return [id === undefined ? strong(to) : {type: 'link', url: `#${encodeURIComponent(id)}`, children: [text(to)]}]
  }
  return [
    {type: 'heading', depth: 3, children: [anchor(idOf(entry)), text(headword)]},
    ...(grammar.length === 0 ? [] : [paragraph(...commaSeparated(grammar))]),
    meaningBlock(entry),
    ...(inflected.length === 0 ? [] : [paragraph(text('Forms: '), ...commaSeparated(inflected))]),
    ...(notes === undefined ? [] : [paragraph(text(notes))]),
    ...(see.length === 0 ? [] : [paragraph(text('See '), ...commaSeparated(see.map(reference)))]),
    ...exampleBlocks(examplesOf(entry)),
    ...occurrenceBlocks(entry, occurrencesOf(entry)),
  ]
}

/**
 * A Markdown page for readers (CommonMark 0.31, safe for GitHub's dialect), with a heading for each initial and each word. Anchors are the
 * only HTML in it.
 *
 * - Loaded by GitHub, static site generators, Obsidian and similar programs.
 * - Keeps words, variants, pronunciation, part of speech, meanings with their certainty, forms, notes, references and counts, one utterance of the
 *   stories with its translation, and links to the places where the word occurs if a story has an `href`. Write-only.
 * - Options: `name`, `stories`.
 */
export const markdown = /* @__PURE__ */ checkedFormat({
  name: 'markdown',
  extension: 'md',
  mediaType: 'text/markdown',
  /** Returns the page as CommonMark. */
  write: (dictionary, options: WriteOptions = {}): string => {
    const {stories} = options
    const visible = withoutRejected(dictionary)
    const context = {...assignPageIds(visible), examplesOf: createExampleFinder(stories), occurrencesOf: createOccurrenceFinder(stories)}
    const render = (...children: Root['children']): string => toMarkdown({type: 'root', children}, {extensions: [GFM_ESCAPES], bullet: '-', emphasis: '_'})
    // One entry at a time: the tree of a hundred thousand entries would take a gigabyte.
    const sections = [...groupByInitial(visible)].flatMap(([initial, entries]) => [
      render({type: 'heading', depth: 2, children: [text(initial)]}),
      ...entries.map((entry) => render(...entryBlocks(entry, context))),
    ])
    return [render({type: 'heading', depth: 1, children: [text(titleOf(dictionary, options))]}), ...sections].join('\n')
  },
})
