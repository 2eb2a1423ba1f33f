import {createElement} from '../reader/dom.js'

export const VIEWS = ['story', 'words', 'remarks', 'why', 'download'] as const
export type ViewName = (typeof VIEWS)[number]

const NAMES: Readonly<Record<ViewName, string>> = {story: 'Story', words: 'Words', remarks: 'Remarks', why: 'Why?', download: 'Download'}

export interface Views {
  readonly nav: HTMLElement
  /** The part beside the story, with one section for each view. */
  readonly side: HTMLElement
  readonly sections: Readonly<Record<Exclude<ViewName, 'story'>, HTMLElement>>
  readonly show: (name: ViewName) => void
  /** Writes a number beside the name of a view. */
  readonly count: (name: ViewName, count: number) => void
  readonly current: () => ViewName
}

/** Where the story and another view are shown side by side; as in page.css. */
const WIDE = matchMedia('(min-width: 62rem)')

/** What is shown beside the story, and on a phone instead of it. */
export function createViews(onShow: (name: ViewName) => void): Views {
  let current: ViewName = 'words'
  const buttons = new Map(
    VIEWS.map((name) => [name, createElement('button', {type: 'button', className: `view-${name}`, onclick: () => show(name)}, NAMES[name])]),
  )
  const nav = createElement('nav', {className: 'views', ariaLabel: 'Views'}, ...buttons.values())
  const section = (name: Exclude<ViewName, 'story'>) => createElement('section', {className: `side-${name}`, ariaLabel: NAMES[name]})
  const sections = {words: section('words'), remarks: section('remarks'), why: section('why'), download: section('download')}
  const side = createElement('div', {className: 'side'}, ...Object.values(sections))
  const show = (name: ViewName): void => {
    // Beside the others there is no need to choose it.
    if (name === 'story' && WIDE.matches) return
    current = name
    document.body.dataset.view = name
    for (const [other, button] of buttons) {
      if (other === name) button.setAttribute('aria-current', 'true')
      else button.removeAttribute('aria-current')
    }
    if (name !== 'story') for (const [other, element] of Object.entries(sections)) element.hidden = other !== name
    onShow(name)
  }
  return {
    nav,
    side,
    sections,
    show,
    count: (name, count) => {
      const button = buttons.get(name)
      button?.replaceChildren(NAMES[name], ...(count > 0 ? [' ', createElement('small', {}, String(count))] : []))
    },
    current: () => current,
  }
}
