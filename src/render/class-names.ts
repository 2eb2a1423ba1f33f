import type {XenoglossFields} from '../source/annotation-types.js'
import type {RenderedLine} from './types.js'

/**
 * Returns the class names of a xenogloss node. Lines that the author has emphasized say how much, so that the style sheet leaves a line that
 * is wholly emphasized as it is, and sets off an emphasis within a line that is italic only because it is foreign.
 */
export function classNamesOf(node: XenoglossFields, {lines}: {readonly lines: ReadonlyMap<string, Pick<RenderedLine, 'emphasis'>>}): string[] {
  const emphasis = node.type === 'utterance' ? lines.get(node.id)?.emphasis : undefined
  return [`xg-${node.type}`, ...(emphasis === 'part' || emphasis === 'whole' ? [`xg-emphasis-${emphasis}`] : [])]
}
