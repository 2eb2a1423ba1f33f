/** Imports only point down, without circles: the rules of .dependency-cruiser.cjs, with their reasons. */
import {execFileSync} from 'node:child_process'
import {readdirSync} from 'node:fs'
import {createRequire} from 'node:module'
import {fileURLToPath} from 'node:url'
import {cruise, type ICruiseResult} from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import {expect, test} from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const rules = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {forbidden: never[]; options: object}

test('the layers hold', async () => {
  const result = await cruise(
    ['src'],
    {...rules.options, baseDir: root, validate: true, ruleSet: {forbidden: rules.forbidden}},
    {},
    {tsConfig: extractTSConfig(`${root}tsconfig.json`)},
  )
  const {summary} = result.output as ICruiseResult
  expect(summary.totalCruised).toBeGreaterThan(50)
  expect(summary.violations.map(({rule, from, to}) => `${rule.name}: ${from} → ${to}`)).toEqual([])
})

/** Files of every folder, and two that stand for one thing in two places: the Archive of Our Own, and italics. */
const SHARED_NAMES = new Set(['index.ts', 'types.ts', 'ao3.ts', 'emphasis.ts'])

/** Entry files and commands are named after what they open. */
const NAMED_AFTER_OTHERS = new Set(['src', 'src/cli/commands'])

test('files have names of their own', () => {
  const files = readdirSync(`${root}src`, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  const places = new Map<string, string[]>()
  for (const {name, parentPath} of files) {
    const folder = parentPath.slice(root.length)
    if (!NAMED_AFTER_OTHERS.has(folder)) places.set(name, [...(places.get(name) ?? []), folder])
  }
  const repeated = [...places].filter(([name, folders]) => folders.length > 1 && !SHARED_NAMES.has(name))
  expect(repeated.map(([name, folders]) => `${name}: ${folders.join(', ')}`)).toEqual([])
})

test('nothing is dead: no file, export or dependency that nobody uses', () => {
  const knip = fileURLToPath(new URL('../bin/knip.js', import.meta.resolve('knip')))
  expect(execFileSync(process.execPath, [knip], {cwd: root, encoding: 'utf8'})).toBe('')
})
