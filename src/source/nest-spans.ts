import type {Span} from '../prose/types.js'

/** A span, and those inside it. */
interface NestedSpan<T> extends Span {
  readonly annotations: T[]
}

/** Nests a flat list. Of crossing spans, an error of an earlier stage, the later one is dropped. */
export function nestSpans<T extends NestedSpan<T>>(list: T[]): T[] {
  const roots: T[] = []
  const open: T[] = []
  // A stable sort: of equal spans the one added first is the outer.
  for (const annotation of list.sort((a, b) => a.start - b.start || b.end - a.end)) {
    while (open.length > 0 && (open.at(-1) as T).end <= annotation.start) open.pop()
    const outer = open.at(-1)
    if (outer && outer.end < annotation.end) continue
    ;(outer ? outer.annotations : roots).push(annotation)
    open.push(annotation)
  }
  return roots
}
