import type {Element} from 'hast'
import {toHtml} from 'hast-util-to-html'
import type {DictionaryFormat, WriteOptions} from '../types.js'
import {glossaryToHast} from './definition-list.js'
import {definitionLanguageOf} from './input.js'

const element = (tagName: string, properties: Element['properties'], ...children: Element['children']): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})

/**
 * A page with the glossary as a definition list, for readers: neither style nor script. Each entry has an id made of the language and
 * the headword (`xg-art-x-vessik-thessa`), so that other pages can link to it. For a list without the page around it there is
 * `glossaryToHast` of xenogloss/html. Nothing reads it back: attestations, evidence and what affixes attach to are left out.
 */
export const html = {
  name: 'html',
  extension: 'html',
  mediaType: 'text/html',
  write: (dictionary, {name = dictionary.language}: WriteOptions = {}): string => {
    const title = {type: 'text' as const, value: dictionary.name ?? name}
    const page = element(
      'html',
      {lang: definitionLanguageOf(dictionary)},
      element(
        'head',
        {},
        element('meta', {charSet: 'utf-8'}),
        element('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
        element('title', {}, title),
      ),
      element('body', {}, element('h1', {}, title), glossaryToHast(dictionary)),
    )
    return `${toHtml({type: 'root', children: [{type: 'doctype'}, page]})}\n`
  },
} as const satisfies DictionaryFormat
