import type {Root} from 'mdast'
import type {Plugin} from 'unified'
import {heed} from './front-matter.js'
import {notes} from './messages.js'
import {settle} from './options.js'
import {annotateTree} from './pipeline.js'
import type {Options, Settings} from './types.js'

/**
 * unified plugin: annotates the mdast tree of a story in place, puts standoff and glossary on `file.data.xenogloss` and its
 * messages on the file. The tree's positions count in `String(file)`.
 *
 * @throws TypeError for wrong options, when the processor is frozen
 */
export const remarkXenogloss: Plugin<[Omit<Options, 'format'>?], Root> = (options = {}) => {
  // The tree has been parsed: whatever it came from, its text nodes may stand for escapes and entities.
  const given: Settings = {...settle(options), format: 'markdown'}
  return (tree, file) => {
    const source = String(file)
    const {settings, problems} = heed(tree, source, options, given)
    const data = annotateTree(tree, source, settings)
    file.data.xenogloss = data
    for (const message of notes(source, {...data, problems})) {
      if (file.path) {
        message.name = `${file.path}:${message.name}`
        message.file = file.path
      }
      file.messages.push(message)
    }
  }
}
