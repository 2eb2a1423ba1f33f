import {describe, expect, it} from 'vitest'
import {annotate} from '../../src/index.js'
import type {Format} from '../../src/source/types.js'

const translationsOf = (source: string, format: Format = 'markdown'): [string, string | undefined][] => {
  const {utterances} = annotate(source, {format}).standoff
  return utterances.map(({start, end, translation}) => [source.slice(start, end), translation])
}

const SONG = ['Velu nor, velu andor,', 'sharu mi tessan olor,', 'velu nor i karu nai,', 'andor velu, velu sai.']
const ENGLISH = ['Sleep now, sleep my otter', 'deep below the turning water', 'sleep now till the moon is high', 'otter sleep, and so shall I']
const PAIRS = SONG.map((line, i) => [line, ENGLISH[i]])

/** Translations without the stop that may end them. */
const bare = (pairs: [string, string | undefined][]) => pairs.map(([line, translation]) => [line, translation?.replace(/[.,]$/u, '')])

describe('verse is translated line by line', () => {
  const wrap = (body: string) => `The ferrywoman sang it to the dog, who had heard it before.\n\n${body}\n\nThe dog put its head on the oar.\n`

  it.each([
    ['the next stanza', wrap(`${SONG.join('\n')}\n\n${ENGLISH.join('\n')}`)],
    ['the same block, behind it', wrap(`> ${SONG.join('\n> ')}\n>\n> ${ENGLISH.join('\n> ')}`)],
    ['emphasis', wrap(`*${SONG.join('*\n*')}*\n\n*${ENGLISH.join('*\n*')}*`)],
    ['a heading between', wrap(`${SONG.join('\n')}\n\nTranslation:\n\n${ENGLISH.join('\n')}`)],
    ['what is said between', wrap(`${SONG.join('\n')}\n\n“Now so that I can follow it,” said the boy.\n\n${ENGLISH.join('\n')}`)],
    ['slashes in a bracket', wrap(`${SONG.join('\n')}\n\n(${ENGLISH.join(' / ')})`)],
    ['slashes in a remark at the end', `${wrap(SONG.join('\n'))}\nNotes: the ferry song goes “${ENGLISH.join(' / ')}”, more or less.\n`],
    ['a note', `${wrap(`${SONG.join('\n')}[^1]`)}\n[^1]: ${ENGLISH.join(' / ')}\n`],
  ])('%s', (_, source) => expect(bare(translationsOf(source))).toEqual(PAIRS))

  it('sentences of a note that the last line refers to', () => {
    const source =
      wrap('> Oru nel vathi.\n> Sennu mi tharu.\n> Vathi oru, vathi sen.[2]') +
      '\n[2] The bridge is old. Nobody mended it. Old is the bridge, old is the town.\n'
    expect(translationsOf(source)).toEqual([
      ['Oru nel vathi.', 'The bridge is old.'],
      ['Sennu mi tharu.', 'Nobody mended it.'],
      ['Vathi oru, vathi sen.', 'Old is the bridge, old is the town.'],
    ])
  })

  it('HTML', () => {
    const source = `<p>She sang to the dog.</p><blockquote>${SONG.join('<br>')}</blockquote><p><i>${ENGLISH.join('<br>')}</i></p><p>The dog sighed.</p>`
    expect(bare(translationsOf(source, 'html'))).toEqual(PAIRS)
  })

  it('prose of as many lines is no translation', () => {
    const prose = ['He was the kind of man who counted the planks of every pier', 'twice, and who wrote', 'to the harbour about it', 'on Mondays.']
    expect(translationsOf(wrap(`${SONG.join('\n')}\n\n“Well,” he said.\n\n${prose.join('\n')}`)).map(([, translation]) => translation)).not.toContain(
      'on Mondays.',
    )
  })

  it('stanzas of another number of lines are not divided', () => {
    const lines = translationsOf(wrap(`${SONG.join('\n')}\n\n${ENGLISH.slice(0, 3).join('\n')}`))
    expect(lines.filter(([, translation]) => ENGLISH.includes(translation ?? ''))).toEqual([])
  })

  it('each of many stanzas has its own translation', () => {
    const source = Array.from({length: 60}, () => `${SONG.slice(0, 2).join('\n')}\n\n${ENGLISH.slice(0, 2).join('\n')}`).join('\n\n')
    const translations = translationsOf(source).map(([, translation]) => translation)
    expect(translations.filter((translation) => translation === ENGLISH[0])).toHaveLength(60)
  })
})
