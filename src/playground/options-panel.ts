import type {Dictionary} from '../lexicon/types.js'
import {createButton, createElement} from '../reader/dom.js'

/** Languages that stories may be told in, by their tags. */
const HOSTS: readonly (readonly [tag: string, name: string])[] = [
  ['auto', 'recognised by itself'],
  ['en', 'English'],
  ['de', 'Deutsch'],
  ['es', 'Español'],
  ['fr', 'Français'],
  ['it', 'Italiano'],
  ['pl', 'Polski'],
  ['pt', 'Português'],
  ['ru', 'Русский'],
  ['sv', 'Svenska'],
  ['ja', '日本語'],
  ['zh', '中文'],
]

export interface StoryOptions {
  readonly host: string
  readonly dictionaries: readonly Dictionary[]
}

export interface OptionsPanel {
  readonly element: HTMLElement
  readonly options: () => StoryOptions
}

/**
 * What is known of the story beforehand: its language, and dictionaries of the invented ones.
 *
 * @param readDictionary reads an uploaded file; rejects with a sentence for people
 * @param onChange is called after a change, but not at first
 */
export function createOptionsPanel(readDictionary: (file: File) => Promise<Dictionary | undefined>, onChange: () => void): OptionsPanel {
  let dictionaries: {readonly name: string; readonly dictionary: Dictionary}[] = []
  const host = createElement('select', {onchange: onChange}, ...HOSTS.map(([value, name]) => createElement('option', {value}, name)))
  const list = createElement('ul', {className: 'dictionaries'})
  const showList = () =>
    list.replaceChildren(
      ...dictionaries.map((each) => {
        const {name, dictionary} = each
        const remove = createButton('Remove', () => {
          dictionaries = dictionaries.filter((other) => other !== each)
          showList()
          onChange()
        })
        remove.ariaLabel = `Remove ${name}`
        return createElement('li', {}, `${name}: ${dictionary.entries.length} words of ${dictionary.language} `, remove)
      }),
    )
  const input = createElement('input', {
    type: 'file',
    className: 'file',
    accept: '.json,.csv,.tsv,.xml,.lift,.pgd,.lexc,.zip',
    onchange: async () => {
      const [file] = input.files ?? []
      input.value = ''
      const dictionary = file && (await readDictionary(file))
      if (!file || !dictionary) return
      dictionaries = [...dictionaries.filter(({name}) => name !== file.name), {name: file.name, dictionary}]
      showList()
      onChange()
    },
  })
  const element = createElement(
    'details',
    {className: 'options'},
    createElement('summary', {}, 'Options'),
    createElement('label', {}, 'The story is told in ', host),
    createElement('p', {}, 'Dictionaries of its languages, if there are any (JSON, CSV, TEI, LIFT, PolyGlot, Lexicanter, Yomitan):'),
    list,
    createElement('label', {className: 'button'}, 'Add a dictionary …', input),
  )
  return {element, options: () => ({host: host.value, dictionaries: dictionaries.map(({dictionary}) => dictionary)})}
}
