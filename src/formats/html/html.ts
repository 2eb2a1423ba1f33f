import {toHtml} from 'hast-util-to-html'
import {element} from '../shared/html-element.js'
import {definitionLanguageOf} from '../shared/input.js'
import {titleOf} from '../shared/titles.js'
import type {DictionaryFormat, WriteOptions} from '../types.js'
import {glossaryToHast} from './glossary-to-hast.js'

/**
 * A page (HTML, living standard) with the glossary as a definition list, without style or script. Each entry has an id made of the
 * language and the headword (`xg-art-x-vessik-thessa`), so that other pages can link to it. For a list without the page around it there is
 * `glossaryToHast` of xenogloss/html.
 *
 * - Loaded by every browser.
 * - Keeps words, variants, part of speech, meanings with how sure they are, forms, notes, references and counts; attestations, evidence,
 *   what affixes attach to and what is rejected are left out. Only written.
 * - Options: `name`.
 */
export const html = {
  name: 'html',
  extension: 'html',
  mediaType: 'text/html',
  /** Answers a page that needs no other file. */
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
