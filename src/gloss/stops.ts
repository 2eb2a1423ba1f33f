/** Marks that end a sentence; one behind a translation belongs to it. */
export const STOPS: ReadonlySet<string> = new Set('.!?…。！？')
