/** The examples for editors: what they start is what the package has. */
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'
import {expect, test} from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const manifest = JSON.parse(read('package.json')) as {bin: Record<string, string>; version: string; devDependencies: Record<string, string>}

test('the extension of VS Code builds, and starts the server of the package', async () => {
  const entryPoints = [join(root, 'examples/vscode/extension.ts')]
  const {outputFiles} = await build({entryPoints, bundle: true, platform: 'node', format: 'cjs', external: ['vscode'], write: false})
  const [, path] = /node_modules\/xenogloss\/([\w./-]+)/u.exec(outputFiles[0]?.text ?? '') ?? []
  expect(`./${path}`).toBe(manifest.bin['xenogloss-language-server'])
  expect(existsSync(join(root, path as string))).toBe(true)
  const own = JSON.parse(read('examples/vscode/package.json'))
  expect(own.dependencies.xenogloss).toBe(`^${manifest.version}`)
  for (const [name, version] of Object.entries(own.devDependencies)) expect(manifest.devDependencies[name]).toBe(version)
})

test('the configuration of Neovim starts the command of the package', () => {
  const [, command] = /cmd = \{'([\w-]+)'/u.exec(read('examples/neovim/xenogloss.lua')) ?? []
  expect(Object.keys(manifest.bin)).toContain(command)
})
