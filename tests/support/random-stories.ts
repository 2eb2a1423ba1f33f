import fc from 'fast-check'

const line = fc.constantFrom(
  'Orreth sulvane, mirrod.',
  'Vennu okresh tal?',
  "Davu' zha'mirrod!",
  'Sulvane tal okresh vennu mirrod',
  'Kessu, *davu*.',
  '__proto__ constructor',
  'ʻĀina nui ē.',
)
const english = fc.constantFrom(
  'She said nothing.',
  'It was late (very late).',
  'He looked at the davu for a while.',
  'The traveller goes.',
  'Good evening.',
  "“Don't,” he said.",
)
const piece = fc.oneof(
  {weight: 3, arbitrary: fc.tuple(line, english).map(([x, t]) => `“${x}” she said. (${t})`)},
  {weight: 2, arbitrary: line.map((x) => `"${x}"`)},
  {weight: 2, arbitrary: english},
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '(',
      ')',
      '[',
      ']',
      '“',
      '”',
      '"',
      '*',
      '_',
      '`',
      '\\',
      '&amp;',
      '\n\n',
      '\n> ',
      '\n- ',
      '~ * ~',
      '[a](b)',
      '![x](y)',
      '<b>',
      '\0',
      '\ud800',
    ),
  },
  {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 12})},
)

/** fast-check arbitrary of random stories: utterances, glosses, narration, markup, and arbitrary strings. */
export const randomStories = fc.array(piece, {maxLength: 12}).map((pieces) => pieces.join(' '))
