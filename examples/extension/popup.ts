/** The popup: turns tips on and off for a site, shows the words of the chapters that were read, imports dictionaries, exports the glossary. */
/// <reference types="chrome" />
import type {Glossary} from 'xenogloss'
import {type ExportName, exportGlossary} from './export-glossary.js'
import {importDictionary, MAX_BYTES} from './import-dictionary.js'
import type {PageRequest, PageState} from './protocol.js'
import {isOn, setOn} from './site-switch.js'
import {forgetWork, loadDictionaries, loadGlossaries, removeDictionary, saveDictionary} from './store.js'

const area = chrome.storage.local
const find = <T extends HTMLElement = HTMLElement>(id: string): T => document.getElementById(id) as T
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** The tab that the popup belongs to; opened as a page, it is told by its address. */
async function findTab(): Promise<chrome.tabs.Tab> {
  const number = Number(new URLSearchParams(location.search).get('tab'))
  if (number > 0) return chrome.tabs.get(number)
  const [tab] = await chrome.tabs.query({active: true, currentWindow: true})
  return tab as chrome.tabs.Tab
}

/** Asks the page; undefined if the extension does not run there. */
const ask = (tab: chrome.tabs.Tab, request: PageRequest): Promise<PageState | undefined> =>
  chrome.tabs.sendMessage(tab.id as number, request).catch(() => undefined)

function describe({status, found, error}: PageState): string {
  if (status === 'failed') return `This page could not be read: ${error}`
  if (status === 'working') return 'Reading …'
  if (status === 'off') return 'Tips are off here.'
  return found > 0 ? `${found} lines and words have tips.` : 'No line of an invented language was found here.'
}

/** Words of a stranger's page: text, never HTML. */
function createEntry({headword, senses = []}: Glossary['entries'][number], language: string): HTMLElement {
  const row = document.createElement('div')
  const term = document.createElement('dt')
  const word = Object.assign(document.createElement('dfn'), {textContent: headword, lang: language, dir: 'auto'})
  term.append(word)
  const meanings = senses.map((sense) => (typeof sense === 'string' ? sense : sense.definition)).join('; ')
  row.append(term, Object.assign(document.createElement('dd'), {textContent: meanings || '?'}))
  return row
}

async function showGlossary({chapter: {work, title}}: PageState): Promise<void> {
  const {glossaries, chapters} = await loadGlossaries(area, work)
  find('read').textContent = chapters === 0 ? 'Nothing learnt of this story yet.' : `Learnt from ${chapters} chapter${chapters > 1 ? 's' : ''} of ${title}`
  find('glossary').replaceChildren(
    ...glossaries.map(({language, entries}) => {
      const list = document.createElement('dl')
      list.append(...entries.filter(({status}) => status !== 'rejected').map((entry) => createEntry(entry, language)))
      return list
    }),
  )
  find('export').hidden = glossaries.length === 0
  find('save').onclick = () => {
    const format = find<HTMLSelectElement>('format').value as ExportName
    for (const glossary of glossaries) {
      const {name, type, content} = exportGlossary(glossary, format, glossaries.length > 1 ? `${title} ${glossary.language}` : title)
      const link = Object.assign(document.createElement('a'), {download: name, href: URL.createObjectURL(new Blob([content as BlobPart], {type}))})
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
    }
  }
  find('forget').onclick = async () => {
    await forgetWork(area, work)
    location.reload()
  }
}

async function showDictionaries(): Promise<void> {
  const items = (await loadDictionaries(area)).map(([name, {entries}]) => {
    const remove = Object.assign(document.createElement('button'), {type: 'button', textContent: 'Remove'})
    remove.onclick = async () => {
      await removeDictionary(area, name)
      await showDictionaries()
    }
    const item = document.createElement('li')
    item.append(`${name}, ${entries.length} entries `, remove)
    return item
  })
  find('imported').replaceChildren(...items)
}

/** Runs the extension on a page that it does not know. The right to do so is asked for once; the click gives this page alone. */
async function startHere(tab: chrome.tabs.Tab): Promise<void> {
  const target = {tabId: tab.id as number}
  if (!(await chrome.permissions.request({permissions: ['scripting']}))) return
  await chrome.scripting.insertCSS({target, files: ['reader.css']})
  await chrome.scripting.executeScript({target, files: ['content.js']})
  setTimeout(() => location.reload(), 300)
}

const tab = await findTab()
const state = await ask(tab, {type: 'state'})
const host = state?.site ?? (tab.url ? new URL(tab.url).hostname : '')
const toggle = find<HTMLInputElement>('on')
toggle.checked = await isOn(area, host)
toggle.disabled = host === ''
find('site').textContent = host || 'this site'
toggle.onchange = async () => {
  await setOn(area, host, toggle.checked)
  const changed = await ask(tab, {type: 'toggle', isOn: toggle.checked})
  if (changed) find('status').textContent = describe(changed)
}
const here = find('here')
here.hidden = state !== undefined
here.onclick = () => void startHere(tab).catch((error) => Object.assign(find('status'), {textContent: messageOf(error)}))
if (state) {
  find('status').textContent = describe(state)
  await showGlossary(state)
  // A long chapter is read after the popup was opened.
  const timer = setInterval(async () => {
    const later = await ask(tab, {type: 'state'})
    if (!later) return
    find('status').textContent = describe(later)
    if (later.status === 'working') return
    clearInterval(timer)
    await showGlossary(later)
  }, 500)
} else find('read').textContent = 'The extension does not run on this page.'

await showDictionaries()
find<HTMLInputElement>('file').onchange = async ({target}) => {
  const problem = find('problem')
  problem.textContent = ''
  for (const file of (target as HTMLInputElement).files ?? []) {
    try {
      if (file.size > MAX_BYTES) throw new Error(`${file.name} has ${file.size} bytes; a dictionary may have ${MAX_BYTES}`)
      await saveDictionary(area, file.name.slice(0, 100), importDictionary(file.name, new Uint8Array(await file.arrayBuffer())))
    } catch (error) {
      problem.textContent = messageOf(error)
    }
  }
  await showDictionaries()
}
