import mapValues from 'lodash-es/mapValues.js'
import {isMap, isScalar, type Scalar} from 'yaml'
import {createLexicon} from '../lexicon/create-lexicon.js'
import {UNKNOWN_LANGUAGE} from '../prose/language-tag.js'
import type {SourceSpan} from '../prose/types.js'
import {findDuplicateKey, parseYaml} from '../source/front-matter.js'
import {describeUnknown} from '../util/describe-issue.js'
import type {FrontMatterReader} from './annotator-parts.js'
import {mergeOptions} from './merge-options.js'
import {FRONT_MATTER_OPTIONS} from './options-schema.js'
import type {Problem} from './problem.js'
import {checkOptions, toEntries, withLexicons} from './resolve-options.js'
import type {Meaning, Options} from './types.js'

type Name = (typeof FRONT_MATTER_OPTIONS)[number]

/** More YAML aliases than this in one block are an attack. */
const MOST_ALIASES = 100

const isPlain = (value: unknown): value is Readonly<Record<string, Meaning>> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Booleans as YAML 1.1 and linters write them. */
const BOOLEANS: Readonly<Record<string, boolean>> = {true: true, on: true, yes: true, false: false, off: false, no: false}
const toBoolean = (value: unknown): unknown => (typeof value === 'string' && Object.hasOwn(BOOLEANS, value) ? BOOLEANS[value] : value)

/** Converts an option from YAML without types, where every scalar is a string. */
function convertOption(name: Name, value: unknown): unknown {
  if (name === 'terms' && Array.isArray(value))
    return value.flatMap((item: unknown) => (isPlain(item) && !('headword' in item) ? toEntries(item as Readonly<Record<string, Meaning>>) : [item]))
  if (name === 'rules' && isPlain(value)) return mapValues(value, toBoolean)
  if (name === 'recognize') return toBoolean(value)
  return name === 'threshold' && typeof value === 'string' && /^\s*[\d.]+\s*$/u.test(value) ? Number(value) : value
}

/**
 * Checks one option; dictionaries are indexed, which finds what the schema cannot.
 *
 * @throws TypeError that says what is wrong
 */
function checkOption(name: Name, value: unknown): Options {
  const options = {[name]: value} as Options
  checkOptions(options)
  if (name === 'dictionaries') return withLexicons(options)
  if (name === 'terms') createLexicon({language: UNKNOWN_LANGUAGE, entries: toEntries(options.terms ?? [])})
  return options
}

/** An error with its place in the block. */
const errorAt = (reason: string, at: SourceSpan): TypeError => Object.assign(new TypeError(reason), {at})

const placeOf = ({range}: Scalar, fallback: SourceSpan): SourceSpan => (range ? {start: range[0], end: range[1]} : fallback)

/** The options of a block: name, value, and place of the name in the block. */
function parseBlock(text: string): {name: string; value: unknown; at: SourceSpan}[] {
  const whole = {start: 0, end: text.length}
  const document = parseYaml(text)
  const pair = isMap(document.contents) ? document.contents.items.find(({key}) => isScalar(key) && key.value === 'xenogloss') : undefined
  const at = isScalar(pair?.key) ? placeOf(pair.key, whole) : whole
  const [error] = document.errors
  if (error && (pair || /^xenogloss:/mu.test(text))) throw errorAt(`Invalid YAML: ${error.message}`, {start: error.pos[0], end: error.pos[1]})
  const own = pair?.value
  if (!own || (isScalar(own) && own.value === '')) return []
  if (!isMap(own)) throw errorAt(`\`xenogloss\` must be a map of ${FRONT_MATTER_OPTIONS.map((name) => `\`${name}\``).join(', ')}`, at)
  const duplicate = findDuplicateKey(own)
  if (duplicate) throw errorAt(`Invalid YAML: duplicate key \`${duplicate.value}\``, placeOf(duplicate, at))
  const values = document.toJS({maxAliasCount: MOST_ALIASES}) as {xenogloss: Record<string, unknown>}
  return own.items.flatMap(({key}) => (isScalar(key) ? [{name: String(key.value), value: values.xenogloss[String(key.value)], at: placeOf(key, at)}] : []))
}

/** Reads the options under `xenogloss` one by one; an invalid one is reported and skipped. */
export const frontMatter: FrontMatterReader = (text) => {
  const problems: Problem[] = []
  let options: Options = {}
  const report = (error: unknown, at: SourceSpan) => {
    const reason = error instanceof Error ? error.message : String(error)
    problems.push({at: (error as {at?: SourceSpan}).at ?? at, reason: reason.replace(/^Option /u, '')})
  }
  try {
    for (const {name, value, at} of parseBlock(text)) {
      try {
        const known = FRONT_MATTER_OPTIONS.find((option) => option === name)
        if (!known) throw new TypeError(describeUnknown('option', name, FRONT_MATTER_OPTIONS))
        options = mergeOptions(options, checkOption(known, convertOption(known, value)))
      } catch (error) {
        report(error, at)
      }
    }
  } catch (error) {
    report(error, {start: 0, end: text.length})
  }
  return {options, problems}
}
