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

/** The URL of a file of the book, relative to another. @param to its path; a fragment stays as it is */
export function relativeHref(to: string, from: string): string {
  const [path = '', fragment] = to.split('#', 2)
  const [target, base] = [path.split('/'), from.split('/').slice(0, -1)]
  let shared = 0
  while (shared < base.length && shared < target.length - 1 && base[shared] === target[shared]) shared++
  const steps = [...base.slice(shared).map(() => '..'), ...target.slice(shared).map(encodeURIComponent)]
  return steps.join('/') + (fragment === undefined ? '' : `#${fragment}`)
}
