import {collectReadings} from './collect-readings.js'
import type {PageAnnotation} from './types.js'

/**
 * An annotation without its tree, as plain JSON: for programs that annotate in one place (a server, a browser extension's background) and show it in
 * another, whose `annotator` then returns it.
 *
 * @param annotation what `annotate` returns for HTML
 */
export function toPageAnnotation<Message>(annotation: PageAnnotation<Message>): PageAnnotation<Message> {
  const {standoff, glossary, glossaries, messages, hostLanguage} = annotation
  return {standoff, glossary, glossaries, messages, ...(hostLanguage !== undefined && {hostLanguage}), readings: collectReadings(annotation)}
}
