import type {HostTag} from './recognize-host.js'
import type {Host} from './types.js'

const LOADERS: Readonly<Record<HostTag, () => Promise<{default: Host}>>> = {
  en: () => import('./en/english.js'),
  de: () => import('./de/german.js'),
  es: () => import('./es/spanish.js'),
  fr: () => import('./fr/french.js'),
  it: () => import('./it/italian.js'),
  pl: () => import('./pl/polish.js'),
  pt: () => import('./pt/portuguese.js'),
  ru: () => import('./ru/russian.js'),
  sv: () => import('./sv/swedish.js'),
  ja: () => import('./ja/japanese.js'),
  zh: () => import('./zh/chinese.js'),
}

/** Loads a host language with its words. */
export const loadHost = async (tag: HostTag): Promise<Host> => (await LOADERS[tag]()).default
