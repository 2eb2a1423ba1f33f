import maxBy from 'lodash-es/maxBy.js'
import memoize from 'lodash-es/memoize.js'
import uniq from 'lodash-es/uniq.js'
import type {Survey} from '../detect/types.js'
import {isAffix, statedMeaning} from '../lexicon/entry.js'
import {stemClasses} from '../lexicon/kinship.js'
import type {Entry, EvidencePlace, Glossary, Reading} from '../lexicon/types.js'
import {variantIndex} from '../lexicon/variants.js'
import {bare, fold} from '../prose/folding.js'
import {firstEndingAfter, indicesInside} from '../prose/spans.js'
import {isCapitalised} from '../prose/tokenizer.js'
import type {Place, Spelling} from '../prose/types.js'
import type {LinkedStory, Term, WordLink} from '../source/annotation-types.js'
import {sourceOf} from '../source/locate.js'
import type {Passage} from '../source/types.js'
import {flatMap, groupBy, map, sortBy} from '../util/lists.js'
import {omitUndefined, withFields} from '../util/objects.js'
import {affixHypotheses} from './affix-hypotheses.js'
import {unexplained} from './evidence.js'
import {ATTESTED, joinEntries} from './join-entries.js'

interface Knowledge {
  readonly passages: readonly Passage[]
  readonly survey: Survey
  /** The language of a story in which nothing is found. */
  readonly lang: string
  /** How a language is spelt, where a dictionary says so. */
  readonly spellingOf: (language: string) => Spelling | undefined
  /** What the story is called in evidence. */
  readonly work?: string | undefined
}

/** Words before a translation that may render an affix: *of our* child. */
const BESIDE = 2

/** A place where a word was met. */
interface Use {
  readonly term: Term
  readonly place: EvidencePlace
  /** What it was read as; nothing, where no entry explains it or where it is a compound of entries. */
  readonly reading: Reading | undefined
  /** Its translation, if a link was drawn. */
  readonly target: Place | undefined
}

/** A compound is a word of its own, though its parts are known. */
const isOwnWord = ({steps}: Reading): boolean => steps.some(({kind}) => kind === 'compound' || kind === 'hyphen')
const isInflected = ({steps}: Reading): boolean => steps.some(({kind}) => kind === 'prefix' || kind === 'suffix' || kind === 'infix' || kind === 'form')

/** The words of a translation, and those right before it. */
function wordsBeside({words, sentences}: Passage, span: Place): string[] {
  const inside = indicesInside(words, span)
  const begin = sentences[firstEndingAfter(sentences, span.start)]?.words.start ?? 0
  return map(words.slice(Math.max(begin, inside.start - BESIDE), inside.end), ({key}) => key)
}

/** Every use of a language's words, in the order of the text. */
function usesOf(terms: readonly Term[], links: readonly WordLink[], {passages, work}: Knowledge): Use[] {
  // Places are told apart by numbers that stay small: they are found several times faster than large ones.
  const longest = passages.reduce((most, {text}) => Math.max(most, text.length), 0)
  const at = ({passage, start}: Place): number => passage * (longest + 1) + start
  const byPlace = new Map<number, WordLink>()
  for (const link of links) byPlace.set(at(link.source), link)
  return flatMap(terms, (term): Use | [] => {
    const link = byPlace.get(at(term))
    const source = sourceOf(passages[term.passage] as Passage, term)
    if (!source) return []
    const [best] = term.readings
    const reading = best && !isOwnWord(best) ? best : undefined
    const where = work === undefined ? source : {work, start: source.start, end: source.end}
    if (!link) return {term, place: where, reading, target: undefined}
    const {target, meaning, confidence} = link
    // A loan that the gloss keeps is no explanation of itself.
    const explains = bare(fold(meaning)) !== term.key
    const translation = sourceOf(passages[target.passage] as Passage, target)
    const said = {meaning: explains ? meaning : undefined, confidence: explains ? confidence : undefined, translation}
    return {term, place: withFields(where, omitUndefined<Partial<EvidencePlace>>(said)), reading, target}
  })
}

/** Groups near spellings whose attested meanings do not contradict each other under the commonest of them. */
function groups(uses: ReadonlyMap<string, readonly Use[]>): string[][] {
  const near = variantIndex(uses.keys())
  const byCount = sortBy(
    [...uses.keys()],
    (key) => -(uses.get(key)?.length ?? 0),
    (key) => key,
  )
  const attested = memoize(
    (key: string): ReadonlySet<string> =>
      new Set(
        flatMap(uses.get(key) ?? [], ({place: {meaning, confidence = 0}}) =>
          meaning === undefined || confidence < ATTESTED ? [] : (fold(meaning).match(/[\p{L}']+/gu) ?? []),
        ),
      ),
  )
  const taken = new Set<string>()
  const compatible = (a: string, b: string): boolean => {
    const [left, right] = [attested(a), attested(b)]
    return left.size === 0 || right.size === 0 || [...left].some((meaning) => right.has(meaning))
  }
  return flatMap(byCount, (key) => {
    if (taken.has(key)) return []
    const members = [key, ...near(key).filter((other) => !taken.has(other) && compatible(key, other))]
    for (const member of members) taken.add(member)
    return [members]
  })
}

/** Whether a word is written with a capital for its own sake: it is a name, or sentences capitalise it in their middle. */
function isProper(uses: readonly Use[], {passages, survey}: Knowledge): boolean {
  const begins = ({term: {passage, start}}: Use): boolean => {
    const {sentences} = passages[passage] as Passage
    return sentences[firstEndingAfter(sentences, start)]?.start === start
  }
  return uses.every(({term}) => isCapitalised(term.surface)) && (uses.some(({term}) => survey.names.has(term.key)) || !uses.every(begins))
}

/** Cross-references between words that share a stem: *sha'xrectia* and *xreticia*. */
function crossReferences(headwords: ReadonlyMap<string, string>): (key: string) => string[] {
  const classesOf = stemClasses(headwords.keys())
  const byClass = new Map<string, string[]>()
  for (const [key, headword] of headwords) {
    for (const name of classesOf(key)) {
      const own = byClass.get(name)
      if (!own) byClass.set(name, [headword])
      else if (!own.includes(headword)) own.push(headword)
    }
  }
  return (key) => {
    const own = headwords.get(key)
    return uniq(flatMap(classesOf(key), (name) => (byClass.get(name) as string[]).filter((headword) => headword !== own)))
  }
}

/** The commonest of a word's spellings. */
function commonest(spellings: readonly [string, ...string[]]): string {
  const [first] = spellings
  if (spellings.every((spelling) => spelling === first)) return first
  const [most = spellings] = sortBy(
    [...groupBy(spellings, (spelling) => spelling).values()],
    (same) => -same.length,
    ([spelling]) => spelling,
  )
  return most[0] as string
}

/** Words that no dictionary explains: an entry for each group of near spellings, proposed. */
function proposed(uses: readonly Use[], knowledge: Knowledge): Entry[] {
  const targetAt = new Map<number, Place | undefined>()
  for (const {place, target} of uses) targetAt.set(place.start, target)
  const byKey = groupBy(uses, ({term}) => term.key)
  const words = map(groups(byKey), (members) => {
    const first = byKey.get(members[0] as string) as Use[]
    const own = members.length === 1 ? first : flatMap(members, (key) => byKey.get(key) as Use[])
    const proper = isProper(first, knowledge)
    const print = ({term: {surface}}: Use) => (proper ? surface : surface.toLowerCase())
    return {members, own, print, headword: commonest(map(first, print) as [string, ...string[]])}
  })
  const headwords = new Map<string, string>()
  for (const {members, headword} of words) for (const key of members) headwords.set(key, headword)
  const seeAlso = crossReferences(headwords)
  const entries = map(words, ({members, own, print, headword}): Entry => {
    const see = uniq(flatMap(members, seeAlso))
    // Which glyph stands for the apostrophe is the typesetter's affair, not another spelling.
    const same = fold(headword)
    const forms = map(own, (use) => (fold(use.term.surface) === same ? headword : print(use)))
    const evidence = map(own, ({place: whole}, index): EvidencePlace => {
      // Nor is one spelling of a word the meaning of another.
      const place = whole.meaning !== undefined && members.includes(bare(fold(whole.meaning))) ? unexplained(whole) : whole
      const form = forms[index] as string
      return form === headword ? place : withFields(place, {form})
    })
    const compound = own.find(({term}) => term.readings.length > 0)?.term.readings[0]
    // A mark may teach a meaning that stands in no gloss.
    const marked = own.find(({term}) => term.meaning !== undefined)?.term.meaning
    const [first, ...rest] = evidence as [EvidencePlace, ...EvidencePlace[]]
    const taught =
      marked !== undefined && evidence.every(({meaning}) => meaning === undefined) ? [{...first, meaning: marked, confidence: ATTESTED}, ...rest] : evidence
    return {
      headword,
      kind: members.some((key) => knowledge.survey.names.has(key)) ? 'name' : undefined,
      variants: uniq(forms.filter((form) => form !== headword)),
      parts: compound && map(compound.parts, (part) => part.headword),
      see,
      status: 'proposed',
      evidence: taught,
    }
  })
  const wordsAround = ({start}: EvidencePlace): readonly string[] => {
    const target = targetAt.get(start)
    return target ? wordsBeside(knowledge.passages[target.passage] as Passage, target) : []
  }
  return [...entries, ...affixHypotheses(entries, wordsAround)]
}

/** Words that entries of a dictionary explain: those entries, the affixes among them, with the forms and places in which they were met. */
function explained(uses: readonly Use[]): Entry[] {
  const found = new Map<Entry, {evidence: EvidencePlace[]; forms: Map<string, Use[]>}>()
  const of = (entry: Entry) => {
    const own = found.get(entry) ?? {evidence: [], forms: new Map<string, Use[]>()}
    found.set(entry, own)
    return own
  }
  // Which glyph stands for the apostrophe is the typesetter's affair: a form is printed as it was first met.
  const printed = new Map<string, string>()
  const once = (surface: string): string => {
    const key = fold(surface)
    if (!printed.has(key)) printed.set(key, surface)
    return printed.get(key) as string
  }
  for (const use of uses) {
    const {term, place, reading} = use
    if (!reading) continue
    const {entry, parts, steps} = reading
    const own = of(entry)
    const surface = isCapitalised(entry.headword) ? term.surface : term.surface.toLowerCase()
    const form = steps.find(({kind}) => kind === 'form')?.from ?? once(surface)
    // What an inflected form was translated by is its own meaning, not that of its headword.
    const bare = unexplained(place)
    const inflected = isInflected(reading)
    own.evidence.push(fold(form) === fold(entry.headword) ? place : withFields(inflected ? bare : place, {form}))
    if (inflected) own.forms.set(form, [...(own.forms.get(form) ?? []), use])
    for (const affix of parts) if (affix !== entry && isAffix(affix)) of(affix).evidence.push(withFields(bare, {form}))
  }
  return Array.from(found, ([entry, {evidence, forms}]): Entry => {
    const listed = new Set(map(entry.forms ?? [], (form) => (typeof form === 'string' ? form : form.form)))
    const met = [...forms].filter(([form]) => !listed.has(form))
    const spellings = isAffix(entry) ? [] : flatMap(evidence, ({form}) => (form === undefined || forms.has(form) ? [] : form))
    return {
      ...entry,
      forms: [
        ...(entry.forms ?? []),
        ...map(met, ([form, own]) => {
          const meaning = maxBy(own, ({place}) => place.confidence ?? 0)?.place.meaning
          return meaning === undefined ? form : {form, meaning}
        }),
      ],
      variants: [...(entry.variants ?? []), ...spellings],
      evidence: isAffix(entry) || statedMeaning([{entry, parts: [entry], steps: [], score: 1}]) !== undefined ? map(evidence, unexplained) : evidence,
    }
  })
}

/** The entries of one language. */
function entriesOf(terms: readonly Term[], links: readonly WordLink[], knowledge: Knowledge, spelling: Spelling | undefined): Entry[] {
  const uses = usesOf(terms, links, knowledge)
  const unread = proposed(
    uses.filter(({reading}) => !reading),
    knowledge,
  )
  const keyOf = (surface: string) => fold(surface, spelling)
  return joinEntries([...explained(uses), ...unread], keyOf)
}

/**
 * What the story teaches: for each language met, in the order of first occurrence, an entry for every word, its spellings, forms, meanings
 * and where they were read. Words that no dictionary explains are proposed, and so are the affixes that they seem to have.
 */
export function collect({terms, links}: LinkedStory, knowledge: Knowledge): Glossary[] {
  const languages = [...groupBy(terms, ({lang}) => lang)]
  const found = map(languages, ([language, own]) => {
    const spelling = knowledge.spellingOf(language)
    const entries = entriesOf(own, links, knowledge, spelling)
    return {first: own[0] as Term, glossary: {language, ...(spelling && Object.keys(spelling).length > 0 && {spelling}), entries}}
  })
  const inOrder = map(
    sortBy(
      found,
      ({first}) => first.passage,
      ({first}) => first.start,
    ),
    ({glossary}) => glossary,
  )
  return inOrder.length > 0 ? inOrder : [{language: knowledge.lang, entries: []}]
}

/** The glossary of the language that most words belong to. */
export const mainOf = (glossaries: readonly Glossary[]): Glossary =>
  sortBy(
    glossaries,
    ({entries}) => -entries.reduce((sum, entry) => sum + (isAffix(entry) ? 0 : (entry.count ?? 0)), 0),
    ({language}) => language,
  )[0] as Glossary
