import {messageLabels, readMessageSender, screenplayCues} from '../prose/quotations/speaker-labels.js'
import type {Tokens} from '../prose/types.js'
import type {Passage} from '../source/types.js'

/** What an address of the web, of mail, a handle or a tag has in it. */
const SIGNS = ['://', 'www.', '@', '#', '.com', '.org', '.net', '.html']
/** An address, handle or tag: from white space to white space. */
const ADDRESS = /:\/\/|^\W{0,3}www\.|\w@\w|^\W{0,3}[@#][\p{L}\p{N}]|\w\.(?:com|org|net|html?|io)(?:\/|\W*$)/u

/** A longer stretch without white space is looked at only at its beginning. */
const LONGEST = 200

/** The words that name those who send messages. */
function sendersIn(passages: readonly Passage[], {starts, ends}: Tokens): number[] {
  const senders = new Set(passages.flatMap(({text}) => (text.includes('<') ? (readMessageSender(text) ?? []) : [])))
  if (senders.size === 0) return []
  return passages.flatMap(({text, tokens}) => {
    const own: number[] = []
    for (let token = tokens.start; token < tokens.end; token++) if (senders.has(text.slice(starts[token], ends[token]))) own.push(token)
    return own
  })
}

/** The words that name who speaks in a screenplay. */
function cuesIn(passages: readonly Passage[], {starts}: Tokens): number[] {
  const lengths = screenplayCues(passages.map(({text}) => text))
  return passages.flatMap(({tokens}, index) => {
    const own: number[] = []
    for (let token = tokens.start; token < tokens.end && (starts[token] as number) < (lengths[index] ?? 0); token++) own.push(token)
    return own
  })
}

/** The words before messages that are sent in turns. */
function labelsIn(passages: readonly Passage[], {starts, ends}: Tokens): number[] {
  const labels = messageLabels(passages.map(({text}) => text))
  return passages.flatMap(({tokens}, index) => {
    const own: number[] = []
    let token = tokens.start
    for (const {start, end} of labels[index] ?? []) {
      while (token < tokens.end && (starts[token] as number) < end) {
        if ((ends[token] as number) > start) own.push(token)
        token++
      }
    }
    return own
  })
}

/** The words of a story that stand in addresses, handles and tags, or name who sends a message or speaks: they belong to no language. */
export function addressesIn(passages: readonly Passage[], words: Tokens): number[] {
  const {starts, ends} = words
  const found = [...sendersIn(passages, words), ...cuesIn(passages, words), ...labelsIn(passages, words)]
  for (const {text, tokens} of passages) {
    if (!SIGNS.some((sign) => text.includes(sign))) continue
    let token = tokens.start
    for (const {0: stretch, index} of text.matchAll(/\S+/gu)) {
      const end = index + stretch.length
      const isAddress = ADDRESS.test(stretch.slice(0, LONGEST))
      while (token < tokens.end && (starts[token] as number) < end) {
        if (isAddress && (ends[token] as number) > index) found.push(token)
        token++
      }
    }
  }
  return found
}
