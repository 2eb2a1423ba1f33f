/** `xenogloss/worker` in Chromium, on pages with a strict content security policy. */
import {readFileSync} from 'node:fs'
import {build} from 'esbuild'
import {beforeAll, expect, test} from 'vitest'
import type * as Worker from '../../src/worker.js'
import {describeInBrowser} from '../support/browser.js'

type Global = {readonly xenogloss: typeof Worker}

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

describeInBrowser('in Chromium', ({publish, open}) => {
  let address: string
  beforeAll(async () => {
    const entry = `import * as all from './src/worker.ts'\nglobalThis.xenogloss = all`
    const {outputFiles} = await build({stdin: {contents: entry, resolveDir: '.'}, bundle: true, format: 'esm', write: false})
    publish('/live.js', outputFiles[0]?.text as string)
    publish('/worker-thread.js', read('dist/worker-thread.js'))
    publish('/worker-hosts/de.js', read('dist/worker-hosts/de.js'))
    publish('/throws.js', `addEventListener('message', () => { throw new Error('torn apart') })\npostMessage({ready: true})`)
    address = publish('/worker.html', '<!doctype html><script type="module" src="/live.js"></script>')
  })

  test('annotates beside the page, which goes on', async () => {
    const page = await open(address)
    const source = read('examples/story/salt-road.md')
    const result = await page.evaluate(async (text) => {
      const annotator = (globalThis as unknown as Global).xenogloss.createWorkerAnnotator()
      await annotator.annotate('')
      let turns = 0
      const timer = setInterval(() => turns++, 1)
      const {standoff, hostLanguage} = await annotator.annotate(text)
      clearInterval(timer)
      const german = await annotator.annotate('Es war kalt, und der Wind kam von dem See. „Rhumel beshul“, sagte sie und zog das Tuch über die Schultern.', {
        host: 'de',
      })
      return {lines: standoff.utterances.length, hostLanguage, turns, german: german.standoff.utterances.length}
    }, source)
    expect(result).toMatchObject({hostLanguage: 'en', german: 1})
    expect(result.lines).toBeGreaterThan(10)
    expect(result.turns).toBeGreaterThan(1)
  })

  test('a worker that dies, one that is not there, and a language that is not there', async () => {
    const page = await open(address)
    const reasons = await page.evaluate(async () => {
      const {createWorkerAnnotator} = (globalThis as unknown as Global).xenogloss
      const reasonOf = (annotation: Promise<unknown>) =>
        annotation.then(
          () => 'none',
          ({message}: Error) => message,
        )
      const start = (path: string) => createWorkerAnnotator({worker: () => new globalThis.Worker(path, {type: 'module'})})
      return [
        await reasonOf(start('/throws.js').annotate('x')),
        await reasonOf(start('/nowhere.js').annotate('x')),
        await reasonOf(createWorkerAnnotator().annotate('x', {host: 'fr'})),
      ]
    })
    expect(reasons[0]).toMatch(/^The worker stopped: .*torn apart/u)
    expect(reasons[1]).toMatch(/^The worker could not be started: /u)
    expect(reasons[2]).toBe('The host language “fr” could not be loaded: worker-hosts/fr.js must lie beside the worker’s script'.replace('’', "'"))
  })
})
