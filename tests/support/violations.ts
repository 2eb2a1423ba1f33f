import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import type {Page} from 'playwright-core'

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** Lists violations that axe finds, best practices included; evaluated by the browser's debugger, which no content security policy forbids. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE)
  return page.evaluate(async () => {
    const {axe} = globalThis as unknown as {axe: {run: (options: object) => Promise<{violations: {id: string; nodes: {html: string}[]}[]}>}}
    // All rules run; only what passes is not described, which takes most of the time.
    const found = await axe.run({resultTypes: ['violations']})
    return found.violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html.slice(0, 200)).join(' | ')}`)
  })
}
