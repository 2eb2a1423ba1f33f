import type {VFileMessage} from 'vfile-message'
import {allParts} from '../annotate/all-parts.js'
import {openStory} from '../annotate/open-story.js'
import {prepareStory} from '../annotate/pipeline.js'
import type {Options, Source} from '../annotate/types.js'
import {lintWith} from './lint-with.js'
import {type LintInput, proofreadStory} from './proofread.js'

/**
 * Proofreads a story that was annotated with the same options.
 *
 * @param annotation the result of `annotate`; its `standoff` and `glossaries` are used
 * @param source the annotated story
 * @returns messages in text order: `source` is `'xenogloss'`, `ruleId` is one of `ruleNames`, `place` is the span concerned, `note` is advice in
 *   Markdown; if there is a quick fix, `expected` has one item, which replaces `actual`
 * @throws TypeError for invalid options, with the option and its valid values; never for a story
 */
export function proofread(annotation: LintInput, source: Source, options: Options = {}): VFileMessage[] {
  const {tree, text, settings, problems} = openStory(source, options, allParts)
  return proofreadStory(prepareStory(tree, text, settings), annotation, {source: text, settings, problems})
}

/**
 * Proofreads a story.
 *
 * @param options those of `annotate`; `rules` turns off single rules: `{'unknown-word': false}`
 * @returns messages, as from `proofread`
 * @throws TypeError for invalid options, with the option and its valid values; never for a story
 */
export const lint = (source: Source, options: Options = {}): VFileMessage[] => lintWith(allParts, source, options)
