import type {ElementContent, Root as HastRoot, RootContent} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {fold, stripApostrophes} from '../prose/folding.js'
import type {TermFields} from '../source/annotation-types.js'
import {isEmphasis} from '../source/node-roles.js'
import {map} from '../util/lists.js'
import {DEFAULT_PREFIX, type RenderContext, type RenderedLine, type RenderOptions} from './types.js'

const HEADING = /^h[1-6]$/u
const keyOf = (word: string): string => stripApostrophes(fold(word))

const HAS_WORD = /[\p{L}\p{N}]/u

interface MutableLine extends RenderedLine {
  pieces: number
  /** Whether none of its words has been visited. */
  isEmpty: boolean
  emphasis: RenderedLine['emphasis']
  readonly words: {fields: TermFields; surface: string}[]
}

/** Collects the utterances with their terms, and the terms to annotate under the given options. */
export function createRenderContext(root: HastRoot, glossary: Pick<RenderContext, 'lists' | 'entryOf'>, options: RenderOptions): RenderContext {
  const {gloss = 'kept', density = 'every', known = [], languages, lang = 'en', prefix = DEFAULT_PREFIX} = options
  const lines = new Map<string, MutableLine>()
  const terms = new Map<string, TermFields>()
  const translated = new Set<string>()
  const knownKeys = new Set(map(known, keyOf))
  /** Headwords since the last heading. */
  let seen = new Set<string>()
  const isAnnotated = (term: TermFields): boolean => {
    const headword = term.readings[0]?.entry.headword ?? term.key
    if (density === 'unknown') return !knownKeys.has(keyOf(headword)) && !knownKeys.has(term.key)
    const word = `${term.lang}\0${headword}`
    const isNew = !seen.has(word)
    seen.add(word)
    return density === 'every' || isNew
  }
  const addText = (line: MutableLine, value: string, emphasized: boolean): void => {
    if (!HAS_WORD.test(value)) return
    const own = emphasized ? 'whole' : 'none'
    line.emphasis = line.isEmpty || line.emphasis === own ? own : 'part'
    line.isEmpty = false
  }
  const visit = (node: RootContent | ElementContent, parentLine: MutableLine | undefined, emphasized: boolean): void => {
    if (node.type === 'text' && parentLine) addText(parentLine, node.value, emphasized)
    // MDX components are parents, too.
    if (!('children' in node)) return
    if (node.type === 'element' && HEADING.test(node.tagName)) seen = new Set()
    const fields = node.type === 'element' ? node.data?.xenogloss : undefined
    let line = parentLine
    if (fields?.type === 'translation' && gloss !== 'moved') for (const id of fields.of) translated.add(id)
    if (fields && 'lang' in fields && (!languages || languages.includes(fields.lang))) {
      if (fields.type === 'utterance') {
        line = lines.get(fields.id) ?? {fields, number: lines.size + 1, pieces: 0, emphasis: 'none', isEmpty: true, words: []}
        line.pieces++
        lines.set(fields.id, line)
      } else {
        // A term that markup splits counts once.
        const last = line?.words.at(-1)
        if (last?.fields.id === fields.id) last.surface += textOf(node)
        else line?.words.push({fields, surface: textOf(node)})
        if (!terms.has(fields.id) && isAnnotated(fields)) terms.set(fields.id, fields)
      }
    }
    const isInside = emphasized || isEmphasis(node)
    for (const child of node.children) visit(child, line, isInside)
  }
  for (const node of root.children) visit(node, undefined, false)
  return {lines, terms, gloss, lang, prefix, translated, ...glossary}
}
