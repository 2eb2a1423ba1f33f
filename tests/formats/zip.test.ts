/** Zip archives: what strangers put into them, and what is written. */
import {execFileSync} from 'node:child_process'
import fc from 'fast-check'
import {Zip, ZipDeflate, zipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {MOST_BYTES} from '../../src/formats/shared/input.js'
import {unzip, zip} from '../../src/formats/shared/zip.js'
import {ask, testWith, unpack} from '../support/programs.js'

const bytes = (text: string) => new TextEncoder().encode(text)
const text = (content: Uint8Array | undefined) => new TextDecoder().decode(content)
const openAll = (archive: Uint8Array) => unzip(archive, {file: 'words.zip'}, () => true)

/** Where the entries of the central directory are: APPNOTE 6.3.10, section 4.3.12. */
const CENTRAL = [0x50, 0x4b, 0x01, 0x02]
function patched(archive: Uint8Array, entry: number, change: (view: DataView, at: number) => void): Uint8Array {
  const copy = archive.slice()
  let at = -1
  for (let found = 0; found <= entry; found++)
    do at++
    while (!CENTRAL.every((byte, index) => copy[at + index] === byte))
  change(new DataView(copy.buffer), at)
  return copy
}

const small = zip({'index.json': bytes('{"title": "Vessik"}'), 'words.json': bytes('["thessa", "kelemtha"]')})
const zeros = zip({'zeros.json': new Uint8Array(4_000_000)})

test('what is zipped is unzipped', () => {
  expect(openAll(zip({}))).toEqual({})
  expect(Object.keys(openAll(small))).toEqual(['index.json', 'words.json'])
  expect(text(openAll(small)['words.json'])).toBe('["thessa", "kelemtha"]')
  expect(openAll(zip({'é/ü.json': bytes('b')}))['é/ü.json']).toEqual(bytes('b'))
  expect(openAll(zeros)['zeros.json']).toHaveLength(4_000_000)
})

test('archives of other writers: folders, a comment, sizes behind the content', () => {
  const folders = zipSync({'a.json': [bytes('stored'), {level: 0}], folder: {'b.json': bytes('packed')}})
  const commented = new Uint8Array([...folders, ...bytes('hey')])
  commented[folders.length - 2] = 3
  expect(Object.keys(openAll(commented))).toEqual(['a.json', 'folder/b.json'])

  const parts: number[] = []
  const stream = new Zip((_, part) => parts.push(...part))
  const file = new ZipDeflate('c.json')
  stream.add(file)
  file.push(bytes('told while it was written'), true)
  stream.end()
  expect(text(openAll(new Uint8Array(parts))['c.json'])).toBe('told while it was written')
})

test('only what is wanted is unpacked', () => {
  const damaged = patched(zip({'a.json': bytes('good'), 'b.json': bytes('bad')}), 1, (view, at) => view.setUint32(at + 16, 1, true))
  expect(unzip(damaged, {}, (name) => name === 'a.json')).toEqual({'a.json': bytes('good')})
  expect(() => openAll(damaged)).toThrow('words.zip: b.json: damaged')
})

describe('refused', () => {
  test.each([
    ['no archive', bytes('a book'), /^words\.zip: not a zip archive, or cut off$/u],
    ['nothing', new Uint8Array(), /not a zip archive/u],
    ['a name that leads out', zip({'../../etc/passwd': bytes('x')}), /"\.\.\/\.\.\/etc\/passwd": not a name/u],
    ['an absolute name', zip({'/etc/passwd': bytes('x')}), /not a name/u],
    ['a drive', zip({'C:index.json': bytes('x')}), /not a name/u],
    ['backslashes', zip({'..\\index.json': bytes('x')}), /not a name/u],
    ['a NUL', zip({'index.json\0.exe': bytes('x')}), /not a name/u],
    ['a name twice', patched(zip({'a.json': bytes('x'), 'b.json': bytes('y')}), 1, (view, at) => view.setUint8(at + 46, 0x61)), /a\.json: stands twice/u],
    ['encryption', patched(small, 0, (view, at) => view.setUint16(at + 8, 1, true)), /index\.json: encrypted/u],
    ['another method', patched(small, 0, (view, at) => view.setUint16(at + 10, 14, true)), /packed by method 14; expected deflate/u],
    ['more than is stated', patched(zeros, 0, (view, at) => view.setUint32(at + 24, 100, true)), /damaged, or not of the size/u],
    ['less than is stated', patched(zeros, 0, (view, at) => view.setUint32(at + 24, 4_000_001, true)), /damaged, or not of the size/u],
    ['ten gigabytes', patched(zeros, 0, (view, at) => view.setUint32(at + 24, 0xfffffff0, true)), /expected at most \d+ bytes when unpacked/u],
    [
      'two files in the same bytes',
      patched(zip({'a.json': bytes('x'.repeat(100)), 'b.json': bytes('y')}), 1, (view, at) => view.setUint32(at + 20, 10_000, true)),
      /b\.json: overlaps another file/u,
    ],
  ])('%s', (_, archive, message) => {
    expect(() => openAll(archive)).toThrow(TypeError)
    expect(() => openAll(archive)).toThrow(message)
  })

  test('what is cut off, wherever', () => {
    for (let length = 0; length < small.length; length++) expect(() => openAll(small.slice(0, length))).toThrow(TypeError)
  })

  test('many files that are too large together', () => {
    const half = MOST_BYTES / 2 + 1
    const two = zip({'a.json': new Uint8Array(10_000), 'b.json': new Uint8Array(10_000)})
    const lying = [0, 1].reduce((archive, entry) => patched(archive, entry, (view, at) => view.setUint32(at + 24, half, true)), two)
    expect(() => openAll(lying)).toThrow(/expected at most/u)
  })

  test('any byte changed: either an error or what was written', () => {
    const whole = openAll(small)
    fc.assert(
      fc.property(fc.nat(small.length - 1), fc.integer({min: 1, max: 255}), (at, change) => {
        const changed = small.slice()
        changed[at] = (changed[at] as number) ^ change
        try {
          const files = Object.values(openAll(changed)).map(text)
          expect(Object.values(whole).map(text)).toEqual(expect.arrayContaining(files))
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError)
        }
      }),
      {numRuns: 2000},
    )
  })
})

test('the same bytes in every time zone', () => {
  const script = `
    import {zip} from './src/formats/shared/zip.ts'
    process.stdout.write(new Date(0).getHours() + ' ' + Buffer.from(zip({'a.json': new Uint8Array(9)})).toString('hex'))`
  const printed = ['UTC', 'Pacific/Kiritimati', 'America/St_Johns'].map((TZ) =>
    execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {env: {...process.env, TZ}, encoding: 'utf8'}).split(' '),
  )
  expect(new Set(printed.map(([hours]) => hours)).size).toBe(3)
  expect(new Set(printed.map(([, hex]) => hex)).size).toBe(1)
})

testWith(['unzip'], 'unzip finds no error in what is written', () => {
  const folder = unpack(zip({'first.txt': bytes('stored'), 'é/words.json': bytes('x'.repeat(1000))}, ['first.txt']), 'a.zip')
  expect(ask('unzip', ['-t', 'a.zip'], {cwd: folder})).toContain('No errors detected')
})
