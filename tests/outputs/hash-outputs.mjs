/**
 * Hashes what the built library gives for every development story, so that a change that should change nothing can show it:
 *
 *   npm run build && node tests/outputs/hash-outputs.mjs > before.txt   # then the change, a build, > after.txt, and diff
 *
 * One line for each story and kind of output. Texts of messages are left out: their rule and place are hashed. `--dist DIR` takes another
 * build, `--only TEXT` the stories whose name contains it, `--quick` every eighth story.
 */
import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {parseArgs} from 'node:util'
import {toHtml as hastToHtml} from 'hast-util-to-html'

const {values} = parseArgs({options: {dist: {type: 'string', default: 'dist'}, only: {type: 'string'}, quick: {type: 'boolean', default: false}}})
const load = (name) => import(pathToFileURL(resolve(values.dist, `${name}.js`)).href)
const [main, html, ao3, epub, lint, formats] = await Promise.all(['index', 'html', 'ao3', 'epub', 'lint', 'formats'].map(load))
const toAo3 = ao3.toAo3 ?? ao3.toArchive

const shared = resolve(import.meta.dirname, '../../../shared')
if (!existsSync(shared)) {
  console.log('There is no ../shared beside the project: nothing to hash')
  process.exit(0)
}
const evaluation = join(shared, 'eval')
const data = join(evaluation, 'data')
const fromExam = (name) => import(pathToFileURL(join(evaluation, name)).href)
const {makeStory, RARE_STYLES, STYLES, readHost, readPairs, readWords, toHtml} = await fromExam('make-stories.mjs')
const {bookPage, pageBooks} = await fromExam('pages.mjs')
const {passagesOf} = await fromExam('passages.mjs')
const {casesOf} = await fromExam('cases.mjs')

/** Every source: its name, its format and its text. */
function* sources() {
  yield {name: 'example', format: 'markdown', text: readFileSync(resolve(import.meta.dirname, '../../examples/story/salt-road.md'), 'utf8')}
  yield {name: 'memoirs', format: 'text', text: readFileSync(join(shared, 'story/memoirs-103.txt'), 'utf8')}
  for (const {name, format, text} of passagesOf(join(data, 'passages'))) yield {name: `passages/${name}`, format, text}
  for (const {id, format, input, options} of casesOf(join(data, 'cases'))) yield {name: `cases/${id}`, format, text: input, dictionaries: options?.dictionaries}
  for (const file of pageBooks(join(data, 'pages')).slice(0, 4))
    yield {name: `pages/${file.split('/').at(-1)}`, format: 'html', text: bookPage(file).source, light: true}
  for (const file of readdirSync(join(data, 'books')).slice(0, 5)) {
    const paragraphs = readFileSync(join(data, 'books', file), 'utf8')
      .trim()
      .split('\n')
      .map((row) => JSON.parse(row).text)
    yield {name: `books/${file}`, format: 'text', text: paragraphs.join('\n\n'), light: true}
  }
  const plan = JSON.parse(readFileSync(join(data, 'plan.json'), 'utf8'))
  const words = readWords(join(data, 'dicts', `${plan.words}.tsv`))
  const styles = ['mixed', ...Object.keys(STYLES), ...RARE_STYLES]
  for (let seed = 1; seed <= 300; seed++) {
    const {lang, pairs, host} = plan.stories[seed % plan.stories.length]
    const style = styles[seed % styles.length]
    const story = makeStory({
      host: readHost(join(data, 'books', `${host}.jsonl`)),
      pairs: readPairs(join(data, 'pairs', `${pairs}.tsv`)),
      words,
      lang,
      seed,
      style,
      paragraphs: 40,
    })
    yield {name: `made/${style}-${seed}`, format: style === 'footnote' || style === 'emphasis' ? 'markdown' : 'text', text: story.text}
    if (seed % 4 === 0) yield {name: `made-html/${style}-${seed}`, format: 'html', text: toHtml(story, seed).text}
  }
}

const hash = (value) => {
  const digest = createHash('sha256')
  if (value instanceof Uint8Array || typeof value === 'string') digest.update(value)
  else digest.update(JSON.stringify(value) ?? 'undefined')
  return digest.digest('hex').slice(0, 12)
}
const placed = (messages) => messages.map(({ruleId, place}) => [ruleId, place])
const files = (written) =>
  typeof written === 'string' || written instanceof Uint8Array ? written : Object.entries(written).map(([name, bytes]) => [name, hash(bytes)])

let number = 0
for (const {name, format, text, dictionaries = [], light = false} of sources()) {
  number++
  if ((values.quick && number % 8 !== 0) || (values.only && !name.includes(values.only))) continue
  const say = (kind, make) => {
    let result
    try {
      result = hash(make())
    } catch (error) {
      result = `${error.name}`
    }
    console.log(name, kind, result)
  }
  const annotation = main.annotate(text, {format, dictionaries, work: 'work'})
  const {tree, standoff, glossary, glossaries, messages} = annotation
  say('tree', () => tree)
  say('standoff', () => standoff)
  say('glossaries', () => glossaries)
  say('messages', () => placed(messages))
  say('lint', () => placed(lint.lint(text, {format, dictionaries})))
  if (light) continue
  for (const renderer of html.renderers) say(`html ${renderer.name}`, () => hastToHtml(html.toHast(annotation, {renderer, gloss: 'moved'})))
  say('ao3', () => toAo3(annotation))
  say('web annotations', () => main.toWebAnnotations(standoff, {text, source: 'https://example.org/story'}))
  if (number % 3 !== 0) continue
  say('epub', () => epub.toEpub([{title: 'Title', ...annotation}], {title: 'Title', author: 'Author', renderer: html.renderers[0]}))
  for (const format of formats.formats) {
    if (format.write)
      say(`format ${format.name}`, () => files(format.write(glossary, {name: 'glossary', stories: [{...annotation, source: text, work: 'work'}]})))
    if (format.write && format.read) say(`read ${format.name}`, () => format.read(format.write(glossary, {name: 'glossary'})))
  }
}
