import {defaultParts} from '../annotate/default-parts.js'
import type {HostTag} from '../hosts/recognize-host.js'
import type {Host} from '../hosts/types.js'

/** Where the host languages lie beside the thread, each a single file. Written out, since bundlers follow nothing else. */
const FILES: Readonly<Record<Exclude<HostTag, 'en'>, () => URL>> = {
  de: () => new URL('./worker-hosts/de.js', import.meta.url),
  es: () => new URL('./worker-hosts/es.js', import.meta.url),
  fr: () => new URL('./worker-hosts/fr.js', import.meta.url),
  it: () => new URL('./worker-hosts/it.js', import.meta.url),
  pl: () => new URL('./worker-hosts/pl.js', import.meta.url),
  pt: () => new URL('./worker-hosts/pt.js', import.meta.url),
  ru: () => new URL('./worker-hosts/ru.js', import.meta.url),
  sv: () => new URL('./worker-hosts/sv.js', import.meta.url),
  ja: () => new URL('./worker-hosts/ja.js', import.meta.url),
  zh: () => new URL('./worker-hosts/zh.js', import.meta.url),
}

const isWithFile = (tag: string): tag is keyof typeof FILES => Object.hasOwn(FILES, tag)

/**
 * Loads a host language into the thread, which has English itself.
 *
 * @throws TypeError for a tag that is none; Error if the file is not there
 */
export async function importHost(tag: HostTag): Promise<Host> {
  if (tag === 'en') return defaultParts.host as Host
  if (!isWithFile(tag)) throw new TypeError(`Option \`host\` must be one of en, ${Object.keys(FILES).join(', ')}, or a list of them, not ${String(tag)}`)
  const {href} = FILES[tag]()
  try {
    return ((await import(/* webpackIgnore: true */ /* @vite-ignore */ href)) as {default: Host}).default
  } catch (error) {
    throw new Error(`The host language “${tag}” could not be loaded: worker-hosts/${tag}.js must lie beside the worker's script`, {cause: error})
  }
}
