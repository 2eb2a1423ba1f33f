/**
 * The behaviour of the reader in the browser: pointing, tapping and keyboard focus open one shared popover; leaving, Escape and a tap
 * elsewhere close it; a button opens the glossary. Takes pages that were rendered by the `tooltip` renderer. Where a tip stands is a
 * matter of the style sheet: beside `.xg-at`.
 */
import {type Choices, recall, remember} from './choices.js'
import {all, button, make} from './dom.js'
import {english, type Labels} from './labels.js'
import {openPanel} from './panel.js'
import {LINE, occurrences, PART, piecesOf, reached, rendering, stopsOf, tabStops, WORD} from './story.js'
import {lineCard, wordCard} from './tip.js'

/** Milliseconds to move the pointer from a word to its tip over whatever lies between (WCAG 2.2, 1.4.13: hoverable). */
const GRACE = 150
/** Milliseconds of scrolling after which it is noted how far the reader is. */
const SETTLED = 200

/** How a story is mounted. */
export interface MountOptions {
  /** By what name the reader's choices are remembered. Default `data-xg-story` of the element, else the page's path. */
  readonly story?: string
  /** To what the button of the glossary is added, as its first child; `null` for none. Default the story. */
  readonly panel?: HTMLElement | null
  /** What holds until the reader chooses. */
  readonly choices?: Partial<Choices>
  /** What the reader says in its own words. Default English. */
  readonly labels?: Partial<Labels>
}

/** What is mounted where, and how it is taken away. */
export const mounted = new WeakMap<EventTarget, () => void>()
/** Tips made so far, for their ids. */
let tips = 0
/** A page shows one tip, of whichever story. */
let hideShown = () => {}

/**
 * Makes the lines and words inside `root` show their meanings. Lines, and words outside lines, become tab stops; the arrow keys lead
 * from a line to its words, Enter into a tip. Works on any element; on the same one again, it starts afresh, and the innermost of
 * nested ones answers.
 *
 * @returns takes everything away again
 */
export function mount(root: HTMLElement, options: MountOptions = {}): () => void {
  // Before popovers (2024) the page stays as the author wrote it.
  if (!root.showPopover) return () => {}
  mounted.get(root)?.()
  const labels = {...english, ...options.labels}
  // All content belongs into a landmark.
  const home = root.querySelector('main') ?? root
  const {story = root.dataset.xgStory ?? location.pathname, panel = home} = options
  const gloss = !root.querySelector('[data-xg-hidden]')
  let choices = recall(story, {tips: true, words: 'every', gloss, spoilers: false, unknown: false, known: [], far: 0, ...options.choices})

  const text = make('div', {id: `xg-tip-${++tips}`})
  const more = make('div', {className: 'xg-more', role: 'toolbar'})
  // A press on the tip takes no focus away, which would close it.
  const tip = make('div', {className: 'xg-tip', popover: 'manual', onclick: (event) => act(event), onmousedown: (event) => event.preventDefault()})
  /** Words that the reader wants no tips for. */
  let muted = new Set<Element>()
  let shown: HTMLElement | undefined
  /** Asked for, not only passed over: stays until it is closed. */
  let pinned = false
  let lit: readonly HTMLElement[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let seeing: ReturnType<typeof setTimeout> | undefined

  /** Lights what belongs together: a line and its translation, a word and the words that render it. */
  const light = (at?: HTMLElement) => {
    for (const element of lit) element.classList.remove('xg-lit')
    const ids = at ? [at.dataset.xg, ...(at.closest<HTMLElement>(PART)?.dataset.xgOf?.split(' ') ?? [])] : []
    lit = ids.flatMap((id) => (id ? [...piecesOf(root, id), ...rendering(root, id)] : []))
    for (const element of lit) element.classList.add('xg-lit')
  }
  const hide = () => {
    clearTimeout(timer)
    shown?.removeAttribute('aria-describedby')
    shown?.classList.remove('xg-at')
    shown = undefined
    pinned = false
    light()
    // Out of the document, so that its text is the author's alone.
    tip.remove()
  }
  const show = (target: HTMLElement, isAsked = false) => {
    clearTimeout(timer)
    if (target !== shown) {
      hideShown()
      hideShown = hide
      shown = target
      const [says, offers] = target.matches(LINE) ? lineCard(root, target, labels) : wordCard(root, target, labels, choices.known)
      text.replaceChildren(...says)
      more.replaceChildren(...offers)
      tip.replaceChildren(text, offers[0] ? more : '')
      home.append(tip)
      target.classList.add('xg-at')
      target.setAttribute('aria-describedby', text.id)
      light(target)
      tip.showPopover()
      const scrolls = tip.scrollHeight > tip.clientHeight
      tip.tabIndex = scrolls ? 0 : -1
      // A tooltip holds nothing that takes focus (ARIA Authoring Practices, tooltip pattern): with buttons it is a dialog, non-modal.
      tip.role = offers[0] || scrolls ? 'dialog' : 'tooltip'
      tip.ariaLabel = text.firstChild?.textContent ?? ''
    }
    pinned = isAsked
  }
  /** Keyboard focus, or having been asked for, keeps a tip wherever the pointer goes. */
  const stays = () => pinned || shown?.matches(':focus-visible') || tip.contains(document.activeElement)
  const inTip = (event: Event) => event.composedPath().includes(tip)
  /** The word, line or part of a translation that an event is about; the innermost story answers. */
  const find = (event: Event): HTMLElement | null => {
    const path = event.composedPath()
    if (!choices.tips || path.find((element) => mounted.has(element)) !== root || inTip(event)) return null
    const at = path[0] as Element
    const word = at.closest<HTMLElement>(WORD)
    return word && !muted.has(word) ? word : at.closest<HTMLElement>(`${LINE}, ${PART}`)
  }
  const meet = (target: HTMLElement | null, isAsked?: boolean) => {
    if (target && !target.matches(PART)) show(target, isAsked)
    else if (isAsked || !stays()) {
      hide()
      if (target) light(target)
    }
  }

  const focusOn = (target: HTMLElement) => {
    // What it is already, but given: a focusable word is a thing apart for screen readers, and a line should be read in one go.
    target.tabIndex += 0
    target.focus()
  }
  const go = (word: HTMLElement) => {
    hide()
    word.scrollIntoView({block: 'center'})
    focusOn(word)
    show(word, true)
  }
  const change = (changed: Partial<Choices>) => {
    choices = {...choices, ...changed}
    remember(story, choices)
    settle()
    return choices
  }
  const see = () => {
    seeing = undefined
    const far = reached(root)
    if (far > choices.far) remember(story, (choices = {...choices, far}))
  }
  const open = () => {
    hide()
    see()
    openPanel(root, home, {choices, labels, change, go})
  }
  const clear = () => {
    // What is shown may have the focus, and would lose it.
    for (const target of all(root, `${LINE}, ${WORD}`)) if (target !== shown) target.removeAttribute('tabindex')
  }
  /** Does as the reader chose. */
  const settle = () => {
    const {words, known} = choices
    const met = new Set(words === 'unknown' ? known : [])
    muted = new Set()
    for (const word of all(root, WORD)) {
      const {xgEntry} = word.dataset
      if (xgEntry && met.has(xgEntry)) muted.add(word)
      else if (xgEntry && words === 'first') met.add(xgEntry)
    }
    root.classList.toggle('xg-hide', !choices.gloss)
    clear()
    for (const target of choices.tips ? tabStops(root) : []) if (!muted.has(target)) target.tabIndex = 0
  }

  const act = ({target}: Event) => {
    const {value} = target as HTMLButtonElement
    const entry = shown?.dataset.xgEntry ?? ''
    // Some may be in glosses that are hidden.
    const words = occurrences(root, entry).filter((word) => word.checkVisibility())
    if (value === 'glossary') open()
    else if (value === 'know') {
      const isKnown = !choices.known.includes(entry)
      ;(target as HTMLElement).ariaPressed = `${isKnown}`
      change({known: isKnown ? [...choices.known, entry] : choices.known.filter((id) => id !== entry)})
    } else if (value) go(words[value === 'first' ? 0 : (words.indexOf(shown as HTMLElement) + 1) % words.length] as HTMLElement)
  }
  /** On the document, so that pointing elsewhere and tapping elsewhere are seen too. */
  const listeners = {
    pointerover: (event: PointerEvent) => {
      // A finger or pen that comes over a word may be about to scroll, a pressed button about to select.
      if (event.pointerType !== 'mouse' || event.buttons > 0 || pinned) return
      clearTimeout(timer)
      if (inTip(event)) return
      const target = find(event)
      // The way to an open tip leads over other words.
      if (shown) timer = setTimeout(meet, GRACE, target)
      else meet(target)
    },
    pointerup: (event: PointerEvent) => {
      // What was dragged over is selected, not asked for.
      if (inTip(event) || event.button > 0 || getSelection()?.type === 'Range') return
      const target = find(event)
      meet(pinned && target === shown ? null : target, true)
    },
    focusin: (event: FocusEvent) => {
      const target = find(event)
      if (target?.matches(':focus-visible')) show(target)
    },
    /** After a tap the focus follows, and the line that loses it is no longer the one that is shown. */
    focusout: ({target, relatedTarget}: FocusEvent) => {
      const isOurs = (node: EventTarget | null) => node === shown || tip.contains(node as Node | null)
      if (shown && isOurs(target) && !isOurs(relatedTarget)) hide()
    },
    keydown: (event: KeyboardEvent) => {
      const {key} = event
      if (event.altKey || event.ctrlKey || event.metaKey) return
      const buttons = all(more, 'button')
      const from = inTip(event) ? (event.target as HTMLElement) : find(event)
      const line = from?.closest<HTMLElement>(LINE)
      const isInside = inTip(event) && shown
      const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
      if (isInside && /Escape|Tab/u.test(key)) {
        event.preventDefault()
        isInside.focus()
      }
      if (key === 'Escape') hide()
      else if (key === 'Enter' && from && !isInside) {
        if (from === shown) (buttons[0] ?? tip).focus()
        else show(from)
        event.preventDefault()
      } else if (step && from && (isInside || line)) {
        const ways = isInside ? buttons : stopsOf(root, line as HTMLElement).filter((stop) => !muted.has(stop))
        event.preventDefault()
        const forward = getComputedStyle(from).direction === 'rtl' ? -step : step
        focusOn(ways.at((ways.indexOf(from) + forward) % ways.length) as HTMLElement)
      }
    },
    /** Does not bubble: whatever scrolls is seen on the way down. */
    scroll: () => {
      if (!seeing) seeing = setTimeout(see, SETTLED)
    },
  }

  const stop = new AbortController()
  const opener = Object.assign(button('', ''), {className: 'xg-open', ariaLabel: labels.glossary, onclick: open})
  for (const [type, listener] of Object.entries(listeners)) {
    document.addEventListener(type, listener as EventListener, {signal: stop.signal, capture: true})
  }
  settle()
  if (root.querySelector('[data-xg-entry]')) panel?.prepend(opener)

  const unmount = () => {
    if (mounted.get(root) !== unmount) return
    mounted.delete(root)
    hide()
    stop.abort()
    opener.remove()
    root.querySelector('.xg-panel')?.remove()
    root.classList.remove('xg-hide')
    clear()
  }
  mounted.set(root, unmount)
  return unmount
}
