import {type CodeAction, CodeActionKind, type CodeActionParams, type Range, type TextEdit} from 'vscode-languageserver'
import type {TextDocument} from 'vscode-languageserver-textdocument'
import {collectFixes, type Fix, fixOf} from '../lint/collect-fixes.js'
import type {AnalysedStory} from './create-stories.js'
import {rangeOfRemark, toDiagnostics} from './to-diagnostics.js'

/** Applies all fixes of a document. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.xenogloss`

const toEdit = ({start, end, text}: Fix, document: TextDocument): TextEdit => ({
  range: {start: document.positionAt(start), end: document.positionAt(end)},
  newText: text,
})

const isBefore = (a: Range['start'], b: Range['start']): boolean => a.line < b.line || (a.line === b.line && a.character < b.character)
const overlap = (a: Range, b: Range): boolean => !isBefore(a.end, b.start) && !isBefore(b.end, a.start)

/** Whether an editor that asks for certain kinds of actions wants one: `source` includes `source.fixAll`. */
const isWanted = (kind: string, only: readonly string[] | undefined): boolean =>
  only === undefined || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`))

/** Returns the fixes of the remarks in a range, and one action that applies all fixes of the document. */
export function findCodeActions({document, source, analysis: {remarks}}: AnalysedStory, {range, context}: CodeActionParams): CodeAction[] {
  const {uri} = document
  const fixable = remarks.flatMap((remark) => {
    const fix = fixOf(source, remark)
    return fix ? [{remark, fix}] : []
  })
  const single = fixable
    .filter(({remark}) => overlap(rangeOfRemark(remark, document), range))
    .map(
      ({remark, fix}): CodeAction => ({
        title: `Replace “${source.slice(fix.start, fix.end)}” with “${fix.text}”`,
        kind: CodeActionKind.QuickFix,
        diagnostics: toDiagnostics([remark], document),
        isPreferred: true,
        edit: {changes: {[uri]: [toEdit(fix, document)]}},
      }),
    )
  const all = collectFixes(
    source,
    fixable.map(({remark}) => remark),
  )
  const together: CodeAction = {
    title: 'Apply all fixes of xenogloss',
    kind: FIX_ALL,
    edit: {changes: {[uri]: all.map((fix) => toEdit(fix, document))}},
  }
  return [...single, ...(all.length > 0 ? [together] : [])].filter(({kind = ''}) => isWanted(kind, context.only))
}
