/** What readers of other programs' files share: their values are of any type. */

/** Any value as the members of an object; none if it is no object. */
export const membersOf = (value: unknown): ReadonlyMap<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : new Map()

/** Any value as text; undefined if it is no text, or blank. */
export const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined)

/** Any value as a list of texts. */
export const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value.flatMap((item) => textIn(item) ?? []) : [])

/** Joins remarks, each on its line; undefined if there are none. */
export const joinNotes = (remarks: readonly (string | undefined)[]): string | undefined =>
  remarks.filter((remark) => remark !== undefined).join('\n') || undefined

/** A remark under a label; undefined if there is nothing to say. */
export const labelled = (label: string, values: readonly string[]): string | undefined => (values.length > 0 ? `${label}: ${values.join(', ')}` : undefined)
