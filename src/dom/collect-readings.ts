import {informativeReading} from '../lexicon/informative-reading.js'
import type {Reading} from '../lexicon/types.js'
import type {TermFields} from '../source/annotation-types.js'
import type {PageAnnotation} from './types.js'

interface TreeNode {
  readonly data?: {readonly xenogloss?: {readonly type: string}}
  readonly children?: readonly TreeNode[]
}

/** The readings of an annotation whose dictionaries take words apart: as a worker gives them, or those in its tree of HTML. */
export function collectReadings({readings, tree}: Pick<PageAnnotation, 'readings' | 'tree'>): Readonly<Record<string, Reading>> {
  if (readings) return readings
  const found: Record<string, Reading> = {}
  const stack: TreeNode[] = tree ? [tree as TreeNode] : []
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.data?.xenogloss?.type === 'term') {
      const term = node.data.xenogloss as TermFields
      const reading = informativeReading(term)
      if (reading) found[term.id] = reading
    }
    stack.push(...(node.children ?? []))
  }
  return found
}
