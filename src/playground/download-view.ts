import {createButton, createElement} from '../reader/dom.js'
import type {Target} from './background/protocol.js'

/** Everything that can be downloaded. */
export function createDownloadView(targets: readonly Target[], download: (target: Target) => void): HTMLElement {
  const list = (group: Target['group']) =>
    createElement(
      'ul',
      {className: 'downloads'},
      ...targets
        .filter((target) => target.group === group)
        .map((target) =>
          createElement(
            'li',
            {},
            createButton(target.label, () => download(target)),
          ),
        ),
    )
  return createElement(
    'div',
    {},
    createElement('h2', {}, 'The story'),
    list('story'),
    createElement('h2', {}, 'The glossary, with your decisions'),
    list('glossary'),
  )
}
