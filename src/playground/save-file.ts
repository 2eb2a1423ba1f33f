import {createElement} from '../reader/dom.js'
import type {WorkFile} from './background/protocol.js'

/** Milliseconds after which the memory of a file is freed: the browser has begun to save it by then. */
const KEPT = 60_000

/** Saves a file as a download. */
export function saveFile({name, mediaType, content}: WorkFile): void {
  const url = URL.createObjectURL(new Blob([content as BlobPart], {type: mediaType}))
  const link = createElement('a', {href: url, download: name, hidden: true})
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), KEPT)
}
