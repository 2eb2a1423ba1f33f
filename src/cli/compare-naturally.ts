/** Compares numbers by value and other text by code unit, independent of locale: `chapter-2` before `chapter-10`. */
export function compareNaturally(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split(/(\d+)/u)) as [string[], string[]]
  for (const [index, piece] of left.entries()) {
    const other = right[index]
    if (other === undefined) return 1
    if (piece === other) continue
    // Every second piece is a number, possibly too long for a JavaScript number.
    const [x, y] = index % 2 === 1 ? [piece, other].map((digits) => digits.replace(/^0+/u, '')) : [piece, other]
    if (index % 2 === 1 && x?.length !== y?.length) return (x?.length ?? 0) - (y?.length ?? 0)
    if (x !== y) return (x ?? '') < (y ?? '') ? -1 : 1
  }
  return left.length - right.length || (a < b ? -1 : a > b ? 1 : 0)
}
