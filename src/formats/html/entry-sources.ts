import type {Element} from 'hast'
import type {Attestation, Entry} from '../../lexicon/types.js'
import type {Example} from '../shared/examples.js'
import {type Content, element} from '../shared/html-element.js'
import {intersperse} from '../shared/intersperse.js'
import {detailElements} from './glossary-entry.js'

/** An entry quotes at most so many utterances, and links to at most so many places. */
const MAX_EXAMPLES = 3
const MAX_PLACES = 20

const link = (href: string, text: string): Element => element('a', {href}, [text])

/** An utterance of a story with its translation, and where it stands. */
function exampleElement({text, translation, story, utterance}: Example): Element {
  const {work, title = work, href} = story
  const source = title ?? (href === undefined ? undefined : 'Show in the story')
  return element('dd', {className: ['xg-quote']}, [
    element('q', {lang: utterance.lang, dir: 'auto'}, [text]),
    ...(translation === undefined ? [] : [' ', element('span', {}, [translation])]),
    ...(source === undefined ? [] : [' ', element('cite', {}, [href === undefined ? source : link(`${href}#${utterance.id}`, source)])]),
  ])
}

/** Returns the first examples that differ in their text. */
function distinctExamples(examples: readonly Example[]): Example[] {
  const byText = new Map<string, Example>()
  for (const example of examples) {
    if (byText.size === MAX_EXAMPLES) break
    if (!byText.has(example.text)) byText.set(example.text, example)
  }
  return [...byText.values()]
}

const attestationText = ({work, chapter, paragraph}: Attestation): string =>
  [work, ...(chapter === undefined ? [] : [`chapter ${chapter}`]), ...(paragraph === undefined ? [] : [`paragraph ${paragraph}`])].filter(Boolean).join(', ')

/** The stories in an entry's evidence, with how often the word occurs in each. */
function worksOf({evidence = []}: Entry): [work: string, places: number][] {
  const counts = new Map<string, Set<number>>()
  for (const {work, start} of evidence) if (work !== undefined) counts.set(work, (counts.get(work) ?? new Set()).add(start))
  return Array.from(counts, ([work, places]) => [work, places.size])
}

/**
 * Returns the `dd` elements that say where a word is found: utterances with their translations, links to the places in stories that have a page,
 * else the names of the stories, and the places that a person has noted.
 */
export function sourceElements(entry: Entry, examples: readonly Example[], places: readonly string[]): Element[] {
  const links = places.slice(0, MAX_PLACES).map((href, index): Content[] => [link(href, String(index + 1))])
  const works = worksOf(entry)
    .slice(0, MAX_PLACES)
    .map(([work, count]): Content[] => [element('cite', {}, [work]), count > 1 ? ` (${count})` : ''])
  const found = links.length > 0 ? links : works
  const isCut = Math.max(places.length, works.length) > MAX_PLACES
  return [
    ...distinctExamples(examples).map(exampleElement),
    ...detailElements('xg-places', 'Found at ', found.length === 0 ? [] : [...intersperse(found, ', '), isCut ? ', …' : '']),
    ...detailElements(
      'xg-places',
      'Attested: ',
      intersperse<Content>(
        (entry.attestations ?? [])
          .map(attestationText)
          .filter(Boolean)
          .map((text) => [text]),
        '; ',
      ),
    ),
  ]
}
