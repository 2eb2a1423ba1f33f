/** What keys do in the rows of the table. */
export interface RowActions {
  readonly move: (rows: number) => void
  readonly toEdge: (isEnd: boolean) => void
  readonly toggle: () => void
  readonly edit: () => void
  readonly decide: (kind: 'accept' | 'reject') => void
  readonly undo: () => void
}

/** Listens to keys while a row, or a control in one, has the focus (WCAG 2.2, 2.1.4: single letters work only there). */
export function listenToRowKeys(body: HTMLElement, {move, toEdge, toggle, edit, decide, undo}: RowActions): void {
  const actions = new Map<string, () => void>([
    ['ArrowDown', () => move(1)],
    ['ArrowUp', () => move(-1)],
    ['PageDown', () => move(10)],
    ['PageUp', () => move(-10)],
    ['Home', () => toEdge(false)],
    ['End', () => toEdge(true)],
    [' ', toggle],
    ['Enter', edit],
    ['F2', edit],
    ['e', edit],
    ['a', () => decide('accept')],
    ['r', () => decide('reject')],
    ['u', undo],
  ])
  body.addEventListener('keydown', (event) => {
    const {key, target, ctrlKey, metaKey, altKey} = event
    const isUndo = (ctrlKey || metaKey) && key === 'z'
    if (!isUndo && (ctrlKey || metaKey || altKey)) return
    // A button's own keys press it.
    if (!(target instanceof HTMLTableRowElement) && (key === ' ' || key === 'Enter')) return
    const action = actions.get(isUndo ? 'u' : key.length === 1 ? key.toLowerCase() : key)
    if (!action) return
    event.preventDefault()
    action()
  })
}
