/** Which sites the reader has turned tips off for. By itself, since every page of a story loads it. */

/** What is used of `chrome.storage.local`. */
export interface Area {
  readonly get: (keys: string[] | null) => Promise<Record<string, unknown>>
  readonly set: (items: Record<string, unknown>) => Promise<void>
  readonly remove: (keys: string[]) => Promise<void>
}

export const isOn = async (area: Area, host: string): Promise<boolean> => (await area.get([`off:${host}`]))[`off:${host}`] !== true

export const setOn = (area: Area, host: string, isOn: boolean): Promise<void> => (isOn ? area.remove([`off:${host}`]) : area.set({[`off:${host}`]: true}))
