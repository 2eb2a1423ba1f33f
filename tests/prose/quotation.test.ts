/** Quotation styles of many languages. The expected quotations are drawn in as `⟦so⟧`, unclosed ones as `⟦so⟫`. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {annotate, type Format} from '../../src/index.js'
import {findQuotationMarks, findQuotations} from '../../src/prose/quotations/find-quotations.js'
import {detectQuotationStyle} from '../../src/prose/quotations/quotation-style.js'
import {detectSpeakers, findLabelledSpeech} from '../../src/prose/quotations/speaker-labels.js'
import {trim} from '../../src/prose/spans.js'
import {tokenizeText} from '../../src/prose/tokenizer.js'
import {drawAnnotations, undrawAnnotations} from '../support/drawn-stories.js'

/** Returns paragraphs of one story with their quotations drawn in. */
function drawQuotations(paragraphs: readonly string[]): string[] {
  const style = detectQuotationStyle(paragraphs)
  return paragraphs.map((text, index) => {
    let drawn = ''
    let at = 0
    for (const {close, ...inside} of findQuotations(text, style, paragraphs[index + 1])) {
      const {start, end} = trim(text, inside)
      drawn += `${text.slice(at, start)}⟦${text.slice(start, end)}${close ? '⟧' : '⟫'}`
      at = end
    }
    return drawn + text.slice(at)
  })
}

const checkQuotations = (...drawn: string[]) => expect(drawQuotations(drawn.map((text) => text.replace(/[⟦⟧⟫]/gu, '')))).toEqual(drawn)

describe('paired marks', () => {
  test.each([
    ['curly', '“⟦Sel davan,⟧” she said. “⟦Ve tal.⟧”'],
    ['typewriter', '"⟦Sel davan,⟧" she said. "⟦Ve tal.⟧"'],
    ['curly and typewriter mixed', '“⟦Sel davan,⟧" she said. "⟦Ve tal.⟧”'],
    ['guillemets', '«⟦Sel davan⟧», dit-il. «⟦Ve tal.⟧»'],
    ['guillemets with spaces', '« ⟦Sel davan !⟧ » dit-il. Il ajouta : « ⟦Ve tal.⟧ »'],
    ['guillemets with spaces, except for one', '« ⟦Sel davan —⟧ » He stopped.—« ⟦Ve.⟧ » Nobody spoke. « ⟦Ve tal.⟧ » He left. « ⟦Sel !⟧ » « ⟦Tal.⟧ »'],
    ['guillemets pointing inward', '»⟦Sel davan⟧«, sagte sie. »⟦Ve tal.⟧«'],
    ['guillemets pointing one way', '»⟦Sel davan⟧», sade hon. »⟦Ve tal.⟧»'],
    ['angles', '‹⟦Sel davan⟧›, she said. ‹⟦Ve tal.⟧›'],
    ['low and high', '„⟦Sel davan⟧“, sagte sie. „⟦Ve tal.⟧“'],
    ['low and high, Polish', '„⟦Sel davan⟧”, said Mira. „⟦Ve tal.⟧”'],
    ['high and high, Swedish', '”⟦Sel davan⟧”, sade hon. ”⟦Ve tal.⟧”'],
    ['single, low and high', '‚⟦Sel davan⟧‘, sagte sie. ‚⟦Ve tal.⟧‘'],
    ['corners', '「⟦Sel davan。⟧」彼女は言った。「⟦Ve tal。⟧」'],
    ['without spaces, Chinese', '她说：“⟦Sel davan。⟧”他说：“⟦Ve tal。⟧”'],
    ['two graves and two apostrophes', "``⟦Sel davan,⟧'' she said. ``⟦Ve 'ollim tal.⟧''"],
    ['dashes around', '“⟦Sel—⟧” He stopped.—“⟦—davan?⟧”—“⟦Ve.⟧”'],
    ['emphasis around', '*"⟦Sel davan,⟧"* she said. "⟦_Ve tal_.⟧"'],
    ['brackets around', '("⟦Sel davan,⟧" that is.) ["⟦Ve.⟧"]'],
    ['leading ellipsis', '"⟦...davan,⟧" she said. "⟦…tal.⟧"'],
    ['typed angles', '<⟦Sel davan,⟧> she said. <⟦Ve tal.⟧> He typed <i>ve</i>, x < y -> z.'],
    ['doubled typed angles', '<<⟦Sel davan,⟧>> she said. <<⟦Ve tal.⟧>>'],
    ['no speech', 'She said nothing. Nobody did.'],
  ])('%s', (_, drawn) => checkQuotations(drawn))
})

describe('nested quotations belong to the outer one', () => {
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
  ])('%s', (drawn) => checkQuotations(drawn))
})

describe('single marks and apostrophes', () => {
  test.each([
    ['British', '‘⟦I don’t,⟧’ he said, ‘⟦know the dogs’ names.⟧’'],
    ['elisions', '‘⟦’Tis rock ’n’ roll, s’pose,⟧’ he said. ‘⟦Feed the dogs’ pups.⟧’'],
    ['period outside', '‘⟦Sel davan⟧’, he said. ‘⟦The dogs’ bowls are gone⟧’.'],
    ['a bracket after it', '‘⟦Sel davan⟧’ (I am here), he said. ‘⟦The dogs’ bowls are gone.⟧’'],
    ['a quoted word', 'They call it ‘⟦davu⟧’ here. ‘⟦Sel davan,⟧’ she said.'],
    ['typewriter', "'⟦Sel davan,⟧' she said. '⟦Ve tal.⟧'"],
    ['typewriter, words with apostrophes at either end', "'⟦Sel aushna' davan,⟧' she said. '⟦Ve 'ollim tal.⟧'"],
    ['an apostrophe at the very end', "'⟦Sel davan aushna',⟧' she said. '⟦Ve aushna'⟧' He left."],
    ['an apostrophe at the very beginning', "'⟦'Ollim davan,⟧' she said. '⟦'Tis late, the dogs' bowls are empty.⟧'"],
    ['elisions in narration', "They took 'em to the dogs' house. '⟦Sel davan,⟧' she said, 'twixt laughing and crying."],
    ['o’clock and years', "It was nine o'clock in the '60s. '⟦Sel davan,⟧' she said."],
    ['possessives of abbreviations', "'⟦The U.S.'s dogs' bowls,⟧' she said. '⟦Ve.⟧'"],
    ['graves', "`⟦Sel davan,⟧' she said. `⟦Ve tal.⟧'"],
    ['closing marks on both sides', '’⟦Sel davan,⟧’ she said. ’⟦Ve tal.⟧’'],
  ])('%s', (_, drawn) => checkQuotations(drawn))

  test('if a story uses double marks for speech, typewriter single marks are not speech', () =>
    checkQuotations(
      "'Tis late,' it said on the wall, in the dogs' house.",
      '"⟦Sel davan,⟧" she said.',
      "The word 'davu' was 'ard to say.",
      "\"⟦I'm goin' to the 'ouse.⟧\"",
    ))

  test('a story without quotation marks has no quotations', () =>
    checkQuotations("'Twas the night, and the dogs' bowls stood in the '60s' kitchen. It's nine o'clock."))

  test('apostrophes are part of words, quotation marks are not', () => {
    const words = (text: string) => tokenizeText(text, findQuotationMarks(text, findQuotations(text))).map(({surface}) => surface)
    expect(words("'Sel aushna' davan,' she said. 'Ve 'ollim.'")).toEqual(['Sel', "aushna'", 'davan', 'she', 'said', 'Ve', "'ollim"])
    expect(words("\"He said 'sel davan,' goin' to the 'ouse.\"")).toEqual(['He', 'said', 'sel', 'davan', "goin'", 'to', 'the', "'ouse"])
    expect(words("The word 'davu' is rock 'n' roll.")).toEqual(['The', 'word', 'davu', 'is', 'rock', "'n'", 'roll'])
    expect(words("``Ve,'' she said.")).toEqual(['Ve', 'she', 'said'])
  })
})

describe('missing and misplaced marks', () => {
  test.each([
    ['first opening mark missing', '⟦Sel davan,⟧" she said. "⟦Ve tal,⟧" and "⟦ve sel.⟧"'],
    ['first closing mark missing', '"⟦Sel davan, she said.⟫ "⟦Ve tal,⟧" and "⟦ve sel.⟧"'],
    ['second opening mark missing', '“⟦Sel davan,⟧” ⟦she said. Ve tal,⟧” he said.'],
    ['second closing mark missing', '“⟦Sel davan,⟧” she said. “⟦Ve tal, he said.⟫ “⟦Ve sel.⟧”'],
    ['a space on the wrong side', 'She said," ⟦Ve tal.⟧" He nodded.'],
    ['no spaces', '"⟦Sel davan,⟧"she said."⟦Ve tal.⟧"'],
    ['curly marks reversed', '”⟦Sel davan,⟧” she said. “⟦Ve tal.⟧“'],
    ['inches', 'The 6" pipe. "⟦Sel davan,⟧" she said.'],
  ])('%s', (_, drawn) => checkQuotations(drawn))
})

describe('speech over several paragraphs', () => {
  test.each([
    ['curly', '“⟦Sel davan.⟫', '“⟦Ve tal.⟫', '“⟦Sel,⟧” she said.'],
    ['typewriter', '"⟦Sel davan.⟫', '"⟦Ve tal.⟫', '"⟦Sel,⟧" she said.'],
    ['guillemets', '« ⟦Sel davan.⟫', '« ⟦Ve tal.⟫', '« ⟦Sel⟧ », dit-elle.'],
    ['guillemets, continued with closing marks', '«⟦Sel davan.⟫', '»⟦Ve tal.⟫', '»⟦Sel⟧», dit-elle.', '«⟦Tal⟧», dit-il.', '«⟦Ve⟧», dit-elle.'],
    ['low and high', '„⟦Sel davan.⟫', '„⟦Ve tal.⟫', '„⟦Sel⟧“, sagte sie.'],
    ['single', '‘⟦The dogs’ bowls are gone. Sel davan.⟫', '‘⟦Ve tal.⟫', '‘⟦Sel,⟧’ she said.'],
    ['typewriter, single', "'⟦The dogs' bowls are gone. Sel davan.⟫", "'⟦Ve tal.⟫", "'⟦Sel,⟧' she said.", "'⟦Sel davan.⟧' She left."],
    ['single, after other speech', '‘⟦Sel,⟧’ she said. ‘⟦The dogs’ bowls are gone.⟫', '‘⟦Ve tal.⟧’ He left.'],
    ['corners', '「⟦Ve tal。⟫', '「⟦Sel。⟧」'],
    ['opened only once', '“⟦Sel davan.⟫', '⟦Ve tal,⟧” she said.'],
    ['after other speech', '"⟦Sel,⟧" she said. "⟦Ve tal.⟫', '"⟦Sel davan.⟧"'],
  ])('%s', (_, ...drawn) => checkQuotations(...drawn))
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
    ['dialogue tag after a comma', '—⟦Sel davan,⟧ said Mira. ⟦Ve tal.⟫', '—⟦Ve tal?⟧ said Joren.', '—⟦Sel tal,⟧ she said, ⟦ve sel.⟫', '—⟦Sel, ve davan.⟫'],
    ['dialogue tag that occurs only once', '—⟦Sel davan, said Mira. Ve tal.⟫', '—⟦Ve tal.⟫'],
    ['guillemets inside', '—⟦Sel «davan» ve tal.⟫', '—⟦Ve tal.⟫'],
    ['guillemets around the whole exchange', '« ⟦Sel davan.⟫', '— ⟦Ve tal.⟫', '— ⟦Sel tal. »⟫'],
    ['quotation marks after dashes', '—“⟦Sel davan,⟧” said Mira.', '—“⟦Ve tal.⟧”'],
    ['a list', '- three lamps', '- a rope', '- one boat'],
    ['a signature', '“⟦Sel davan.⟧”', '—Mira Tal, on the road.'],
    ['an interruption, not speech', '“⟦Sel davan—⟧”', '—and there he stopped. “⟦Ve.⟧”', '“⟦Tal.⟧”'],
  ])('%s', (_, ...drawn) => checkQuotations(...drawn))
})

/** A story; `{…}` are replaced with quotation marks of each style. */
const STORY = `{⟦u1 Orreth sulvane, mirrod.⟧} The old ferryman lifted his lamp. ⟦g (⟦t1 Good evening, traveller.⟧)⟧

{⟦u2 Vennu okresh tal mirrod?⟧} he asked. ⟦g (⟦t2 Where does the traveller go?⟧)⟧ It was nine o’clock, and the dogs’ bowls were empty.

{I don’t know,} she said. {⟦u3 Sulvane tal okresh.⟧} She couldn’t see the ferryman’s face. ⟦g (⟦t3 The evening goes on.⟧)⟧`

describe('whole stories', () => {
  const check = (drawn: string, format: Format = 'text') => {
    const source = undrawAnnotations(drawn)
    expect(drawAnnotations(source, annotate(source, {format}).standoff)).toBe(drawn)
  }
  const straighten = (story: string) => story.replaceAll('’', "'")
  const setMarks = (story: string, open: string, close: string) => story.replaceAll('{', open).replaceAll('}', close)

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
  ])('%s %s', (open, close) => check(setMarks(open < '' ? straighten(STORY) : STORY, open, close)))

  test('typewriter single marks in Markdown', () => check(setMarks(straighten(STORY), "'", "'"), 'markdown'))

  test('dashes with spaces before the narration', () =>
    check(`—⟦u1 Orreth sulvane, mirrod.⟧ ⟦g (⟦t1 Good evening, traveller.⟧)⟧

The old ferryman lifted his lamp.

—⟦u2 Vennu okresh⟧ —he asked—. ⟦u3 Tal mirrod sulvane?⟧ ⟦g (⟦t2 Where do you go?⟧ ⟦t3 Is the traveller of the evening?⟧)⟧

—I don't know —she said.`))

  test('dashes, dialogue tag after a comma', () =>
    check(`—⟦u1 Orreth sulvane, mirrod,⟧ said Mira. ⟦g (⟦t1 Good evening, traveller.⟧)⟧

The old ferryman lifted his lamp.

—⟦u2 Vennu okresh tal mirrod?⟧ said Joren. ⟦g (⟦t2 Where does the traveller go?⟧)⟧

—I don't know, said Mira. ⟦u3 Sulvane tal okresh.⟧ ⟦g (⟦t3 The evening goes on.⟧)⟧`))

  test('dashes, dialogue tags by verbs of saying', () =>
    check(`—⟦u1 Orreth sulvane, mirrod,⟧ said the old woman, and sat down. ⟦g (⟦t1 Good evening, traveller.⟧)⟧

—⟦u2 Vennu okresh tal mirrod!⟧ she cried. ⟦g (⟦t2 The traveller goes away!⟧)⟧

—Well, he said it was late, answered the boy. He waited.`))

  test('hyphens without a space', () =>
    check(`-⟦u1 Orreth sulvane, mirrod⟧ -said the old woman-. It is late. ⟦g (⟦t1 Good evening, traveller.⟧)⟧

-⟦u2 Vennu okresh tal mirrod!⟧ -she cried. ⟦g (⟦t2 The traveller goes away!⟧)⟧

-I don't know -he said.`))

  test('names of the speakers', () =>
    check(`Miller: ⟦u1 Orreth sulvane, mirrod.⟧ ⟦g (⟦t1 Good evening, traveller.⟧)⟧

Wife: ⟦u2 Vennu okresh!⟧ ⟦g (⟦t2 He goes away!⟧)⟧

Miller: I don't know what you mean.

Wife (softly): ⟦u3 Tal okresh?⟧ ⟦g (⟦t3 Does it go on?⟧)⟧`))

  test('names of the speakers on lines of their own, as in a screenplay', () => {
    const texts = ['THE MILLER\nOrreth sulvane, mirrod.', 'TAMSA (softly)\nVennu okresh!', 'THE MILLER\nI do not know.', 'TAMSA\nTal okresh?', 'FADE OUT']
    const speakers = detectSpeakers(texts) ?? new Set()
    expect([...speakers].sort()).toEqual(['TAMSA', 'THE MILLER'])
    const speeches = texts.map((text) => findLabelledSpeech(text, speakers)?.map(({start, end}) => text.slice(start, end)))
    expect(speeches).toEqual([['Orreth sulvane, mirrod.'], ['Vennu okresh!'], ['I do not know.'], ['Tal okresh?'], undefined])
  })

  test('a quotation inside another', () =>
    check(`“My uncle always said, ‘⟦u1 Orreth sulvane, mirrod,⟧’ ⟦g (⟦t1 good evening, traveller⟧)⟧ and then he slept,” she told them.

“He did,” said the miller. “And my aunt's answer was ‘⟦u2 Vennu okresh!⟧’” ⟦g (⟦t2 He goes away!⟧)⟧`))

  test('utterances are found whichever mark is missing', () => {
    const lines = (story: string) => annotate(story, {format: 'text'}).standoff.utterances.map(({start, end}) => story.slice(start, end))
    const story = setMarks(straighten(undrawAnnotations(STORY)), '"', '"')
    for (let at = story.indexOf('"'); at >= 0; at = story.indexOf('"', at + 1)) {
      const found = lines(story.slice(0, at) + story.slice(at + 1))
      // Without a closing mark, the utterance may include the dialogue tag.
      expect(found.map((line) => line.slice(0, 15))).toEqual(['Orreth sulvane,', 'Vennu okresh ta', 'Sulvane tal okr'])
    }
  })

  test('without quotation marks', () =>
    check(`⟦u1 Orreth sulvane, mirrod vennu okresh tal.⟧ The old ferryman lifted his lamp. ⟦g (⟦t1 Good evening, traveller, and where do you go?⟧)⟧

⟦u2 Vennu okresh tal mirrod sulvane orreth?⟧ He did not know. ⟦g (⟦t2 Where does the traveller go, this evening?⟧)⟧`))
})

describe('any text', () => {
  const marks = ['"', '“', '”', '„', '‘', '’', '‚', "'", '`', '``', "''", '«', '»', '‹', '›', '「', '」', '—', ' —', '--', '- ', '(', ')', '*']
  const words = [' ', ' ', '. ', ', ', '?', 'sel', 'davan', "o'clock", 'Ve', '6', '\n', ', said Mira', ', said Joren.']
  const texts = fc.array(
    fc
      .tuple(fc.constantFrom('', '—', '- '), fc.array(fc.constantFrom(...marks, ...words), {maxLength: 30}))
      .map(([dash, parts]) => `${dash}${parts.join('')}.`),
    {maxLength: 5},
  )

  test('quotations are ordered, disjoint, and inside the text', () => {
    fc.assert(
      fc.property(texts, (paragraphs) => {
        const style = detectQuotationStyle(paragraphs)
        for (const [index, text] of paragraphs.entries()) {
          let at = 0
          for (const {start, end, open, close} of findQuotations(text, style, paragraphs[index + 1])) {
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
      {numRuns: 300},
    )
  })

  test('results do not depend on earlier calls', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const before = drawQuotations(one)
        drawQuotations(other)
        expect(drawQuotations(one)).toEqual(before)
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
  ])('40 KB of %s takes linear time', {timeout: 30_000}, (mark) => {
    // Ends with marks of each kind, so that every kind is searched for.
    const text = `${mark.repeat(4e4 / mark.length)} ‘a’ «b» ‹c› 「d」 “e” "f" 'g,'`
    const style = detectQuotationStyle([text, text, text])
    expect(findQuotationMarks(text, findQuotations(text, style, text)).size).toBeLessThanOrEqual(text.length)
  })
})
