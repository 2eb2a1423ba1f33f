import {type Diagnostic, DiagnosticSeverity, type Range} from 'vscode-languageserver'
import type {TextDocument} from 'vscode-languageserver-textdocument'
import type {Remark} from './types.js'

const SOURCE = 'xenogloss'
const FILE_START: Range = {start: {line: 0, character: 0}, end: {line: 0, character: 0}}

/** Returns where a remark stands in the document; one without a place stands at the start. */
export function rangeOfRemark({place}: Remark, document: TextDocument): Range {
  if (!place || !('start' in place) || place.start.offset === undefined || place.end.offset === undefined) return FILE_START
  return {start: document.positionAt(place.start.offset), end: document.positionAt(place.end.offset)}
}

/** Converts remarks to diagnostics: warnings with the rule as their code, and with the advice below the sentence. */
export const toDiagnostics = (remarks: readonly Remark[], document: TextDocument): Diagnostic[] =>
  remarks.map((remark) => ({
    range: rangeOfRemark(remark, document),
    severity: DiagnosticSeverity.Warning,
    source: SOURCE,
    ...(remark.ruleId !== undefined && {code: remark.ruleId}),
    message: [remark.reason, ...(remark.note === undefined ? [] : [remark.note])].join('\n'),
  }))

/** The diagnostic of a document that could not be analysed, or whose configuration is invalid. */
export const toFailure = (reason: string): Diagnostic => ({
  range: FILE_START,
  severity: DiagnosticSeverity.Error,
  source: SOURCE,
  code: 'failure',
  message: reason,
})
