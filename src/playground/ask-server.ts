import type {WorkFile} from './background/protocol.js'
import {tokenOfPage} from './page-token.js'
import type {WorkCall} from './work-client.js'

/** A file as JSON carries it: bytes in base64. */
export interface SentFile extends Omit<WorkFile, 'content'> {
  readonly content: string | {readonly base64: string}
}

const unpack = ({content, ...file}: SentFile): WorkFile => ({
  ...file,
  content: typeof content === 'string' ? content : Uint8Array.from(atob(content.base64), (character) => character.charCodeAt(0)),
})

/** Asks the server of `xenogloss serve` for what the playground asks its worker for. */
export const askServer: WorkCall = async (name, takes) => {
  let response: Response
  try {
    response = await fetch('/work', {
      method: 'POST',
      headers: {'Content-Type': 'application/json', 'X-Xenogloss-Token': tokenOfPage()},
      body: JSON.stringify({name, takes}),
    })
  } catch (error) {
    throw new Error('xenogloss does not answer: it has ended, or its computer is asleep', {cause: error})
  }
  if (!response.ok) throw new Error((await response.text()).trim())
  const gives: unknown = await response.json()
  return (name === 'export' ? (gives as SentFile[]).map(unpack) : gives) as never
}
