/** What the worker does with a story; it remembers the last one. */
import {toHtml} from 'hast-util-to-html'
import type {VFileMessage} from 'vfile-message'
import {storyHostTags} from '../../annotate/story-host-tags.js'
import type {Options} from '../../annotate/types.js'
import {glossaryToHast} from '../../formats/html/glossary-to-hast.js'
import {utteranceTextIn} from '../../formats/shared/examples.js'
import {element} from '../../formats/shared/html-element.js'
import {extractDecisions, mergeGlossaries} from '../../glossary/merge-glossaries.js'
import type {HostTag} from '../../hosts/recognize-host.js'
import type {Host} from '../../hosts/types.js'
import type {Dictionary, Glossary} from '../../lexicon/types.js'
import {applyFixes} from '../../lint/apply-fixes.js'
import {fixOf} from '../../lint/collect-fixes.js'
import {explain} from '../../lint/explain.js'
import {extractTitle} from '../../render/extract-title.js'
import {renderStory} from '../../render/render-story.js'
import {sanitize} from '../../render/sanitize.js'
import {toElements} from '../../render/to-elements.js'
import type {Format} from '../../source/types.js'
import {annotateAndProofread} from './annotate-and-proofread.js'
import type {CurrentStory} from './current-story.js'
import type {Mark, OpenedStory, OpenRequest, Remark, StoryLine, WorkCalls} from './protocol.js'
import {readStoryFile} from './read-story-file.js'

/** Put in by the build: examples/story/salt-road.md. */
declare const EXAMPLE_STORY: string

type LoadHost = (tag: HostTag) => Promise<Host>

/** Joins what the story teaches with what was decided: decisions win, and those about words that are no longer found stay. */
function withDecisions(learned: readonly Glossary[], decided: readonly Glossary[]): Glossary[] {
  const found = learned.map((glossary) => {
    const own = decided.find(({language}) => language === glossary.language)
    return own ? mergeGlossaries([extractDecisions(own), glossary]) : glossary
  })
  const others = decided.filter(({language}) => !learned.some((glossary) => glossary.language === language)).map(extractDecisions)
  return [...found, ...others].filter(({entries}) => entries.length > 0).sort((a, b) => b.entries.length - a.entries.length)
}

function storyHtml({annotation: {tree, standoff, glossary, hostLanguage}, glossaries}: CurrentStory): string {
  const story = sanitize(renderStory(toElements(tree), {standoff, glossary, glossaries, hostLanguage}, {entries: 'apart'}))
  const lists = glossaries.map((own) => glossaryToHast(own))
  return toHtml({type: 'root', children: [...story.children, element('div', {className: ['xg-data'], hidden: true}, lists)]})
}

function linesOf({annotation: {standoff, tree}, source}: CurrentStory): StoryLine[] {
  const textOf = utteranceTextIn({source, standoff, tree})
  return standoff.utterances.map((line) => ({start: line.start, end: line.end, text: textOf(line), translation: line.translation}))
}

function toRemark(source: string, message: VFileMessage): Remark {
  const {place, line, column, reason, ruleId = '', note = ''} = message
  const span = place && 'start' in place ? {start: place.start.offset ?? 0, end: place.end.offset ?? 0} : undefined
  const fix = fixOf(source, message)
  return {
    position: line === undefined ? '' : `${line}:${column ?? 1}`,
    span,
    rule: ruleId,
    text: reason,
    advice: note,
    fix: fix && {from: source.slice(fix.start, fix.end), to: fix.text},
  }
}

async function readDocumentStory(bytes: Uint8Array, file: string): Promise<{readonly source: string; readonly format: Format}> {
  const {readDocument} = await import('../../documents/read-document.js')
  return {source: (await readDocument(bytes, {file})).html, format: 'html'}
}

async function annotateGiven({story, host, dictionaries, decided}: OpenRequest, loadHost: LoadHost, report: (share: number) => void): Promise<CurrentStory> {
  const read = readStoryFile(story)
  const name = story.name.replace(/\.[^.]+$/u, '') || 'story'
  const loadHosts = (source: string) => Promise.all((host === 'auto' ? storyHostTags(source) : [host as HostTag]).map(loadHost))
  const options = (hosts: readonly Host[]): Options => ({host: hosts, dictionaries: [...decided, ...dictionaries], work: name})
  if (read.kind === 'epub') {
    const [{annotateEpub}, {openEpub}, {readBook}] = await Promise.all([
      import('../../books/annotate-epub.js'),
      import('../../books/open-epub.js'),
      import('../../books/read-book.js'),
    ])
    const hosts = await loadHosts(readBook(openEpub(read.bytes, story.name)).source)
    report(0.1)
    const {bytes: book, chapters: _, title = name, messages, source, ...annotation} = annotateEpub(read.bytes, {...options(hosts), file: story.name})
    const glossaries = withDecisions(annotation.glossaries, decided)
    return {annotation: {...annotation, messages}, source, format: 'html', title, name, glossaries, messages, book}
  }
  const {source, format} = read.kind === 'text' ? read : await readDocumentStory(read.bytes, story.name)
  const annotation = annotateAndProofread(source, {...options(await loadHosts(source)), format}, report)
  const glossaries = withDecisions(annotation.glossaries, decided)
  return {annotation, source, format, title: extractTitle(annotation.tree) ?? name, name, glossaries, messages: annotation.messages}
}

/** The span of what a mark of the page stands for. */
function spanOf({annotation: {standoff}}: CurrentStory, {id, of = []}: Mark) {
  const {utterances, terms, glosses} = standoff
  return [...utterances, ...terms].find((node) => node.id === id) ?? glosses.find((gloss) => gloss.of.some((each) => of.includes(each)))
}

type Handlers = {
  readonly [Name in keyof WorkCalls]: (takes: WorkCalls[Name]['takes'], report: (share: number) => void) => Promise<WorkCalls[Name]['gives']>
}

/** Creates what answers the requests of a page. */
export function createStoryWork(loadHost: LoadHost): Handlers {
  let current: CurrentStory | undefined
  const story = (): CurrentStory => {
    if (!current) throw new TypeError('There is no story: annotate one first')
    return current
  }
  return {
    open: async (request, report) => {
      current = await annotateGiven(request, loadHost, report)
      const {annotation, source, title, glossaries, messages, book} = current
      const {utterances, glosses, terms} = annotation.standoff
      return {
        title,
        source: book ? undefined : source,
        html: storyHtml(current),
        hostLanguage: annotation.hostLanguage,
        glossaries,
        lines: linesOf(current),
        remarks: messages.map((message) => toRemark(source, message)),
        counts: {lines: utterances.length, translations: glosses.length, words: terms.length},
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
    example: async () => EXAMPLE_STORY,
    targets: async () => (await import('./export-story.js')).exportTargets(),
    export: async ({target, glossary}) => (await import('./export-story.js')).exportStory(story(), target, glossary),
    dictionary: async ({name, bytes}): Promise<Dictionary> => (await import('./read-dictionary-file.js')).readDictionaryFile(name, bytes),
  }
}
