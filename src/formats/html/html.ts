import {toHtml} from 'hast-util-to-html'
import {checkedFormat} from '../shared/checked-format.js'
import {element} from '../shared/html-element.js'
import {definitionLanguageOf} from '../shared/input.js'
import {titleOf} from '../shared/titles.js'
import type {WriteOptions} from '../types.js'
import {glossaryToHast} from './glossary-to-hast.js'

/**
 * An HTML page with the glossary as a definition list, without styles or scripts. The id of each entry consists of language and headword
 * (`xg-art-x-vessik-thessa`), so that other pages can link to it. `glossaryToHast` of xenogloss/html returns only the list.
 *
 * - Loaded by every browser.
 * - Keeps words, variants, pronunciation, part of speech, meanings with their certainty, forms, notes, references and counts. Omits attestations, evidence,
 *   what affixes attach to and whatever is rejected. Write-only.
 * - Options: `name`.
 */
export const html = /* @__PURE__ */ checkedFormat({
  name: 'html',
  extension: 'html',
  mediaType: 'text/html',
  /** Returns a self-contained page. */
  write: (dictionary, options: WriteOptions = {}): string => {
    const title = titleOf(dictionary, options)
    const head = [
      element('meta', {charSet: 'utf-8'}),
      element('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
      element('title', {}, [title]),
    ]
    const body = [element('main', {}, [element('h1', {}, [title]), glossaryToHast(dictionary)])]
    const page = element('html', {lang: definitionLanguageOf(dictionary)}, [element('head', {}, head), element('body', {}, body)])
    return `${toHtml({type: 'root', children: [{type: 'doctype'}, page]})}\n`
  },
})
