import {allParts} from '../../annotate/all-parts.js'
import {storyHostTags} from '../../annotate/story-host-tags.js'
import type {Options} from '../../annotate/types.js'
import type {HostTag} from '../../hosts/recognize-host.js'
import type {Host} from '../../hosts/types.js'
import {extractTitle} from '../../render/extract-title.js'
import type {Format} from '../../source/types.js'
import {annotateAndProofread} from './annotate-and-proofread.js'
import type {CurrentStory} from './current-story.js'
import type {OpenRequest} from './protocol.js'
import {readStoryFile} from './read-story-file.js'
import {withDecisions} from './with-decisions.js'

export type LoadHost = (tag: HostTag) => Promise<Host>

async function readDocumentStory(bytes: Uint8Array, file: string): Promise<{readonly source: string; readonly format: Format}> {
  const {readDocument} = await import('../../documents/read-document.js')
  return {source: (await readDocument(bytes, {file})).html, format: 'html'}
}

/**
 * Annotates a story that a page sends.
 *
 * @param report gets the share that is done, 0..1
 * @throws TypeError, in a sentence for people, for what is no story
 */
export async function annotateGiven(
  {story, host, dictionaries, decided}: OpenRequest,
  loadHost: LoadHost,
  report: (share: number) => void,
): Promise<CurrentStory> {
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
    return {annotation: {...annotation, messages}, source, format: 'html', title, name, glossaries, messages, book: () => book}
  }
  const {source, format} = read.kind === 'text' ? read : await readDocumentStory(read.bytes, story.name)
  const annotation = annotateAndProofread(source, {...options(await loadHosts(source)), format}, allParts, report)
  const glossaries = withDecisions(annotation.glossaries, decided)
  const title = extractTitle(annotation.tree) ?? name
  return {annotation, source, format, title, name, glossaries, messages: annotation.messages, isEditable: true}
}
