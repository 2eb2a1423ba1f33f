/** Notes for Anki. */
import {readFileSync} from 'node:fs'
import Papa from 'papaparse'
import {expect, test} from 'vitest'
import {anki} from '../../src/formats/anki.js'
import {annotate, type Dictionary, type WriteOptions} from '../../src/index.js'

/** Parses notes as Anki's importer does: lines that begin with # are directives. */
function notesOf(dictionary: Dictionary, options?: WriteOptions): Record<string, string>[] {
  const written = anki.write(dictionary, options)
  const columns = /^#columns:(.*)$/mu.exec(written)?.[1]?.split('\t') ?? []
  const {data} = Papa.parse<string[]>(written.replace(/^#.*\n/gmu, ''), {delimiter: '\t', newline: '\n', skipEmptyLines: true})
  expect(data.every((cells) => cells.length === columns.length)).toBe(true)
  return data.map((cells) => Object.fromEntries(cells.map((cell, i) => [columns[i], cell])))
}

test('a note quotes an utterance that contains the word', () => {
  const source = readFileSync(new URL('../../examples/story/salt-road.md', import.meta.url), 'utf8')
  const {glossary, standoff} = annotate(source)
  const note = notesOf(glossary, {stories: [{source, standoff}]}).find(({Word}) => Word === 'ulmeth')
  expect(note).toMatchObject({
    Meaning: expect.stringMatching(/^lost/u),
    Example: "Na'ollim ulmeth,",
    Translation: 'My child is lost.',
    Tags: 'art-x-unknown inferred',
  })
  expect(notesOf(glossary).every(({Example}) => Example === '')).toBe(true)
})

test('the header describes the columns', () => {
  expect(anki.write({language: 'art-x-a', entries: []})).toBe(
    '#separator:tab\n#html:true\n#guid column:1\n#tags column:9\n#columns:guid\tWord\tMeaning\tPart of speech\tForms\tExample\tTranslation\tNotes\tTags\n',
  )
})

test('notes have meanings, forms and variants; words without a meaning have no note; homonyms have separate notes', () => {
  const entries: Dictionary['entries'] = [
    {
      headword: 'vess',
      partOfSpeech: 'noun animate',
      senses: ['salt', {definition: 'no', status: 'rejected'}, 'ice'],
      forms: [{form: 'vessnu', meaning: 'salts'}],
      variants: ['ves'],
    },
    {headword: 'vess', senses: ['to salt']},
    {headword: 'dakh'},
    {headword: 'ezha', senses: ['yes'], status: 'rejected'},
  ]
  expect(notesOf({language: 'art-x-a', entries})).toMatchObject([
    {guid: 'art-x-a:vess', Meaning: 'salt<br>ice', Forms: 'vessnu = salts<br>ves', 'Part of speech': 'noun animate', Tags: 'art-x-a noun_animate'},
    {guid: 'art-x-a:vess:2', Meaning: 'to salt'},
  ])
})

test('field content cannot become markup, a command or another field', () => {
  const attack = '#x\t"<img src=x onerror=alert(1)>\n[sound:x.mp3][latex]\\input{x}[/latex]'
  const [note = {}] = notesOf({language: 'art-x-a', entries: [{headword: attack, senses: [attack], notes: attack, partOfSpeech: attack}]})
  for (const [column, cell] of Object.entries(note)) {
    expect(cell.replaceAll('<br>', ''), column).not.toMatch(/[<>["\t\n]/u)
    if (!['Example', 'Translation', 'Forms'].includes(column)) expect(cell, column).toContain('&lt;img')
  }
})
