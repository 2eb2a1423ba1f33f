import {fileError} from '../formats/shared/input.js'
import {descendantsNamed} from './xml-queries.js'
import {parseXmlTree} from './xml-tree.js'

/** Algorithms that hide nothing but fonts (EPUB 3.3, section 4.4.3; Adobe's older one), which are left as they are. */
const FONT_OBFUSCATION: ReadonlySet<string> = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#rc'])

/** Files in which systems of digital rights management keep their keys. */
const KEYS = ['META-INF/rights.xml', 'META-INF/license.lcpl', 'META-INF/sinf.xml']

/**
 * Refuses a book whose text is encrypted.
 *
 * @param readText undefined for a file that the book does not have
 * @throws TypeError that says so
 */
export function checkRights(readText: (path: string) => string | undefined, file: string | undefined): void {
  const options = file === undefined ? {} : {file}
  const keys = KEYS.find((path) => readText(path) !== undefined)
  if (keys !== undefined) throw fileError(options, `protected against copying (${keys}); only books without such protection can be annotated`)
  const text = readText('META-INF/encryption.xml')
  if (text === undefined) return
  const root = parseXmlTree(text)
  const methods = root ? descendantsNamed(root, 'EncryptionMethod').map(({attributes}) => attributes.Algorithm ?? '') : ['unknown']
  const other = methods.find((algorithm) => !FONT_OBFUSCATION.has(algorithm.toLowerCase()))
  if (other !== undefined) throw fileError(options, `encrypted (META-INF/encryption.xml: ${other}); only books that are not can be annotated`)
}
