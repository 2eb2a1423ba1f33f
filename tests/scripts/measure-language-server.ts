/** Times what an editor waits for: `npm run build && npx tsx tests/scripts/measure-language-server.ts`. */
import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {CompletionRequest, HoverRequest} from 'vscode-languageserver/node.js'
import {startLanguageClient} from '../support/language-client.js'

const chapter = readFileSync(fileURLToPath(new URL('../../examples/reader/the-lamp.md', import.meta.url)), 'utf8')
const repeatTo = (length: number): string => chapter.repeat(Math.ceil(length / chapter.length)).slice(0, length)

const folder = mkdtempSync(join(tmpdir(), 'xenogloss-measure-'))
const syllables = ['ba', 'ke', 'li', 'mo', 'nu', 'ra', 'se', 'ti', 'vo', 'zu']
const entries = Array.from({length: 100_000}, (_, index) => ({
  headword: Array.from(String(index).padStart(5, '0'), (digit) => syllables[Number(digit)]).join(''),
  senses: [`meaning ${index}`],
}))
writeFileSync(join(folder, 'words.json'), JSON.stringify({language: 'art-x-many', entries}))
writeFileSync(join(folder, 'xenogloss.config.json'), JSON.stringify({dictionaries: ['words.json']}))

async function time<T>(name: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  const result = await work()
  console.log(`${String(Math.round(performance.now() - start)).padStart(6)} ms  ${name}`)
  return result
}
const plain = mkdtempSync(join(tmpdir(), 'xenogloss-measure-'))
const client = await time('until the server answers', () => startLanguageClient(plain))
const uriOf = (name: string, from = plain): string => pathToFileURL(join(from, name)).href
const position = {line: 0, character: 3}

await time('until the first diagnostics, of a chapter of 5 KB', async () => {
  await client.open(uriOf('first.md'), 'markdown', chapter)
  await client.diagnostics(uriOf('first.md'))
})
await time('until the diagnostics after a change, 200 ms of which are the delay', async () => {
  await client.change(uriOf('first.md'), 2, `${chapter}\n`)
  await client.diagnostics(uriOf('first.md'), ({version}) => version === 2)
})
await time('the same of a chapter of 100 KB', async () => {
  await client.open(uriOf('chapter.md'), 'markdown', repeatTo(100_000))
  await client.diagnostics(uriOf('chapter.md'))
})
const novel = time('the same of a novel of 1 MB', async () => {
  await client.open(uriOf('novel.md'), 'markdown', repeatTo(1_000_000))
  await client.diagnostics(uriOf('novel.md'))
})
await new Promise((resolve) => setTimeout(resolve, 500))
await time('hover in a chapter while the novel is analysed', () =>
  client.connection.sendRequest(HoverRequest.type, {textDocument: {uri: uriOf('first.md')}, position}),
)
await novel
await time('until the diagnostics of a chapter with a dictionary of 100,000 words', async () => {
  await client.open(uriOf('many.md', folder), 'markdown', chapter)
  await client.diagnostics(uriOf('many.md', folder))
})
for (const name of ['completion from it', 'completion from it, the second time'])
  await time(name, () => client.connection.sendRequest(CompletionRequest.type, {textDocument: {uri: uriOf('many.md', folder)}, position}))
await client.stop()
