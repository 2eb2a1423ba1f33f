/** `serve` over HTTP, and `watch`: they run until interrupted; `serve` delivers nothing but the story, and only its own page may ask for it. */
import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync} from 'node:fs'
import {connect} from 'node:net'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {OpenedStory} from '../../src/playground/background/protocol.js'
import {createTemporaryFolder, type Running, STORY, start, xenoglossProcess} from '../support/command.js'
import {eventually} from '../support/eventually.js'

/** Sends a raw request: an HTTP client would normalize the path and hide the attack. @returns the raw response */
function sendRaw(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request))
    let response = ''
    socket.setEncoding('utf8').on('data', (text: string) => (response += text))
    socket.on('close', () => resolve(response)).on('error', reject)
  })
}

/** What the page does: reads its token, and asks for the story. */
async function openStory(port: number): Promise<OpenedStory> {
  const address = `http://127.0.0.1:${port}`
  const token = /name="xenogloss-token" content="([^"]+)"/u.exec(await (await fetch(address)).text())?.[1] as string
  const response = await fetch(`${address}/work`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'X-Xenogloss-Token': token},
    body: JSON.stringify({name: 'open', takes: null}),
  })
  return (await response.json()) as OpenedStory
}

describe('serve', () => {
  const cwd = createTemporaryFolder()
  const story = join(cwd, 'story.md')
  let running: Running
  let port = 0
  const get = (path: string, {host = `localhost:${port}`, method = 'GET', more = ''} = {}) =>
    sendRaw(port, `${method} ${path} HTTP/1.1\r\n${host === '' ? '' : `Host: ${host}\r\n`}${more}Connection: close\r\n\r\n`)
  const status = async (...args: Parameters<typeof get>) => Number(/^HTTP\/1\.1 (\d{3})/u.exec(await get(...args))?.[1])

  beforeAll(async () => {
    writeFileSync(story, STORY)
    writeFileSync(join(cwd, 'words.json'), JSON.stringify({language: 'art-x-ferry', entries: [{headword: 'sorul', senses: ['lamp']}]}))
    running = start(['serve', 'story.md', '--dictionary', 'words.json'], {cwd})
    port = Number((await running.waitFor(/http:\/\/127\.0\.0\.1:(\d+)\//u))[1])
  })
  afterAll(() => void running.process.kill('SIGKILL'))

  test('serves a page without inline code and without caching, and the story to it', async () => {
    const response = await get('/')
    expect(response).toMatch(/^HTTP\/1\.1 200/u)
    const [head, body] = response.split('\r\n\r\n') as [string, string]
    expect(head).toContain("Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';")
    for (const header of ['X-Content-Type-Options: nosniff', 'Cache-Control: no-store', 'Referrer-Policy: no-referrer']) expect(head).toContain(header)
    expect(body).not.toMatch(/<style|style=|<script(?![^>]* src=)|\son\w+=/u)
    for (const [, path] of body.matchAll(/(?:src|href)="(\/[^"]+)"/gu)) expect(await status(path as string)).toBe(200)
    const {html, title, glossaries, counts} = await openStory(port)
    expect(html).toContain('<span class="xg-term" lang="art-x-ferry"')
    expect(html).not.toMatch(/<style|style=|<script|\son\w+=/u)
    expect([title, counts.lines, counts.translations]).toEqual(['The ferry', 3, 3])
    expect(glossaries.flatMap(({entries}) => entries.map(({headword}) => headword))).toContain('vessin')
    expect(await get('/', {method: 'HEAD'})).toMatch(/^HTTP\/1\.1 200.*\r\n\r\n$/su)
  })

  test('no request path leads to a file', async () => {
    const depth = '../'.repeat(12)
    const paths = [
      `/${depth}etc/passwd`,
      `/${'%2e%2e/'.repeat(12)}etc/passwd`,
      `/${'..%2f'.repeat(12)}etc%2fpasswd`,
      `/${'%252e%252e%252f'.repeat(12)}etc%252fpasswd`,
      `/${'..\\'.repeat(12)}etc\\passwd`,
      `/${'..%5c'.repeat(12)}etc%5cpasswd`,
      '//etc/passwd',
      '/etc/passwd',
      '/story.md',
      '/words.json',
      '/./',
      '/index.html',
      '/%00',
      '/constructor',
      '/__proto__',
      `http://localhost:${port}/story.md`,
      `http://localhost:${port}/`,
      'file:///etc/passwd',
      '*',
      `/${'a'.repeat(5000)}`,
    ]
    for (const path of paths) {
      const response = await get(path)
      expect(response, path).toMatch(/^HTTP\/1\.1 404/u)
      expect(response, path).not.toContain('root:')
    }
    expect(await status('/?../../etc/passwd')).toBe(200)
  })

  test('refuses other host names, origins and methods, and invalid HTTP', async () => {
    for (const host of ['evil.example', `evil.example:${port}`, 'localhost', `localhost:${port + 1}`, '127.0.0.1.evil.example', `0.0.0.0:${port}`]) {
      expect(await status('/', {host}), host).toBe(421)
    }
    expect(await status('/', {host: ''})).toBe(400)
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `LOCALHOST:${port}`]) expect(await status('/', {host}), host).toBe(200)
    for (const origin of ['https://evil.example', 'null', `https://localhost:${port}`]) {
      for (const path of ['/', '/events', '/work']) expect(await status(path, {more: `Origin: ${origin}\r\n`}), origin).toBe(403)
    }
    expect(await status('/', {more: `Origin: http://localhost:${port}\r\n`})).toBe(200)
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE']) expect(await status('/', {method}), method).toBe(405)
    expect(await status('/', {method: 'POST', more: 'Content-Length: 5\r\n'})).toBe(405)
    expect(await sendRaw(port, '\u0016\u0003\u0001\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/u)
    expect(await sendRaw(port, `GET / HTTP/1.1\r\nHost: localhost:${port}\r\nX: ${'a'.repeat(100_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 4/u)
    expect(await status('/')).toBe(200)
  })

  test('only the page may ask for the story, or send decisions', async () => {
    const send = (path: string, headers: Record<string, string>) => fetch(`http://127.0.0.1:${port}${path}`, {method: 'POST', headers, body: '{}'})
    const json = {'Content-Type': 'application/json'}
    for (const path of ['/work', '/decisions']) {
      expect(await status(path)).toBe(404)
      expect((await send(path, json)).status).toBe(403)
      expect((await send(path, {...json, 'X-Xenogloss-Token': 'x'.repeat(32)})).status).toBe(403)
    }
    const token = /name="xenogloss-token" content="([^"]+)"/u.exec(await get('/'))?.[1] as string
    expect((await send('/work', {'Content-Type': 'text/plain', 'X-Xenogloss-Token': token})).status).toBe(415)
    const ask = async (body: unknown) => {
      const headers = {...json, 'X-Xenogloss-Token': token}
      return fetch(`http://127.0.0.1:${port}/work`, {method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body)})
    }
    const nonsense = [
      ...[
        '',
        'null',
        '{',
        {name: 'constructor'},
        {name: 'fix', takes: [0]},
        {name: 'dictionary', takes: {name: 'x.json'}},
        {name: 'export', takes: {target: '../x'}},
      ],
      ...[{name: 'export'}, {name: 'explain'}],
    ]
    for (const body of nonsense) expect((await ask(body)).status, JSON.stringify(body)).toBe(400)
    expect((await ask({name: 'targets', takes: null})).status).toBe(200)
  })

  test('notifies pages of changes, and of errors in the story', async () => {
    let received = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(`GET /events HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`))
    socket.setEncoding('utf8').on('data', (text: string) => (received += text))
    /** Waits for an event after a change, and forgets what came before. */
    const expectEvent = async (name: string, data: RegExp, change: () => void) => {
      received = ''
      change()
      await eventually(() => [...received.matchAll(/event: (\w+)\r?\ndata: (.*)\n/gu)].some(([, event, text]) => event === name && data.test(text as string)))
    }
    const html = async () => (await openStory(port)).html
    await eventually(() => received.includes('event: busy'))
    // Replaces the file, as many editors do.
    await expectEvent('version', /./u, () => {
      writeFileSync(`${story}~`, STORY.replace('late', 'early'))
      renameSync(`${story}~`, story)
    })
    expect(await html()).toContain('early')
    await expectEvent('problem', /story\.md: invalid UTF-8 at byte 1/u, () => writeFileSync(story, new Uint8Array([0x61, 0xff])))
    expect(await html()).toContain('early')
    await expectEvent('problem', /no such file or folder/u, () => unlinkSync(story))
    await expectEvent('problem', /^""$/u, () => writeFileSync(story, STORY))
    expect(await html()).toContain('late')
    const words = JSON.stringify({language: 'art-x-ferry', entries: [{headword: 'sorul', senses: ['lantern']}]})
    await expectEvent('version', /./u, () => writeFileSync(join(cwd, 'words.json'), words))
    expect(await html()).toContain('lantern')
    socket.destroy()
  })

  test('reloads when a configuration file is created or deleted', async () => {
    const path = join(cwd, '.xenoglossrc')
    const waitForTitle = (title: string) => eventually(async () => (await openStory(port)).title === title)
    writeFileSync(path, 'output: {title: Lamps}')
    await waitForTitle('Lamps')
    rmSync(path)
    await waitForTitle('The ferry')
  })

  test('identifies stories by file, not by address', async () => {
    const fetchStoryId = async (at: number) => /data-key="(\w+)"/u.exec(await (await fetch(`http://127.0.0.1:${at}/`)).text())?.[1]
    const serveStoryId = async (file: string) => {
      const other = start(['serve', file], {cwd})
      const name = await fetchStoryId(Number((await other.waitFor(/127\.0\.0\.1:(\d+)/u))[1]))
      other.process.kill('SIGINT')
      return name
    }
    writeFileSync(join(cwd, 'other.md'), STORY)
    const own = await fetchStoryId(port)
    expect(own).toBeDefined()
    expect(await serveStoryId('story.md')).toBe(own)
    expect(await serveStoryId('other.md')).not.toBe(own)
  })

  test('a port in use: an error if it was requested, else the next one is used', async () => {
    expect(await xenoglossProcess(['serve', 'story.md', '--port', String(port)], {cwd})).toMatchObject({
      code: 3,
      err: expect.stringContaining('the port is in use'),
    })
    const other = start(['serve', 'story.md'], {cwd})
    // Not always a higher one: another server may have ended since.
    expect(Number((await other.waitFor(/127\.0\.0\.1:(\d+)/u))[1])).not.toBe(port)
    other.process.kill('SIGINT')
    expect((await other.ended).code).toBe(0)
  })

  test('serves an HTML story without active content', async () => {
    writeFileSync(
      join(cwd, 'strange.html'),
      `<p onclick="x()">“Sorul vessin,” said Oda. (The lamp is lit.)<script>alert(1)</script><style>p{}</style><iframe src=x></iframe><a href="javascript:x">a</a>`,
    )
    const other = start(['serve', 'strange.html'], {cwd})
    const [, own] = await other.waitFor(/127\.0\.0\.1:(\d+)/u)
    const {html} = await openStory(Number(own))
    expect(html).toContain('Sorul')
    expect(html).not.toMatch(/alert|onclick|iframe|javascript:|<style/u)
    other.process.kill('SIGTERM')
    expect((await other.ended).code).toBe(0)
  })

  test('reports a missing story at once', async () => {
    expect(await xenoglossProcess(['serve', 'none.md'], {cwd})).toMatchObject({code: 3, err: expect.stringContaining('none.md: no such file')})
    expect((await xenoglossProcess(['serve', 'story.md', '--port', '0'], {cwd})).code).toBe(2)
    for (const [glossary, code, err] of [
      ['words.csv', 2, 'ends with .json'],
      ['story.json', 2, 'would overwrite'],
      ['lexiconga.json', 3, 'glossary import'],
    ] as const) {
      if (glossary === 'story.json') symlinkSync('story.md', join(cwd, glossary))
      if (glossary === 'lexiconga.json') writeFileSync(join(cwd, glossary), JSON.stringify({name: 'Odd', words: [{name: 'vess', definition: 'salt'}]}))
      expect(await xenoglossProcess(['serve', 'story.md', '--glossary', glossary], {cwd})).toMatchObject({code, err: expect.stringContaining(err)})
    }
  })

  test('Ctrl-C ends it with exit code 0, even with an open page', async () => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`GET /events HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`))
    socket.on('error', () => {})
    await new Promise((resolve) => socket.once('data', resolve))
    running.process.kill('SIGINT')
    expect((await running.ended).code).toBe(0)
  })
})

describe('watch', () => {
  test('annotates changed stories again; a broken story does not end it; Ctrl-C does, with exit code 0', async () => {
    const cwd = createTemporaryFolder()
    mkdirSync(join(cwd, 'all/sub'), {recursive: true})
    writeFileSync(join(cwd, 'all/a.md'), STORY)
    writeFileSync(join(cwd, 'all/sub/b.md'), STORY)
    const running = start(['watch', 'all', '--output', 'all/out'], {cwd})
    const page = (name: string) => (existsSync(join(cwd, 'all/out', name)) ? readFileSync(join(cwd, 'all/out', name), 'utf8') : '')
    await running.waitFor(/Watching/u)
    expect(page('a.html')).toContain('late')
    rmSync(join(cwd, 'all/out/sub/b.html'))
    writeFileSync(join(cwd, 'all/a.md'), STORY.replace('late', 'early'))
    await eventually(() => page('a.html').includes('early'))
    // Only the changed story is written.
    expect(page('sub/b.html')).toBe('')
    // A new configuration file, and a dictionary that it names.
    writeFileSync(join(cwd, '.xenoglossrc'), 'dictionaries: [words.json]')
    await running.waitFor(/words\.json: no such file/u)
    writeFileSync(join(cwd, 'words.json'), JSON.stringify({language: 'art-x-ferry', entries: [{headword: 'sorul', senses: ['lamp']}]}))
    await eventually(() => page('a.html').includes('art-x-ferry') && page('sub/b.html').includes('art-x-ferry'))
    writeFileSync(join(cwd, 'all/sub/b.md'), new Uint8Array([0x61, 0xff]))
    await running.waitFor(/b\.md: invalid UTF-8/u)
    writeFileSync(join(cwd, 'all/sub/b.md'), STORY)
    writeFileSync(join(cwd, 'all/c.md'), STORY)
    await eventually(() => page('sub/b.html') !== '' && page('c.html') !== '')
    running.process.kill('SIGINT')
    expect((await running.ended).code).toBe(0)
  })

  test('requires --output', async () => {
    const cwd = createTemporaryFolder()
    writeFileSync(join(cwd, 'a.md'), STORY)
    expect(await xenoglossProcess(['watch', 'a.md'], {cwd})).toMatchObject({code: 2, err: expect.stringContaining('--output')})
  })
})
