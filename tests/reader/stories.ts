/** Pages for the browser tests. */
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {toHtml} from 'hast-util-to-html'
import {toHast, toPage} from '../../src/html.js'
import {annotate, type Dictionary, type Options} from '../../src/index.js'
import type {RenderOptions} from '../../src/render/types.js'

const read = (path: string): string => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')

interface TestPageOptions extends RenderOptions {
  readonly links?: {readonly style?: string; readonly script?: string}
}

const links = {style: '/style.css', script: '/reader-page.js'}
/** Many tests open the same stories, which are annotated once. */
const annotated = new Map<string, ReturnType<typeof annotate>>()
function annotateOnce(source: string, options: Options): ReturnType<typeof annotate> {
  const key = JSON.stringify([source, options])
  const annotation = annotated.get(key) ?? annotate(source, options)
  annotated.set(key, annotation)
  return annotation
}

const page = (source: string, dictionaries: readonly Dictionary[], title: string, options: TestPageOptions): string =>
  toPage(annotateOnce(source, {dictionaries}), {title, links, ...options})

const MIRR: Dictionary = {
  language: 'art-x-mirr',
  entries: [
    {headword: 'orreth', partOfSpeech: 'adjective', senses: ['good']},
    {headword: 'sulvane', partOfSpeech: 'noun', senses: ['evening']},
    {headword: 'mirrod', partOfSpeech: 'noun', senses: ['traveller', 'guest']},
  ],
}

export const small = (options: TestPageOptions = {}): string =>
  page(
    '# The inn\n\n“Orreth sulvane.” she said. (Good evening.)\n\n“Sulvane mirrod,” he whispered. (Evening, traveller.)\n\nEvery mirrod loves a *sulvane* by the fire.',
    [MIRR],
    'The inn',
    options,
  )

/** A plain line, one that its author has emphasized as a whole, and two in which a part is emphasized; a word in a link. */
export const emphasized = (): string =>
  page(
    [
      '“Orreth sulvane.” she said. (Good evening.)',
      '“*Orreth sulvane*.” she said. (Good evening.)',
      '*“Orreth sulvane.”* she said. (Good evening.)',
      '“Orreth *sulvane*.” she said. (Good evening.)',
      '“Orreth *sulvane.”* she said. (Good evening.)',
      'Every [old mirrod](#there) loves the fire, and no other [mirrod](#there) does.',
    ].join('\n\n'),
    [MIRR],
    'The inn',
    {},
  ).replace('<h1>', '<h1 id="there">')

/** Plain text with prose that is wrapped at a width, verse, a letter and a list. */
export const wrappedText = `The ferry was late, and nobody on the quay had anything to say about
it until the lamp on the far side was lit. “Orreth sulvane,” said Oda, and
held up the lantern. (Good evening.) Nobody came, and the rain went on
falling on the boards as it had fallen all that long week in the autumn.

Orreth sulvane, mirrod,
sulvane orreth,
and no one came to me.

Dear Oda,
the lamp is lit, and I have waited on the quay since morning for the boat
that you said would come. It did not come.
Yours,
Marrek

- bread
- salt and a long rope that is good enough for the ferry and for the bell
- lamp oil
`

export const fromText = (): string => toPage(annotate(wrappedText, {dictionaries: [MIRR], format: 'text'}), {title: 'The ferry', links})

const vessik = JSON.parse(read('dictionaries/vessik.json')) as Dictionary

/** The example story, annotated with its dictionary. */
export const saltRoad = (options: TestPageOptions = {}): string => page(read('examples/story/salt-road.md'), [vessik], 'The Salt Road', options)

export const interlinear = (): string =>
  toPage(annotateOnce(read('examples/story/salt-road.md'), {dictionaries: [vessik]}), {
    title: 'The Salt Road',
    links: {style: '/style.css'},
    renderer: 'interlinear',
  })

/** The same without a dictionary. */
export const saltRoadAlone = (): string => page(read('examples/story/salt-road.md'), [], 'The Salt Road', {})

/** Two stories in which the same word has different meanings. */
export function two(): string {
  const story = (id: string, meaning: string) => {
    const annotation = annotate(`“Orreth sulvane.” she said. (${meaning} evening.)`, {
      dictionaries: [{...MIRR, entries: [{headword: 'orreth', senses: [meaning]}, ...MIRR.entries.slice(1)]}],
    })
    return `<xeno-gloss id="${id}" data-xg-story="${id}">${toHtml(toHast(annotation))}</xeno-gloss>`
  }
  const head = '<meta charset="utf-8"><title>Two</title><link rel="stylesheet" href="/style.css"><script type="module" src="/reader-page.js"></script>'
  return `<!doctype html><html lang="en"><head>${head}</head><body><main><h1>Two</h1>${story('one', 'good')}${story('two', 'stone')}</main></body></html>`
}

/** A story in a shadow tree that a script creates. */
export function inShadow(mode: ShadowRootMode): {readonly page: string; readonly script: string} {
  const story = toHtml(toHast(annotate('“Orreth sulvane.” she said. (Good evening.)\n\nEvery *sulvane* is long.', {dictionaries: [MIRR]})))
  const content = `<link rel="stylesheet" href="/style.css"><article>${story}</article><p><button>after</button></p>`
  const script = `import {mount} from '/reader.js'
    const tree = document.querySelector('#host').attachShadow({mode: '${mode}'})
    tree.innerHTML = ${JSON.stringify(content)}
    globalThis.tree = tree
    globalThis.unmount = mount(tree.querySelector('article'))`
  const head = '<meta charset="utf-8"><title>Shadow</title><script type="module" src="/shadow.js"></script>'
  return {page: `<!doctype html><html lang="en"><head>${head}</head><body><main><h1>Shadow</h1><div id="host"></div></main></body></html>`, script}
}

/** A dictionary with hostile and oversized content. */
export const strange = (): string =>
  page(
    '# Odd\n\n“Kessu brannoth velluk.” (Hush <script>alert(1)</script>.)\n\nThe שלומן and the zz\u0301\u0302\u0303\u0304oth met a drommel, and the vorrig too.',
    [
      {
        language: 'art-x-odd',
        entries: [
          {headword: 'kessu', senses: ['<script>alert(1)</script>', '" onmouseover="alert(1)', '<img src=x onerror=alert(1)>']},
          {headword: 'brannoth', senses: ['long '.repeat(2000)]},
          {headword: 'velluk', senses: ['x'.repeat(10_000)], notes: '[a](javascript:alert(1))'},
          {headword: 'שלומן', senses: ['\u202eright to left\u202c 🜁🜂']},
          {headword: 'zz\u0301\u0302\u0303\u0304oth', senses: ['z\u0301\u0302\u0303'.repeat(50)]},
          {headword: 'drommel', senses: Array.from({length: 60}, (_, index) => `sense ${index}`)},
          {headword: 'vorrig', see: ['kessu'], senses: ['pebble']},
        ],
      },
    ],
    'Odd',
    {},
  )

/** 25,000 words, of which 750 are terms. */
export function novel(options: TestPageOptions = {}): string {
  const prose = 'The lamp burned low and nobody in the long room had anything more to say about the weather or the road. '.repeat(10)
  const source = Array.from(
    {length: 125},
    (_, index) => `“Orreth sulvane mirrod,” she said, and it was the ${index}th time. (Good evening, traveller.) ${prose}`,
  )
  const narration = Array.from({length: 125}, () => 'A mirrod sat by the fire, and the other mirrod did not.')
  return page(source.map((paragraph, index) => `${paragraph}\n\n${narration[index]}`).join('\n\n'), [MIRR], 'A novel', options)
}

/** Two utterances, the first split by markup, with one translation. */
export function rightToLeft(): string {
  const head = '<meta charset="utf-8"><title>Lines</title><link rel="stylesheet" href="/style.css"><script type="module" src="/reader-page.js"></script>'
  const line = (id: string, text: string) => `<span class="xg-utterance" lang="art-x-odd" data-xg="${id}" data-xg-sure="80">${text}</span>`
  const word = (id: string, text: string) => `<span class="xg-term" lang="art-x-odd" data-xg="${id}" data-xg-tip="${id}">${text}</span>`
  const gloss = '<span class="xg-translation" data-xg-of="u1 u2">Peace, <span class="xg-word" data-xg-of="t2">friend</span>.</span>'
  const speech = `${line('u1', word('t1', 'שלו'))}<em>${line('u1', ` ${word('t2', 'רמא')}`)}</em> ${line('u2', word('t3', 'דרו'))}`
  const story = `<p dir="rtl">${speech} <span class="xg-gloss" data-xg-of="u1 u2">(${gloss})</span></p>`
  return `<!doctype html><html lang="en"><head>${head}</head><body><main class="xg-story"><h1>Lines</h1>${story}</main></body></html>`
}
