import {annotateStandoff, type StandoffAnnotation} from '../annotate/annotate.js'
import {withLexicons} from '../annotate/resolve-options.js'
import {map} from '../util/lists.js'
import type {Field, StoryOptions} from './corpus-options.js'
import {type Job, type Named, nameOf, type Refused, refused} from './jobs.js'
import {type Portion, portionOf, putGlossaries, written} from './portion.js'
import {readLine, readStoryFile, type Story} from './read-story.js'
import {readResult} from './results.js'
import {utf8} from './utf8.js'

export interface Knowledge {
  readonly options: StoryOptions
  readonly fields: readonly Field[]
  /** Whether a merged glossary is asked. */
  readonly learns: boolean
  /** Of one story, in bytes. */
  readonly most: number
}

/** A story; and the line of the results that it has, where an earlier run has answered it. */
export interface Task {
  /** Absent where only the results are at hand. */
  readonly story?: Job | undefined
  readonly done?: Uint8Array | undefined
  /** Where that line is: `file:line`. */
  readonly at?: string | undefined
}

export interface Answer extends Named {
  /** A line of the results. */
  readonly bytes: Uint8Array
  /** Why there is no result. */
  readonly error?: string | undefined
  /** The old line is of another story: the run cannot go on behind it. */
  readonly astray?: string | undefined
  readonly portion?: Portion | undefined
}

async function storyOf(job: Job, most: number): Promise<Story | Refused> {
  if ('error' in job) return job
  return 'path' in job ? readStoryFile(job, most) : readLine(job)
}

/** What of a message stands in a result. */
const messageOf = ({ruleId, reason, place}: StandoffAnnotation['messages'][number]) => ({ruleId, reason, place})

const show = ({id, line}: Named): string => (id === undefined ? `line ${line}` : JSON.stringify(id))

/** The old line of a story, and what it taught. */
function recall(story: Story | Refused | undefined, done: Uint8Array, learns: boolean): Answer {
  const old = readResult(done)
  if (!old) return {bytes: done, astray: 'expected a line that `corpus` has written; name another file'}
  const named: Named = !story ? nameOf(old) : 'error' in story ? nameOf(story) : {id: story.id}
  if (story && (old.id !== named.id || old.line !== named.line))
    return {
      ...named,
      bytes: done,
      astray: `expected the result of ${show(named)}, got that of ${show(old)}; give the stories that it was made of, in their order, or name another file`,
    }
  if (old.error !== undefined) return {...named, bytes: done, error: old.error}
  if (!learns) return {...named, bytes: done}
  if (!Array.isArray(old.glossaries))
    return {...named, bytes: done, astray: 'expected a result with `glossaries`, since a glossary is asked; make the results anew with that field'}
  return {...named, bytes: done, portion: portionOf(map(old.glossaries, written))}
}

/**
 * The work on one story: from its bytes to the bytes of its result, so that what moves between processes is neither parsed nor printed
 * anywhere else.
 *
 * @throws TypeError for wrong options
 */
export function answerer({options, fields, learns, most}: Knowledge): (task: Task) => Promise<Answer> {
  const ready = withLexicons(options)
  const wants = new Set(fields)
  const annotated = ({id, text, ...own}: Story): Answer => {
    let annotation: StandoffAnnotation
    try {
      annotation = annotateStandoff(text, {...ready, ...own, work: String(id)})
    } catch (error) {
      return refused({id, error: (error as Error).message})
    }
    const {standoff, messages} = annotation
    // A story in which nothing is found has a glossary without entries, which teaches nothing.
    const glossaries = map(
      annotation.glossaries.filter(({entries}) => entries.length > 0),
      written,
    )
    const out = utf8()
    out.put(`{"id":${JSON.stringify(id)}`)
    if (wants.has('standoff')) out.put(`,"standoff":${JSON.stringify(standoff)}`)
    if (wants.has('messages')) out.put(`,"messages":${JSON.stringify(map(messages, messageOf))}`)
    let portion: ((text: Uint8Array) => Portion) | undefined
    if (wants.has('glossaries')) {
      out.put(',"glossaries":[')
      portion = putGlossaries(out, glossaries)
      out.put(']')
    }
    out.put('}\n')
    const bytes = out.bytes()
    return {id, bytes, ...(learns && {portion: portion ? portion(bytes) : portionOf(glossaries)})}
  }
  return async ({story: job, done}) => {
    const story = job && (await storyOf(job, most))
    if (done) return recall(story, done, learns)
    if (!story) throw new TypeError('expected a story, a result, or both')
    return 'error' in story ? refused(story) : annotated(story)
  }
}
