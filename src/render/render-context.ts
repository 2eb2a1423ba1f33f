import type {ElementContent, Root as HastRoot, RootContent} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {bare, fold} from '../prose/folding.js'
import type {TermFields} from '../source/annotation-types.js'
import {map} from '../util/lists.js'
import type {RenderContext, RenderedLine, RenderOptions} from './types.js'

const HEADING = /^h[1-6]$/u
const keyOf = (word: string): string => bare(fold(word))

interface Line extends RenderedLine {
  pieces: number
  readonly words: {fields: TermFields; surface: string}[]
}

/** What is to be shown of a story: its lines with their words, and which words. */
export function sceneOf(root: HastRoot, told: Pick<RenderContext, 'lists' | 'entryOf'>, options: RenderOptions): RenderContext {
  const {gloss = 'kept', density = 'every', known = [], languages, lang = 'en', prefix = 'xg-'} = options
  const lines = new Map<string, Line>()
  const terms = new Map<string, TermFields>()
  const translated = new Set<string>()
  const knownKeys = new Set(map(known, keyOf))
  /** The words met since the last heading. */
  let met = new Set<string>()
  const isShown = (term: TermFields): boolean => {
    const headword = term.readings[0]?.entry.headword ?? term.key
    if (density === 'unknown') return !knownKeys.has(keyOf(headword)) && !knownKeys.has(term.key)
    const word = `${term.lang}\0${headword}`
    const isNew = !met.has(word)
    met.add(word)
    return density === 'every' || isNew
  }
  const walk = (node: RootContent | ElementContent, line: Line | undefined): void => {
    if (node.type !== 'element') return
    if (HEADING.test(node.tagName)) met = new Set()
    const fields = node.data?.xenogloss
    let within = line
    if (fields?.type === 'translation' && gloss !== 'moved') for (const id of fields.of) translated.add(id)
    if (fields && 'lang' in fields && (!languages || languages.includes(fields.lang))) {
      if (fields.type === 'utterance') {
        within = lines.get(fields.id) ?? {fields, number: lines.size + 1, pieces: 0, words: []}
        within.pieces++
        lines.set(fields.id, within)
      } else {
        // What markup cuts in two is one word.
        const last = within?.words.at(-1)
        if (last?.fields.id === fields.id) last.surface += textOf(node)
        else within?.words.push({fields, surface: textOf(node)})
        if (!terms.has(fields.id) && isShown(fields)) terms.set(fields.id, fields)
      }
    }
    for (const child of node.children) walk(child, within)
  }
  for (const node of root.children) walk(node, undefined)
  return {lines, terms, gloss, lang, prefix, translated, ...told}
}
