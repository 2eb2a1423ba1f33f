/** Imports only point down, without circles: the rules of .dependency-cruiser.cjs, with their reasons. */
import {execFileSync} from 'node:child_process'
import {readdirSync} from 'node:fs'
import {createRequire} from 'node:module'
import {fileURLToPath} from 'node:url'
import {cruise, type ICruiseResult} from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import {expect, test} from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const rules = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {forbidden: never[]; options: object}

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

test('one level of folders, and no drawer for odds and ends', () => {
  const folders = readdirSync(`${root}src`, {withFileTypes: true}).filter((entry) => entry.isDirectory())
  for (const {name} of folders) {
    expect(['utils', 'helpers', 'common', 'core', 'lib']).not.toContain(name)
    expect(readdirSync(`${root}src/${name}`, {withFileTypes: true}).filter((entry) => entry.isDirectory())).toEqual([])
  }
})

test('nothing is dead: no file, export or dependency that nobody uses', () => {
  const knip = fileURLToPath(new URL('../bin/knip.js', import.meta.resolve('knip')))
  expect(execFileSync(process.execPath, [knip], {cwd: root, encoding: 'utf8'})).toBe('')
})
