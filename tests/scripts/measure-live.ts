/**
 * Measures `annotateElement` in Chromium: how long the main thread works on a page before and after the worker has answered, in milliseconds, and
 * its longest task. `npm run build && npx tsx tests/scripts/measure-live.ts`
 */
import {readFileSync} from 'node:fs'
import {build} from 'esbuild'
import {asHtml, novel} from '../bench/story.js'
import type {Live} from '../support/live.js'
import {launch, startPageServer} from '../support/page-server.js'

declare const live: Live

/** English without a foreign word: the narration of the same story. */
const withoutForeign = (markdown: string): string => markdown.replace(/“[^”]*”|"[^"]*"|\([^)]*\)|\[[^\]]*\]|_[^_]*_/gu, 'nothing at all')

const example = readFileSync(new URL('../../examples/story/salt-road.md', import.meta.url), 'utf8')
const PAGES = {
  '100 KB without foreign lines': asHtml(withoutForeign(example.repeat(14)).slice(0, 100_000)),
  'a chapter of 100 KB': asHtml(novel(100_000).slice(0, 100_000)),
  '5,000 paragraphs, a line in one of ten': asHtml(
    novel(2_000_000)
      .split('\n\n')
      .slice(0, 5000)
      .map((text, i) => (i % 10 === 0 ? text : withoutForeign(text)))
      .join('\n\n'),
  ),
  '5,000 paragraphs, a line in nearly each': asHtml(novel(2_000_000).split('\n\n').slice(0, 5000).join('\n\n')),
}

/** Milliseconds of a slice; 0 for the default. */
const slice = Number(process.argv[2] ?? 0)
const server = await startPageServer()
const {outputFiles} = await build({
  entryPoints: ['tests/support/live-page.js'],
  bundle: true,
  format: 'esm',
  minify: true,
  write: false,
  define: {'process.env.NODE_ENV': '"production"'},
})
server.publish('/live.js', outputFiles[0]?.text as string)
server.publish('/worker-thread.js', readFileSync(new URL('../../dist/worker-thread.js', import.meta.url), 'utf8'))
const browser = await launch()
for (const [name, html] of Object.entries(PAGES)) {
  const page = await browser.newPage()
  const head = '<meta charset="utf-8"><link rel="stylesheet" href="/style.css"><script type="module" src="/live.js"></script>'
  await page.goto(server.publish('/page.html', `<!doctype html><html lang="en"><head>${head}</head><body>${html}</body></html>`))
  await page.waitForFunction(() => 'live' in globalThis)
  // tsx names functions by a helper that the page does not have.
  await page.evaluate('globalThis.__name = (named) => named')
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', {timeDomain: 'threadTicks'})
  /** Time that the main thread has worked, all in all and on scripts, in milliseconds of its own clock: other programs do not count. */
  const work = async (): Promise<{all: number; script: number}> => {
    const {metrics} = await session.send('Performance.getMetrics')
    const of = (name: string) => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? 0)
    return {all: of('TaskDuration'), script: of('ScriptDuration')}
  }
  const worker = await page.evaluate(async () => {
    const {annotateElement, annotator} = live
    await annotator.annotate('')
    let answer: unknown
    const start = performance.now()
    await annotateElement(document.body, {
      annotator: async (source: string, options: object) => {
        answer = await annotator.annotate(source, options)
        throw new Error('not yet')
      },
    }).catch(() => {})
    const tasks: number[] = []
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({duration}) => duration))).observe({entryTypes: ['longtask']})
    Object.assign(globalThis, {answer, tasks})
    return performance.now() - start
  })
  await page.waitForTimeout(300)
  const before = await work()
  const wrapped = await page.evaluate(async (slice) => {
    const {answer, tasks} = globalThis as unknown as {answer: never; tasks: number[]}
    const start = performance.now()
    const {standoff} = await live.annotateElement(document.body, {annotator: () => answer, ...(slice > 0 && {slice})})
    const time = performance.now() - start
    const marks = document.querySelectorAll('[data-xg], [data-xg-of]').length
    return {time, lines: standoff.utterances.length, marks, longest: Math.max(0, ...tasks)}
  }, slice)
  const after = await work()
  const figures = {worker, ...wrapped, 'main thread': after.all - before.all, script: after.script - before.script}
  console.log(name, JSON.stringify(Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, Math.round(value)]))))
  await page.close()
}
await browser.close()
server.close()
