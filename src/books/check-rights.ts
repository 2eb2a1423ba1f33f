import {fileError} from '../formats/shared/input.js'
import {childrenNamed, descendantsNamed} from './xml-queries.js'
import {parseXmlTree} from './xml-tree.js'

/** Algorithms that hide nothing but fonts (EPUB 3.3, section 4.4.3; Adobe's older one), which are left as they are. */
const FONT_OBFUSCATION: ReadonlySet<string> = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#rc'])

const ENCRYPTION = 'META-INF/encryption.xml'
const UNKNOWN = 'an unknown algorithm'

/** Files in which systems of digital rights management keep their keys. */
const KEYS = ['META-INF/rights.xml', 'META-INF/license.lcpl', 'META-INF/sinf.xml']

/** How each file is encrypted that a list names; a list that cannot be read, or says nothing of a file, may mean anything. */
function readAlgorithms(text: string | undefined): string[] {
  const root = text === undefined ? undefined : parseXmlTree(text)
  if (!root) return [UNKNOWN]
  return descendantsNamed(root, 'EncryptedData').map((data) => childrenNamed(data, 'EncryptionMethod')[0]?.attributes.Algorithm ?? UNKNOWN)
}

/**
 * Refuses a book whose text is encrypted.
 *
 * @param hasFile whether the book has a file
 * @param readText undefined for a file that cannot be decoded
 * @throws TypeError that says so
 */
export function checkRights(hasFile: (path: string) => boolean, readText: (path: string) => string | undefined, file: string | undefined): void {
  const options = file === undefined ? {} : {file}
  const keys = KEYS.find(hasFile)
  if (keys !== undefined) throw fileError(options, `protected against copying (${keys}); only books without such protection can be annotated`)
  if (!hasFile(ENCRYPTION)) return
  const other = readAlgorithms(readText(ENCRYPTION)).find((algorithm) => !FONT_OBFUSCATION.has(algorithm.toLowerCase()))
  if (other !== undefined) throw fileError(options, `encrypted (${ENCRYPTION}: ${other}); only books that are not can be annotated`)
}
