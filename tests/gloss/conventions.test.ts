/** Every convention, and text that looks like a gloss but is not; in an invented language. */
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {annotate, conventions, type Options, remarkXenogloss, type XenoglossData, xenoglossToMarkdown} from '../../src/index.js'
import {checkAfterOpening, OPENING, undrawAnnotations} from '../support/drawn-stories.js'

/** For each gloss of a story: its convention, the text it translates, and its translation. */
const pairsOf = (source: string, options?: Options) => {
  const {utterances, terms, glosses} = annotate(source, options).standoff
  const text = new Map([...utterances, ...terms].map(({id, start, end}) => [id, source.slice(start, end)]))
  return glosses.map(({of, convention, parts}) => [
    convention,
    of.map((id) => text.get(id)).join(' '),
    parts.map(({start, end}) => source.slice(start, end)).join(' '),
  ])
}

describe('brackets', () => {
  test('inside the speech', () => checkAfterOpening('“⟦u3 Sulvane tal okresh⟧ ⟦g (⟦t3 The evening goes on⟧)⟧,” she said.'))
  test('inside the sentence, after a word', () => checkAfterOpening('They rested in the shade of a ⟦w1 dremma⟧ ⟦g (⟦tw1 shade tree⟧)⟧ until noon.'))
  test('in speech, after a word', () => checkAfterOpening('“Bring me the ⟦w1 kolvu⟧ ⟦g (⟦tw1 rope⟧)⟧ and be quick,” said the boy.'))
  test.each(['literally, ', 'i.e. ', 'that is, ', 'meaning ', 'or ', 'lit. ', 'in our tongue, '])('with the lead-in “%s”', (leadIn) =>
    checkAfterOpening(`A ⟦w1 dremma⟧ ⟦g (${leadIn}⟦tw1 shade tree⟧)⟧ stood by the landing.`),
  )
  test('two glosses', () =>
    checkAfterOpening(
      '“⟦u3 Sulvane tal okresh.⟧” ⟦g (⟦t3 The evening goes on.⟧)⟧ ⟦g (⟦t3 literally, evening now goes⟧)⟧'.replace(
        '⟦t3 literally, evening',
        'literally, ⟦t3 evening',
      ),
    ))
  test.each(['[]', '{}'])('%s', ([open, close]) =>
    checkAfterOpening(`“⟦u3 Sulvane tal okresh⟧,” she said. ⟦g ${open}⟦t3 The evening goes on.⟧${close}⟧`.replace('⟧,”', ',⟧”')),
  )
  test('in a separate paragraph', () =>
    checkAfterOpening('“⟦u3 Sulvane tal okresh,⟧” she said, and sat down.\n\n⟦g (⟦t3 The evening goes on.⟧)⟧\n\nThe boy laughed.'))
  test('in a separate paragraph for two speeches', () =>
    checkAfterOpening('“⟦u3 Sulvane tal okresh,⟧” she said. “⟦u4 Vennu tal mirrod?⟧”\n\n⟦g (⟦t3 The evening goes on.⟧ ⟦t4 Where is the traveller?⟧)⟧'))
  test('translation first, foreign word in the bracket', () =>
    checkAfterOpening('A paper ⟦g ⟦tw1 lantern⟧⟧ (⟦w1 tovashi⟧) hung by the gate.'.replace('A paper ⟦g ⟦tw1 lantern⟧⟧', 'A ⟦g ⟦tw1 paper lantern⟧⟧')))
})

describe('notes', () => {
  test('Markdown footnotes', () => checkAfterOpening('“⟦u3 Sulvane tal okresh,⟧”[^a] she said.\n\nThe boy laughed.\n\n[^a]: ⟦g ⟦t3 The evening goes on.⟧⟧'))
  test('a footnote of one word', () => checkAfterOpening('“⟦u3 Mirrod,⟧”[^1] she said.\n\n[^1]: ⟦g ⟦t3 Traveller⟧⟧'))
  test('numbers in brackets and a list below', () =>
    checkAfterOpening(
      '“⟦u3 Sulvane tal okresh,⟧” [1] she said. “⟦u4 Vennu tal mirrod?⟧” [2]\n\nTranslations:\n\n1. ⟦g ⟦t3 The evening goes on.⟧⟧\n\n2. ⟦g ⟦t4 Where is the traveller?⟧⟧',
    ))
  test.each(['(trans. #1)', '(T1)', '¹', '(1)'])('the mark %s', (mark) => {
    const source =
      undrawAnnotations(OPENING) +
      `“Sulvane tal okresh,” ${mark} she said.\n\nThe boy laughed.\n\n${mark.replace('(trans. #1)', '1.').replace('(T1)', 'T1:').replace('T1:', '(T1)')} The evening goes on.`
    expect(pairsOf(source, {format: 'text'}).at(-1)).toEqual(['notes', 'Sulvane tal okresh,', 'The evening goes on.'])
  })
  test.each([
    ['right after the speech', '<p>“Sulvane tal okresh,”<sup>1</sup> she said.</p>', '<p>1. The evening goes on.</p>'],
    ['after a space', '<p>“Sulvane tal okresh,” <sup>*</sup> she said.</p>', '<p>* The evening goes on.</p>'],
    ['superscript before the note too', '<p>“Sulvane tal okresh,”<sup>12</sup> she said.</p>', '<p><sup>12</sup> The evening goes on.</p>'],
    ['a link to a list', '<p>“Sulvane tal okresh,”<sup><a href="#n1">1</a></sup> she said.</p>', '<ol><li id="n1">The evening goes on.</li></ol>'],
    ['a digit that copying has left', '<p>“Sulvane tal okresh,”1 she said.</p>', '<p>1. The evening goes on.</p>'],
  ])('a superscript mark: %s', (_, line, note) => {
    const story = `${undrawAnnotations(OPENING)
      .split('\n\n')
      .map((paragraph) => `<p>${paragraph}</p>`)
      .join('')}${line}<p>The boy laughed.</p>${note}`
    expect(pairsOf(story, {format: 'html'}).at(-1)).toEqual(['notes', 'Sulvane tal okresh,', 'The evening goes on.'])
  })
  test('a superscript mark in Markdown', () =>
    checkAfterOpening('“⟦u3 Sulvane tal okresh,⟧”<sup>1</sup> she said.\n\nThe boy laughed.\n\n1. ⟦g ⟦t3 The evening goes on.⟧⟧'))
  test.each(['<sup>1</sup>', '<a href="#n1">1</a>'])('a mark is not part of the word before it: %s', (mark) => {
    const story = `<p>“Sulvane tal okresh${mark},” she said. “Sulvane tal okresh!”</p><p>The boy laughed.</p><p id="n1">1. The evening goes on.</p>`
    const {standoff} = annotate(story, {format: 'html'})
    expect(standoff.terms.filter(({start, end}) => story.slice(start, end) === 'okresh')).toHaveLength(2)
    expect(standoff.utterances.map(({translation}) => translation)).toContain('The evening goes on.')
  })
  test('superscript that is no note mark is text', () => {
    const {standoff} = annotate('<p>“Sulvane tal okresh,” she said on the 1<sup>st</sup> of May, for 10<sup>2</sup> lamps.</p><p>2. The boy laughed.</p>', {
      format: 'html',
    })
    expect(standoff.glosses).toEqual([])
  })
  test('asterisks', () => checkAfterOpening('“⟦u3 Sulvane tal okresh,⟧”\\* she said.\n\n\\* ⟦g ⟦t3 The evening goes on.⟧⟧'))
  test('a mark refers to the next note below if numbering restarts in each chapter', () => {
    const chapter = (line: string, translation: string) => `“${line},” [1] she said.\n\nThe boy laughed.\n\n[1] ${translation}\n\n* * *\n\n`
    const source = undrawAnnotations(OPENING) + chapter('Sulvane tal okresh', 'The evening goes on.') + chapter('Mirrod tal okresh', 'The traveller goes on.')
    expect(pairsOf(source, {format: 'text'}).slice(2)).toEqual([
      ['notes', 'Sulvane tal okresh,', 'The evening goes on.'],
      ['notes', 'Mirrod tal okresh,', 'The traveller goes on.'],
    ])
  })
  test('footnotes parsed by remark-gfm', async () => {
    const story = `${undrawAnnotations(OPENING)}“Sulvane tal okresh,”[^a] she said.\n\n[^a]: The evening goes on.\n`
    const file = await unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(remarkXenogloss)
      .data('toMarkdownExtensions', [xenoglossToMarkdown()])
      .use(remarkStringify)
      .process(story)
    const {standoff} = file.data.xenogloss as XenoglossData
    expect(standoff.utterances.at(-1)).toMatchObject({translation: 'The evening goes on.'})
    expect(standoff.glosses.at(-1)).toMatchObject({convention: 'notes'})
  })
  test('a number without a note is not a mark', () => expect(pairsOf(`${undrawAnnotations(OPENING)}“Sulvane tal okresh,” [7] she said.`)).toHaveLength(2))
})

describe('lists at the end', () => {
  const body = `${undrawAnnotations(OPENING)}“Sulvane tal okresh,” she said. The dremma was in flower.\n\nHe sat down under the dremma.\n\nTranslations:\n\n`
  test.each([' - ', ' – ', ' = ', ': '])('entries with “%s”', (sign) => {
    const pairs = pairsOf(`${body}Sulvane tal okresh${sign}The evening goes on.\n\ndremma${sign}shade tree\n`)
    expect(pairs).toContainEqual(['translation-list', 'Sulvane tal okresh,', 'The evening goes on.'])
    expect(pairs).toContainEqual(['translation-list', 'dremma dremma', 'shade tree'])
  })
  test('bullets', () => {
    expect(pairsOf(`${body}- Sulvane tal okresh - The evening goes on.\n- dremma - shade tree\n`)).toContainEqual([
      'translation-list',
      'dremma dremma',
      'shade tree',
    ])
  })
  test('its words enter the glossary', () => {
    const {glossary} = annotate(`${body}dremma - shade tree\n`)
    expect(glossary.entries.find(({headword}) => headword === 'dremma')).toMatchObject({
      senses: expect.arrayContaining([expect.objectContaining({definition: 'shade tree'})]),
      certainty: 'attested',
    })
  })
  test('speech with a dash in it is not a list', () => {
    expect(pairsOf(`${undrawAnnotations(OPENING)}He said one thing: go home.\n\nShe said another: stay - if you can.\n`)).toHaveLength(2)
  })
})

describe('explanations', () => {
  test.each([
    ['“⟦u3 Orrin vah,⟧” which means “⟦g ⟦t3 Come closer.⟧⟧” So he came.'],
    ['The word was ⟦w1 keshtu⟧, meaning “⟦g ⟦tw1 wind-reader⟧⟧,” and nobody liked it.'],
    ['They called it ⟦w1 keshtu⟧, which means ⟦g ⟦tw1 little sister⟧⟧ where she came from.'],
    ['They called it ⟦w1 keshtu⟧, the old word for “⟦g ⟦tw1 lantern⟧⟧,” and hung it by the gate.'],
    ['“⟦u3 Orrin vah,⟧” he muttered into his sleeve, which means “⟦g ⟦t3 Come closer.⟧⟧” So she came.'],
    ['“⟦u3 Orrin vah,⟧” said the boy, which meant, more or less, *⟦g ⟦t3 come closer⟧⟧*.'],
    ['“⟦u3 Orrin vah,⟧” he said. Loosely translated, it meant “⟦g ⟦t3 Come closer.⟧⟧”'],
    ['“⟦u3 Orrin vah,⟧” that is, “⟦g ⟦t3 Come closer⟧⟧,” and he came.'],
  ])('%s', (drawn) => checkAfterOpening(drawn))
  test.each([['the ⟦w1 keshtu⟧, or ⟦g ⟦tw1 wind-reader⟧⟧, shook his head.'], ['She met a ⟦w1 keshtu⟧, or ⟦g ⟦tw1 wind-reader⟧⟧, on the stairs.']])(
    'apposition: %s',
    (drawn) => checkAfterOpening(drawn),
  )
  test('dash and quotation', () => checkAfterOpening('“⟦u3 Isto marrah!⟧”—“⟦g ⟦t3 Good gods!⟧⟧”—and he crossed himself.'))
  test('the line and its translation in one speech, as the author’s habit', () => {
    const createSpeech = (line: string, translation: string) => `“${line}. ${translation},” she said.\n\n`
    const source =
      undrawAnnotations(OPENING) +
      createSpeech('Akto pirrel tut', 'Here is your share') +
      createSpeech('Vessu morrat ikel', 'Eat while it is warm') +
      createSpeech('Ullan pirrel vessu', 'There is more to eat') +
      createSpeech('Tut morrat ullan', 'You need it more')
    expect(pairsOf(source).slice(2)).toEqual([
      ['repeated', 'Akto pirrel tut.', 'Here is your share'],
      ['repeated', 'Vessu morrat ikel.', 'Eat while it is warm'],
      ['repeated', 'Ullan pirrel vessu.', 'There is more to eat'],
      ['repeated', 'Tut morrat ullan.', 'You need it more'],
    ])
  })
  test('one speech in two languages, without a habit, is not a translation', () =>
    expect(pairsOf(`${undrawAnnotations(OPENING)}“Akto pirrel tut. Sit down by the fire, and mind the dog,” she said.`)).toHaveLength(2))
})

describe('translations in emphasis', () => {
  const lines = [
    ['Akto pirrel tut', 'Here is your share'],
    ['Vessu morrat ikel', 'Eat while it is warm'],
    ['Ullan pirrel vessu', 'There is more to eat'],
  ] as const
  const pairs = lines.map(([line, translation]) => ['emphasis', `${line},`, `${translation}.`])
  test.each([
    ['after the speech tag', (line: string, translation: string) => `“${line},” she said. *${translation}.*`],
    ['after the speech, in quotation marks', (line: string, translation: string) => `“${line},” *“${translation}.”*`],
    ['in a separate paragraph', (line: string, translation: string) => `“${line},” she said.\n\n*${translation}.*`],
  ])('%s, as the author’s habit', (_, format) => {
    const story = lines.map(([line, translation]) => `The rain went on.\n\n${format(line, translation)}`).join('\n\n')
    expect(pairsOf(undrawAnnotations(OPENING) + story).slice(2)).toEqual(pairs)
  })
  test('in HTML', () => {
    const story = lines.map(([line, translation]) => `<p>The rain went on.</p><p>“${line},” she said. <i>${translation}.</i></p>`).join('')
    expect(pairsOf(story, {format: 'html'})).toEqual(pairs)
  })
  test('once, if it agrees with the line in length and mood', () =>
    expect(pairsOf(`${undrawAnnotations(OPENING)}“Akto pirrel tut,” she said. *Here is your share.*`).at(-1)?.[2]).toBe('Here is your share.'))
  test('in a story whose thoughts are in emphasis', () => {
    const thoughts = '*He is late again.* The rain went on. *If only it would stop.*\n\n'.repeat(4)
    const story = lines.map(([line, translation]) => `“${line},” she said. *${translation}.*`).join('\n\n')
    expect(pairsOf(undrawAnnotations(OPENING) + thoughts + story).slice(2)).toEqual(pairs)
  })
  test('not after a speech in English', () => {
    const story = lines.map(([, translation]) => `“${translation},” she said. *Run, all of you.*`).join('\n\n')
    expect(pairsOf(undrawAnnotations(OPENING) + story)).toHaveLength(2)
  })
})

describe('arrangements that no pattern describes', () => {
  test.each(['~', '|', '→', '='])('the sign %s between a line and its translation', (sign) => {
    const story = `“Akto pirrel tut ${sign} Here is your share,” she said.\n\n“Vessu morrat ikel ${sign} Eat while it is warm,” she said.`
    expect(pairsOf(undrawAnnotations(OPENING) + story).map(([, , translation]) => translation)).toEqual([
      'Good evening, traveller.',
      'Where does the traveller go?',
      'Here is your share',
      'Eat while it is warm',
    ])
  })
  test('an interpreter', () => {
    const story = '“Akto pirrel tut,” the guard said.\n\n“He says, here is your share,” said the boy.'
    expect(pairsOf(undrawAnnotations(OPENING) + story).at(-1)).toEqual(['nearby', 'Akto pirrel tut,', 'here is your share'])
  })
  test('a label is not part of the translation', () => {
    const story = '“Akto pirrel tut,” she said.\n\n(T/N: Here is your share.)'
    expect(pairsOf(undrawAnnotations(OPENING) + story).at(-1)?.[2]).toBe('Here is your share.')
  })
  test('a line said again inherits its translation', () => {
    const story = '“Akto pirrel tut,” she said. (Here is your share.)\n\nThe rain went on.\n\n“Akto pirrel tut,” said the boy.'
    const {utterances, glosses} = annotate(undrawAnnotations(OPENING) + story).standoff
    expect(glosses).toHaveLength(3)
    expect(utterances.at(-1)).toMatchObject({translation: 'Here is your share.'})
    expect(utterances.at(-1)?.clues.map(({name}) => name)).toContain('repeated')
  })
  test('a line end inside a translation is a blank', () => {
    const story = '“Akto pirrel tut,” she said. (Here is\nyour share.)'
    expect(annotate(undrawAnnotations(OPENING) + story, {format: 'text'}).standoff.utterances.at(-1)?.translation).toBe('Here is your share.')
  })
})

describe('verse', () => {
  const stanza = 'Sulvane tal okresh\nmirrod vennu sulvane\nokresh orreth mirrod'
  const translation = 'The evening goes on\nwhere is the traveller\ngone into the good evening'
  test.each([
    ['under a heading', `${stanza}\n\n[Translation]\n\n${translation}\n`],
    ['right after it', `${stanza}\n\n${translation}\n`],
  ])('a stanza with its translation %s', (_, verses) => {
    const pairs = pairsOf(`${undrawAnnotations(OPENING)}${verses}\nShe stopped singing.`, {format: 'text'})
    expect(pairs.at(-1)?.[0]).toBe('verse')
    expect(pairs.at(-1)?.[1]).toContain('mirrod vennu sulvane')
    expect(pairs.at(-1)?.[2]).toContain('gone into the good evening')
  })
})

describe('text that looks like a gloss but is not', () => {
  test.each([
    ['a gesture in a bracket', '“⟦u3 Sulvane tal okresh⟧ (pointing at himself) and that is all,” he said.'.replace(/⟦u3 |⟧/gu, '')],
    ['a gesture after a line', '“⟦u3 Sulvane tal okresh,⟧” he said (clapping his hands).'],
    ['a remark of the narrator', '“⟦u3 Sulvane tal okresh,⟧” (she always said so) and then she laughed.'],
    ['dates, numbers, references', '“⟦u3 Sulvane tal okresh.⟧” (1820) (p. 12) [7]'],
    ['sic', '“⟦u3 Sulvane tal okresh.⟧” [sic] he wrote.'],
    ['a description of the bearer of a name', 'They sailed on the Tarrovin (a small schooner) for a month.'],
    ['a pronunciation', 'They called him Arlvek (pronounced hard) in the village.'],
    ['scientific names', 'An oak (Pinus rigida) stood there, a bird (Dacelo Iagonensis) in it, and a smaller one (D. vessorina, Linn.) beside that.'],
    ['an alternative', 'Bring a spoon, or a fork, or any other thing.'],
    ['what the speaker meant by it', '“⟦u3 Orrin vah,⟧” he said, which meant he was tired.'],
    ['a different use of “meaning”', '“⟦u3 Orrin vah⟧” and the rest, meaning trouble.'],
    ['what a person meant', 'Nobody knew what Tarrovin meant by that, or what he wanted.'],
    ['telepathy', '[Can you hear me?] he asked without moving his lips.'],
  ])('%s', (_, drawn) => {
    const source = undrawAnnotations(OPENING + drawn)
    expect(annotate(source).standoff.glosses).toHaveLength(2)
  })
})

test('a thousand brackets after one line', () => {
  const source = `${undrawAnnotations(OPENING)}“Sulvane tal okresh.” ${'(The evening goes on.) Then it rained. '.repeat(1000)}`
  expect(annotate(source).standoff.glosses.length).toBeLessThan(10)
})

/** Each would take longer than its limit if any part of the code were quadratic. */
describe('hundreds of', () => {
  test.each([
    ['words with brackets', 'a dremma (shade tree) '.repeat(700)],
    ['words in brackets', 'a paper lantern (tovashi) '.repeat(700)],
    ['explanations', '“dremma vah,” which means “come closer.” '.repeat(700)],
    ['appositions', 'the keshtu, or wind-reader, '.repeat(700)],
    ['dashes', '“Isto marrah!”—“Good gods!”—'.repeat(700)],
    ['marks and notes', `${'“dremma”[1] '.repeat(700)}\n\n${'1. come closer\n\n'.repeat(700)}`],
    ['entries of a list', `${'dremma tal okresh. '.repeat(700)}\n\nTranslations:\n\n${'dremma tal - come closer\n\n'.repeat(700)}`],
    ['speeches with their translation', '“Akto pirrel tut. Here is your share,” she said.\n\n'.repeat(700)],
    ['emphasized sentences without a line', 'The rain went on. *He is late again.* '.repeat(3500)],
    ['emphasized translations', '“Akto pirrel tut,” she said. *Here is your share.*\n\n'.repeat(700)],
    ['stanzas', 'Sulvane tal okresh\nmirrod vennu sulvane\n\nThe evening goes on\nwhere is the traveller\n\n'.repeat(350)],
    ['spaces in a gloss', `“dremma” which means “come${' '.repeat(300_000)}closer” and (a${' '.repeat(300_000)}tree)`],
    ['question marks in an unclosed bracket', `“dremma” (${'tree? '.repeat(3500)})`],
  ])(
    '%s',
    (_, text) => {
      expect(annotate(undrawAnnotations(OPENING) + text, {format: 'text'}).standoff.utterances.length).toBeGreaterThan(0)
    },
    30_000,
  )
})

describe('every convention', () => {
  const LEARNED = ['separator', 'nearby']
  const proposing = conventions.filter(({name}) => !LEARNED.includes(name))
  test.each(proposing.map((convention) => [convention.name, convention] as const))('%s proposes candidates inside their paragraphs', (_, convention) => {
    let proposed = 0
    const find: typeof convention.find = (passages, context) => {
      const candidates = convention.find(passages, context)
      proposed = candidates.length
      for (const {passage, start, end, content, of, odds} of candidates) {
        expect(start).toBeLessThan(end)
        expect(end).toBeLessThanOrEqual(passages[passage]!.text.length)
        expect(content.start).toBeGreaterThanOrEqual(start)
        expect(content.end).toBeLessThanOrEqual(end)
        for (const place of of) expect(place.end).toBeLessThanOrEqual(passages[place.passage]!.text.length)
        expect(Number.isFinite(odds.line) && Number.isFinite(odds.word)).toBe(true)
      }
      return candidates
    }
    const speeches = [
      'Akto pirrel tut. Here is your share',
      'Vessu morrat ikel. Eat while it is warm',
      'Ullan pirrel vessu. There is more to eat',
      'Tut morrat ullan. You need it more',
    ]
    const source = [
      `${undrawAnnotations(OPENING)}“Isto marrah!”—“Good gods!” A dremma (shade tree) or two, the keshtu, or wind-reader, and “orrin vah,” which means “come closer” [1].`,
      '“Sulvane tal okresh.” [The evening goes on.] A paper lantern (tovashi) hung there. :gloss[I am here.]',
      '(So it is.)',
      '1. Yes.',
      'Sulvane tal okresh\nmirrod vennu sulvane',
      'The evening goes on\nwhere is the traveller',
      ...[...speeches, ...speeches, ...speeches].map((speech) => `“${speech},” she said.`),
      ...speeches.map((speech) => `“${speech.replace('. ', ',” she said. *')}.*`),
      'Translations:',
      'dremma - tree',
    ].join('\n\n')
    annotate(source, {conventions: [{...convention, find}]})
    expect(proposed).toBeGreaterThan(0)
  })
})
