/** Writes the published JSON Schemas from the valibot schemas. Run by `npm run schemas`; a test compares the result with the files. */
import {writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {toJsonSchema} from '@valibot/to-json-schema'
import {standoffSchema} from '../annotate/standoff-schema.js'
import {configurationSchema} from '../cli/configuration-schema.js'
import {dictionarySchema} from '../lexicon/dictionary-schema.js'

const formatSchema = (title: string, schema: Parameters<typeof toJsonSchema>[0]): string => {
  // JSON Schema has no flags for regular expressions; these have the same meaning without.
  const {$schema, ...rest} = toJsonSchema(schema, {errorMode: 'ignore'})
  return `${JSON.stringify({$schema, title, ...rest}, null, 2)}\n`
}

/** The text of each schema by its path from the project root. */
export const schemas = (): Record<string, string> => ({
  'dictionaries/dictionary.schema.json': formatSchema('xenogloss dictionary', dictionarySchema),
  'src/cli/config.schema.json': formatSchema('xenogloss configuration', configurationSchema),
  'src/annotate/standoff.schema.json': formatSchema('xenogloss standoff annotation', standoffSchema),
})

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of Object.entries(schemas())) writeFileSync(new URL(`../../${path}`, import.meta.url), text)
}
