/** Tips on a story that stands in a page, for as long as they are turned on. */
import {annotateElement, type LiveAnnotation, type PageAnnotation} from 'xenogloss/dom'
import {mount} from 'xenogloss/reader'
import type {PageState} from './protocol.js'

interface ShowOptions {
  readonly annotate: (source: string) => Promise<PageAnnotation>
  /** Under which the reader's choices are stored. */
  readonly story: string
  readonly onState: (status: PageState['status'], found: number, error?: string) => void
}

/** Delay in milliseconds in which a page adds further paragraphs. */
const DELAY = 400

/** @returns a function that turns the tips on or off */
export function showStory(root: HTMLElement, {annotate, story, onState}: ShowOptions): {readonly turn: (isOn: boolean) => void} {
  let isOn = false
  let shown: LiveAnnotation | undefined
  let unmount = () => {}
  let timer: ReturnType<typeof setTimeout> | undefined

  const hide = () => {
    unmount()
    unmount = () => {}
    shown?.remove()
    shown = undefined
  }
  const show = async (): Promise<void> => {
    onState('working', 0)
    try {
      const annotation = await annotateElement(root, {annotator: annotate})
      if (!isOn) {
        annotation.remove()
        return
      }
      if (annotation !== shown) {
        unmount()
        shown = annotation
        const {utterances, terms} = annotation.standoff
        unmount = terms.length + utterances.length > 0 ? mount(root, {story}) : () => {}
      }
      const {utterances, terms} = annotation.standoff
      onState('done', utterances.length + terms.length)
    } catch (error) {
      onState('failed', 0, error instanceof Error ? error.message : String(error))
    }
  }
  /** Some pages load a chapter bit by bit. What stands in annotations is ours, and asking twice for the same page changes nothing. */
  const observer = new MutationObserver((records) => {
    const isGrowing = records.some(({addedNodes}) => [...addedNodes].some((node) => node instanceof HTMLElement && !/^xg-/u.test(node.className)))
    if (!isGrowing) return
    clearTimeout(timer)
    timer = setTimeout(() => void show(), DELAY)
  })
  return {
    turn: (on) => {
      if (on === isOn) return
      isOn = on
      if (on) {
        void show()
        observer.observe(root, {childList: true, subtree: true})
      } else {
        clearTimeout(timer)
        observer.disconnect()
        hide()
        onState('off', 0)
      }
    },
  }
}
