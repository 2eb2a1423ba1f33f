/** Paths in a book, from its root, with `/`. */

/** Decodes the escapes of a URL; a malformed one stays as it is. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The folder of a file, with a slash at its end; empty for the root. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

/**
 * Resolves a relative URL of a book.
 *
 * @param from the path of the file that contains it
 * @returns undefined for a URL that leads out of the book
 */
export function resolveHref(href: string, from: string): {readonly path: string; readonly fragment: string | undefined} | undefined {
  const [target = '', fragment] = href.split('#', 2)
  if (/^[a-z][a-z\d+.-]*:|^\//iu.test(target)) return undefined
  const steps = target === '' ? from.split('/') : folderOf(from).split('/').slice(0, -1)
  if (target !== '') {
    for (const step of decode(target.split('?')[0] as string).split('/')) {
      if (step === '..' && steps.pop() === undefined) return undefined
      if (step !== '..' && step !== '.') steps.push(step)
    }
  }
  return {path: steps.join('/'), fragment: fragment === undefined ? undefined : decode(fragment)}
}

/** How names are compared that are not equal: archives differ in how they write accents, capitals and escapes. */
const foldPath = (path: string): string => decode(path).normalize('NFC').toLowerCase()

/**
 * Creates a function that finds the name of a file as the archive has it: the same, else one that differs only in its Unicode normalization,
 * its case or its escapes (two such names cannot both be in a book: EPUB 3.3, section 4.2.3). A name that the archive does not have is returned
 * as it is.
 */
export function createPathFinder(names: readonly string[]): (path: string) => string {
  const exact = new Set(names)
  const folded = new Map(names.map((name) => [foldPath(name), name]))
  return (path) => (exact.has(path) ? path : (folded.get(foldPath(path)) ?? path))
}

/** The URL of a file of the book, relative to another. @param to its path; a fragment stays as it is */
export function relativeHref(to: string, from: string): string {
  const [path = '', fragment] = to.split('#', 2)
  const [target, base] = [path.split('/'), from.split('/').slice(0, -1)]
  let shared = 0
  while (shared < base.length && shared < target.length - 1 && base[shared] === target[shared]) shared++
  const steps = [...base.slice(shared).map(() => '..'), ...target.slice(shared).map(encodeURIComponent)]
  return steps.join('/') + (fragment === undefined ? '' : `#${fragment}`)
}
