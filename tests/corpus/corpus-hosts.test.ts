/** Archives of stories in several languages. */
import {PassThrough, Readable} from 'node:stream'
import {expect, test} from 'vitest'
import {runCorpus, type StoryOptions} from 'xenogloss/corpus'
import {HOST_PAGES} from '../hosts/pages-told-elsewhere.js'

interface Result {
  readonly standoff: {readonly utterances: readonly {readonly translation?: string}[]}
  readonly messages: readonly {readonly ruleId: string}[]
  readonly glossaries: readonly {readonly definitionLanguage?: string}[]
}

const archive = Object.entries(HOST_PAGES).map(([id, {text}]) => `${JSON.stringify({id, text, format: 'text'})}\n`)

async function run(options: StoryOptions, workers: number): Promise<Result[]> {
  const printed: Buffer[] = []
  const output = new PassThrough().on('data', (chunk: Buffer) => printed.push(chunk))
  await runCorpus({input: Readable.from(archive.map((line) => Buffer.from(line))), output, workers, options})
  return Buffer.concat(printed)
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Result)
}

test('each story is told in its own language, in any process', async () => {
  const results = await run({}, 0)
  for (const [index, [tag, {lines}]] of Object.entries(HOST_PAGES).entries()) {
    const {standoff, glossaries} = results[index] as Result
    const translations = standoff.utterances.map(({translation}) => translation)
    expect(translations, tag).toEqual(expect.arrayContaining(lines.map(([, translation]) => translation)))
    expect(glossaries[0]?.definitionLanguage, tag).toBe(tag)
  }
  expect(await run({}, 1)).toEqual(results)
})

test('a language that is named holds for all', async () => {
  const results = await run({host: 'de'}, 0)
  const told = Object.keys(HOST_PAGES).filter((_, index) => !results[index]?.messages.some(({ruleId}) => ruleId === 'host-language'))
  expect(told).toEqual(['de'])
})

test('a wrong one is a TypeError that names the choices', async () => {
  const options = {host: 'german'} as never
  await expect(run(options, 0)).rejects.toThrow(TypeError)
  await expect(run(options, 0)).rejects.toThrow("Option `host` must be one of 'en', 'de', 'es'")
  await expect(run({host: {}} as never, 0)).rejects.toThrow('Option `host` must be one of')
})
