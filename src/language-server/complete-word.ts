import {type CompletionItem, CompletionItemKind, type CompletionList, type Position} from 'vscode-languageserver'
import type {TextDocument} from 'vscode-languageserver-textdocument'
import {isAffix, meaningOf} from '../lexicon/entry.js'
import type {Dictionary, Entry} from '../lexicon/types.js'
import {fold} from '../prose/folding.js'
import type {AnalysedStory} from './create-stories.js'

/** Words that are offered at once; the editor asks again for the others as more is typed. */
const MAX_ITEMS = 200

/** What a word may be written with, up to the cursor; letters of private use write Klingon and Tengwar. */
const WORD = /[\p{L}\p{M}\p{N}\p{Co}'’ʼ`´‘‐‑-]*$/u

/** Longest word that is completed, in UTF-16 code units. */
const MAX_WORD = 80

/** Written as the author began it: with a capital if he wrote one. */
const matchCase = (headword: string, typed: string): string =>
  /^\p{Lu}/u.test(typed) ? headword.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : headword

/** The spellings of an entry that may be written; none of affixes and of what a person rejected. */
const spellingsOf = (entry: Entry): readonly string[] => (isAffix(entry) || entry.status === 'rejected' ? [] : [entry.headword, ...(entry.variants ?? [])])

/**
 * Completes a word from the dictionaries of the project and from the glossaries that the document has taught: those of the dictionaries first, then
 * the most frequent.
 *
 * @param dictionaries of the project
 * @param story the last analysis; its glossaries may be of an older version
 */
export function completeWord(document: TextDocument, position: Position, dictionaries: readonly Dictionary[], story?: AnalysedStory): CompletionList {
  const start = {line: position.line, character: Math.max(0, position.character - MAX_WORD)}
  const [typed = ''] = WORD.exec(document.getText({start, end: position})) ?? []
  const range = {start: {line: position.line, character: position.character - typed.length}, end: position}
  const prefix = fold(typed)
  const items: CompletionItem[] = []
  const seen = new Set<string>()
  let isIncomplete = false
  const add = (entry: Entry, lang: string): void => {
    for (const spelling of spellingsOf(entry)) {
      if (!fold(spelling).startsWith(prefix) || seen.has(spelling)) continue
      if (items.length === MAX_ITEMS) {
        isIncomplete = true
        return
      }
      seen.add(spelling)
      const newText = matchCase(spelling, typed)
      const meaning = meaningOf(entry)
      items.push({
        label: spelling,
        kind: CompletionItemKind.Text,
        detail: meaning === undefined ? lang : `${meaning} (${lang})`,
        // Editors compare this with what was typed, in which an apostrophe may be another one.
        filterText: typed + newText.slice(typed.length),
        sortText: String(items.length).padStart(4, '0'),
        textEdit: {range, newText},
        ...(entry.notes !== undefined && {documentation: entry.notes}),
      })
    }
  }
  for (const {language, entries} of dictionaries) for (const entry of entries) add(entry, language)
  for (const {language, entries} of story?.analysis.glossaries ?? [])
    for (const entry of [...entries].sort((a, b) => (b.count ?? 0) - (a.count ?? 0))) add(entry, language)
  return {isIncomplete, items}
}
