import {createButton, createElement} from '../reader/dom.js'

/** Milliseconds before work is shown: what is done at once needs no bar. */
const PATIENCE = 200

export interface ProgressBar {
  readonly element: HTMLElement
  readonly start: (text: string) => void
  readonly report: (share: number) => void
  /** @param text what is to be read instead, for a while */
  readonly finish: (text?: string) => void
  /** Shows why something failed. */
  readonly fail: (text: string) => void
}

/** What is being done, how far it is, and a button that gives it up. @param cancel without it there is no button, and nobody knows how far it is */
export function createProgressBar(cancel?: () => void): ProgressBar {
  let timer: ReturnType<typeof setTimeout> | undefined
  const bar = createElement('progress', {max: 1, ariaLabel: 'Progress'})
  const status = createElement('output', {})
  const working = createElement('span', {className: 'working', hidden: true}, bar, ...(cancel ? [createButton('Cancel', cancel)] : []))
  const alert = createElement('p', {className: 'alert', role: 'alert'})
  const element = createElement('div', {className: 'progress'}, status, working, alert)
  const settle = () => {
    clearTimeout(timer)
    working.hidden = true
  }
  return {
    element,
    start: (text) => {
      settle()
      alert.textContent = ''
      timer = setTimeout(() => {
        status.textContent = text
        if (cancel) bar.value = 0
        working.hidden = false
      }, PATIENCE)
    },
    report: (share) => {
      bar.value = share
    },
    finish: (text = '') => {
      settle()
      status.textContent = text
      alert.textContent = ''
    },
    fail: (text) => {
      settle()
      status.textContent = ''
      alert.textContent = text
    },
  }
}
