import {createButton, createElement} from '../reader/dom.js'
import type {Remark} from './background/protocol.js'

interface RemarkActions {
  /** Applies the fixes of remarks, by their positions; `undefined` if the text cannot be changed here. */
  readonly fix?: ((positions: readonly number[]) => void) | undefined
  /** Shows a place in the text; `undefined` if the text is not there. */
  readonly show?: ((start: number, end: number) => void) | undefined
}

/** At most so many remarks are shown at once. */
const MAX_REMARKS = 300

/** Advice is Markdown with code in it, but nothing else. */
const withCode = (advice: string): (Node | string)[] => advice.split('`').map((part, index) => (index % 2 === 0 ? part : createElement('code', {}, part)))

function remarkElement(remark: Remark, position: number, {fix, show}: RemarkActions): HTMLElement {
  const {text, advice, rule, span, fix: replacement} = remark
  return createElement(
    'li',
    {},
    createElement('p', {}, createElement('span', {className: 'position'}, remark.position), ' ', text),
    ...(advice === '' ? [] : [createElement('p', {className: 'advice'}, ...withCode(advice))]),
    ...(replacement
      ? [createElement('p', {className: 'fix'}, createElement('del', {}, replacement.from), ' → ', createElement('ins', {}, replacement.to || '(nothing)'))]
      : []),
    createElement(
      'div',
      {className: 'actions'},
      ...(replacement && fix ? [createButton('Fix', () => fix([position]))] : []),
      ...(show && span ? [createButton('Show in the text', () => show(span.start, span.end))] : []),
      createElement('small', {}, rule),
    ),
  )
}

/** The remarks of the proof-reader, with their fixes. */
export function createRemarksView(remarks: readonly Remark[], actions: RemarkActions): HTMLElement {
  const {fix} = actions
  if (remarks.length === 0) return createElement('p', {className: 'empty'}, 'The proof-reader has nothing to remark.')
  const fixable = [...remarks.keys()].filter((position) => remarks[position]?.fix)
  const shown = remarks.slice(0, MAX_REMARKS)
  return createElement(
    'div',
    {},
    ...(fix && fixable.length > 0
      ? [
          createElement(
            'p',
            {},
            createButton(`Fix all ${fixable.length}`, () => fix(fixable)),
          ),
        ]
      : []),
    createElement('ol', {className: 'remarks'}, ...shown.map((remark, position) => remarkElement(remark, position, actions))),
    ...(remarks.length > MAX_REMARKS ? [createElement('p', {}, `${remarks.length - MAX_REMARKS} more`)] : []),
  )
}
