import {type CompletionItem, CompletionItemKind, type CompletionList, type Position} from 'vscode-languageserver'
import type {TextDocument} from 'vscode-languageserver-textdocument'
import {meaningOf} from '../lexicon/entry.js'
import type {Dictionary} from '../lexicon/types.js'
import {fold} from '../prose/folding.js'
import type {AnalysedStory} from './create-stories.js'
import {findSpellings, type KnownSpelling} from './spelling-index.js'

/** Words that are offered at once; the editor asks again for the others as more is typed. */
const MAX_ITEMS = 200

/** What a word may be written with, up to the cursor; letters of private use write Klingon and Tengwar. */
const WORD = /[\p{L}\p{M}\p{N}\p{Co}'’ʼ`´‘‐‑-]*$/u

/** Longest word that is completed, in UTF-16 code units. */
const MAX_WORD = 80

/** Writes a word as the author began it: with a capital if he wrote one. */
const matchCase = (spelling: string, typed: string): string =>
  /^\p{Lu}/u.test(typed) ? spelling.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : spelling

/** Spellings that may be meant: those of the dictionaries, in order, then those of the glossaries, the most frequent first. Each is returned once. */
function* findCandidates(prefix: string, dictionaries: readonly Dictionary[], story: AnalysedStory | undefined): Generator<KnownSpelling> {
  const seen = new Set<string>()
  const learned = [...findSpellings(story?.analysis.glossaries ?? [], prefix)].sort((a, b) => (b.entry.count ?? 0) - (a.entry.count ?? 0))
  for (const candidates of [findSpellings(dictionaries, prefix), learned]) {
    for (const candidate of candidates) {
      if (seen.has(candidate.spelling)) continue
      seen.add(candidate.spelling)
      yield candidate
    }
  }
}

/**
 * Completes a word from the dictionaries of the project and from the glossaries that the document has taught.
 *
 * @param given where the cursor is
 * @param dictionaries of the project
 * @param story the last analysis; its glossaries may be of an older version
 */
export function completeWord(document: TextDocument, given: Position, dictionaries: readonly Dictionary[], story?: AnalysedStory): CompletionList {
  // A position beyond the end of a line or of the document means that end.
  const position = document.positionAt(document.offsetAt(given))
  const start = {line: position.line, character: Math.max(0, position.character - MAX_WORD)}
  const [typed = ''] = WORD.exec(document.getText({start, end: position})) ?? []
  const range = {start: {line: position.line, character: position.character - typed.length}, end: position}
  const items: CompletionItem[] = []
  for (const {spelling, entry, lang} of findCandidates(fold(typed), dictionaries, story)) {
    if (items.length === MAX_ITEMS) return {isIncomplete: true, items}
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
  return {isIncomplete: false, items}
}
