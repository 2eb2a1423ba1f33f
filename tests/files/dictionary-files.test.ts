/** Reading and writing dictionary files. */
import {existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {beforeEach, describe, expect, test} from 'vitest'
import {readDictionary, writeDictionary} from '../../src/files.js'
import {formats} from '../../src/formats.js'
import type {Dictionary, DictionaryFormat} from '../../src/index.js'

const path = fileURLToPath(new URL('../../dictionaries/vessik.json', import.meta.url))
const vessik = JSON.parse(readFileSync(path, 'utf8')) as Dictionary
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xenogloss-'))
})

describe('reading', () => {
  test('the extension determines the format, in any case', async () => {
    expect(await readDictionary(path)).toEqual(vessik)
    writeFileSync(join(folder, 'words.CSV'), 'word,meaning\nvess,salt\n')
    expect(await readDictionary(join(folder, 'words.CSV'), {language: 'art-x-vessik'})).toEqual({
      language: 'art-x-vessik',
      entries: [{headword: 'vess', senses: ['salt']}],
    })
  })

  test('the caller can choose the format', async () => {
    writeFileSync(join(folder, 'words.list'), 'word,meaning\nvess,salt\n')
    expect((await readDictionary(join(folder, 'words.list'), {format: 'csv'})).entries).toHaveLength(1)
    await expect(readDictionary(join(folder, 'words.list'))).rejects.toThrow(/words\.list: expected a file name that ends with \.json, /u)
    await expect(readDictionary(path, {format: 'hunspell'})).rejects.toThrow(/vessik\.json: expected a format, json, csv/u)
  })

  test.each(formats.filter(({read, write}) => read && write))('files written in $name can be read', async ({name, extension, read, write}) => {
    const [file = '', ...others] = await writeDictionary(folder, vessik, {format: name})
    const main = [file, ...others].find((written) => written.endsWith(`.${extension}`)) as string
    expect(await readDictionary(main, {format: name})).toEqual(read?.(write?.(vessik) ?? ''))
  })

  test('errors name the file', async () => {
    writeFileSync(join(folder, 'bad.json'), '{"entries": 3}')
    await expect(readDictionary(join(folder, 'bad.json'))).rejects.toThrow(`${join(folder, 'bad.json')}: not a valid dictionary`)
    await expect(readDictionary(join(folder, 'none.json'))).rejects.toThrow(/ENOENT.*none\.json/u)
    mkdirSync(join(folder, 'folder.json'))
    await expect(readDictionary(join(folder, 'folder.json'))).rejects.toThrow(/folder\.json: expected a file/u)
    writeFileSync(join(folder, 'huge.json'), '')
    truncateSync(join(folder, 'huge.json'), 300 * 1024 * 1024)
    await expect(readDictionary(join(folder, 'huge.json'))).rejects.toThrow(/huge\.json: expected at most/u)
  })
})

describe('writing', () => {
  const files = () => readdirSync(folder).sort()

  test('writes a file with the given name, or one in a folder named after the dictionary', async () => {
    expect(await writeDictionary(join(folder, 'words.csv'), vessik)).toEqual([join(folder, 'words.csv')])
    expect(await writeDictionary(folder, vessik, {format: 'tsv'})).toEqual([join(folder, 'Vessik.tsv')])
    expect(await writeDictionary(join(folder, 'my.words.dic'), vessik)).toEqual([join(folder, 'my.words.dic'), join(folder, 'my.words.aff')])
    expect(files()).toEqual(['Vessik.tsv', 'my.words.aff', 'my.words.dic', 'words.csv'])
  })

  test('passes on the options of the format', async () => {
    await writeDictionary(join(folder, 'words.csv'), vessik, {byteOrderMark: false})
    await writeDictionary(join(folder, 'Vessik.ifo'), vessik, {compress: false})
    expect(readFileSync(join(folder, 'words.csv'), 'utf8')).toMatch(/^#/u)
    expect(files()).toContain('Vessik.dict')
  })

  test('writes several files into a new folder, and removes stale files of an earlier dictionary', async () => {
    const target = join(folder, 'new', 'stardict')
    await writeDictionary(target, vessik, {format: 'stardict'})
    expect(readdirSync(target).sort()).toEqual(['Vessik.dict.dz', 'Vessik.idx', 'Vessik.ifo', 'Vessik.syn'])
    writeFileSync(join(target, 'mine.syn'), '')
    await writeDictionary(target, {...vessik, entries: [{headword: 'vess'}]}, {format: 'stardict'})
    expect(readdirSync(target).sort()).toEqual(['Vessik.dict.dz', 'Vessik.idx', 'Vessik.ifo', 'mine.syn'])
    expect((await readDictionary(join(target, 'Vessik.ifo'))).entries).toEqual([{headword: 'vess'}])
  })

  const format = (write: DictionaryFormat['write']): DictionaryFormat => ({name: 'made', extension: 'made', mediaType: 'text/plain', ...(write && {write})})

  test('if writing fails, existing files stay intact and no others remain', async () => {
    const old = {'a.txt': new Uint8Array([1]), 'b.txt': new Uint8Array([2])}
    await writeDictionary(folder, vessik, {format: format(() => old)})
    const failing = format(() => ({'a.txt': new Uint8Array([3]), 'b.txt': {length: 1} as unknown as Uint8Array}))
    await expect(writeDictionary(folder, vessik, {format: failing})).rejects.toThrow()
    expect(files()).toEqual(['a.txt', 'b.txt'])
    expect([...readFileSync(join(folder, 'a.txt'))]).toEqual([1])
    const throwing = format(() => {
      throw new TypeError('no')
    })
    await expect(writeDictionary(join(folder, 'a.txt'), vessik, {format: throwing})).rejects.toThrow('no')
    mkdirSync(join(folder, 'c.txt'))
    await expect(writeDictionary(folder, vessik, {format: format(() => ({'a.txt': new Uint8Array([4]), 'c.txt': new Uint8Array([5])}))})).rejects.toThrow(
      /c\.txt: expected a file to write over/u,
    )
    expect([...readFileSync(join(folder, 'a.txt'))]).toEqual([1])
    expect(files()).toEqual(['a.txt', 'b.txt', 'c.txt'])
  })

  test.each(['../x', 'a/../../x', '/x', '..\\x', 'C:x', '', 'a\0b'])('rejects the file name %j', async (name) => {
    const target = join(folder, 'in')
    await expect(writeDictionary(target, vessik, {format: format(() => ({[name]: new Uint8Array([1])}))})).rejects.toThrow(/inside the folder/u)
    expect(existsSync(join(folder, 'x'))).toBe(false)
  })

  test('follows symbolic links and keeps permissions', async () => {
    writeFileSync(join(folder, 'words.json'), '{}', {mode: 0o600})
    symlinkSync(join(folder, 'words.json'), join(folder, 'link.json'))
    await writeDictionary(join(folder, 'link.json'), vessik)
    expect(lstatSync(join(folder, 'link.json')).isSymbolicLink()).toBe(true)
    expect(statSync(join(folder, 'words.json')).mode & 0o777).toBe(0o600)
    expect(await readDictionary(join(folder, 'words.json'))).toEqual(vessik)
  })
})
