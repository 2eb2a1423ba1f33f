/** Small stories with the expected annotation drawn in, one phenomenon each, in an invented language. Add a story for each bug report. */
import {describe, expect, test} from 'vitest'
import {annotate} from '../../src/index.js'
import {checkAfterOpening, checkStory, OPENING} from '../support/drawn-stories.js'

test('the shared opening', () => {
  checkStory(OPENING)
})

describe('pairing', () => {
  test('after the quotation', () => checkAfterOpening('“⟦u3 Sulvane tal okresh.⟧” ⟦g (⟦t3 The evening goes on.⟧)⟧ She sat down.'))

  test('after narration', () => checkAfterOpening('“⟦u3 Sulvane tal okresh,⟧” she said, and sat down. Her boots were wet. ⟦g (⟦t3 The evening goes on.⟧)⟧'))

  test('one gloss for speech interrupted by narration', () =>
    checkAfterOpening('“⟦u3 Mirrod okresh,⟧” she said. “⟦u4 Vennu tal sulvane?⟧” Her voice shook. ⟦g (⟦t3 The traveller goes.⟧ ⟦t4 Where is the evening?⟧)⟧'))

  test('two adjacent glosses', () =>
    checkAfterOpening('“⟦u3 Mirrod okresh,⟧” she said. “⟦u4 Vennu tal sulvane?⟧” She laughed. ⟦g (⟦t3 The traveller goes.⟧)⟧⟦g (⟦t4 Where is the evening?⟧)⟧'))

  test('a gloss in the middle of a paragraph, and another speech with its own gloss', () =>
    checkAfterOpening(
      '“⟦u3 Mirrod okresh.⟧” She waved. ⟦g (⟦t3 The traveller goes.⟧)⟧ Then she turned round. “⟦u4 Vennu tal sulvane?⟧” ⟦g (⟦t4 Where is the evening?⟧)⟧',
    ))

  test('fewer sentences in the gloss than in the line', () =>
    checkAfterOpening('“⟦u3 Mirrod!⟧ ⟦u4 Mirrod okresh tal.⟧” ⟦g (⟦t3,4 The traveller is going now.⟧)⟧'))

  test('more sentences in the gloss than in the line', () =>
    checkAfterOpening('“⟦u3 Mirrod okresh tal sulvane.⟧” ⟦g (⟦t3 The traveller goes. It is evening.⟧)⟧'))

  test('a word repeated in the line and translated once', () =>
    checkAfterOpening('“⟦u3 Mirrod!⟧ ⟦u4 Mirrod!⟧ ⟦u5 Okresh, vennu!⟧” she shouted. ⟦g (⟦t3,4 Traveller!⟧ ⟦t5 Go home!⟧)⟧'))

  test('square brackets', () => checkAfterOpening('“⟦u3 Sulvane tal okresh,⟧” she said. ⟦g [⟦t3 The evening goes on.⟧]⟧'))

  test('a quoted gloss', () => checkAfterOpening('“⟦u3 Sulvane tal okresh,⟧” she said. ⟦g (“⟦t3 The evening goes on.⟧”)⟧'))

  test('a phrase quoted inside speech: its marks are no apostrophes', () =>
    checkAfterOpening('“You say ‘⟦u3 vennu okresh⟧’ as if I had been born here,” he grumbled, and went out.'))

  test('a single word', () =>
    checkAfterOpening('On the jetty stood an ⟦w1 ulvarra⟧ ⟦g (⟦tw1 tide bell⟧)⟧ that nobody rang. The ⟦w2 ulvarra⟧ was green with age.'))

  test('a paragraph without quotation marks', () => checkAfterOpening('⟦u3 Sulvane tal okresh vennu mirrod sulvane.⟧ ⟦g (⟦t3 The evening goes on.⟧)⟧'))

  test('a line without a gloss', () => checkAfterOpening('“⟦u3 Sulvane tal okresh,⟧” she said. “I shall wait here,” said the boy.'))

  test('brackets that are not translations', () =>
    checkAfterOpening('She had lived there all her life (and her mother before her). The bell (1820) was older. “Sit down (if you like),” said the boy.'))
})

describe('loans', () => {
  test('in speech and in narration, with and without the final apostrophe', () =>
    checkAfterOpening(
      "“⟦u3 Davu' okresh.⟧” She smiled. ⟦g (⟦t3 My ⟦w1 davu⟧ goes.⟧)⟧ He was her ⟦w2 davu'⟧, and everybody knew it. “You are a good ⟦w3 davu⟧ to me,” she said.",
    ))

  test('a third word with the prefix of two others', () =>
    checkAfterOpening("“⟦u3 Zha'mirrod okresh.⟧” ⟦g (⟦t3 Our traveller goes.⟧)⟧ “They are my ⟦w1 zha'vorril⟧,” he told the harbour master."))
})

test('a word of one line that is far more frequent in English sentences is a loan there', () =>
  checkAfterOpening(
    `“⟦u3 Orreth brannoc sulvane!⟧” ⟦g (⟦t3 Good evening to you!⟧)⟧ ${[1, 3, 5, 7]
      .map((nth) => `“I have the ⟦w${nth} brannoc⟧ here,” she said. “You can see the ⟦w${nth + 1} brannoc⟧ from the road.” `)
      .join('')}`,
  ))

describe('words that are not foreign', () => {
  test.each([
    ['names', '“Tam-Orro!” she called. “Tam-Orro, where are you?” Tam-Orro looked up from his nets, and Brenwyd laughed at him.'],
    ['stutters', '“I c-can’t,” he said. “W-wait. The l-ladder, it’s b-broken.”'],
    ['dialect', "“I dunna ken, sir. Yer boat’s a-sinkin', an' we’re goin' to get drownded. Kickin' won’t help ye.”"],
    ['shouts', '“RUN!” he roared. “GET OUT! NOOOO!”'],
    ['sounds', '“Shhhh,” she said. “Hmmm. Brrr. Tick-tock, tick-tock.”'],
    ['brands', 'She put the Kwikfone back into its Glimmolux case and switched on the Vidcorder.'],
    ['scene breaks', '~ * ~ * ~\n\nIt was morning.\n\n* * *\n\nIt was noon.'],
    ['mixed apostrophes', "“Don't you think he’s late?” she said. “It's nine o’clock, and he hasn't eaten.”"],
    ['numbers and initials', '“62° 17′ 20″,” read the captain. “Signed, J. F., 10:45 AM.”'],
  ])('%s', (_, story) => checkAfterOpening(story))
})

describe('Markdown', () => {
  test('offsets count escapes, entities and markers', () =>
    checkAfterOpening('> “⟦u3 Sulvane \\*tal\\* okresh&hellip;⟧” she\n> said &amp; sat down. ⟦g (⟦t3 The evening goes\n> on.⟧)⟧'))

  test('a line partly in emphasis', () => checkAfterOpening('“⟦u3 Sulvane *tal okresh*,⟧” she said. ⟦g (⟦t3 The *evening* goes on.⟧)⟧'))

  test('a thought in emphasis', () => checkAfterOpening('*⟦u3 Sulvane tal okresh,⟧* she thought. ⟦g (⟦t3 The evening goes on.⟧)⟧ It was *very* late.'))

  test.each([
    ['a byte order mark', '\ufeff'],
    ['tabs', '-\tone\n\n\t'],
    ['line endings of Windows', 'One.\r\n\r\nTwo\r\nthree.\r\n\r\n'],
  ])('%s', (_, before) => checkStory(`${before}${OPENING}“⟦u3 Sulvane\r\ntal okresh.⟧” ⟦g (⟦t3 The evening\r\ngoes on.⟧)⟧`))

  test('code is ignored', () => checkAfterOpening('Type `orreth sulvane mirrod` and press return.\n\n    vennu okresh tal mirrod'))
})

test('markup in plain text is text', () =>
  checkAfterOpening('“⟦u3 Sulvane *tal* okresh &amp; mirrod,⟧” she said. ⟦g (⟦t3 The evening goes on.⟧)⟧', {format: 'text'}))

test('an empty source', () => {
  const {standoff, glossary, messages} = annotate('')
  expect([standoff, glossary.entries, messages]).toEqual([{utterances: [], glosses: [], terms: [], links: []}, [], []])
})
