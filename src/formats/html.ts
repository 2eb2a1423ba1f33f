import {toHtml} from 'hast-util-to-html'
import type {DictionaryFormat, WriteOptions} from '../types.js'
import {element} from './html-element.js'
import {glossaryToHast} from './html-list.js'
import {definitionLanguageOf} from './input.js'
import {titleOf} from './titles.js'

/**
 * A page with the glossary as a definition list, for readers: neither style nor script. Each entry has an id made of the language and
 * the headword (`xg-art-x-vessik-thessa`), so that other pages can link to it. For a list without the page around it there is
 * `glossaryToHast` of xenogloss/html. Nothing reads it back: attestations, evidence and what affixes attach to are left out.
 */
export const html = {
  name: 'html',
  extension: 'html',
  mediaType: 'text/html',
  write: (dictionary, options: WriteOptions = {}): string => {
    const title = titleOf(dictionary, options)
    const head = [
      element('meta', {charSet: 'utf-8'}),
      element('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
      element('title', {}, [title]),
    ]
    const body = [element('h1', {}, [title]), glossaryToHast(dictionary)]
    const page = element('html', {lang: definitionLanguageOf(dictionary)}, [element('head', {}, head), element('body', {}, body)])
    return `${toHtml({type: 'root', children: [{type: 'doctype'}, page]})}\n`
  },
} as const satisfies DictionaryFormat
