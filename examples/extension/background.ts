/**
 * The worker of the extension: the browser runs it beside all pages. It annotates what pages ask for, and remembers their glossaries. Nothing leaves
 * the browser.
 */
/// <reference types="chrome" />
import {annotate, createLexicon, type Lexicon} from 'xenogloss'
import {toPageAnnotation} from 'xenogloss/dom'
import {loadHost, recognizeHost} from 'xenogloss/hosts'
import type {AnnotateRequest, AnnotateResponse} from './protocol.js'
import {loadDictionaries, saveChapter} from './store.js'

const area = chrome.storage.local

/** The imported dictionaries, indexed once. */
let lexicons: Promise<Lexicon[]> | undefined
const loadLexicons = async (): Promise<Lexicon[]> => (await loadDictionaries(area)).map(([, dictionary]) => createLexicon(dictionary))
chrome.storage.onChanged.addListener((changes) => {
  if (Object.keys(changes).some((key) => key.startsWith('dictionary:'))) lexicons = undefined
})

async function respond({source, chapter}: AnnotateRequest): Promise<AnnotateResponse> {
  try {
    const host = await loadHost(recognizeHost(source))
    lexicons ??= loadLexicons()
    const annotation = toPageAnnotation(annotate(source, {format: 'html', host, dictionaries: await lexicons, work: `${chapter.work} ${chapter.chapter}`}))
    const {standoff, glossaries} = annotation
    const isTeaching = glossaries.some(({entries}) => entries.length > 0)
    if (isTeaching) await saveChapter(area, chapter, glossaries)
    // Reasons are for authors: a page does not show them.
    const utterances = standoff.utterances.map((line) => ({...line, clues: []}))
    return {annotation: {...annotation, standoff: {...standoff, utterances}, messages: []}}
  } catch (error) {
    return {error: error instanceof Error ? error.message : String(error)}
  }
}

// Only the extension's own scripts can send: it has no `externally_connectable`.
chrome.runtime.onMessage.addListener((request: AnnotateRequest, sender, answer) => {
  if (sender.id !== chrome.runtime.id || request.type !== 'annotate') return false
  void respond(request).then(answer)
  return true
})
