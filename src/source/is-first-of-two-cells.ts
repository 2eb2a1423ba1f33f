import type {Passage} from './types.js'

/** Whether a passage fills the first cell of a table row that has two, or is the term of a description list that has one description. */
export function isFirstOfTwoCells(passages: readonly Passage[], index: number): boolean {
  const [before, first, second, third] = [passages[index - 1], passages[index], passages[index + 1], passages[index + 2]]
  if (!first || !second || first.block.row === 0 || second.block.row !== first.block.row || second.block === first.block) return false
  return before?.block.row !== first.block.row && third?.block.row !== first.block.row
}
