import {type HostTag, hostTags, recognizeHost} from '../hosts/recognize-host.js'

/** Parts of a story whose language is recognised one by one, and their length and least length in UTF-16 code units. */
const PARTS = 4
const PART = 3000
const SHORTEST_PART = 1000

/** Where a page or its front matter says which language it is in, in UTF-16 code units. */
const HEAD = 4000
const DECLARED = /<html\b[^<>]*?\s(?:xml:)?lang\s*=\s*["']?([a-z]{2,3})\b|^lang(?:uage)?:[ \t]*["']?([a-z]{2,3})\b/imu

/** The tags of the languages that a story may be told in: what it says of itself, what its words say, and what the words of its parts say. */
export function storyHostTags(source: string): HostTag[] {
  const step = Math.max(PART, Math.floor(source.length / PARTS))
  const parts = Array.from({length: PARTS}, (_, index) => source.slice(index * step, index * step + PART)).filter(({length}) => length >= SHORTEST_PART)
  const [, page, frontMatter] = DECLARED.exec(source.slice(0, HEAD)) ?? []
  const declared = hostTags.find((tag) => tag === (page ?? frontMatter)?.toLowerCase())
  return [...new Set([...(declared === undefined ? [] : [declared]), recognizeHost(source), ...parts.map(recognizeHost)])]
}
