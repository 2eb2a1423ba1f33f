/** Speech as the world writes it: what stands between the marks is drawn in, `⟦so⟧`; what nothing closes, `⟦so⟫`. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {annotate, type Format} from '../../src/index.js'
import {marksOf, quotationsOf} from '../../src/prose/quotations/find-quotations.js'
import {styleOf} from '../../src/prose/quotations/quotation-style.js'
import {trim} from '../../src/prose/spans.js'
import {wordsOf} from '../../src/prose/tokenizer.js'
import {draw, undraw} from '../support/drawn.js'

/** Paragraphs with their speech drawn in, each read in the style of all. */
function speechIn(paragraphs: readonly string[]): string[] {
  const style = styleOf(paragraphs)
  return paragraphs.map((text, index) => {
    let drawn = ''
    let at = 0
    for (const {close, ...inside} of quotationsOf(text, style, paragraphs[index + 1])) {
      const {start, end} = trim(text, inside)
      drawn += `${text.slice(at, start)}⟦${text.slice(start, end)}${close ? '⟧' : '⟫'}`
      at = end
    }
    return drawn + text.slice(at)
  })
}

const drawnSpeech = (...drawn: string[]) => expect(speechIn(drawn.map((text) => text.replace(/[⟦⟧⟫]/gu, '')))).toEqual(drawn)

describe('marks in pairs', () => {
  test.each([
    ['curly', '“⟦Sel davan,⟧” she said. “⟦Ve tal.⟧”'],
    ['the typewriter’s', '"⟦Sel davan,⟧" she said. "⟦Ve tal.⟧"'],
    ['both mixed up', '“⟦Sel davan,⟧" she said. "⟦Ve tal.⟧”'],
    ['guillemets', '«⟦Sel davan⟧», dit-il. «⟦Ve tal.⟧»'],
    ['guillemets with spaces', '« ⟦Sel davan !⟧ » dit-il. Il ajouta : « ⟦Ve tal.⟧ »'],
    ['guillemets with spaces but for one', '« ⟦Sel davan —⟧ » He stopped.—« ⟦Ve.⟧ » Nobody spoke. « ⟦Ve tal.⟧ » He left. « ⟦Sel !⟧ » « ⟦Tal.⟧ »'],
    ['guillemets turned inwards', '»⟦Sel davan⟧«, sagte sie. »⟦Ve tal.⟧«'],
    ['guillemets of one direction', '»⟦Sel davan⟧», sade hon. »⟦Ve tal.⟧»'],
    ['angles', '‹⟦Sel davan⟧›, she said. ‹⟦Ve tal.⟧›'],
    ['low and high', '„⟦Sel davan⟧“, sagte sie. „⟦Ve tal.⟧“'],
    ['low and high, the Polish way', '„⟦Sel davan⟧”, said Mira. „⟦Ve tal.⟧”'],
    ['high and high', '”⟦Sel davan⟧”, sade hon. ”⟦Ve tal.⟧”'],
    ['single, low and high', '‚⟦Sel davan⟧‘, sagte sie. ‚⟦Ve tal.⟧‘'],
    ['corners', '「⟦Sel davan。⟧」彼女は言った。「⟦Ve tal。⟧」'],
    ['no spaces at all', '她说：“⟦Sel davan。⟧”他说：“⟦Ve tal。⟧”'],
    ['two graves and two apostrophes', "``⟦Sel davan,⟧'' she said. ``⟦Ve 'ollim tal.⟧''"],
    ['dashes around', '“⟦Sel—⟧” He stopped.—“⟦—davan?⟧”—“⟦Ve.⟧”'],
    ['emphasis around', '*"⟦Sel davan,⟧"* she said. "⟦_Ve tal_.⟧"'],
    ['brackets around', '("⟦Sel davan,⟧" that is.) ["⟦Ve.⟧"]'],
    ['points in front', '"⟦...davan,⟧" she said. "⟦…tal.⟧"'],
    ['nothing said', 'She said nothing. Nobody did.'],
  ])('%s', (_, drawn) => drawnSpeech(drawn))
})

describe('quotations in quotations stay inside', () => {
  test.each([
    '“⟦He said ‘sel davan,’ and left,⟧” she said.',
    '"⟦He said \'sel davan,\' and left,⟧" she said.',
    '‘⟦He said “sel davan,” and left,⟧’ she said.',
    '\'⟦He said "sel davan," and left,⟧\' she said.',
    '"⟦He said "sel davan" to me,⟧" she said. "⟦Ve tal.⟧"',
    '« ⟦Il a dit “sel davan”, puis “ve tal”.⟧ » Elle se tut.',
    '„⟦Er sagte ‚sel davan‘ zu mir.⟧“ Sie ging.',
    '»⟦Er sagte ›sel davan‹ zu mir.⟧« Sie ging.',
    '「⟦Ve『sel davan』tal。⟧」',
  ])('%s', (drawn) => drawnSpeech(drawn))
})

describe('single marks and apostrophes', () => {
  test.each([
    ['British', '‘⟦I don’t,⟧’ he said, ‘⟦know the dogs’ names.⟧’'],
    ['elisions', '‘⟦’Tis rock ’n’ roll, s’pose,⟧’ he said. ‘⟦Feed the dogs’ pups.⟧’'],
    ['the stop outside', '‘⟦Sel davan⟧’, he said. ‘⟦The dogs’ bowls are gone⟧’.'],
    ['a bracket behind', '‘⟦Sel davan⟧’ (I am here), he said. ‘⟦The dogs’ bowls are gone.⟧’'],
    ['a word in marks', 'They call it ‘⟦davu⟧’ here. ‘⟦Sel davan,⟧’ she said.'],
    ['the typewriter’s', "'⟦Sel davan,⟧' she said. '⟦Ve tal.⟧'"],
    ['the typewriter’s, apostrophes at both ends', "'⟦Sel aushna' davan,⟧' she said. '⟦Ve 'ollim tal.⟧'"],
    ['an apostrophe at the very end', "'⟦Sel davan aushna',⟧' she said. '⟦Ve aushna'⟧' He left."],
    ['an apostrophe at the very beginning', "'⟦'Ollim davan,⟧' she said. '⟦'Tis late, the dogs' bowls are empty.⟧'"],
    ['elisions in narration', "They took 'em to the dogs' house. '⟦Sel davan,⟧' she said, 'twixt laughing and crying."],
    ['o’clock and years', "It was nine o'clock in the '60s. '⟦Sel davan,⟧' she said."],
    ['possessives of abbreviations', "'⟦The U.S.'s dogs' bowls,⟧' she said. '⟦Ve.⟧'"],
    ['graves', "`⟦Sel davan,⟧' she said. `⟦Ve tal.⟧'"],
    ['closing marks for both', '’⟦Sel davan,⟧’ she said. ’⟦Ve tal.⟧’'],
  ])('%s', (_, drawn) => drawnSpeech(drawn))

  test('a story that speaks in double marks has no other speech in the typewriter’s single ones', () =>
    drawnSpeech(
      "'Tis late,' it said on the wall, in the dogs' house.",
      '"⟦Sel davan,⟧" she said.',
      "The word 'davu' was 'ard to say.",
      "\"⟦I'm goin' to the 'ouse.⟧\"",
    ))

  test('a story without any marks has none', () => drawnSpeech("'Twas the night, and the dogs' bowls stood in the '60s' kitchen. It's nine o'clock."))

  test('quotation marks are no part of words, apostrophes are', () => {
    const words = (text: string) => wordsOf(text, marksOf(text, quotationsOf(text))).map(({surface}) => surface)
    expect(words("'Sel aushna' davan,' she said. 'Ve 'ollim.'")).toEqual(['Sel', "aushna'", 'davan', 'she', 'said', 'Ve', "'ollim"])
    expect(words("\"He said 'sel davan,' goin' to the 'ouse.\"")).toEqual(['He', 'said', 'sel', 'davan', "goin'", 'to', 'the', "'ouse"])
    expect(words("The word 'davu' is rock 'n' roll.")).toEqual(['The', 'word', 'davu', 'is', 'rock', "'n'", 'roll'])
    expect(words("``Ve,'' she said.")).toEqual(['Ve', 'she', 'said'])
  })
})

describe('marks left out or set wrong', () => {
  test.each([
    ['none opens the first', '⟦Sel davan,⟧" she said. "⟦Ve tal,⟧" and "⟦ve sel.⟧"'],
    ['none closes the first', '"⟦Sel davan, she said.⟫ "⟦Ve tal,⟧" and "⟦ve sel.⟧"'],
    ['none opens the second', '“⟦Sel davan,⟧” ⟦she said. Ve tal,⟧” he said.'],
    ['none closes the second', '“⟦Sel davan,⟧” she said. “⟦Ve tal, he said.⟫ “⟦Ve sel.⟧”'],
    ['a space on the wrong side', 'She said," ⟦Ve tal.⟧" He nodded.'],
    ['no space at all', '"⟦Sel davan,⟧"she said."⟦Ve tal.⟧"'],
    ['curly ones turned round', '”⟦Sel davan,⟧” she said. “⟦Ve tal.⟧“'],
    ['inches', 'The 6" pipe. "⟦Sel davan,⟧" she said.'],
  ])('%s', (_, drawn) => drawnSpeech(drawn))
})

describe('speech over paragraphs', () => {
  test.each([
    ['curly', '“⟦Sel davan.⟫', '“⟦Ve tal.⟫', '“⟦Sel,⟧” she said.'],
    ['the typewriter’s', '"⟦Sel davan.⟫', '"⟦Ve tal.⟫', '"⟦Sel,⟧" she said.'],
    ['guillemets', '« ⟦Sel davan.⟫', '« ⟦Ve tal.⟫', '« ⟦Sel⟧ », dit-elle.'],
    ['guillemets, continued by those that close', '«⟦Sel davan.⟫', '»⟦Ve tal.⟫', '»⟦Sel⟧», dit-elle.', '«⟦Tal⟧», dit-il.', '«⟦Ve⟧», dit-elle.'],
    ['low and high', '„⟦Sel davan.⟫', '„⟦Ve tal.⟫', '„⟦Sel⟧“, sagte sie.'],
    ['single', '‘⟦The dogs’ bowls are gone. Sel davan.⟫', '‘⟦Ve tal.⟫', '‘⟦Sel,⟧’ she said.'],
    ['the typewriter’s single', "'⟦The dogs' bowls are gone. Sel davan.⟫", "'⟦Ve tal.⟫", "'⟦Sel,⟧' she said.", "'⟦Sel davan.⟧' She left."],
    ['single, after other speech', '‘⟦Sel,⟧’ she said. ‘⟦The dogs’ bowls are gone.⟫', '‘⟦Ve tal.⟧’ He left.'],
    ['corners', '「⟦Ve tal。⟫', '「⟦Sel。⟧」'],
    ['opened once', '“⟦Sel davan.⟫', '⟦Ve tal,⟧” she said.'],
    ['after other speech', '"⟦Sel,⟧" she said. "⟦Ve tal.⟫', '"⟦Sel davan.⟧"'],
  ])('%s', (_, ...drawn) => drawnSpeech(...drawn))
})

describe('dashes', () => {
  test.each([
    ['Spanish', '—⟦Sel davan⟧ —said Mira—. ⟦Ve tal.⟫', '—⟦Ve tal⟧ —said Joren, and sat down—, ⟦sel.⟫'],
    ['Polish', '— ⟦Sel davan⟧ — said Mira. — ⟦Ve tal.⟫', '— ⟦Ve tal!⟫'],
    ['Russian', '— ⟦Sel davan,⟧ — said Mira, — ⟦ve tal.⟫', '— ⟦Ve tal?⟧ — said Joren.'],
    ['en dashes', '– ⟦Sel davan,⟧ – said Mira.', '– ⟦Ve tal.⟫'],
    ['bars', '― ⟦Sel davan.⟫', '― ⟦Ve tal.⟫'],
    ['two hyphens', '--⟦Sel davan⟧ --said Mira--. ⟦Ve tal.⟫', '--⟦Ve tal.⟫', '--⟦Sel.⟫'],
    ['one hyphen', '- ⟦Sel-davan⟧ - said Mira. - ⟦Ve tal.⟫', '- ⟦Ve tal.⟫', 'They were silent.', '- ⟦Sel.⟫'],
    ['dashes inside', '—⟦Sel—davan! Ve tal—⟫', '—⟦Ve tal.⟫'],
    ['dialogue and narration', '—⟦Sel davan.⟫', 'Mira sat down — she was tired — and wept.', '—⟦Ve tal.⟫'],
    ['who speaks, after a comma', '—⟦Sel davan,⟧ said Mira. ⟦Ve tal.⟫', '—⟦Ve tal?⟧ said Joren.', '—⟦Sel tal,⟧ she said, ⟦ve sel.⟫', '—⟦Sel, ve davan.⟫'],
    ['who speaks, when told only once', '—⟦Sel davan, said Mira. Ve tal.⟫', '—⟦Ve tal.⟫'],
    ['guillemets inside', '—⟦Sel «davan» ve tal.⟫', '—⟦Ve tal.⟫'],
    ['guillemets around the whole exchange', '« ⟦Sel davan.⟫', '— ⟦Ve tal.⟫', '— ⟦Sel tal. »⟫'],
    ['quotation marks behind them', '—“⟦Sel davan,⟧” said Mira.', '—“⟦Ve tal.⟧”'],
    ['a list', '- three lamps', '- a rope', '- one boat'],
    ['a signature', '“⟦Sel davan.⟧”', '—Mira Tal, on the road.'],
    ['an interruption', '“⟦Sel davan—⟧”', '—and there he stopped. “⟦Ve.⟧”', '“⟦Tal.⟧”'],
  ])('%s', (_, ...drawn) => drawnSpeech(...drawn))
})

/** The whole of a story: `{…}` are what the story's own marks stand around. */
const STORY = `{⟦u1 Orreth sulvane, mirrod.⟧} The old ferryman lifted his lamp. ⟦g (⟦t1 Good evening, traveller.⟧)⟧

{⟦u2 Vennu okresh tal mirrod?⟧} he asked. ⟦g (⟦t2 Where does the traveller go?⟧)⟧ It was nine o’clock, and the dogs’ bowls were empty.

{I don’t know,} she said. {⟦u3 Sulvane tal okresh.⟧} She couldn’t see the ferryman’s face. ⟦g (⟦t3 The evening goes on.⟧)⟧`

describe('whole stories', () => {
  const check = (drawn: string, format: Format = 'text') => {
    const source = undraw(drawn)
    expect(draw(source, annotate(source, {format}).standoff)).toBe(drawn)
  }
  const straight = (story: string) => story.replaceAll('’', "'")
  const marked = (story: string, open: string, close: string) => story.replaceAll('{', open).replaceAll('}', close)

  test.each([
    ['“', '”'],
    ['"', '"'],
    ['‘', '’'],
    ["'", "'"],
    ['`', "'"],
    ['``', "''"],
    ['«', '»'],
    ['« ', ' »'],
    ['»', '«'],
    ['»', '»'],
    ['„', '“'],
    ['„', '”'],
    ['”', '”'],
    ['‚', '‘'],
    ['‹', '›'],
    ['「', '」'],
    ['『', '』'],
  ])('%s %s', (open, close) => check(marked(open < '' ? straight(STORY) : STORY, open, close)))

  test('the typewriter’s single marks in Markdown', () => check(marked(straight(STORY), "'", "'"), 'markdown'))

  test('dashes with spaces before the narrator', () =>
    check(`—⟦u1 Orreth sulvane, mirrod.⟧ ⟦g (⟦t1 Good evening, traveller.⟧)⟧

The old ferryman lifted his lamp.

—⟦u2 Vennu okresh⟧ —he asked—. ⟦u3 Tal mirrod sulvane?⟧ ⟦g (⟦t2 Where do you go?⟧ ⟦t3 Is the traveller of the evening?⟧)⟧

—I don't know —she said.`))

  test('dashes, the speaker after a comma', () =>
    check(`—⟦u1 Orreth sulvane, mirrod,⟧ said Mira. ⟦g (⟦t1 Good evening, traveller.⟧)⟧

The old ferryman lifted his lamp.

—⟦u2 Vennu okresh tal mirrod?⟧ said Joren. ⟦g (⟦t2 Where does the traveller go?⟧)⟧

—I don't know, said Mira. ⟦u3 Sulvane tal okresh.⟧ ⟦g (⟦t3 The evening goes on.⟧)⟧`))

  test('whichever mark is forgotten, the lines are found', () => {
    const lines = (story: string) => annotate(story, {format: 'text'}).standoff.utterances.map(({start, end}) => story.slice(start, end))
    const story = marked(straight(undraw(STORY)), '"', '"')
    for (let at = story.indexOf('"'); at >= 0; at = story.indexOf('"', at + 1)) {
      const found = lines(story.slice(0, at) + story.slice(at + 1))
      // Where none closes it, the line may take the speaker with it.
      expect(found.map((line) => line.slice(0, 15))).toEqual(['Orreth sulvane,', 'Vennu okresh ta', 'Sulvane tal okr'])
    }
  })

  test('no marks at all', () =>
    check(`⟦u1 Orreth sulvane, mirrod vennu okresh tal.⟧ The old ferryman lifted his lamp. ⟦g (⟦t1 Good evening, traveller, and where do you go?⟧)⟧

⟦u2 Vennu okresh tal mirrod sulvane orreth?⟧ He did not know. ⟦g (⟦t2 Where does the traveller go, this evening?⟧)⟧`))
})

describe('whatever the text', () => {
  const marks = ['"', '“', '”', '„', '‘', '’', '‚', "'", '`', '``', "''", '«', '»', '‹', '›', '「', '」', '—', ' —', '--', '- ', '(', ')', '*']
  const words = [' ', ' ', '. ', ', ', '?', 'sel', 'davan', "o'clock", 'Ve', '6', '\n', ', said Mira', ', said Joren.']
  const texts = fc.array(
    fc
      .tuple(fc.constantFrom('', '—', '- '), fc.array(fc.constantFrom(...marks, ...words), {maxLength: 30}))
      .map(([dash, parts]) => `${dash}${parts.join('')}.`),
    {maxLength: 5},
  )

  test('quotations are in order, apart from each other, and inside the text', () => {
    fc.assert(
      fc.property(texts, (paragraphs) => {
        const style = styleOf(paragraphs)
        for (const [index, text] of paragraphs.entries()) {
          let at = 0
          for (const {start, end, open, close} of quotationsOf(text, style, paragraphs[index + 1])) {
            expect(open.start).toBeGreaterThanOrEqual(at)
            expect(open.end).toBeGreaterThanOrEqual(open.start)
            expect(start).toBe(open.end)
            expect(end).toBeGreaterThanOrEqual(start)
            if (close) expect(close.start).toBe(end)
            at = close?.end ?? end
          }
          expect(at).toBeLessThanOrEqual(text.length)
        }
      }),
      {numRuns: 1000},
    )
  })

  test('what was read before changes nothing', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const before = speechIn(one)
        speechIn(other)
        expect(speechIn(one)).toEqual(before)
      }),
    )
  })

  test.each([
    '"',
    '“',
    '”',
    '„',
    '‘',
    '’',
    '‚',
    "'",
    '`',
    '«',
    '»',
    '‹',
    '「',
    '—',
    '--',
    '- ',
    "'a ",
    "'a' ",
    "a' ",
    "'a,' ",
    "'A. ",
    '"a ',
    'a," ',
    ' —a',
    '—a, said B. ',
    '“‘«„',
    '"a" ',
    '“a”',
  ])('300 KB of %s cost linear time', (mark) => {
    // One mark of each kind at the end, so that each kind is looked for.
    const text = `${mark.repeat(3e5 / mark.length)} ‘a’ «b» ‹c› 「d」 “e” "f" 'g,'`
    const style = styleOf([text, text, text])
    expect(marksOf(text, quotationsOf(text, style, text)).size).toBeLessThanOrEqual(text.length)
  })
})
