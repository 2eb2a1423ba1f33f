/** Writes the JSON Schemas that are published, made from the valibot schemas. Run by `npm run schemas`; a test compares. */
import {writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {toJsonSchema} from '@valibot/to-json-schema'
import {standoffSchema} from '../annotate/standoff-schema.js'
import {configurationSchema} from '../cli/configuration-schema.js'
import {dictionarySchema} from '../lexicon/dictionary-schema.js'

const print = (title: string, schema: Parameters<typeof toJsonSchema>[0]): string => {
  // Regular expressions lose their flag; ours mean the same without it.
  const {$schema, ...rest} = toJsonSchema(schema, {errorMode: 'ignore'})
  return `${JSON.stringify({$schema, title, ...rest}, null, 2)}\n`
}

/** Path from the project's root → text. */
export const schemas = (): Record<string, string> => ({
  'dictionaries/dictionary.schema.json': print('xenogloss dictionary', dictionarySchema),
  'src/cli/config.schema.json': print('xenogloss configuration', configurationSchema),
  'src/annotate/standoff.schema.json': print('xenogloss standoff annotation', standoffSchema),
})

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of Object.entries(schemas())) writeFileSync(new URL(`../../${path}`, import.meta.url), text)
}
