import type {Element} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {groupByInitial} from '../../lexicon/alphabet.js'
import {withoutRejected} from '../../lexicon/entry.js'
import type {Dictionary, Entry} from '../../lexicon/types.js'
import {checkedFormat} from '../shared/checked-format.js'
import {createExampleFinder} from '../shared/examples.js'
import {type Content, element} from '../shared/html-element.js'
import {assignPageIds} from '../shared/ids.js'
import {definitionLanguageOf} from '../shared/input.js'
import {intersperse} from '../shared/intersperse.js'
import {createOccurrenceFinder} from '../shared/occurrences.js'
import {titleOf} from '../shared/titles.js'
import type {WriteOptions} from '../types.js'
import {createBackReferences} from './back-references.js'
import {sourceElements} from './entry-sources.js'
import {createReference, detailElements, entryElement} from './glossary-entry.js'
import {PAGE_POLICY, PAGE_SCRIPT, PAGE_STYLE} from './page-assets.js'

/** Returns a function that makes an entry of the page, with everything that a glossary in a story does not show. */
function createEntryElement(dictionary: Dictionary, {stories}: WriteOptions): (entry: Entry) => Element {
  const {language: lang} = dictionary
  const ids = assignPageIds(dictionary)
  const reference = createReference(lang, ids)
  const examplesOf = createExampleFinder(stories)
  const placesOf = createOccurrenceFinder(stories)
  const mentionsOf = createBackReferences(dictionary, ids)
  return (entry) =>
    entryElement(entry, lang, ids, [
      ...detailElements('xg-parts', 'Built of ', intersperse<Content>((entry.parts ?? []).map(reference), ' + ')),
      ...detailElements('xg-back', 'Mentioned under ', intersperse<Content>(mentionsOf(entry).map(reference), ', ')),
      ...sourceElements(entry, examplesOf(entry), placesOf(entry)),
    ])
}

/** What a visitor reads first: how many words there are, in which language, from whom and on which terms. */
function aboutText({language, source, licence, entries}: Dictionary): string {
  return [entries.length === 1 ? '1 word' : `${entries.length} words`, language, source, licence].filter(Boolean).join(' · ')
}

/**
 * An HTML page with the glossary in alphabetical order, a section and a link for each initial, for screens, phones and paper, light and dark.
 * Without scripts it is a list; its only script, which a content security policy in the page names by its hash, adds a search. The id of each entry
 * consists of language and headword (`xg-art-x-vessik-thessa`), so that other pages can link to it. `glossaryToHast` of xenogloss/html returns only a list.
 *
 * - Loaded by every browser.
 * - Keeps words, variants, pronunciation, part of speech, meanings with their certainty, forms, notes, parts, references and the entries that refer to
 *   it, counts, attestations, names of stories; of stories that are given, up to three utterances with their translations, and links to the places of a story
 *   with an `href`. Omits what affixes attach to and whatever is rejected. Write-only.
 * - Options: `name`, `stories`.
 */
export const html = /* @__PURE__ */ checkedFormat({
  name: 'html',
  extension: 'html',
  mediaType: 'text/html',
  /** Returns a self-contained page. */
  write: (dictionary, options: WriteOptions = {}): string => {
    const title = titleOf(dictionary, options)
    const visible = withoutRejected(dictionary)
    const toElement = createEntryElement(visible, options)
    const groups = [...groupByInitial(visible)]
    const nameOf = (initial: string): string => (initial === '#' ? 'Other' : initial)
    const sections = groups.map(([initial, entries], index) => {
      const heading = element('h2', {}, [nameOf(initial)])
      return element('section', {id: `letter-${index + 1}`}, [
        heading,
        element(
          'dl',
          {className: ['xg-glossary']},
          entries.flatMap((entry): Content[] => [toElement(entry), '\n']),
        ),
      ])
    })
    const letters = groups.map(([initial], index) => element('li', {}, [element('a', {href: `#letter-${index + 1}`}, [initial])]))
    const nav = letters.length > 1 ? [element('nav', {ariaLabel: 'Letters'}, [element('ul', {}, letters)])] : []
    const head = [
      element('meta', {charSet: 'utf-8'}),
      element('meta', {httpEquiv: ['Content-Security-Policy'], content: PAGE_POLICY}),
      element('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
      element('title', {}, [title]),
      element('style', {}, [PAGE_STYLE]),
    ]
    const body = [
      element('header', {}, [element('h1', {}, [title]), element('p', {className: ['about']}, [aboutText(visible)])]),
      element('div', {className: ['tools']}, nav),
      element('main', {}, sections),
      element('script', {}, [PAGE_SCRIPT]),
    ]
    const page = element('html', {lang: definitionLanguageOf(dictionary)}, [element('head', {}, head), element('body', {}, body)])
    return `${toHtml({type: 'root', children: [{type: 'doctype'}, page]})}\n`
  },
})
