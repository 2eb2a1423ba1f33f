import {visible} from '../prose/visible.js'
import {EXIT, failure} from './command-failure.js'
import {readDictionary} from './read-dictionary.js'
import type {Session} from './session.js'
import {type GlossaryOutput, writeGlossary} from './write-glossary.js'

/** Joins glossaries, and writes the one that comes of it. */
export async function mergeFiles(files: readonly string[], options: GlossaryOutput, session: Session): Promise<void> {
  const {mergeGlossaries} = await import('../glossary/merge-glossaries.js')
  const glossaries = await Promise.all(files.map(readDictionary))
  const languages = [...new Set(glossaries.map(({language}) => language))]
  if (languages.length > 1) throw failure(`They are of different languages, ${visible(languages.join(', '))}: merge those of one`, EXIT.usage)
  await writeGlossary(mergeGlossaries(glossaries), options, session, {inputs: files})
}

/** Writes a glossary in another format. */
export async function exportFile(file: string, options: GlossaryOutput, session: Session): Promise<void> {
  await writeGlossary(await readDictionary(file), options, session, {inputs: [file]})
}

/** Makes a glossary of a dictionary, or brings one up to date with what was decided in it. */
export async function importFile(file: string, options: GlossaryOutput & {readonly into?: string}, session: Session): Promise<void> {
  const imported = await readDictionary(file)
  if (options.into === undefined) return writeGlossary(imported, {...options, ...(options.output === undefined && {to: 'json'})}, session, {inputs: [file]})
  const {decisionsOf, mergeGlossaries} = await import('../glossary/merge-glossaries.js')
  const old = await readDictionary(options.into)
  if (old.language !== imported.language) {
    throw failure(
      `${visible(file)} is of ${visible(imported.language)}, ${visible(options.into)} of ${visible(old.language)}: one glossary is of one language; bring another up to date with --into`,
    )
  }
  await writeGlossary(mergeGlossaries([old, decisionsOf(imported)]), {output: options.into, to: 'json'}, session, {inputs: [file]})
}
