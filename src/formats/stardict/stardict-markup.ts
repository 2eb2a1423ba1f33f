/** Reduces the rarer markup of StarDict's definitions to text. Each function takes linear time. */

const ENTITIES: Readonly<Record<string, string>> = {lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' '}
const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-z]{2,4}));/gu, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })

/** Joins the lines that are not empty. */
const nonEmptyLines = (text: string): string =>
  text
    .split('\n')
    .flatMap((line) => line.replace(/\s+/gu, ' ').trim() || [])
    .join('\n')

const stripTags = (text: string, replacement: string): string => decodeEntities(text.replace(/<[^<>]*>/gu, replacement))

/** Returns the text of XML with elements of any name, as PowerWord and WordNet have it: each element on a line. */
export function xmlToText(xml: string): string {
  const pieces: string[] = []
  for (const [index, section] of xml.split('<![CDATA[').entries()) {
    const end = index === 0 ? -1 : section.indexOf(']]>')
    if (end >= 0) pieces.push(section.slice(0, end))
    pieces.push(stripTags(end < 0 ? section : section.slice(end + 3), '\n'))
  }
  return nonEmptyLines(pieces.join(''))
}

/** Returns the text of MediaWiki's markup: what links and headings show. Templates stay as they are written. */
export const wikiToText = (wiki: string): string =>
  nonEmptyLines(
    stripTags(
      wiki
        .replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/gu, '$1')
        .replace(/\[(?:https?|ftp):[^\s[\]]*(?: ([^[\]]*))?\]/gu, (_, label?: string) => label ?? '')
        .replace(/'{2,5}/gu, '')
        .replace(/^=+([^=\n]+)=+[ \t]*$/gmu, '$1')
        .replace(/^[*#:;]+/gmu, ''),
      '',
    ),
  )
