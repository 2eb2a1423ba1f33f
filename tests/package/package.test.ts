/** The published package: complete, without unneeded files, and usable from Node. */
import {execFileSync} from 'node:child_process'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {isBuiltin} from 'node:module'
import {join} from 'node:path'
import {checkPackage, createPackageFromTarballData} from '@arethetypeswrong/core'
import {build} from 'esbuild'
import {publint} from 'publint'
import {formatMessage} from 'publint/utils'
import {beforeAll, describe, expect, test} from 'vitest'
import {install, manifest, NODE_ONLY, type Project, UNIVERSAL} from '../support/installed.js'

let project: Project
beforeAll(() => {
  project = install()
})

describe('package linters', () => {
  test('publint', async () => {
    const {messages, pkg} = await publint({pack: {tarball: project.tarball.buffer}, strict: true})
    expect(messages.map((message) => formatMessage(message, pkg, {color: false}))).toEqual([])
  })

  test('are the types wrong', async () => {
    // Bundlers declare the types of style sheets.
    const result = await checkPackage(createPackageFromTarballData(project.tarball), {excludeEntrypoints: [/\.css$/u]})
    const problems = 'problems' in result ? result.problems : ['no types']
    // `node10` does not support `exports`; `node16-cjs` reports that CommonJS cannot import an ES module, which is by choice and outdated in Node.
    const isLegacy = (problem: object) => 'resolutionKind' in problem && ['node10', 'node16-cjs'].includes(problem.resolutionKind as string)
    expect(problems.filter((problem) => typeof problem === 'string' || !isLegacy(problem))).toEqual([])
  })
})

test('it contains all exported files, commands and side effects, but neither sources nor tests', () => {
  const files = createPackageFromTarballData(project.tarball)
    .listFiles()
    .map((path) => path.replace('/node_modules/xenogloss/', './'))
  const targets = Object.values(manifest.exports).flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target)))
  const needed = [...targets, ...manifest.sideEffects, ...Object.values(manifest.bin)].filter((path) => !path.includes('*'))
  for (const path of [...needed, './README.md', './LICENSE', './CHANGELOG.md', './dist/LICENSES.md', './dictionaries/vessik.json'])
    expect(files).toContain(path)
  // Documents that the README links to and the recipes are published too.
  const allowed =
    /^\.\/(dist\/(.*\.(js|d\.ts|css)|LICENSES\.md|playground\/index\.html)|dictionaries\/[^/]+|src\/(annotate\/standoff|cli\/config)\.schema\.json|examples\/.*|src\/((books|formats|hosts|render|lint\/rules)\/)?README\.md|tests\/README\.md|\.github\/CONTRIBUTING\.md|[A-Z]+(\.md)?|package\.json)$/u
  expect(files.filter((path) => !allowed.test(path))).toEqual([])
})

test('its dependencies are exactly what its modules and types import', async () => {
  const files = readdirSync(join(project.installed, 'dist'), {recursive: true, encoding: 'utf8'}).map((file) => join(project.installed, 'dist', file))
  const {metafile} = await build({
    entryPoints: files.filter((file) => file.endsWith('.js')),
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    write: false,
    outdir: project.folder,
    metafile: true,
  })
  const moduleImports = Object.values(metafile.inputs).flatMap(({imports}) => imports.flatMap(({path, external}) => (external ? [path] : [])))
  const types = files.filter((file) => file.endsWith('.d.ts')).map((file) => readFileSync(file, 'utf8'))
  const typeImports = types.flatMap((text) => [...text.matchAll(/from '([^.'][^']*)'/gu)].map(([, path]) => path as string))
  const packageOf = (path: string) => path.split('/', path.startsWith('@') ? 2 : 1).join('/')
  const imported = [...moduleImports, ...typeImports].filter((path) => !isBuiltin(path) && !path.startsWith('<')).map(packageOf)
  const dependencies = imported.map((name) => (['hast', 'mdast', 'unist'].includes(name) ? `@types/${name}` : name))
  expect([...new Set(dependencies)].filter((name) => name !== 'markdown-it').sort()).toEqual(Object.keys(manifest.dependencies).sort())
})

/** Runs a program in the project and parses its output as JSON. */
function runProgram(name: string, program: string): unknown {
  const {folder, put} = project
  return JSON.parse(execFileSync(process.execPath, [put(name, program)], {cwd: folder, env: {PATH: process.env.PATH, TMPDIR: folder}, encoding: 'utf8'}))
}

const STORY = '“Rhumel beshul,” she said. (A cold night.)'

test('every entry point works', () => {
  const program = `
    import {annotate, createLexicon} from 'xenogloss'
    import {toAo3} from 'xenogloss/ao3'
    import {runCorpus} from 'xenogloss/corpus'
    import {toEpub} from 'xenogloss/epub'
    import {explain} from 'xenogloss/explain'
    import {readDictionary, writeDictionary} from 'xenogloss/files'
    import {formats} from 'xenogloss/formats'
    import {loadHost} from 'xenogloss/hosts'
    import german from 'xenogloss/hosts/de'
    import {toPage} from 'xenogloss/html'
    import {lint} from 'xenogloss/lint'
    import {readFileSync} from 'node:fs'
    import {Readable, Writable} from 'node:stream'

    const vessik = JSON.parse(readFileSync(new URL(import.meta.resolve('xenogloss/dictionaries/vessik.json')), 'utf8'))
    const story = ${JSON.stringify(STORY)}
    const annotation = annotate(story, {dictionaries: [vessik]})
    const [path] = await writeDictionary('vessik.tsv', vessik)
    let results = ''
    const output = new Writable({write: (chunk, _, done) => done((results += chunk, null))})
    await runCorpus({input: Readable.from([Buffer.from(JSON.stringify({id: 'one', text: story}))]), output, workers: 1})
    console.log(JSON.stringify({
      translation: annotation.standoff.utterances[0].translation,
      parts: createLexicon(vessik).lookup('beshul').length > 0,
      archived: toAo3(annotation).chapter.html.includes('A cold night'),
      result: JSON.parse(results).standoff.utterances.length,
      book: Buffer.from(toEpub([{title: 'Night', ...annotation}], {title: 'Night', author: 'Nobody'})).toString('latin1', 0, 2),
      reason: explain(annotation, story, 3)[0].kind,
      read: (await readDictionary(path)).entries.length === vessik.entries.length,
      formats: formats.length,
      page: toPage(annotation, {title: 'Night'}).includes('xg-utterance'),
      linted: lint(story).length,
      hosts: [german.lang, (await loadHost('sv')).lang, (await loadHost('de')) === german],
    }))`
  expect(runProgram('every.js', program)).toEqual({
    translation: 'A cold night.',
    parts: true,
    archived: true,
    result: 1,
    book: 'PK',
    reason: 'utterance',
    read: true,
    formats: 17,
    page: true,
    linted: 0,
    hosts: ['de', 'sv', true],
  })
})

test('importing has no side effects: no globals, listeners, handles, files or changed built-ins', () => {
  const program = `
    import {readdirSync} from 'node:fs'
    import {tmpdir} from 'node:os'
    const state = () => ({
      globals: Reflect.ownKeys(globalThis).map(String).sort(),
      builtIn: [Array, Object, String, RegExp, Map, Set, Promise].map(({prototype}) => Reflect.ownKeys(prototype).length),
      listeners: process.eventNames().map((name) => [String(name), process.listenerCount(name)]),
      environment: {...process.env},
      files: [process.cwd(), tmpdir()].map((folder) => readdirSync(folder)),
    })
    const settled = () => new Promise((done) => setTimeout(done, 20))
    await settled()
    const before = state()
    for (const name of ${JSON.stringify([...UNIVERSAL, ...NODE_ONLY])}) await import(name)
    await settled()
    const handles = process.getActiveResourcesInfo().filter((name) => !/^(Pipe|TTY|FSReq)/.test(name))
    console.log(JSON.stringify({before, after: state(), handles}))`
  const {before, after, handles} = runProgram('import.js', program) as Record<string, object>
  expect(after).toEqual(before)
  expect(handles).toEqual([])
})

test('CommonJS can use import(), and require() if Node supports it', () => {
  const program = `
    const names = ${JSON.stringify([...UNIVERSAL, ...NODE_ONLY])}
    // Node 20.19, 22.12 and later.
    const required = process.features.require_module ? names.map((name) => require(name)) : undefined
    // What is required has \`__esModule\` as well if there is a default export.
    Promise.all(names.map((name) => import(name))).then((imported) =>
      console.log(JSON.stringify(imported.map((module, i) => Object.keys(module).length > 0 && (!required || Object.keys(module).every((key) => required[i][key] === module[key]))))))`
  const results = runProgram('common.cjs', program)
  expect(results).toEqual([...UNIVERSAL, ...NODE_ONLY].map(() => true))
})

test('markdown-it is not a dependency: users of the plugin have it', () => {
  expect(existsSync(join(project.folder, 'node_modules/markdown-it'))).toBe(false)
  const program = `import {markdownItXenogloss} from 'xenogloss/markdown-it'\nconsole.log(JSON.stringify(typeof markdownItXenogloss))`
  expect(runProgram('plugin.js', program)).toBe('function')
})

test('the command runs', () => {
  const command = join(project.installed, manifest.bin.xenogloss as string)
  const run = (...words: string[]) => execFileSync(process.execPath, [command, ...words], {cwd: project.folder, input: STORY, encoding: 'utf8'})
  expect(run('--version').trim()).toBe(manifest.version)
  expect(run('annotate', '-', '--to', 'standoff')).toContain('"A cold night."')
})
