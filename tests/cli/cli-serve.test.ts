/** `serve` and `watch`: they run until interrupted, and `serve` delivers nothing but the story. */
import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync} from 'node:fs'
import {connect} from 'node:net'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {createTemporaryFolder, type Running, STORY, start, xenoglossProcess} from '../support/command.js'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Waits up to ten seconds for a condition. */
async function eventually(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 400 && !(await condition()); waited++) await pause(25)
  expect(await condition()).toBe(true)
}

/** Sends a raw request: an HTTP client would normalize the path and hide the attack. @returns the raw response */
function sendRaw(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request))
    let response = ''
    socket.setEncoding('utf8').on('data', (text: string) => (response += text))
    socket.on('close', () => resolve(response)).on('error', reject)
  })
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

  test('serves the story in the reader, without inline code and without caching', async () => {
    const response = await get('/')
    expect(response).toMatch(/^HTTP\/1\.1 200/u)
    const [head, body] = response.split('\r\n\r\n') as [string, string]
    expect(head).toContain("Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';")
    for (const header of ['X-Content-Type-Options: nosniff', 'Cache-Control: no-store', 'Referrer-Policy: no-referrer']) expect(head).toContain(header)
    expect(body).toContain('<span class="xg-term" lang="art-x-ferry"')
    expect(body).not.toMatch(/<style|style=|<script(?![^>]* src=)|\son\w+=/u)
    for (const [, path] of body.matchAll(/(?:src|href)="(\/[^"]+)"/gu)) expect(await status(path as string)).toBe(200)
    for (const path of ['/reader-page.js', '/follow.js', '/glossary.json']) expect(await status(path)).toBe(200)
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
      for (const path of ['/', '/events', '/glossary.json']) expect(await status(path, {more: `Origin: ${origin}\r\n`}), origin).toBe(403)
    }
    expect(await status('/', {more: `Origin: http://localhost:${port}\r\n`})).toBe(200)
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE']) expect(await status('/', {method}), method).toBe(405)
    expect(await status('/', {method: 'POST', more: 'Content-Length: 5\r\n'})).toBe(405)
    expect(await sendRaw(port, '\u0016\u0003\u0001\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/u)
    expect(await sendRaw(port, `GET / HTTP/1.1\r\nHost: localhost:${port}\r\nX: ${'a'.repeat(100_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 4/u)
    expect(await status('/')).toBe(200)
  })

  test('notifies pages of changes, and of errors in the story', async () => {
    let received = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(`GET /events HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`))
    socket.setEncoding('utf8').on('data', (text: string) => (received += text))
    const versions = () => [...received.matchAll(/event: version\r?\ndata: "(\w+)"/gu)].map(([, version]) => version)
    await eventually(() => versions().length === 1)
    expect((await get('/')).includes(`/story.js?${versions()[0]}"`)).toBe(true)
    // Replaces the file, as many editors do.
    writeFileSync(`${story}~`, STORY.replace('late', 'early'))
    renameSync(`${story}~`, story)
    await eventually(() => versions().length === 2)
    expect(versions()[1]).not.toBe(versions()[0])
    expect(await get('/')).toContain('early')
    writeFileSync(story, new Uint8Array([0x61, 0xff]))
    await eventually(() => /event: problem\r?\ndata: "story\.md: invalid UTF-8 at byte 1/u.test(received))
    expect(await get('/')).toContain('early')
    unlinkSync(story)
    await eventually(() => received.includes('no such file or folder'))
    writeFileSync(story, STORY)
    await eventually(() => versions().at(-1) === versions()[0] && received.trimEnd().endsWith('data: ""'))
    writeFileSync(join(cwd, 'words.json'), JSON.stringify({language: 'art-x-ferry', entries: [{headword: 'sorul', senses: ['lantern']}]}))
    await eventually(() => versions().at(-1) !== versions()[0])
    expect(await get('/')).toContain('lantern')
    socket.destroy()
  })

  test('reloads when a configuration file is created or deleted', async () => {
    const path = join(cwd, '.xenoglossrc')
    const waitForPage = (condition: (page: string) => boolean) => eventually(async () => condition(await get('/')))
    writeFileSync(path, 'output: {title: Lamps}')
    await waitForPage((page) => page.includes('<title>Lamps</title>'))
    rmSync(path)
    await waitForPage((page) => page.includes('<title>The ferry</title>'))
  })

  test('identifies stories by file, not by address', async () => {
    const fetchStoryId = async (at: number) =>
      /data-xg-story="(\w+)"/u.exec(await sendRaw(at, `GET / HTTP/1.1\r\nHost: localhost:${at}\r\nConnection: close\r\n\r\n`))?.[1]
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
    const page = await sendRaw(Number(own), `GET / HTTP/1.1\r\nHost: localhost:${own}\r\nConnection: close\r\n\r\n`)
    expect(page).toContain('Sorul')
    expect(page).not.toMatch(/alert|onclick|iframe|javascript:|<style/u)
    other.process.kill('SIGTERM')
    expect((await other.ended).code).toBe(0)
  })

  test('reports a missing story at once', async () => {
    expect(await xenoglossProcess(['serve', 'none.md'], {cwd})).toMatchObject({code: 3, err: expect.stringContaining('none.md: no such file')})
    expect((await xenoglossProcess(['serve', 'story.md', '--port', '0'], {cwd})).code).toBe(2)
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
