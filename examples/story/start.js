/**
 * `npm start [-- story.txt]`: annotates a story (by default the example story), prints the result, and writes a page with tooltips and the
 * glossary in all formats to the folder `out`.
 */
import {execFileSync} from 'node:child_process'
import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {basename, extname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const example = join(root, 'examples/story/salt-road.md')
const file = process.argv[2] ?? example
if (!existsSync(file) || !statSync(file).isFile()) {
  console.error(`File not found: ${file}. Usage: npm start -- story.md (or .txt, .html)`)
  process.exit(1)
}

/** Builds the package unless the build is newer than all sources. */
function build() {
  const built = join(root, 'dist/index.js')
  const sources = readdirSync(join(root, 'src'), {recursive: true})
    .filter((name) => !String(name).endsWith('.md'))
    .map((name) => statSync(join(root, 'src', String(name))).mtimeMs)
  if (existsSync(built) && statSync(built).mtimeMs > Math.max(...sources)) return
  console.log('Building …')
  execFileSync('npm', ['run', 'build', '--silent'], {cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32'})
}

build()
const {annotate} = await import('xenogloss')
const {toPage} = await import('xenogloss/html')
const {formats} = await import('xenogloss/formats')
const {writeDictionary} = await import('xenogloss/files')

const source = readFileSync(file, 'utf8')
const format = {'.md': 'markdown', '.markdown': 'markdown', '.html': 'html', '.htm': 'html'}[extname(file)] ?? 'text'
// Without its dictionary, to show what can be learned from a story alone.
const annotation = annotate(source, {format})
const {standoff, glossary, messages} = annotation

const textAt = ({start, end}) => source.slice(start, end).replace(/\s+/g, ' ')
console.log(`\n${basename(file)}: ${standoff.utterances.length} lines, ${standoff.glosses.length} translations, ${standoff.terms.length} words\n`)
for (const utterance of standoff.utterances) {
  const translation = utterance.translation?.replace(/\s+/g, ' ') ?? '(no translation)'
  console.log(`  ${String(Math.round(100 * utterance.confidence)).padStart(3)} %  ${textAt(utterance)}\n         ${translation}`)
}
console.log(`\nLearned glossary, ${glossary.entries.length} entries:\n`)
for (const {headword, variants = [], senses = [], count} of glossary.entries) {
  console.log(
    `  ${[headword, ...variants].join(', ').padEnd(28)} ${String(count).padStart(3)}×  ${senses.map((sense) => sense.definition ?? sense).join('; ') || '?'}`,
  )
}
if (messages.length > 0)
  console.log(
    `\n${messages.length} messages, the first of them:\n${messages
      .slice(0, 5)
      .map((message) => `  ${message}`)
      .join('\n')}`,
  )

const name = basename(file, extname(file))
const outputPath = (extension) => join('out', `${name}.${extension}`)
const readAsset = (path) => readFileSync(join(root, 'dist', path), 'utf8')
mkdirSync('out', {recursive: true})
const title = /^# +(.+)$/m.exec(source)?.[1] ?? name
writeFileSync(outputPath('html'), toPage(annotation, {title, style: readAsset('style.css'), script: readAsset('reader-page.js')}))
writeFileSync(outputPath('standoff.json'), `${JSON.stringify(standoff, null, 2)}\n`)
await writeDictionary(outputPath('glossary.json'), glossary)
// Each format gets its own folder, since some consist of several files.
const stories = [{source, standoff}]
for (const format of formats.filter(({write}) => write)) {
  mkdirSync(join(outputPath('glossaries'), format.name), {recursive: true})
  await writeDictionary(join(outputPath('glossaries'), format.name), glossary, {format, stories, name})
}
console.log(
  `\nWrote ${outputPath('html')} (open it in a browser), ${outputPath('glossary.json')} (other formats in ${outputPath('glossaries')}) and ${outputPath('standoff.json')}.`,
)
