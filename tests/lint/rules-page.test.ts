/** The documentation of the rules: every rule has a section, and all its examples are correct. */
import {readFileSync} from 'node:fs'
import type {Code, Heading, RootContent} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {toString as textOf} from 'mdast-util-to-string'
import {describe, expect, test} from 'vitest'
import type {Dictionary} from '../../src/index.js'
import {ruleNames} from '../../src/lint/rule-names.js'
import {drawDiagnostics, undrawDiagnostics} from '../support/drawn-diagnostics.js'

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')
const STORY = read('../../examples/story/salt-road.md')
const VESSIK = JSON.parse(read('../../dictionaries/vessik.json')) as Dictionary

interface Example {
  readonly rule: string
  readonly kind: 'flagged' | 'silent'
  readonly drawn: string
  /** Fields that replace those of the story's dictionary; without it, no dictionary is used. */
  readonly over?: Partial<Dictionary>
}

/** The examples on the page, with the headings above them. */
function examplesOf(nodes: readonly RootContent[]): Example[] {
  let rule = ''
  return nodes.flatMap((node): Example[] => {
    if (node.type === 'heading') rule = (node as Heading).depth === 3 ? textOf(node) : ''
    const {lang, meta, value} = node as Code
    const [, kind, , over] = /^(flagged|silent)(?: (dictionary)=(\{.*\}))?$/u.exec(meta ?? '') ?? []
    if (node.type !== 'code' || lang !== 'markdown' || !kind) return []
    return [{rule, kind: kind as Example['kind'], drawn: value, ...(over !== undefined && {over: JSON.parse(over) as Partial<Dictionary>})}]
  })
}

const page = fromMarkdown(read('../../src/lint/rules/README.md')).children
const examples = examplesOf(page)

test('every rule has a section with an example of each kind and a paragraph about its quick fix', () => {
  const sections = page.flatMap((node) => (node.type === 'heading' && node.depth === 3 ? [textOf(node)] : []))
  expect([...sections].sort()).toEqual([...ruleNames].sort())
  for (const name of ruleNames) expect(examples.filter(({rule}) => rule === name).map(({kind}) => kind)).toEqual(['flagged', 'silent'])
  const fixes = page.filter((node) => node.type === 'paragraph' && /^(?:No q|Q)uick fix\b/u.test(textOf(node)))
  expect(fixes).toHaveLength(ruleNames.length)
})

describe.each(examples)('$rule, $kind', ({rule, kind, drawn, over}) => {
  test('is correct', () => {
    expect(drawn.includes('⟦')).toBe(kind === 'flagged')
    const after = drawn.startsWith('… ')
    const own = after ? drawn.slice(2) : drawn
    const options = over ? {dictionaries: [{...VESSIK, ...over}]} : {}
    const answer = drawDiagnostics(after ? `${STORY}\n${undrawDiagnostics(own)}` : undrawDiagnostics(own), rule, options)
    expect(after ? answer.slice(-own.length) : answer).toBe(own)
    // Fixes and marks only add text.
    expect(answer.length).toBeGreaterThanOrEqual(own.length)
  })
})
