/**
 * The behaviour of tooltips in the browser: hover, focus, tap and keys open one shared popover; Escape and a tap
 * outside close it. Takes pages whose lines and words were rendered by the `tooltip` renderer.
 */

const WORD = '.xg-term[data-xg-tip], .xg-term[data-xg-word]'
const LINE = '.xg-utterance'

/** Time to move the pointer from a word to its tip, in milliseconds (WCAG 2.2, 1.4.13: hoverable). */
const GRACE = 150

/** What a word or line has to say: its analysis, and its meaning. */
function fill(tip: HTMLElement, target: HTMLElement): boolean {
  const {xgTip, xgWord} = target.dataset
  tip.replaceChildren()
  for (const [tag, text] of [
    ['b', xgWord],
    ['span', xgTip],
  ] as const) {
    if (text === undefined) continue
    const part = tip.ownerDocument.createElement(tag)
    part.textContent = text
    tip.append(part)
  }
  return tip.childElementCount > 0
}

function place(tip: HTMLElement, target: HTMLElement): void {
  const box = target.getClientRects()[0] ?? target.getBoundingClientRect()
  const {offsetWidth, offsetHeight} = tip
  const below = box.bottom + 6 + offsetHeight <= innerHeight || box.top < offsetHeight + 6
  tip.style.left = `${Math.max(8, Math.min(box.left, innerWidth - offsetWidth - 8))}px`
  tip.style.top = `${below ? box.bottom + 6 : box.top - offsetHeight - 6}px`
}

/**
 * Makes the lines and words inside `root` show their meanings. Works on any element, any number of times.
 *
 * @returns takes everything away again
 */
export function mount(root: HTMLElement): () => void {
  const stop = new AbortController()
  const tip = root.ownerDocument.createElement('div')
  tip.className = 'xg-tip'
  tip.id = `xg-tip-${root.ownerDocument.querySelectorAll('.xg-tip').length + 1}`
  tip.setAttribute('role', 'tooltip')
  tip.popover = 'manual'
  root.append(tip)
  let shown: HTMLElement | undefined
  let timer = 0

  const hide = () => {
    clearTimeout(timer)
    shown?.removeAttribute('aria-describedby')
    shown?.classList.remove('xg-shown')
    shown = undefined
    if (tip.matches(':popover-open')) tip.hidePopover()
  }
  const show = (target: HTMLElement) => {
    clearTimeout(timer)
    if (target === shown) return
    hide()
    if (!fill(tip, target)) return
    shown = target
    target.setAttribute('aria-describedby', tip.id)
    target.classList.add('xg-shown')
    tip.showPopover()
    place(tip, target)
  }
  const find = (event: Event): HTMLElement | undefined => {
    const at = event.target as Element | null
    return at?.closest<HTMLElement>(WORD) ?? at?.closest<HTMLElement>(LINE) ?? undefined
  }
  const on = <K extends keyof HTMLElementEventMap>(type: K, listener: (event: HTMLElementEventMap[K]) => void) =>
    root.addEventListener(type, listener, {signal: stop.signal})

  on('pointerover', (event) => {
    if (event.pointerType === 'touch') return
    const target = find(event)
    if (target) show(target)
    else if (tip.contains(event.target as Node)) clearTimeout(timer)
    else if (shown && shown !== root.ownerDocument.activeElement) {
      clearTimeout(timer)
      timer = setTimeout(hide, GRACE) as unknown as number
    }
  })
  on('focusin', (event) => {
    const target = find(event)
    if (target) show(target)
  })
  on('focusout', hide)
  on('click', (event) => {
    const target = find(event)
    if (target) show(target)
    else if (!tip.contains(event.target as Node)) hide()
  })
  on('keydown', (event) => {
    if (event.key === 'Escape') hide()
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
    const line = (event.target as Element).closest<HTMLElement>(LINE)
    const words = [...(line?.querySelectorAll<HTMLElement>(WORD) ?? [])]
    if (words.length === 0) return
    event.preventDefault()
    const step = event.key === 'ArrowRight' ? 1 : -1
    const from = shown ? words.indexOf(shown) : -1
    const next = from < 0 && step < 0 ? words.length - 1 : from + step
    show(words[next] ?? (line as HTMLElement))
  })
  root.ownerDocument.addEventListener('scroll', () => shown && place(tip, shown), {signal: stop.signal, passive: true, capture: true})

  return () => {
    hide()
    stop.abort()
    tip.remove()
  }
}
