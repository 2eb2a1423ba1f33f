/** Import rules of .dependency-cruiser.cjs, file names, and unused code. */
import {execFileSync} from 'node:child_process'
import {readdirSync} from 'node:fs'
import {createRequire} from 'node:module'
import {fileURLToPath} from 'node:url'
import {cruise, type ICruiseResult} from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import {expect, test} from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const rules = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {forbidden: never[]; options: object}

test('imports follow the rules', async () => {
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

/** Names that occur in every folder, and two that name the same thing in two places: the Archive of Our Own, and italics. */
const SHARED_NAMES = new Set(['index.ts', 'types.ts', 'ao3.ts', 'emphasis.ts'])

/** Entry files and commands have the names of the modules they expose. */
const EXEMPT_FOLDERS = new Set(['src', 'src/cli/commands'])

test('file names are unique', () => {
  const files = readdirSync(`${root}src`, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  const foldersByName = new Map<string, string[]>()
  for (const {name, parentPath} of files) {
    const folder = parentPath.slice(root.length)
    if (!EXEMPT_FOLDERS.has(folder)) foldersByName.set(name, [...(foldersByName.get(name) ?? []), folder])
  }
  const repeated = [...foldersByName].filter(([name, folders]) => folders.length > 1 && !SHARED_NAMES.has(name))
  expect(repeated.map(([name, folders]) => `${name}: ${folders.join(', ')}`)).toEqual([])
})

test('there are no unused files, exports or dependencies', () => {
  const knip = fileURLToPath(new URL('../bin/knip.js', import.meta.resolve('knip')))
  expect(execFileSync(process.execPath, [knip], {cwd: root, encoding: 'utf8'})).toBe('')
})
