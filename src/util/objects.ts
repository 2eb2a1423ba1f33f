/**
 * Returns a copy of an object with further fields after its own. Same as `{...object, ...more}`, but about twelve times faster in V8;
 * it runs for every word of a story.
 */
export const withFields = <T extends object, More extends object>(object: T, more: More): T & More => Object.assign({}, object, more)

/** Returns a copy without the fields that are `undefined`, in the same order. */
export function omitUndefined<T extends object>(fields: {readonly [Name in keyof T]: T[Name] | undefined}): T {
  const defined: {[Name in keyof T]?: T[Name] | undefined} = {}
  for (const name in fields) if (fields[name] !== undefined) defined[name] = fields[name]
  return defined as T
}
