/**
 * The behaviour of the reader in the browser: pointing, tapping and keyboard focus open one shared popover; leaving, Escape and a tap
 * elsewhere close it; a button opens the glossary. Takes pages that were rendered by the `tooltip` renderer. Where a tip stands is a
 * matter of the style sheet: beside `.xg-at`.
 */
import {type Choices, farOf, recall, remember} from './choices.js'
import {all, button, checkbox, make} from './dom.js'
import {english, type Labels} from './labels.js'
import {openPanel} from './panel.js'
import {LINE, light, occurrences, PART, reached, stopsOf, tabStops, WORD} from './story-elements.js'
import {lineCard, wordCard} from './tip.js'

/** Milliseconds to move the pointer from a word to its tip over whatever lies between (WCAG 2.2, 1.4.13: hoverable). */
const GRACE = 150
/** The id of what describes a word or line; a page shows one tip. */
const TEXT = 'xg-tip'
/** What the arrow keys go over in a tip. */
const WAYS = '.xg-word, a, input, button'

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

/** What an event is about. */
interface Spot {
  readonly at: HTMLElement
  /** Of this story: the word, line or part of a translation there, in the text or in the tip. */
  readonly target?: HTMLElement | null
  readonly inTip?: boolean
}

/** What is mounted where, and how it is taken away. */
export const mounted = new WeakMap<EventTarget, () => void>()
/** Of whichever story. */
let hideShown = () => {}

/**
 * Makes the lines and words inside `root` show their meanings. Lines, and words outside lines, become tab stops; the arrow keys lead
 * from a line to its words, Enter into a tip, and there over its buttons and the words of the translation. Works on any element, in a
 * shadow tree too, if that has the style sheet; on the same element again, it starts afresh, and the innermost of nested ones answers.
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
  let choices = recall(story, {
    tips: true,
    words: 'every',
    gloss: !root.querySelector('[data-xg-hidden]'),
    spoilers: false,
    unknown: false,
    known: [],
    far: 0,
    ...options.choices,
  })

  // A press on the tip takes no focus away, which would close it.
  const tip = make('div', {className: 'xg-tip', popover: 'manual', tabIndex: -1, onmousedown: (event) => event.preventDefault()})
  /** Words that the reader wants no tips for. */
  let muted = new Set<Element>()
  let shown: HTMLElement | undefined
  /** Asked for by a tap or key, not only passed over: stays wherever the pointer goes, until it is closed. */
  let pinned = false
  let heard: Event | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const hide = () => {
    clearTimeout(timer)
    shown?.removeAttribute('aria-describedby')
    shown?.classList.remove('xg-at')
    shown = undefined
    pinned = false
    light(root)
    // Out of the document, so that its text is the author's alone.
    tip.remove()
  }
  /** What can be done about a word: more than to read of it. */
  const actions = (word: HTMLElement, entry: string) => {
    const met = occurrences(root, entry, farOf(choices))
    const others = choices.known.filter((id) => id !== entry)
    const way = (text: string, index: number) => button(text, () => go(met[index % met.length] as HTMLElement))
    return [
      // In a gloss it stands before somebody, though it is not counted there.
      make('span', {}, labels.seen(met.length || 1)),
      ...(met[1] ? [way(labels.goFirst, 0), way(labels.goNext, met.indexOf(word) + 1)] : []),
      checkbox(labels.know, choices.known.includes(entry), (isKnown) => change({known: isKnown ? [...others, entry] : others})),
      button(labels.glossary, open),
    ]
  }
  const show = (target: HTMLElement, isAsked = false) => {
    clearTimeout(timer)
    if (target !== shown) {
      hideShown()
      hideShown = hide
      shown = target
      see()
      const {xgEntry} = target.dataset
      const card = (target.matches(LINE) ? lineCard : wordCard)(root, target, labels)
      tip.replaceChildren(make('div', {id: TEXT}, ...card), xgEntry ? make('div', {role: 'toolbar'}, ...actions(target, xgEntry)) : '')
      home.append(tip)
      target.classList.add('xg-at')
      target.setAttribute('aria-describedby', TEXT)
      tip.showPopover()
      const ways = all(tip, WAYS)
      // Enter leads into the tip, and Tab back to where the story goes on: who came in by Tab would never get past it.
      for (const way of ways) way.tabIndex = -1
      // A tooltip holds nothing that takes focus (ARIA Authoring Practices, tooltip pattern): else it is a dialog, non-modal.
      tip.role = ways[0] || tip.scrollHeight > tip.clientHeight ? 'dialog' : 'tooltip'
      tip.ariaLabel = tip.querySelector('p')?.textContent ?? ''
    }
    light(root, target)
    pinned = isAsked
  }
  const spotOf = (event: Event): Spot => {
    const path = event.composedPath()
    const at = path[0] as HTMLElement
    // The innermost story answers.
    if (!choices.tips || path.find((element) => mounted.has(element)) !== root) return {at}
    const word = at.closest<HTMLElement>(WORD)
    const target = word && !muted.has(word) ? word : at.closest<HTMLElement>(`${LINE}, ${PART}`)
    return {at, target, inTip: path.includes(tip)}
  }
  const meet = (target?: HTMLElement | null, isAsked?: boolean) => {
    if (pinned && !isAsked) return
    if (target && !target.matches(PART)) show(target, isAsked)
    else {
      hide()
      light(root, target)
    }
  }

  const focusOn = (target: HTMLElement) => {
    // What it is already, but given: a focusable word is a thing apart for screen readers, and a line should be read in one go.
    target.tabIndex += 0
    target.focus()
  }
  const go = (word: HTMLElement) => {
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
    const far = reached(root, choices.far)
    if (far !== choices.far) remember(story, (choices = {...choices, far}))
  }
  const open = () => {
    hide()
    see()
    openPanel(root, home, {choices, labels, change, go})
  }
  /** Does as the reader chose. */
  const settle = () => {
    const {words, known} = choices
    const met = new Set(words === 'unknown' ? known : [])
    const stops = new Set(choices.tips ? tabStops(root) : [])
    muted = new Set()
    root.classList.toggle('xg-hide', !choices.gloss)
    for (const target of all(root, `${LINE}, ${WORD}`)) {
      const {xgEntry} = target.dataset
      if (xgEntry && met.has(xgEntry)) muted.add(target)
      else if (xgEntry && words === 'first') met.add(xgEntry)
      if (stops.has(target) && !muted.has(target)) target.tabIndex = 0
      // What is shown may have the focus, and would lose it.
      else if (target !== shown) target.removeAttribute('tabindex')
    }
  }

  /** On the document too, so that pointing elsewhere and tapping elsewhere are seen. */
  const listeners = {
    pointerover: ({pointerType, buttons}: PointerEvent, {target, inTip}: Spot) => {
      // A finger or pen that comes over a word may be about to scroll, a pressed button about to select.
      if (pointerType !== 'mouse' || buttons > 0) return
      clearTimeout(timer)
      if (inTip) light(root, target ?? shown)
      // The way to an open tip leads over other words.
      else if (shown) timer = setTimeout(meet, GRACE, target)
      else meet(target)
    },
    pointerup: ({button}: PointerEvent, {target, inTip}: Spot) => {
      if (inTip) light(root, target ?? shown)
      // What was dragged over is selected, not asked for.
      else if (button === 0 && getSelection()?.type !== 'Range') meet(pinned && target === shown ? null : target, true)
    },
    focusin: (_: FocusEvent, {at, target, inTip}: Spot) => {
      if (inTip) light(root, target ?? shown)
      else if (at.matches(':focus-visible')) at === target ? show(at, true) : hide()
    },
    keydown: (event: KeyboardEvent, {at, target, inTip}: Spot) => {
      const {key, altKey, ctrlKey, metaKey} = event
      const line = target?.closest<HTMLElement>(LINE)
      const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
      if (altKey || ctrlKey || metaKey) return
      if (inTip && /Escape|Tab/u.test(key)) {
        event.preventDefault()
        shown?.focus()
      }
      if (key === 'Escape') hide()
      // A link in a line has keys of its own.
      else if (!inTip && at !== target) return
      else if (key === 'Enter' && !inTip) {
        event.preventDefault()
        if (at === shown) focusOn(tip.querySelector('input, button') ?? tip.querySelector(WAYS) ?? tip)
        else show(at, true)
      } else if (step && (inTip || line)) {
        event.preventDefault()
        const ways = inTip ? all(tip, WAYS) : stopsOf(root, line as HTMLElement).filter((stop) => !muted.has(stop))
        const forward = at.matches(':dir(rtl)') ? -step : step
        focusOn(ways.at((ways.indexOf(at) + forward) % ways.length) ?? at)
      }
    },
    scrollend: see,
  }

  const stop = new AbortController()
  const opener = make('button', {type: 'button', className: 'xg-open', ariaLabel: labels.glossary, onclick: open})
  // The document is not told what a shadow tree keeps to itself (DOM, 2.9: retargeting), so that tree tells it, and before the document.
  const tree = root.getRootNode()
  for (const place of new Set([tree, document])) {
    for (const [type, listener] of Object.entries(listeners)) {
      const hear = (event: Event) => {
        if (event !== heard) (listener as (event: Event, spot: Spot) => void)(event, spotOf(event))
        heard = event
      }
      place.addEventListener(type, hear, {signal: stop.signal, capture: place === tree})
    }
  }
  settle()
  if (root.querySelector('[data-xg-entry]')) panel?.prepend(opener)

  const unmount = () => {
    if (stop.signal.aborted) return
    mounted.delete(root)
    hide()
    stop.abort()
    opener.remove()
    root.querySelector('.xg-panel')?.remove()
    choices = {...choices, tips: false, gloss: true}
    settle()
  }
  mounted.set(root, unmount)
  return unmount
}
