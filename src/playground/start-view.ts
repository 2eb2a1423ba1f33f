import {createButton, createElement} from '../reader/dom.js'
import type {GivenStory} from './background/protocol.js'

interface StartActions {
  readonly annotate: (story: GivenStory) => void
  readonly openFile: (file: File) => void
  readonly tryExample: () => void
  readonly startAnew: () => void
}

export interface StartView {
  readonly element: HTMLElement
  readonly textarea: HTMLTextAreaElement
  /** Shows the text of a story. */
  readonly setText: (name: string, text: string) => void
  /** Selects a span of the text as it was given, in UTF-16 code units, and scrolls to it. */
  readonly select: (start: number, end: number) => void
}

const STORY_FILES = '.md,.markdown,.txt,.text,.html,.htm,.xhtml,.epub,.docx,.odt,.fb2'

/** The field for the story's text, and what can be done with it. */
export function createStartView({annotate, openFile, tryExample, startAnew}: StartActions, options: HTMLElement): StartView {
  let name = 'story.md'
  /** As it was given; the field has other ends of lines. */
  let source = ''
  const textarea = createElement('textarea', {
    placeholder: 'Paste a story in which somebody speaks an invented language …',
    spellcheck: false,
    rows: 14,
    // Enter makes lines; with Control it annotates.
    onkeydown: (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
    },
  })
  const submit = () => {
    if (textarea.value.trim() === '') textarea.focus()
    else annotate({name, content: textarea.value})
  }
  const input = createElement('input', {
    type: 'file',
    accept: STORY_FILES,
    className: 'file',
    onchange: () => {
      const [file] = input.files ?? []
      if (file) openFile(file)
      input.value = ''
    },
  })
  const element = createElement(
    'section',
    {className: 'start', ariaLabel: 'Text'},
    createElement('label', {}, createElement('span', {}, 'Story'), textarea),
    createElement(
      'div',
      {className: 'actions'},
      Object.assign(createButton('Annotate', submit), {className: 'main'}),
      createElement('label', {className: 'button'}, 'Open a file …', input),
      createButton('Try the example story', tryExample),
      Object.assign(createButton('New story', startAnew), {className: 'new'}),
    ),
    options,
  )
  return {
    element,
    textarea,
    setText: (given, text) => {
      name = given
      source = text
      textarea.value = text
    },
    select: (from, to) => {
      const [start, end] = [from, to].map((offset) => source.slice(0, offset).replace(/\r\n?/gu, '\n').length) as [number, number]
      // Browsers scroll to the caret only where the text ends with it.
      const text = textarea.value
      textarea.value = text.slice(0, end)
      textarea.scrollTop = textarea.scrollHeight
      textarea.value = text
      textarea.focus()
      textarea.setSelectionRange(start, end)
    },
  }
}
