import {createButton, createElement} from '../reader/dom.js'
import {mount} from '../reader/reader.js'
import type {Mark} from './background/protocol.js'
import {keepPlace} from './keep-place.js'

/** What can be explained. */
const MARK = '.xg-utterance, .xg-term, .xg-gloss'

const markOf = (element: HTMLElement): Mark => {
  const {xg, xgOf} = element.dataset
  return xg === undefined ? {of: xgOf?.split(' ')} : {id: xg}
}

export interface StoryView {
  readonly element: HTMLElement
  /** Shows a story. @param html sanitised */
  readonly show: (html: string, lang: string) => void
  /** Scrolls to the nth line, from 0, and moves the focus to it. */
  readonly goToLine: (index: number) => void
}

/**
 * The annotated story in the reader.
 *
 * @param key under which the browser stores what the reader chooses
 * @param onChoose is called when a mark gets the focus or is clicked
 * @param onWhy is called when its explanation is asked for
 */
export function createStoryView(key: string, onChoose: (mark: Mark) => void, onWhy: (mark: Mark) => void): StoryView {
  const content = createElement('div', {className: 'xg-story'})
  const element = createElement('section', {className: 'story', ariaLabel: 'Annotated story', tabIndex: -1}, content)
  let unmount = () => {}
  let chosen: Mark | undefined

  const choose = ({target}: Event): void => {
    const found = target instanceof Element ? target.closest<HTMLElement>(MARK) : null
    // Copies of words in tips are no marks of the story.
    if (!found || found.closest('.xg-tip')) return
    chosen = markOf(found)
    onChoose(chosen)
  }
  content.addEventListener('click', choose)
  content.addEventListener('focusin', choose)

  /** Tips get a button for their explanation. */
  const observer = new MutationObserver(() => {
    const tip = document.querySelector<HTMLElement>('.xg-tip')
    const target = content.querySelector<HTMLElement>('.xg-at')
    if (!tip || !target || tip.querySelector('.why-button')) return
    const mark = markOf(target)
    const button = Object.assign(
      createButton('Why?', () => {
        // Closes the tip, which may lie over the explanation.
        target.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, composed: true}))
        onWhy(mark)
      }),
      {className: 'why-button'},
    )
    const toolbar = tip.querySelector('[role="toolbar"]')
    if (toolbar) toolbar.append(button)
    else tip.append(createElement('p', {}, button))
    button.tabIndex = -1
    tip.role = 'dialog'
  })
  observer.observe(document.body, {childList: true, subtree: true})

  return {
    element,
    show: (html, lang) => {
      chosen = undefined
      keepPlace(content, () => {
        unmount()
        content.lang = lang
        content.innerHTML = html
        // Its glossary is beside it, and progress in it means nothing: everything is shown.
        unmount = mount(content, {story: key, panel: null, choices: {spoilers: true}})
      })
    },
    goToLine: (index) => {
      const lines = [...content.querySelectorAll<HTMLElement>('.xg-utterance')]
      const first = lines.filter(({dataset}, at) => dataset.xg !== lines[at - 1]?.dataset.xg)[index]
      first?.scrollIntoView({block: 'center'})
      first?.focus({preventScroll: true})
    },
  }
}
