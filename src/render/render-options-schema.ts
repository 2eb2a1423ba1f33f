import * as v from 'valibot'
import {createPrefixSchema} from '../formats/shared/ids.js'
import {LANGUAGE_TAG} from '../prose/language-tag.js'
import {renderers} from './renderers/index.js'
import type {Renderer} from './types.js'

const createLanguageTag = () => v.pipe(v.string(), v.regex(LANGUAGE_TAG, 'a BCP 47 language tag, such as en'))

/** The fields of `RenderOptions` but `prefix`, which some exports set themselves. */
export const createRenderFields = () => ({
  gloss: v.optional(v.picklist(['kept', 'hidden', 'moved'])),
  density: v.optional(v.picklist(['every', 'first', 'unknown'])),
  known: v.optional(v.array(v.string())),
  languages: v.optional(v.array(v.pipe(v.string(), v.nonEmpty()))),
  lang: v.optional(createLanguageTag()),
})

const isRenderer = (value: unknown): boolean =>
  typeof value === 'string'
    ? renderers.some(({name}) => name === value)
    : typeof (value as Renderer | null)?.name === 'string' && typeof (value as Renderer).render === 'function'

/** A renderer, or the name of a built-in one. */
const createRendererSchema = () =>
  v.optional(v.custom<Renderer | string>(isRenderer, `one of ${renderers.map(({name}) => `'${name}'`).join(', ')}, or an object with \`name\` and \`render\``))

/** `prefix` and `renderer`. */
export const createRendererFields = () => ({prefix: createPrefixSchema(), renderer: createRendererSchema()})

/** The fields of `HastOptions`. */
export const createHastFields = () => ({...createRenderFields(), ...createRendererFields(), entries: v.optional(v.picklist(['enclosed', 'apart']))})
