import * as v from 'valibot'
import {optionsSchema} from '../annotate/options-schema.js'
import {KEY_NAMES, withLexicons} from '../annotate/resolve-options.js'
import type {Options} from '../annotate/types.js'
import {createHastFields} from '../render/render-options-schema.js'
import type {HastOptions} from '../render/types.js'
import {checkOptionsBySchema} from '../util/check-options.js'
import {omitUndefined} from '../util/objects.js'
import type {PluginOptions} from './types.js'

function createSchema() {
  const {format: _, ...annotateFields} = optionsSchema.entries
  const {lang: __, ...hastFields} = createHastFields()
  return v.strictObject({...annotateFields, ...hastFields})
}

/** The checked options of a plugin, apart by what they are for. */
interface ResolvedPluginOptions {
  /** With their dictionaries indexed, once for all stories. */
  readonly annotation: Options
  /** Absent if the tree is to have the raw nodes. */
  readonly rendering?: Omit<HastOptions, 'lang'>
}

/**
 * Checks the options of a plugin.
 *
 * @throws TypeError for wrong options, and for options of a renderer without one
 */
export function resolvePluginOptions(given: PluginOptions): ResolvedPluginOptions {
  const {renderer, gloss, density, known, languages, prefix, entries, ...options} = checkOptionsBySchema(createSchema, given, KEY_NAMES)
  const annotation = withLexicons(options)
  const rendering = omitUndefined<Omit<HastOptions, 'lang'>>({gloss, density, known, languages, prefix, entries})
  const [first] = Object.keys(rendering)
  if (renderer === undefined && first !== undefined) throw new TypeError(`Option \`${first}\` says how a story is rendered; give \`renderer\`, too`)
  return renderer === undefined ? {annotation} : {annotation, rendering: {...rendering, renderer}}
}
