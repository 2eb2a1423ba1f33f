/** The built language server, used over standard input and output as an editor does. */
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {
  CodeActionRequest,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  DiagnosticSeverity,
  type Hover,
  HoverRequest,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node.js'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {type LanguageClient, startLanguageClient} from '../support/language-client.js'

const STORY = `# The bell ferry

“Tave na'orel,” said Mirre to the ferryman, and gave him a copper. (Take us over.)

He weighed the copper in his hand. “Orelu vash tave,” he said. (The river takes it all.) He laughed, but not for long.

“Tave na’orel!” she said again, louder. (Take us over!) “Vash na'orel.” (All of us over.)

The ferryman looked at the bell. “Sunnu tave kelmorin,” he said, and rowed.
`

const WORDS = {
  language: 'art-x-orel',
  entries: [
    {headword: 'tave', partOfSpeech: 'verb', senses: ['take'], notes: 'Also said of rivers.'},
    {headword: "na'orel", senses: ['over']},
    {headword: '-u', senses: ['the'], attachesTo: ['noun']},
    {headword: 'orel', partOfSpeech: 'noun', senses: ['river'], pronunciation: 'ˈo.ɾel'},
    {headword: 'orvash', senses: ['wave'], status: 'rejected'},
  ],
}

const folder = mkdtempSync(join(tmpdir(), 'xenogloss-editor-'))
const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href
const document = TextDocument.create('', 'markdown', 1, STORY)
/** The place of a piece of the story, `nth` characters into it. */
const at = (piece: string, nth = 1) => document.positionAt(STORY.indexOf(piece) + nth)

const rulesOf = ({diagnostics}: PublishDiagnosticsParams) => diagnostics.map(({code}) => code)
const textOf = (hover: Hover | null): string => (hover?.contents as {value: string} | undefined)?.value ?? ''

let client: LanguageClient
beforeAll(async () => {
  client = await startLanguageClient(folder, {textDocument: {hover: {contentFormat: ['markdown', 'plaintext']}}})
}, 60_000)
afterAll(() => void client.process.kill('SIGKILL'))

const hover = (uri: string, position: {line: number; character: number}) => client.connection.sendRequest(HoverRequest.type, {textDocument: {uri}, position})
async function complete(uri: string, position: {line: number; character: number}): Promise<readonly CompletionItem[]> {
  const list = (await client.connection.sendRequest(CompletionRequest.type, {textDocument: {uri}, position})) as CompletionList | null
  return list?.items ?? []
}
const actions = (uri: string, range: PublishDiagnosticsParams['diagnostics'][0]['range'], only?: string[]) =>
  client.connection.sendRequest(CodeActionRequest.type, {textDocument: {uri}, range, context: {diagnostics: [], ...(only && {only})}})

describe('a story without a configuration', () => {
  const uri = uriOf('plain/ferry.md')
  beforeAll(() => client.open(uri, 'markdown', STORY))

  test('its remarks are warnings where they stand, with rule and advice', async () => {
    const {diagnostics, version} = await client.diagnostics(uri)
    expect(version).toBe(1)
    expect(diagnostics.map(({code, severity, source}) => [code, severity, source])).toEqual([
      ['apostrophe-variant', DiagnosticSeverity.Warning, 'xenogloss'],
      ['line-without-gloss', DiagnosticSeverity.Warning, 'xenogloss'],
    ])
    const [spelling] = diagnostics
    expect(spelling?.range).toEqual({start: at('na’orel', 0), end: at('na’orel', 7)})
    expect(spelling?.message).toMatch(/^“na’orel” is spelled “na'orel” elsewhere\n\S/u)
  })

  test('a fix is an edit', async () => {
    const {diagnostics} = await client.diagnostics(uri)
    const found = await actions(uri, diagnostics[0]!.range)
    expect(found?.map((action) => [action.title, 'kind' in action && action.kind])).toEqual([
      ["Replace “na’orel” with “na'orel”", 'quickfix'],
      ['Apply all fixes of xenogloss', 'source.fixAll.xenogloss'],
    ])
    for (const action of found ?? []) {
      const edits = ('edit' in action && action.edit?.changes?.[uri]) || []
      expect(TextDocument.applyEdits(document, edits)).toBe(STORY.replace('na’orel', "na'orel"))
    }
  })

  test('away from the remark there is no quick fix, and only actions that are asked for are given', async () => {
    const elsewhere = {start: at('He weighed'), end: at('He weighed')}
    expect((await actions(uri, elsewhere))?.map((action) => 'kind' in action && action.kind)).toEqual(['source.fixAll.xenogloss'])
    expect(await actions(uri, elsewhere, ['quickfix'])).toEqual([])
    expect(await actions(uri, elsewhere, ['source'])).toHaveLength(1)
  })

  test('a line shows its translation, language and confidence', async () => {
    const found = await hover(uri, at('Orelu vash', 6))
    expect(textOf(found)).toMatch(/\*\*Orelu vash tave,\*\* “The river takes it all\.”\n\nart-x-unknown · confidence \d+ %\n$/u)
    expect(found?.range).toEqual({start: at('vash tave', 0), end: at('vash tave', 4)})
    expect(textOf(await hover(uri, at('Sunnu')))).toContain('**Sunnu tave kelmorin,** no translation found')
  })

  test('where nothing is foreign there is no hover', async () => {
    expect(await hover(uri, at('He weighed'))).toBeNull()
  })

  test('words that the document teaches are completed, in the case that was typed', async () => {
    // `Orelu` is written in the story; the cursor stands behind `Ore`.
    const found = await complete(uri, at('Orelu vash', 3))
    expect(found.map(({label, textEdit}) => [label, textEdit?.newText])).toEqual([['orelu', 'Orelu']])
    expect(found[0]?.textEdit).toMatchObject({range: {start: at('Orelu vash', 0), end: at('Orelu vash', 3)}})
    expect(await complete(uri, at('He weighed', 2))).toEqual([])
  })

  test('a change is analysed, the last version only', async () => {
    for (let version = 2; version < 12; version++) await client.change(uri, version, `${STORY}\n${'“Sunnu tave kelmorin!” he said.\n\n'.repeat(version)}`)
    await client.change(uri, 12, STORY.replace('na’orel', "na'orel"))
    const {version, diagnostics} = await client.diagnostics(uri, (params) => params.version !== 1)
    expect(version).toBe(12)
    expect(diagnostics.map(({code}) => code)).toEqual(['line-without-gloss'])
    expect(textOf(await hover(uri, at('Sunnu')))).toContain('Sunnu tave kelmorin')
  })

  test('a closed document has no diagnostics', async () => {
    await client.close(uri)
    expect((await client.diagnostics(uri, ({diagnostics}) => diagnostics.length === 0)).diagnostics).toEqual([])
    expect(await hover(uri, at('Sunnu'))).toBeNull()
  })
})

describe('a project with a configuration', () => {
  const uri = uriOf('book/chapters/ferry.md')
  const config = join(folder, 'book/xenogloss.config.json')
  const words = join(folder, 'book/words.json')
  const configure = (content: object) => writeFileSync(config, JSON.stringify(content))
  beforeAll(async () => {
    mkdirSync(join(folder, 'book/chapters'), {recursive: true})
    writeFileSync(words, JSON.stringify(WORDS))
    configure({dictionaries: ['words.json'], rules: {'line-without-gloss': false}})
    await client.open(uri, 'markdown', STORY)
  })

  test('it is found above the story, as by the command line', async () => {
    expect(rulesOf(await client.diagnostics(uri))).toEqual(['apostrophe-variant'])
  })

  test('a word shows its meaning, the affixes of its reading, its part of speech and the score', async () => {
    expect(textOf(await hover(uri, at('Orelu vash')))).toMatch(
      /^\*\*Orelu\*\* “river”\n\norel “river” \+ -u “the”\n\nart-x-orel · noun · ˈo\.ɾel · reading \d+ %\n\n\*\*Orelu vash tave,\*\* “The river takes it all\.”/u,
    )
    expect(textOf(await hover(uri, at('tave,” he')))).toContain('Also said of rivers.')
  })

  test('entries of its dictionaries are completed, without affixes and what a person rejected', async () => {
    const found = await complete(uri, at('Orelu vash', 2))
    expect(found.map(({label, detail}) => [label, detail])).toEqual([['orel', 'river (art-x-orel)']])
    // Whichever apostrophe is typed, the word is found.
    const [first] = await complete(uri, at('na’orel', 4))
    expect(first).toMatchObject({label: "na'orel", filterText: 'na’orel', textEdit: {newText: "na'orel"}})
  })

  test('a changed configuration is read anew', async () => {
    configure({dictionaries: ['words.json'], rules: {'apostrophe-variant': false}})
    expect(rulesOf(await client.diagnostics(uri, (params) => rulesOf(params).includes('line-without-gloss')))).toEqual(['line-without-gloss'])
  })

  test('a changed dictionary is read anew', async () => {
    writeFileSync(words, JSON.stringify({...WORDS, entries: [...WORDS.entries, {headword: 'orelmar', senses: ['harbour']}]}))
    for (let waited = 0; waited < 400 && !(await complete(uri, at('Orelu vash', 4))).some(({label}) => label === 'orelmar'); waited++)
      await new Promise((resolve) => setTimeout(resolve, 25))
    expect((await complete(uri, at('Orelu vash', 4))).map(({label}) => label)).toEqual(['orel', 'orelmar'])
  })

  test('a wrong configuration is an error in the document, until it is mended', async () => {
    configure({dictionaries: ['words.json'], treshold: 1})
    const {diagnostics} = await client.diagnostics(uri, (params) => rulesOf(params).includes('failure'))
    expect(diagnostics).toHaveLength(1)
    expect(diagnostics[0]?.severity).toBe(DiagnosticSeverity.Error)
    expect(diagnostics[0]?.message).toMatch(/xenogloss\.config\.json.*`treshold`.*`threshold`/u)
    expect(await hover(uri, at('Orelu vash'))).toBeNull()
    rmSync(config)
    const mended = await client.diagnostics(uri, (params) => !rulesOf(params).includes('failure'))
    expect(rulesOf(mended)).toEqual(['apostrophe-variant', 'line-without-gloss'])
  })

  test('a dictionary that is none is an error in the document', async () => {
    writeFileSync(words, '{"language": 7}')
    configure({dictionaries: ['words.json']})
    const {diagnostics} = await client.diagnostics(uri, (params) => rulesOf(params).includes('failure'))
    expect(diagnostics[0]?.message).toContain('words.json')
    await client.close(uri)
  })
})

describe('any document', () => {
  test('HTML and plain text are read as what they are', async () => {
    const page = '<p>“<i>Sunnu</i> tave <b>kelmorin</b>,” he said. (The bell is &lt;sunk&gt;.)</p>'
    await client.open(uriOf('page.html'), 'html', page)
    await client.diagnostics(uriOf('page.html'))
    const found = await hover(uriOf('page.html'), {line: 0, character: page.indexOf('tave')})
    // Shown as text, whatever it looks like.
    expect(textOf(found)).toContain('**Sunnu tave kelmorin,** “The bell is \\<sunk>.”')
    await client.open('untitled:Untitled-1', 'plaintext', '“Sunnu *tave* kelmorin,” he said. (The bell is sunk.)')
    await client.diagnostics('untitled:Untitled-1')
    expect(textOf(await hover('untitled:Untitled-1', {line: 0, character: 3}))).toContain('“The bell is sunk.”')
  })

  test('other files are no stories', async () => {
    await client.open(uriOf('xenogloss.json'), 'json', '{"a": "“Sunnu tave kelmorin,” he said."}')
    expect(await hover(uriOf('xenogloss.json'), {line: 0, character: 10})).toBeNull()
    expect(await complete(uriOf('xenogloss.json'), {line: 0, character: 10})).toEqual([])
  })

  const GARBAGE = {
    empty: '',
    'a byte order mark and controls': '\ufeff\0\u0001\u001b[31m\uFFFE\r\r\n\u2028“\u2029',
    'lone surrogates': '“Sunnu \ud800 tave \udfff kelmorin,” he said.\n'.repeat(20),
    'brackets and quotation marks': `${'“('.repeat(20_000)}${')”'.repeat(10_000)}`,
    emphasis: '*_'.repeat(50_000),
    'nested lists': Array.from({length: 120}, (_, depth) => `${' '.repeat(depth * 2)}- “Sunnu tave”`).join('\n'),
    'front matter that is none': '---\nxenogloss: [}\n  : :\n---\n“Sunnu tave kelmorin,” he said.',
    'one long line': `“${'sunnu tave '.repeat(40_000)}”`,
  }
  test.each(Object.entries(GARBAGE))('%s', async (name, text) => {
    const languages = Object.entries({md: 'markdown', html: 'html', txt: 'plaintext'})
    const addressOf = (extension: string) => uriOf(`${name.replaceAll(' ', '-')}.${extension}`)
    for (const [extension, language] of languages) await client.open(addressOf(extension), language, text)
    for (const [extension] of languages) {
      const uri = addressOf(extension)
      const {diagnostics} = await client.diagnostics(uri)
      expect(diagnostics.filter(({code}) => code === 'failure')).toEqual([])
      await hover(uri, {line: 0, character: 3})
      await complete(uri, {line: 0, character: 3})
      await client.close(uri)
    }
    expect(client.process.exitCode).toBeNull()
  })

  test('requests that make no sense are answered', async () => {
    const uri = uriOf('sense.md')
    await client.open(uri, 'markdown', STORY)
    for (const position of [
      {line: 1e9, character: 1e9},
      {line: 0, character: 1e9},
    ]) {
      expect(await hover(uri, position)).toBeNull()
      expect(Array.isArray(await complete(uri, position))).toBe(true)
    }
    expect(await hover(uriOf('never-opened.md'), {line: 0, character: 0})).toBeNull()
    await expect(client.connection.sendRequest('xenogloss/unknown', {})).rejects.toThrow(/Unhandled method/u)
    const payload = '{"jsonrpc": "2.0", "id": '
    client.process.stdin?.write(`Content-Length: ${payload.length}\r\n\r\n${payload}`)
    expect(textOf(await hover(uri, at('Sunnu')))).toContain('Sunnu tave kelmorin')
  })

  test('a place beyond the end means the end: what is completed there replaces the word', async () => {
    const uri = uriOf('end.md')
    await client.open(uri, 'markdown', `${STORY.replaceAll('\n', '\r\n').trimEnd()}\r\n\r\nSunn`)
    await client.diagnostics(uri)
    const line = STORY.trimEnd().split('\n').length + 1
    for (const position of [
      {line, character: 4},
      {line, character: 1e6},
      {line: 1e6, character: 1e6},
    ]) {
      const {items} = (await client.connection.sendRequest(CompletionRequest.type, {textDocument: {uri}, position})) as CompletionList
      const range = {start: {line, character: 0}, end: {line, character: 4}}
      expect(items.find(({label}) => label === 'sunnu')?.textEdit).toEqual({range, newText: 'Sunnu'})
    }
    await client.close(uri)
  })

  test('documents with odd addresses are stories, too', async () => {
    for (const uri of [
      '',
      'x',
      'untitled:Untitled-1',
      'untitled:/',
      'file:///',
      'file:///a%00b/x.md',
      'file:///a%2Fb.md',
      'file://server/share/x.md',
      'file:///%E0%A4%A.md',
    ]) {
      await client.open(uri, 'markdown', STORY)
      const {diagnostics} = await client.diagnostics(uri)
      expect(
        diagnostics.filter(({code}) => code === 'failure'),
        uri,
      ).toEqual([])
      await client.close(uri)
    }
    // Closed before it is analysed, and opened again.
    const uri = uriOf('hasty.md')
    for (let count = 0; count < 20; count++) {
      await client.open(uri, 'markdown', STORY)
      if (count < 19) await client.close(uri)
    }
    expect(textOf(await hover(uri, at('Sunnu')))).toContain('Sunnu tave kelmorin')
  })

  test('long stories are given up for newer ones; an editor waits for the last only', async () => {
    const uri = uriOf('novel.md')
    await client.open(uri, 'markdown', STORY.repeat(2000))
    // The first version is being analysed by now.
    await new Promise((resolve) => setTimeout(resolve, 400))
    await client.change(uri, 2, STORY)
    expect(textOf(await hover(uri, at('Sunnu')))).toContain('Sunnu tave kelmorin')
    expect((await client.diagnostics(uri)).version).toBe(2)
    await client.close(uri)
  })
})

test('an editor that shows plain text gets it, and the server ends when it is told to', async () => {
  // Without arguments it speaks by standard input and output, too.
  const plain = await startLanguageClient(folder, {}, [])
  expect(plain.initialized.capabilities).toMatchObject({hoverProvider: true, completionProvider: {}})
  await plain.open(uriOf('ferry.txt'), 'plaintext', STORY)
  const found = await plain.connection.sendRequest(HoverRequest.type, {textDocument: {uri: uriOf('ferry.txt')}, position: at('Sunnu')})
  expect(found?.contents).toMatchObject({kind: 'plaintext', value: expect.stringContaining('\nSunnu tave kelmorin, no translation found\n')})
  expect(await plain.stop()).toBe(0)
})
