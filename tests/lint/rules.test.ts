/** Every lint rule in short stories, with the expected diagnostics marked in the text. */
import chunk from 'lodash-es/chunk.js'
import {describe, expect, test} from 'vitest'
import type {Dictionary, Options} from '../../src/index.js'
import {ruleNames} from '../../src/lint/rule-names.js'
import {rules} from '../../src/lint/rules/index.js'
import {checkDiagnostics, PIER} from '../support/drawn-diagnostics.js'

interface Case {
  readonly story: string
  readonly options?: Options
}
interface Cases {
  readonly flags: Readonly<Record<string, string | Case>>
  readonly silent: Readonly<Record<string, string | Case>>
}

const MIRR: Dictionary = {
  language: 'art-x-mirr',
  inflection: {slots: ['number', 'case'], seams: ['e+a=i']},
  entries: [
    {headword: 'sulvane', partOfSpeech: 'noun', senses: ['evening']},
    {headword: 'mirrod', partOfSpeech: 'noun', senses: ['traveller']},
    {headword: 'davu', partOfSpeech: 'noun', senses: ['boat']},
    {headword: 'lamma', partOfSpeech: 'noun', senses: ['lamp']},
    {headword: 'okresh', partOfSpeech: 'verb', senses: ['go']},
    {headword: 'harreth', partOfSpeech: 'verb', senses: ['break']},
    {headword: 'tal', partOfSpeech: 'article', senses: ['the']},
    {headword: '-nu', partOfSpeech: 'suffix', attachesTo: ['noun'], slot: 'number', senses: ['plural']},
    {headword: '-mat', partOfSpeech: 'suffix', attachesTo: ['noun'], slot: 'case', senses: ['with']},
    {headword: '-ast', partOfSpeech: 'suffix', attachesTo: ['verb', 'noun'], senses: ['perhaps']},
    {headword: "ka'-", partOfSpeech: 'prefix', attachesTo: ['verb'], senses: ['not']},
  ],
}
const dictionaries = [MIRR]
const LETTERS: Dictionary = {...MIRR, spelling: {letters: [...'adehklmnorstuv', 'sh', 'i', 'z']}}

const after = (story: string): string => PIER + story

/** Lines with a vocabulary of more than a hundred words. */
const SYLLABLES = Array.from('kmtrlsvdn', (first) => Array.from('aeiou', (vowel) => `${first}${vowel}`)).flat()
const WORDS = SYLLABLES.flatMap((syllable, index) =>
  [0, 1, 2].map((step) => `${syllable}${SYLLABLES[(7 * index + 11 * step + 3) % SYLLABLES.length]}${'nrlsmt'[(index + step) % 6]}`),
)
const WIDE = chunk(WORDS, 5)
  .map((words) => `“${words.join(' ')}!” the singer called across the water, and nobody in the crowd on the quay knew what to answer.`)
  .join('\n\n')

const CASES: Record<string, Cases> = {
  'line-without-gloss': {
    flags: {
      'a line without a translation': after('“⟦Okresh tal lamma.⟧” The boy said nothing.'),
      'the second of two': after('“Tal lamma okresh.” She smiled. (The lamp goes.)\n\n“⟦Okresh tal lamma.⟧” The boy said nothing.'),
      'a single word': after('“⟦Orreth!⟧” the boy said.'),
    },
    silent: {
      'lines followed by their translations': PIER,
      'a note': after('“Okresh tal lamma.”[^1] The boy said nothing.\n\n[^1]: Go with the lamp.'),
      'a translation stated in a mark': after('“:line[Okresh tal lamma.]{translation="Go with the lamp."}” The boy said nothing.'),
      'English words': after('“Good evening to you all,” the boy said.'),
    },
  },
  'gloss-without-line': {
    flags: {
      'a mark with nothing before it': ':gloss[⟦I am here.⟧] Nobody had said a word, and the river went by in the dark.',
    },
    silent: {
      'a mark behind its line': '“Orreth sulvane, mirrod.” :gloss[Good evening, traveller.] Nobody had said a word.',
    },
  },
  'bracket-without-line': {
    flags: {
      'a bracket with words of speech, whose line was cut': after('The woman put her hands over her eyes. ⟦(I cannot see my boat.)⟧'),
      'a second bracket for one line': after('“Tal lamma okresh,” she told them. (The lamp goes.) The boy thought of it. ⟦(You are my traveller.)⟧').replace(
        'The old ferryman',
        '“You and I,” said the boy, “you are my guest, and I am yours, and you know it, and my lamp is your lamp.” The old ferryman',
      ),
    },
    silent: {
      'an aside by the narrator': after('The woman put her hands over her eyes. (She had done so every evening since the flood.)'),
      'a story in the first person': 'I saw it (I had been there since noon). I took my hat. (I had forgotten it.) I went home.',
      'an aside in speech': after('“Good evening (I mean you, my boy),” said the ferryman.'),
      'a story without translations': 'He sighed. “I know you, and you know me, and I like you.” (You may think what you like.) She left.',
    },
  },
  'unbalanced-quotation': {
    flags: {
      'no closing mark': after('⟦“Tal lamma okresh. → “Tal lamma okresh.”⟧\n\nThe boy said nothing, and went home.'),
      'no closing mark before the next quotation': after('⟦“Tal lamma okresh!⟧ The woman waved. “Good evening.”'),
      'no opening mark': after('⟦Tal lamma okresh,”⟧ said the woman, and the boy went home.'),
    },
    silent: {
      'a pair': after('“Tal lamma okresh,” said the woman.'),
      'speech that continues in the next paragraph': after('“Tal lamma okresh.\n\n“Mirrod okresh.” The boy went home.'),
      'a song of several stanzas': after('“Tal lamma okresh,\nTal mirrod okresh,\n\nTal davu okresh,\nTal orrun gesht.” The boy sang no more.'),
      'speech in dashes':
        '— Orreth sulvane, mirrod okresh tal davu, said Mira.\n\n— Vennu okresh tal mirrod?\n\n— I do not know, said Tom.\n\n— Harreth tal davu, said Mira.',
    },
  },
  'unbalanced-bracket': {
    flags: {
      'a translation without a closing bracket': after('“Tal lamma okresh,” she told them. ⟦(The lamp goes. → (The lamp goes.)⟧'),
      'two sentences without a closing bracket': after('“Tal lamma okresh,” she told them. ⟦(The lamp goes. The boy went home.⟧'),
      'no opening bracket': after('“Tal lamma okresh,” she told them. The lamp goes.⟦)⟧'),
      'square brackets': after('“Tal lamma okresh,” she told them. ⟦\\[The lamp goes. → \\[The lamp goes.]⟧').replaceAll('\\[', '['),
    },
    silent: {
      'a pair': after('“Tal lamma okresh,” she told them. (The lamp goes.)'),
      'an unpaired bracket in a paragraph without a line': after('The boy (who was nine went home.'),
      'a bracket around two paragraphs': after('“Tal lamma okresh,” she told them. (The lamp goes.\n\nThe traveller goes.)'),
      'emoticons and numbers': after('“Tal lamma okresh,” she wrote :) and then 1) went home and b) slept.'),
      'an unpaired bracket before the line': after('The woman (who was old said: “Tal lamma okresh.”'),
    },
  },
  'gloss-length': {
    flags: {
      'a translation of three sentences for two words': after(
        '“Tal mirrod okresh,” she told them. (⟦The traveller goes out into the marshes and over the old broken bridge to the lamp.⟧)',
      ),
      'two words for a long line': after('“Tal mirrod okresh tal lamma harreth vist tal davu gesht tal orrun,” she told them. (⟦The traveller goes.⟧)'),
    },
    silent: {
      'lengths like those of the others': PIER,
      'a story with few translations':
        '“Orreth sulvane, mirrod.” He waved. (Good evening to you, traveller, whoever you are and wherever you have come from tonight.)',
      'a long line with a long translation': after(
        '“Tal mirrod okresh tal lamma, tal davu gesht tal orrun, tal lamma harreth,” she told them. (The traveller goes to the lamp, the boat lies under the bridge, the lamp is broken.)',
      ),
    },
  },
  'near-spelling': {
    flags: {
      'a missing letter in a common word': after('“Tal ⟦mirod → mirrod⟧ okresh.” She waved. (The traveller goes.)'),
      'another letter': after('“Tal ⟦lanma⟧ harreth.” She waved. (The lamp is broken.)'),
      'two swapped letters': after('“Tal ⟦mirrdo → mirrod⟧ okresh.” She waved. (The traveller goes.)'),
      'a dictionary word': {story: '“Tal ⟦sulvanne → sulvane⟧ okresh tal davu.” Nobody on the jetty knew the song.', options: {dictionaries}},
    },
    silent: {
      'the same word': PIER,
      'an ending': after('“Tal mirrodi okresh.” She waved. (The travellers go.)'),
      'an apostrophe at the end': after("“Tal mirrod' okresh.” She waved. (The traveller goes.)"),
      'a variant listed in the dictionary': {
        story: '“Tal mirod okresh.” She waved. (The traveller goes.)',
        options: {dictionaries: [{...MIRR, entries: MIRR.entries.map((entry) => (entry.headword === 'mirrod' ? {...entry, variants: ['mirod']} : entry))}]},
      },
    },
  },
  'apostrophe-variant': {
    flags: {
      'another glyph': after("“Tal na'davu okresh.” She waved. “Tal na'davu gesht, tal ⟦na’davu → na'davu⟧ harreth.” He left."),
      'a missing apostrophe at the end': after("“Ammeri' okresh.” She waved. “Tal ammeri' gesht, tal ammeri' harreth, tal ⟦ammeri⟧ shemmer.” He left."),
      'a rare glyph in a word that is used once': after(
        "“Na'davu okresh.” She waved. “Tal na'lamma gesht, na'mirrod harreth.” “Na'orrun shemmer, na'davu gesht, na'lamma okresh, na'mirrod gesht, na'orrun harreth, na'davu vist.” “Selka ⟦na’shem → na'shem⟧.” He left.",
      ),
    },
    silent: {
      'one glyph': after('“Tal na’davu okresh.” She waved. “Tal na’davu gesht, tal na’davu harreth.” He left.'),
      'two equally common glyphs': after("“Tal na’davu okresh.” She waved. “Tal na'davu gesht.” He left."),
      'two glyphs that the dictionary distinguishes': {
        story: "“Tal na'davu okresh.” She waved. “Tal na'davu gesht, tal naʻdavu harreth.” He left.",
        options: {dictionaries: [{...MIRR, entries: [...MIRR.entries, {headword: "na'davu"}, {headword: 'naʻdavu'}]}]},
      },
      'speech in single marks': '‘Tal davu okresh,’ she said. ‘Tal davu gesht tal davu.’ He waved. ‘Harreth tal davu,’ he said, and: ‘Shemmer davu’.',
    },
  },
  'case-variant': {
    flags: {
      'a capital in the middle of a sentence': {
        story: 'She took the davu out. A davu is old. He saw the davu, and the davu sank. He swam to the ⟦Davu⟧ at once.',
        options: {terms: ['davu']},
      },
      'lower case for upper case in a case-sensitive language': {
        story: '“VeSSk nImmor ⟦haqta → haQta⟧ loqqa,” she sang, and nobody on the jetty knew the song.',
        options: {
          dictionaries: [
            {language: 'art-x-qo', spelling: {caseSensitive: true}, entries: ['haQta', 'nImmor', 'veSSk', 'loqqa'].map((headword) => ({headword}))},
          ],
        },
      },
    },
    silent: {
      'at the beginning of a sentence': {
        story: 'She took the davu out. A davu is old. He saw the davu, and the davu sank. Davu he called it.',
        options: {terms: ['davu']},
      },
      'at the beginning of a line of verse': {
        story:
          'She took the davu out. A davu is old. He saw the davu, and the davu sank.\n\nTal lamma okresh  \n&nbsp;&nbsp;&nbsp;&nbsp;Davu tal mirrod\\\nDavu tal sulvane',
        options: {terms: ['davu']},
      },
      'at the beginning of a line of verse, in one line with strokes': {
        story: 'She took the davu out. A davu is old. He saw the davu, and the davu sank. He sang: tal lamma okresh / Davu tal mirrod.',
        options: {terms: ['davu']},
      },
      'in verse whose line breaks are lost': {
        story: after(
          '“Tal lamma okresh tal davu. Okresh tal davu, lamma tal davu.” She sang. “Lamma tal sulvane okresh Tal davu tal mirrod gesht Davu tal lamma harreth Okresh tal sulvane vennu Tal mirrod.”',
        ),
        options: {dictionaries},
      },
      'a name with an elided article': {
        story: "She met old d'Orven twice. They liked d'Orven well, and they feared d'Orven, and he feared d'Orven too. He asked for D'Orven again.",
        options: {terms: ["d'orven"]},
      },
      'in a title': {
        story: 'She took the davu out. A davu is old. He saw the davu, and the davu sank. The Inn of the Old Davu is full.',
        options: {terms: ['davu']},
      },
      'in a heading': {story: 'She took the davu out. A davu is old. He saw the davu, and the davu sank.\n\n## in a Davu again', options: {terms: ['davu']}},
      'in all capitals': {
        story: 'She took the davu out. A davu is old. He saw the davu, and the davu sank. He roared for a DAVU again.',
        options: {terms: ['davu']},
      },
      'as often with a capital': {story: 'She took the davu out. He saw the Davu, and the davu sank. He swam to the Davu at once.', options: {terms: ['davu']}},
    },
  },
  'strange-spelling': {
    flags: {
      'a letter that is not in the alphabet of the dictionary': {
        story: '“Tal ⟦mirxod⟧ okresh tal davu, harreth lamma.” She waved.',
        options: {dictionaries: [LETTERS]},
      },
      'a letter that no other word of a long story has': `${WIDE}\n\n“Katan ⟦muxel⟧ miren!” the singer called across the water.`,
    },
    silent: {
      'letters in the alphabet of the dictionary': {story: '“Tal vozir okresh tal davu, harreth lamma.” She waved.', options: {dictionaries: [LETTERS]}},
      'a story that is too short': after('“Tal muxel okresh.” She waved.'),
      'a long story': WIDE,
      'two such letters, which suggest more': `${WIDE}\n\n“Kazan muxel miren!” the singer called across the water.`,
    },
  },
  'misused-affix': {
    flags: {
      'on the wrong part of speech': {story: '“Tal mirrod okresh tal davu, ⟦okreshmat⟧.” She waved.', options: {dictionaries}},
      'a prefix': {story: "“Tal mirrod okresh tal davu, ⟦ka'davu⟧.” She waved.", options: {dictionaries}},
      'in the wrong order': {story: '“Tal mirrod okresh tal davu, ⟦mirrodmatnu⟧.” She waved.', options: {dictionaries}},
      'without its seam': {story: '“Tal mirrod okresh tal davu, ⟦sulvaneast → sulvanist⟧.” She waved.', options: {dictionaries}},
    },
    silent: {
      'on the right part of speech': {story: "“Tal mirrodnu ka'okresh tal davumat, mirrodnumat.” She waved.", options: {dictionaries}},
      'with its seam': {story: '“Tal mirrod okresh tal davu, sulvanist.” She waved.', options: {dictionaries}},
      'not a dictionary word': {story: '“Tal mirrod okresh tal davu, vellimat.” She waved.', options: {dictionaries}},
      'no dictionary': after('“Tal mirrod okreshmat.” She waved.'),
    },
  },
  'two-meanings': {
    flags: {
      'a word explained twice, in two ways': 'They sat under the marrudh (well tree) all day. Nobody spoke of the ⟦marrudh⟧ (salt wind) again.',
      'a line of one word': after('“Marrudh!” She pointed. (A bridge!) The boy stood up. “⟦Marrudh⟧!” (A lantern!)'),
    },
    silent: {
      'twice in the same way': 'They sat under the marrudh (well tree) all day. Nobody spoke of the marrudh (a tree at a well) again.',
      'parts of one expression': after('“Tal kelemtha okresh.” She waved. (The way home goes.) “Tal kelemtha gesht.” (The way home lies under.)'),
      once: 'They sat under the marrudh (well tree) all day. Nobody spoke of the marrudh again.',
    },
  },
  'two-words': {
    flags: {
      'a second word with the same meaning': 'They sat under the marrudh (well tree) all day. Nobody went near the ⟦tovashi⟧ (well tree) after dark.',
      'in lines': after(
        '“Tal voskar okresh.” (The heron goes.) “Tal voskar gesht.” (The heron lies.)\n\n“Tal ⟦nimmel⟧ harreth.” (The heron is broken.) “Tal nimmel shemmer.” (The heron is old.)',
      ),
    },
    silent: {
      'different meanings': 'They sat under the marrudh (well tree) all day. Nobody went near the tovashi (salt wind) after dark.',
      'forms of one word': 'They sat under the marrudh (well tree) all day. Nobody went near the marrudhnu (well trees) after dark.',
      'function words': after('“Lo!” (You!) He pointed. “Ti!” (You!)'),
    },
  },
  'unknown-word': {
    flags: {
      'an unexplained word in the narration': {
        story: 'He put the ⟦davu⟧ on the table. It was an old davu, and heavy.',
        options: {terms: ['davu']},
      },
      'a word used twice, in untranslated lines': after('“Tal ⟦brennik⟧ okresh!” He waved. “Tal brennik gesht!” He left.'),
    },
    silent: {
      'in a translated line': after('“Tal brennik okresh.” She waved. (The heron flies.)'),
      'explained in brackets': {story: 'He put the davu (boat) on the table. It was an old davu, and heavy.', options: {terms: ['davu']}},
      'used once, in an untranslated line': after('“Tal brennik okresh!” He waved.'),
      'with a meaning in the dictionary': {story: 'He put the davu on the table.', options: {dictionaries}},
    },
  },
  'explained-late': {
    flags: {
      'after three uses': {
        story: 'He put the ⟦davu⟧ on the table. It was an old davu. Nobody wanted a davu. She took the davu (salt boat) away.',
        options: {terms: ['davu']},
      },
      'in a translated line': {
        story: 'He put the ⟦brennik⟧ away. It was an old brennik. Nobody saw the brennik. “Orreth sulvane, brennik.” She waved. (Good evening, heron.)',
        options: {terms: ['brennik']},
      },
    },
    silent: {
      'after two': {story: 'He put the davu on the table. It was an old davu. She took the davu (salt boat) away.', options: {terms: ['davu']}},
      'at once': {story: 'He put the davu (salt boat) on the table. It was an old davu. Nobody wanted a davu. The davu sank.', options: {terms: ['davu']}},
      'never explained, which is another rule': {
        story: 'He put the davu on the table. It was an old davu. Nobody wanted a davu. The davu sank.',
        options: {terms: ['davu']},
      },
      'a translation that repeats it': {
        story: after('He is my brennik. She is my brennik. We have a brennik. “Orreth, brennik.” (Good evening, brennik.)'),
        options: {terms: ['brennik']},
      },
    },
  },
}

test('the rules match their names', () => {
  expect(rules.map(({name}) => name).sort()).toEqual(ruleNames.filter((name) => name !== 'front-matter' && name !== 'host-language').sort())
  expect(Object.keys(CASES).sort()).toEqual(rules.map(({name}) => name).sort())
})

describe.each(Object.entries(CASES))('%s', (rule, {flags, silent}) => {
  const caseOf = (given: string | Case): Case => (typeof given === 'string' ? {story: given} : given)
  test.each(Object.entries(flags))('reports: %s', (_, given) => {
    const {story, options} = caseOf(given)
    expect(story).toMatch(/⟦/u)
    checkDiagnostics(rule, story, options)
  })
  test.each(Object.entries(silent))('does not report: %s', (_, given) => {
    const {story, options} = caseOf(given)
    expect(story).not.toMatch(/⟦/u)
    checkDiagnostics(rule, story, options)
  })
})
