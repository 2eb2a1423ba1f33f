/** What is done with a story that a page shows, in the worker or on the server; the last one is remembered. */
import {toHtml} from 'hast-util-to-html'
import type {VFileMessage} from 'vfile-message'
import {glossaryToHast} from '../../formats/html/glossary-to-hast.js'
import {utteranceTextIn} from '../../formats/shared/examples.js'
import {element} from '../../formats/shared/html-element.js'
import {applyFixes} from '../../lint/apply-fixes.js'
import {fixOf} from '../../lint/collect-fixes.js'
import {explain} from '../../lint/explain.js'
import {renderStory} from '../../render/render-story.js'
import {sanitize} from '../../render/sanitize.js'
import {toElements} from '../../render/to-elements.js'
import type {CurrentStory} from './current-story.js'
import type {Mark, OpenedStory, OpenRequest, Remark, StoryLine, WorkCalls} from './protocol.js'
import type {ReaderAssets} from './reader-assets.js'

function storyHtml({annotation: {tree, standoff, glossary, hostLanguage}, glossaries, display}: CurrentStory): string {
  const story = sanitize(renderStory(toElements(tree), {standoff, glossary, glossaries, hostLanguage}, {...display, entries: 'apart'}))
  const lists = glossaries.map((own) => glossaryToHast(own))
  return toHtml({type: 'root', children: [...story.children, element('div', {className: ['xg-data'], hidden: true}, lists)]})
}

function linesOf({annotation: {standoff, tree}, source}: CurrentStory): StoryLine[] {
  const textOf = utteranceTextIn({source, standoff, tree})
  return standoff.utterances.map((line) => ({start: line.start, end: line.end, text: textOf(line), translation: line.translation}))
}

/** Messages about a book count in the files of its chapters: they have no place in `source`. */
function toRemark({source, book}: CurrentStory, message: VFileMessage): Remark {
  const {place, file, line, column, reason, ruleId = '', note = ''} = message
  const span = place && 'start' in place && !book ? {start: place.start.offset ?? 0, end: place.end.offset ?? 0} : undefined
  const fix = span && fixOf(source, message)
  return {
    position: line === undefined ? '' : [...(file ? [file] : []), line, column ?? 1].join(':'),
    span,
    rule: ruleId,
    text: reason,
    advice: note,
    fix: fix && {from: source.slice(fix.start, fix.end), to: fix.text},
  }
}

/** The span of what a mark of the page stands for. */
function spanOf({annotation: {standoff}}: CurrentStory, {id, of = []}: Mark) {
  const {utterances, terms, glosses} = standoff
  return [...utterances, ...terms].find((node) => node.id === id) ?? glosses.find((gloss) => gloss.of.some((each) => of.includes(each)))
}

export type WorkHandlers = {
  readonly [Name in keyof WorkCalls]: (takes: WorkCalls[Name]['takes'], report: (share: number) => void) => Promise<WorkCalls[Name]['gives']>
}

interface StoryWorkParts {
  /** Annotates the story that a page asks for. */
  readonly annotate: (request: OpenRequest, report: (share: number) => void) => Promise<CurrentStory>
  readonly loadAssets: () => ReaderAssets | Promise<ReaderAssets>
}

/** Creates what answers the requests of a page about a story. */
export function createStoryWork({annotate, loadAssets}: StoryWorkParts): Omit<WorkHandlers, 'example' | 'dictionary'> {
  let current: CurrentStory | undefined
  const story = (): CurrentStory => {
    if (!current) throw new TypeError('There is no story: annotate one first')
    return current
  }
  return {
    open: async (request, report) => {
      current = await annotate(request, report)
      const {annotation, source, title, glossaries, messages, isEditable, decisions} = current
      const {utterances, glosses, terms} = annotation.standoff
      return {
        title,
        source: isEditable && source,
        html: storyHtml(current),
        hostLanguage: annotation.hostLanguage,
        glossaries,
        lines: linesOf(current),
        remarks: messages.map((message) => toRemark(current as CurrentStory, message)),
        counts: {lines: utterances.length, translations: glosses.length, words: terms.length},
        decisions,
      } satisfies OpenedStory
    },
    explain: async (mark) => {
      const {annotation, source} = story()
      const span = spanOf(story(), mark)
      if (!span) return []
      return explain(annotation, source, span).map(({kind, sentences}) => ({kind, sentences}))
    },
    fix: async (positions) => {
      const {source, messages} = story()
      return applyFixes(
        source,
        positions.flatMap((at) => messages[at] ?? []),
      )
    },
    targets: async () => (await import('./export-story.js')).exportTargets(),
    export: async (takes) => (await import('./export-story.js')).exportStory(story(), takes, await loadAssets()),
  }
}
