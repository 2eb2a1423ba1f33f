/** What stands in a story, told from its words and places: stretches of any length, and English that looks foreign. */
import {describe, expect, test} from 'vitest'
import {annotate, type Options} from '../../src/index.js'
import {messageLabels} from '../../src/prose/quotations/speaker-labels.js'

const found = (source: string, options?: Options): string[] => {
  const {standoff} = annotate(source, options)
  const {utterances, terms} = standoff
  const isInside = ({start, end}: {start: number; end: number}): boolean => utterances.some((line) => line.start <= start && end <= line.end)
  return [...utterances, ...terms.filter((term) => !isInside(term))].sort((a, b) => a.start - b.start).map(({start, end}) => source.slice(start, end))
}

describe('foreign stretches', () => {
  test.each([
    ['a phrase inside speech', '“Put the basket down, tharim velu oshen, before it breaks,” said the baker.', ['tharim velu oshen']],
    ['half a speech in each language', '“I told them twice. Tharim velu oshen dorrath.”', ['Tharim velu oshen dorrath.']],
    [
      'words in narration without marks',
      'The oath was short and every child in the valley knew it, tharim velu oshen dorrath kel umbri sath, and then they all went home.',
      ['tharim velu oshen dorrath kel umbri sath'],
    ],
    ['italics in an English speech', '“My mother said *tharim velu oshen* whenever the rain came,” he told her.', ['tharim velu oshen']],
    ['a line in angle brackets', 'The bird spoke into his mind: <Tharim velu oshen dorrath.> He sat down.', ['Tharim velu oshen dorrath,']],
  ])('%s', (_, source, stretches) => {
    const strip = (text: string): string => text.replace(/[.,]$/u, '')
    expect(found(source, {format: source.startsWith('The bird') ? 'text' : 'markdown'}).map(strip)).toEqual(stretches.map(strip))
  })
})

test('names before messages: who takes turns talks; a list of words that stands twice does not', () => {
  const names = (...texts: string[]) => messageLabels(texts).map((lines) => lines.map(({name}) => name))
  expect(names('theo (busy): when\nkes_lamp: now\ntheo (busy): no', 'kes_lamp: yes\nPS: bring salt')).toEqual([['theo', 'kes_lamp', 'theo'], ['kes_lamp']])
  const list = 'sulvane: evening\ntharim: lamp\noshenn: wind'
  expect(names(list, list)).toEqual([])
})

test('a greeting that the author leaves plain is no part of the foreign words beside it', () => {
  const story = (greeting: string) => `“${greeting}, *oshénni*,” she said. Her voice was low.\n\n“You are two *tharimmi*. Two *tharimmi velúmm*.”`
  expect(found(story('Hello'))).toContain('oshénni')
  expect(found(story('Welcome'))).toContain('oshénni')
})

describe('everyday English', () => {
  test.each([
    '“Hi, Peggy,” said the postman. “Um. Is your dad about?”\n\n“Nope,” she said. “Brb.”',
    '“Mr. Marlow? Dr. Finch will see you. Lt. Cmdr. Hobbs is with her.”',
    '[09:14] <pip> omg hi\n[09:14] <dot> lol, brb, afk 5 mins\n[09:15] <pip> kk, ttyl',
    'Mail peggy.marlow@example.org, or see www.example.org/kites and the tag #kitefest.',
    'She lov’d the ev’ning, and the heav’n above; he ask’d and answer’d, and he spake of love.',
    '“𝓗𝓮𝓵𝓹 𝓶𝓮,” wrote the mirror. ＷＥ ＡＲＥ ＨＥＲＥ.',
    'EXT. QUAY - NIGHT\n\nHOBBS (CONT’D)\n(low)\nYou came.',
    'MARLOW\n(low)\nYou came.\n\nHe looks away.\n\nMARLOW (CONT’D)\nAt last.\n\nHEDDA\nI had no coat.\n\nMARLOW (CONT’D)\nNo.',
    'morwen (busy): who took it\nkessi_lamp: not me\nmorwen (busy): i saw u\nkessi_lamp: ok it was me\nmorwen (busy): rude',
    '“Bloop,” said the tank. “Bloop, bloop, blorp.” Somewhere a pipe went thwip-thwip, then *prrrt*, and the bell said BOMMM.',
    'Add 2 tbsp oil and 1 tsp salt, then 200 g flour; bake for 25 mins.',
  ])('%s', (source) => {
    expect(found(source)).toEqual([])
  })
})

test('words that the user excludes and addresses are never foreign, whatever stands beside them', () => {
  expect(found('“Tharim velu oshen,” she said. (Good evening.) Write to velu@tharim.example.')).toEqual(['Tharim velu oshen,'])
  expect(found('He lit the tharim. The tharim smoked, and two tharims fell.', {ignore: ['tharim', 'tharims']})).toEqual([])
})
