import type {Reading} from '../lexicon/types.js'
import {fold, stripApostrophes} from '../prose/folding.js'
import {firstEndingAfter} from '../prose/spans.js'
import type {SourceSpan} from '../prose/types.js'
import {createEntryFinder} from '../render/entry-finder.js'
import {type TooltipContext, tooltipProperties, wordProperties} from '../render/tooltip-properties.js'
import {collectTranslatedWords} from '../render/translated-words.js'
import type {RenderedLine} from '../render/types.js'
import type {StandoffTerm, StandoffUtterance, TermFields} from '../source/annotation-types.js'
import {nestSpans} from '../source/nest-spans.js'
import {collectReadings} from './collect-readings.js'
import {toTextOffset} from './page-html.js'
import {toAttributes} from './set-attributes.js'
import type {Mark, PageAnnotation, PageText} from './types.js'

/** The pieces of text in a span of the HTML. */
function* piecesIn(texts: readonly PageText[], {start, end}: SourceSpan): Generator<{text: string; isEmphasized: boolean}> {
  for (let i = firstEndingAfter(texts, start); i < texts.length && (texts[i] as PageText).start < end; i++) {
    const piece = texts[i] as PageText
    yield {text: piece.text.slice(toTextOffset(piece, start), toTextOffset(piece, end)), isEmphasized: piece.isEmphasized}
  }
}

const HAS_WORD = /[\p{L}\p{N}]/u

/** How much of a line the page emphasizes. */
function emphasisOf(line: StandoffUtterance, texts: readonly PageText[]): RenderedLine['emphasis'] {
  const states = new Set([...piecesIn(texts, line)].flatMap(({text, isEmphasized}) => (HAS_WORD.test(text) ? [isEmphasized] : [])))
  return states.size > 1 ? 'part' : states.has(true) ? 'whole' : 'none'
}

/** A reading that says no more than the standoff: the headword. */
const plainReading = (headword: string): Reading => ({entry: {headword}, parts: [{headword}], steps: [], score: 1})

function termFields(term: StandoffTerm, texts: readonly PageText[], reading: Reading | undefined): TermFields {
  const {id, lang, meaning, headword} = term
  const surface = Array.from(piecesIn(texts, term), ({text}) => text).join('')
  const readings = reading ? [reading] : headword === undefined ? [] : [plainReading(headword)]
  return {type: 'term', id, lang, key: stripApostrophes(fold(surface)), ...(meaning !== undefined && {meaning}), readings}
}

/** The elements to insert, nested and in order, with the attributes that the `tooltip` renderer writes. Yields between two elements. */
export function* collectMarks(annotation: PageAnnotation, texts: readonly PageText[], prefix: string): Generator<void, Mark[]> {
  const {standoff, glossaries} = annotation
  const {utterances, glosses, terms, links} = standoff
  const context: TooltipContext = {
    lines: new Map(utterances.map((line) => [line.id, {emphasis: emphasisOf(line, texts)}])),
    translated: new Set(glosses.flatMap(({parts}) => parts.flatMap(({of}) => of))),
    gloss: 'kept',
    entryOf: createEntryFinder(glossaries, prefix),
  }
  const readings = collectReadings(annotation)
  const marks: Mark[] = []
  const add = ({start, end}: SourceSpan, properties: ReturnType<typeof tooltipProperties>): void => {
    marks.push({start, end, attributes: toAttributes(properties), annotations: []})
  }
  // Of equal spans the one added first is the outer.
  for (const {start, end, clues, ...line} of utterances) {
    yield add({start, end}, tooltipProperties({type: 'utterance', ...line, clues: [...clues]}, context))
  }
  for (const gloss of glosses) {
    yield add(gloss, tooltipProperties({type: 'gloss', id: gloss.id, of: [...gloss.of], convention: gloss.convention}, context))
    for (const part of gloss.parts) yield add(part, tooltipProperties({type: 'translation', of: [...part.of]}, context))
  }
  for (const term of terms) yield add(term, tooltipProperties(termFields(term, texts, readings[term.id]), context))
  for (const word of collectTranslatedWords(links, terms)) yield add(word, wordProperties(word.of))
  return nestSpans(marks)
}
