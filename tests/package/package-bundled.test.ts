/** The published package in TypeScript, esbuild and a web page. */
import {readFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {type BuildOptions, build} from 'esbuild'
import ts from 'typescript'
import {beforeAll, describe, expect, test} from 'vitest'
import {ENGLISH_WORDS} from '../../src/hosts/en/english-words.js'
import {describeInBrowser} from '../support/browser.js'
import {install, manifest, NODE_ONLY, type Project, UNIVERSAL, WITH_SIDE_EFFECTS} from '../support/installed.js'

let project: Project
beforeAll(() => {
  project = install()
})

describe('the types compile without skipLibCheck', () => {
  const BROWSER = `
    import {type Annotation, annotate, type Convention, createLexicon, type Dictionary, remarkXenogloss} from 'xenogloss'
    import {toAo3} from 'xenogloss/ao3'
    import {toEpub} from 'xenogloss/epub'
    import {explain, type Explanation} from 'xenogloss/explain'
    import {stardict} from 'xenogloss/formats'
    import {type Host, type HostData, type HostTag, loadHost, makeHost} from 'xenogloss/hosts'
    import german from 'xenogloss/hosts/de'
    import {toPage} from 'xenogloss/html'
    import {lint} from 'xenogloss/lint'
    import {mount} from 'xenogloss/reader'

    const annotation: Annotation = annotate('')
    export const page: string = toPage(annotation, {title: ''})
    export const files: Readonly<Record<string, Uint8Array>> = stardict.write(annotation.glossary)
    export const reasons: readonly string[] = lint('').map(({reason}) => reason)
    export const explanations: readonly Explanation[] = explain(annotation, '', 0)
    export const book: Uint8Array = toEpub([{title: '', ...annotation}], {title: '', author: ''})
    export const characters: number = toAo3(annotation).chapter.characters
    export const convention: Convention = {name: 'none', find: () => []}
    const dictionary: Dictionary = {language: 'art-x-mine', entries: [{headword: 'sel'}]}
    export const score: number | undefined = createLexicon(dictionary).lookup('sel')[0]?.score
    export const told: string = annotate('', {host: [german]}).hostLanguage
    export const load: (tag: HostTag) => Promise<Host> = loadHost
    export const make: (data: HostData) => Host = makeHost
    export const unmount: () => void = mount(document.body, {labels: {close: 'Zu'}})
    export {remarkXenogloss}
    // @ts-expect-error unknown format
    annotate('', {format: 'pdf'})`

  const NODE = `
    import {type CorpusSummary, runCorpus} from 'xenogloss/corpus'
    import {readDictionary} from 'xenogloss/files'
    import {markdownItXenogloss} from 'xenogloss/markdown-it'

    export const summary: Promise<CorpusSummary> = runCorpus({input: process.stdin, output: process.stdout})
    export const words: Promise<number> = readDictionary('words.tsv').then(({entries}) => entries.length)
    export {markdownItXenogloss}
    // @ts-expect-error missing path
    readDictionary()`

  const {ESNext, NodeNext} = ts.ModuleKind
  const bundler = {
    module: ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
  }
  const nodenext = {module: NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, lib: ['lib.es2022.d.ts'], types: ['node']}

  test.each([
    ['bundler', bundler, BROWSER],
    ['nodenext', nodenext, NODE],
  ])('moduleResolution %s', (name, settings, text) => {
    if (settings === nodenext) for (const own of ['@types/node', 'markdown-it']) project.link(own)
    const program = ts.createProgram([project.put(`${name}.ts`, text)], {
      ...settings,
      target: ts.ScriptTarget.ES2022,
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      // TypeScript's own libraries.
      skipDefaultLibCheck: true,
      noEmit: true,
      typeRoots: [join(project.folder, 'node_modules/@types')],
    })
    const host = {getCurrentDirectory: () => project.folder, getCanonicalFileName: (path: string) => path, getNewLine: () => '\n'}
    // The types of dependencies are the same for both; checking them takes most of the time.
    const own = program
      .getSourceFiles()
      .filter(({fileName}) => settings === bundler || !/node_modules\/(?!xenogloss\/)/u.test(relative(project.folder, fileName)))
    const found = [...program.getConfigFileParsingDiagnostics(), ...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()]
    expect(own.filter(({fileName}) => fileName.startsWith(join(project.installed, 'dist'))).length).toBeGreaterThan(3)
    for (const file of own) found.push(...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file))
    expect(ts.formatDiagnostics(found, host)).toBe('')
  })
})

async function bundled(contents: string, options: BuildOptions = {}): Promise<string> {
  const stdin = {contents, resolveDir: project.folder}
  const {outputFiles} = await build({stdin, bundle: true, format: 'esm', platform: 'browser', target: 'es2022', write: false, logLevel: 'silent', ...options})
  return outputFiles?.[0]?.text ?? ''
}

describe('bundled', () => {
  test('everything but what needs Node bundles for browsers', async () => {
    // A browser bundle cannot resolve Node modules.
    expect(await bundled(UNIVERSAL.map((name, index) => `export * as all${index} from '${name}'`).join('\n'))).not.toBe('')
  })

  test.each(NODE_ONLY)('%s needs Node', async (name) => {
    await expect(bundled(`export * from '${name}'`)).rejects.toThrow(/Could not resolve "node:/u)
  })

  test('unused imports are removed', async () => {
    expect(await bundled([...UNIVERSAL, ...NODE_ONLY].map((name) => `import '${name}'`).join('\n'), {platform: 'node'})).toBe('')
  })

  test('an import for side effects is kept', async () => {
    expect(await bundled(`import '${WITH_SIDE_EFFECTS}'`)).toContain('xg-story')
  })

  const hasEnglish = async (code: string) => (await bundled(code)).includes(ENGLISH_WORDS.lines.slice(0, 100))
  test('the annotator includes the English word list', async () => {
    expect(await hasEnglish(`export {annotate} from 'xenogloss'`)).toBe(true)
  })

  test.each([
    `export {createLexicon, conventions, mergeGlossaries, toWebAnnotations, xenoglossToMarkdown} from 'xenogloss'`,
    `export * from 'xenogloss/formats'`,
    `export * from 'xenogloss/html'`,
    `export * from 'xenogloss/explain'`,
    `export {makeHost, recognizeHost} from 'xenogloss/hosts'`,
    `export {default} from 'xenogloss/hosts/de'`,
    `export {applyFixes, ruleNames} from 'xenogloss/lint'`,
  ])('%s does not include the English word list', async (contents) => {
    expect(await hasEnglish(contents)).toBe(false)
  })
})

describeInBrowser('in a web page', (site) => {
  test('annotates a story and shows tooltips', async () => {
    const program = `
      import {annotate} from 'xenogloss'
      import {toHast} from 'xenogloss/html'
      import {mount} from 'xenogloss/reader'
      import {toHtml} from 'hast-util-to-html'
      const story = document.querySelector('main')
      story.innerHTML = toHtml(toHast(annotate(story.textContent, {format: 'text'})))
      mount(story)`
    site.publish('/package.js', await bundled(program))
    site.publish('/package.css', readFileSync(join(project.installed, manifest.exports['./reader.css'] as string), 'utf8'))
    const head = '<title>Night</title><link rel="stylesheet" href="/package.css"><script type="module" src="/package.js"></script>'
    const page = await site.open(site.publish('/package.html', `<!doctype html>${head}<main>“Rhumel beshul,” she said. (A cold night.)</main>`))
    await page.hover('.xg-utterance')
    expect(await page.locator('.xg-tip').first().innerText()).toContain('A cold night.')
  })
})
