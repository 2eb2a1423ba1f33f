/** What a page loads of the package: bundled by esbuild, minified, gzipped. `npm run size` prints it, and fails above a limit. */
import {existsSync, readdirSync, readFileSync} from 'node:fs'

const registry = readFileSync(new URL('src/formats/registry.ts', import.meta.url), 'utf8')
const formats = [...registry.matchAll(/^import \{\w+\} from '\.\/(?:\w+\/)?(\w+)\.js'/gmu)].map(([, name]) => name)
if (!existsSync(new URL('dist', import.meta.url))) throw new Error('There is no dist: npm run build')

// Where they lie in node_modules, esbuild does not warn of imports that it may leave out.
const quietly = (settings) => (config) => ({...config, logOverride: {'ignored-bare-import': 'silent'}, ...settings})
const weigh = (name, path, limit, {bundling = {}, ...options} = {}) => ({name, path, limit, gzip: true, modifyEsbuildConfig: quietly(bundling), ...options})

/** One public name, as a bundler takes it out of what is published. */
const only = (name, entry, limit) =>
  weigh(`import {${name}} from 'xenogloss${entry === 'index' ? '' : `/${entry}`}'`, `dist/${entry}.js`, limit, {import: `{${name}}`})

/** As it is served, minified already. */
const served = (name, path, limit) => weigh(name, path, limit, {disablePlugins: ['@size-limit/esbuild']})

/** All that knows English, as the options import it. */
const ENGLISH = '../hosts/*'
/** Lists of other languages and fitted weights: data, measured by itself. */
const LEARNED = ['./word-marks.js', './fitted-weights.js', './fitted-trees.js', './fitted-spans.js', '../languages/recognizers.js']
const WITHOUT_PACKAGES = {packages: 'external'}

/** By measurement and a little more. Those that read HTML or Markdown, or write the latter, bring a parser; `16 kB` for one that is not listed. */
const LIMITS = {
  ...{anki: '14 kB', csv: '17.5 kB', dictd: '10.5 kB', epub: '16.5 kB', html: '22 kB', hunspell: '7 kB', json: '8.5 kB', lexicanter: '8 kB', lift: '22 kB'},
  ...{markdown: '41.5 kB', ontolex: '7 kB', polyglot: '75.8 kB', stardict: '83 kB', tei: '26.5 kB', tmx: '8 kB', tsv: '17.5 kB', yomitan: '18.3 kB'},
}

/** What a host language weighs, with the code that makes it; 320 kB at most. */
const HOSTS = {
  de: '234 kB',
  en: '217 kB',
  es: '158 kB',
  fr: '144 kB',
  it: '149 kB',
  ja: '4 kB',
  pl: '276 kB',
  pt: '181 kB',
  ru: '282 kB',
  sv: '138 kB',
  zh: '4 kB',
}
const tags = readdirSync(new URL('dist/hosts', import.meta.url)).flatMap((name) => (name.endsWith('.js') ? [name.replace('.js', '')] : []))

export default [
  weigh("xenogloss, all of it: the library's own code", 'src/index.ts', '128 kB', {bundling: {external: [ENGLISH, ...LEARNED], ...WITHOUT_PACKAGES}}),
  weigh('xenogloss, all of it: own code and dependencies, without English', 'src/index.ts', '249 kB', {bundling: {external: [ENGLISH, ...LEARNED]}}),
  weigh('words of other languages', 'src/detect/words/word-marks.ts', '60 kB'),
  weigh('recognisers of nine languages', 'src/languages/recognizers.ts', '115 kB', {bundling: {external: ['../util/*'], ...WITHOUT_PACKAGES}}),
  weigh('weights of what is foreign', 'src/detect/chain/fitted-weights.ts', '15 kB'),
  weigh('trees that judge findings', 'src/detect/findings/fitted-trees.ts', '11 kB'),
  weigh('weights of translations', 'src/gloss/spans/fitted-spans.ts', '13 kB'),
  weigh('the English resources', 'src/hosts/en/english.ts', '214 kB', {bundling: {external: ['../../prose/*', '../../util/*'], ...WITHOUT_PACKAGES}}),
  // As UTF-8, as bundlers should write it: otherwise Cyrillic letters take six characters each.
  ...tags.map((tag) => weigh(`xenogloss/hosts/${tag}`, `dist/hosts/${tag}.js`, HOSTS[tag] ?? '320 kB', {bundling: {charset: 'utf8'}})),
  only('recognizeHost', 'hosts', '13 kB'),
  only('makeHost', 'hosts', '7 kB'),
  only('annotate', 'index', '675 kB'),
  only('remarkXenogloss', 'index', '604 kB'),
  weigh('a core for plain text, without a host', 'dist/core.js', '224 kB', {import: '{createAnnotator, text, conventions, clues}'}),
  only('createLexicon', 'index', '12.2 kB'),
  only('conventions', 'index', '11.8 kB'),
  only('mergeGlossaries', 'index', '11 kB'),
  only('extractDecisions', 'index', '0.9 kB'),
  // It looks words up in the glossaries of the stories.
  only('concordance', 'index', '25 kB'),
  only('toWebAnnotations', 'index', '4.6 kB'),
  only('xenoglossToMarkdown', 'index', '8.5 kB'),
  only('toHast', 'html', '31 kB'),
  only('toPage', 'html', '37 kB'),
  only('renderers', 'html', '9.5 kB'),
  only('glossaryToHast', 'html', '5.3 kB'),
  only('extendSanitizeSchema', 'html', '3.8 kB'),
  only('toAo3', 'ao3', '39.5 kB'),
  only('toEpub', 'epub', '52 kB'),
  only('annotateEpub', 'epub', '707 kB'),
  only('readDocument', 'documents', '200 kB'),
  only('lint', 'lint', '682 kB'),
  only('applyFixes', 'lint', '0.4 kB'),
  only('explain', 'explain', '11 kB'),
  weigh("import remarkXenogloss from 'xenogloss/remark'", 'dist/remark.js', '604 kB'),
  only('markdownItXenogloss', 'markdown-it', '576 kB'),
  ...formats.map((name) => only(name, 'formats', LIMITS[name] ?? '16 kB')),
  only('formats', 'formats', '160 kB'),
  weigh("import {createWorkerAnnotator} from 'xenogloss/worker'", 'dist/worker.js', '1.8 kB', {import: '{createWorkerAnnotator}'}),
  weigh("import {annotateElement} from 'xenogloss/dom'", 'dist/dom.js', '11.8 kB', {import: '{annotateElement}'}),
  served('xenogloss/worker/thread', 'dist/worker-thread.js', '700 kB'),
  served("the playground's page, before its worker", ['dist/playground/index.html', 'dist/playground/page.css', 'dist/playground/page.js'], '24 kB'),
  served("the page of 'serve'", ['dist/playground/page.css', 'dist/playground/served.js'], '19 kB'),
  served("the page of 'glossary review'", ['dist/playground/review.js', 'dist/playground/review-style.css'], '10 kB'),
  served('xenogloss/reader', 'dist/reader.js', '4608 B'),
  served('xenogloss/reader/page', 'dist/reader-page.js', '4608 B'),
  served('xenogloss/reader.css', 'dist/style.css', '2560 B'),
  served('xenogloss/ao3.css', 'dist/ao3-skin.css', '0.4 kB'),
]
