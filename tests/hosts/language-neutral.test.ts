/** What is known of a language stands in src/hosts. Elsewhere no pattern and no list of words has English in it, but for the files below. */
import {readdirSync, readFileSync} from 'node:fs'
import ts from 'typescript'
import {expect, test} from 'vitest'
import english from '../../src/hosts/en/english.js'

const root = new URL('../../src/', import.meta.url)

/** Files with English words, and why they may have them. Whoever adds one says why English, and English alone, is right there for a story in Polish. */
const REVIEWED: Readonly<Record<string, string>> = {
  'books/remove-additions.ts': 'names of our own classes and ids',
  'cli/write-glossary.ts': 'recognises an error message of the library',
  'corpus/worker-process.ts': 'recognises an error message of the engine',
  'detect/words/marks-of.ts': 'elided words and possessives of the listed languages themselves, whatever the host',
  'documents/docx-styles.ts': 'values and names of styles of the format',
  'documents/read-docx.ts': 'names of files of the format, and how mammoth writes notes',
  'formats/json/json-lexicanter.ts': 'parts of speech as Lexicanter writes them',
  'formats/stardict/stardict-entry-read.ts': 'an element of the format',
  'formats/yomitan/yomitan.ts': 'names of files of the format',
  'glossary/meaning-key.ts': 'glossaries are merged without a host: articles of English, in which most meanings are written',
  'gloss/conventions/notes.ts': 'labels of notes that translators of all languages write: [T/N 1], (fn 2)',
  'source/markdown/mark-syntax.ts': 'names of the marks',
  'worker/start-thread.ts': 'an error message of our own',
}

/** Files about something else: data of hosts and of quoted languages, programs that make data, what people read in their browsers. */
const ABOUT_LANGUAGES = /^(?:hosts|languages|scripts|reader)\//u

/** What tells English from other languages: function words, verbs of saying, and what introduces a translation. */
const WORDS: ReadonlySet<string> = new Set(
  [
    ...english.functionWords,
    ...english.speechVerbs,
    ...Object.values(english.cues.kinds).flatMap((phrases) => phrases.flatMap((phrase) => phrase.split(' '))),
    ...english.naming.before.flat(),
  ].filter((word) => word.length > 1),
)
/** Words that nobody writes as a string by itself but to compare a word of a story with it. `'a'` is an element, `'or'` and `'means'` are keys. */
const SINGLE = new Set('the an his her their he she they we him them asks answered replied cried whispered murmured mr mrs which whose'.split(' '))

/** Words of a pattern; property escapes, group names and character classes are none. */
const wordsOfPattern = (pattern: string): string[] =>
  pattern
    .replace(/\/[a-z]*$/u, '')
    .replace(/\\[pP]\{[^}]*\}|\\x\{?[\dA-Fa-f]+\}?|\\u\{?[\dA-Fa-f]+\}?|\(\?<\w+>|\\[a-zA-Z]|\[(?:\\.|[^\]\\])*\]/gu, ' ')
    .toLowerCase()
    .match(/[a-z]+/gu) ?? []

/** An apostrophe and *s* at the end of a word: the possessive. */
const POSSESSIVE = /['’‘](?:\]|\))?\??\(?s\b/u

/** What in a file is English: a pattern with an English word or the possessive, a word of the language by itself, a list of them. */
function englishIn(path: string, code: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node, isPattern: boolean): void => {
    const isPart = isPattern && (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
    if (ts.isRegularExpressionLiteral(node) || isPart) {
      if (wordsOfPattern(node.text).some((word) => WORDS.has(word)) || POSSESSIVE.test(node.text)) found.push(node.text)
    } else if (ts.isStringLiteralLike(node)) {
      const words = node.text.split(/[\s|;,]+/u).filter((word) => word !== '')
      const isWord = words.length === 1 && (SINGLE.has(words[0] as string) || /^['’]s$/u.test(words[0] as string))
      // Help texts and messages are sentences: other words stand among the function words.
      const isList = words.length >= 3 && words.every((word) => WORDS.has(word) || /^[ai]$/u.test(word))
      if (isWord || isList) found.push(node.text)
    }
    const isInside = isPattern || ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp')
    ts.forEachChild(node, (child) => visit(child, isInside))
  }
  visit(ts.createSourceFile(path, code, ts.ScriptTarget.ES2022, true), false)
  return found
}

const files = readdirSync(root, {recursive: true, encoding: 'utf8'})
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !ABOUT_LANGUAGES.test(path))
const found = Object.fromEntries(
  files.flatMap((path) => {
    const own = englishIn(path, readFileSync(new URL(path, root), 'utf8'))
    return own.length > 0 ? [[path, own]] : []
  }),
)

test('nothing outside the hosts knows English', () => {
  expect(Object.fromEntries(Object.entries(found).filter(([path]) => !(path in REVIEWED)))).toEqual({})
})

test('what is reviewed still has English in it', () => {
  expect(Object.keys(REVIEWED).filter((path) => !(path in found))).toEqual([])
})

test.each([
  [String.raw`/^(?:an?|the)\s/iu`, 1],
  [String.raw`/\p{L}+['’]s\b/u`, 1],
  [String.raw`/,\s*(?:said|asked)\s/u`, 1],
  [`words.has('the')`, 1],
  [`new Set('i you he she it'.split(' '))`, 1],
  [`key.endsWith("'s")`, 1],
  [String.raw`/^[a-z][\w-]*$/u`, 0],
  [String.raw`/(?<the>\p{Script=Latin}+)/u`, 0],
  ['new RegExp(`^(?:the|an) `)', 1],
  [`throw new TypeError('it must be a dictionary')`, 0],
])('%s', (code, count) => {
  expect(englishIn('example.ts', code)).toHaveLength(count)
})
