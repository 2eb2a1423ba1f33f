/** Zip archives: reading untrusted ones, and writing. */
import {execFileSync} from 'node:child_process'
import fc from 'fast-check'
import {Zip, ZipDeflate, zipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {MAX_BYTES} from '../../src/formats/shared/input.js'
import {unzip, zip} from '../../src/formats/shared/zip.js'
import {runProgram, testWith, writeToFolder} from '../support/programs.js'

const bytes = (text: string) => new TextEncoder().encode(text)
const text = (content: Uint8Array | undefined) => new TextDecoder().decode(content)
const openAll = (archive: Uint8Array) => unzip(archive, {file: 'words.zip'}, () => true)

/** Signature of entries in the central directory (APPNOTE 6.3.10, section 4.3.12). */
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

test('zipped files can be unzipped', () => {
  expect(openAll(zip({}))).toEqual({})
  expect(Object.keys(openAll(small))).toEqual(['index.json', 'words.json'])
  expect(text(openAll(small)['words.json'])).toBe('["thessa", "kelemtha"]')
  expect(openAll(zip({'é/ü.json': bytes('b')}))['é/ü.json']).toEqual(bytes('b'))
  expect(openAll(zeros)['zeros.json']).toHaveLength(4_000_000)
})

test('archives of other programs: folders, a comment, sizes after the content', () => {
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

test('names that are not marked as UTF-8: as UTF-8 if they are, else in code page 437', () => {
  // In place of the “caf?” of both headers; 0x82 is é there.
  const archive = zip({'caf?.json': bytes('b')}).map((byte) => (byte === 0x3f ? 0x82 : byte))
  expect(Object.keys(openAll(archive))).toEqual(['café.json'])
})

test('only wanted files are unpacked', () => {
  const damaged = patched(zip({'a.json': bytes('good'), 'b.json': bytes('bad')}), 1, (view, at) => view.setUint32(at + 16, 1, true))
  expect(unzip(damaged, {}, (name) => name === 'a.json')).toEqual({'a.json': bytes('good')})
  expect(() => openAll(damaged)).toThrow('words.zip: b.json: damaged')
})

describe('rejects', () => {
  test.each([
    ['other files', bytes('a book'), /^words\.zip: not a zip archive, or truncated$/u],
    ['empty files', new Uint8Array(), /not a zip archive/u],
    ['names outside the folder', zip({'../../etc/passwd': bytes('x')}), /"\.\.\/\.\.\/etc\/passwd": unsafe file name/u],
    ['absolute names', zip({'/etc/passwd': bytes('x')}), /unsafe file name/u],
    ['drives', zip({'C:index.json': bytes('x')}), /unsafe file name/u],
    ['backslashes', zip({'..\\index.json': bytes('x')}), /unsafe file name/u],
    ['NUL', zip({'index.json\0.exe': bytes('x')}), /unsafe file name/u],
    ['a name that objects have', patched(zip({a_proto__: bytes('x')}), 0, (view, at) => view.setUint8(at + 46, 0x5f)), /"__proto__": unsafe file name/u],
    ['Zip64', patched(small, 0, (view, at) => view.setUint32(at + 20, 0xffffffff, true)), /Zip64/u],
    ['duplicate names', patched(zip({'a.json': bytes('x'), 'b.json': bytes('y')}), 1, (view, at) => view.setUint8(at + 46, 0x61)), /a\.json: duplicate name/u],
    ['encryption', patched(small, 0, (view, at) => view.setUint16(at + 8, 1, true)), /index\.json: encrypted/u],
    ['other compression methods', patched(small, 0, (view, at) => view.setUint16(at + 10, 14, true)), /expected deflate, got compression method 14/u],
    ['files larger than stated', patched(zeros, 0, (view, at) => view.setUint32(at + 24, 100, true)), /damaged, or its stated size is wrong/u],
    ['files smaller than stated', patched(zeros, 0, (view, at) => view.setUint32(at + 24, 4_000_001, true)), /damaged, or its stated size is wrong/u],
    ['huge files', patched(zeros, 0, (view, at) => view.setUint32(at + 24, 0xfffffff0, true)), /expected at most \d+ bytes when unpacked/u],
    [
      'overlapping files',
      patched(zip({'a.json': bytes('x'.repeat(100)), 'b.json': bytes('y')}), 1, (view, at) => view.setUint32(at + 20, 10_000, true)),
      /b\.json: overlaps another file/u,
    ],
  ])('%s', (_, archive, message) => {
    expect(() => openAll(archive)).toThrow(TypeError)
    expect(() => openAll(archive)).toThrow(message)
  })

  test('archives truncated anywhere', () => {
    for (let length = 0; length < small.length; length++) expect(() => openAll(small.slice(0, length))).toThrow(TypeError)
  })

  test('files whose total size is too large', () => {
    const half = MAX_BYTES / 2 + 1
    const two = zip({'a.json': new Uint8Array(10_000), 'b.json': new Uint8Array(10_000)})
    const lying = [0, 1].reduce((archive, entry) => patched(archive, entry, (view, at) => view.setUint32(at + 24, half, true)), two)
    expect(() => openAll(lying)).toThrow(/expected at most/u)
  })

  test('a changed byte gives either an error or the original content', () => {
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
      {numRuns: 600},
    )
  })
})

test('archives have the same bytes in every time zone', () => {
  const script = `
    import {zip} from './src/formats/shared/zip.ts'
    process.stdout.write(new Date(0).getHours() + ' ' + Buffer.from(zip({'a.json': new Uint8Array(9)})).toString('hex'))`
  const printed = ['UTC', 'Pacific/Kiritimati', 'America/St_Johns'].map((TZ) =>
    execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {env: {...process.env, TZ}, encoding: 'utf8'}).split(' '),
  )
  expect(new Set(printed.map(([hours]) => hours)).size).toBe(3)
  expect(new Set(printed.map(([, hex]) => hex)).size).toBe(1)
})

testWith(['unzip'], 'unzip finds no errors', () => {
  const folder = writeToFolder(zip({'first.txt': bytes('stored'), 'é/words.json': bytes('x'.repeat(1000))}, ['first.txt']), 'a.zip')
  expect(runProgram('unzip', ['-t', 'a.zip'], {cwd: folder})).toContain('No errors detected')
})
