import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import type {Page} from 'playwright-core'

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** What depends on colors: all that a page in another theme must be asked again. */
export const COLOR_RULES: readonly string[] = ['color-contrast', 'link-in-text-block']

/**
 * Lists violations that axe finds, best practices included; evaluated by the browser's debugger, which no content security policy forbids.
 *
 * @param rules default all
 */
export async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE)
  return page.evaluate(async (rules) => {
    const {axe} = globalThis as unknown as {axe: {run: (options: object) => Promise<{violations: {id: string; nodes: {html: string}[]}[]}>}}
    // What passes is not described, which takes most of the time.
    const found = await axe.run({resultTypes: ['violations'], ...(rules && {runOnly: {type: 'rule', values: rules}})})
    return found.violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html.slice(0, 200)).join(' | ')}`)
  }, rules)
}
