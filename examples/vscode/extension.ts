/** An extension of VS Code that starts the language server of xenogloss: `npm install && npm run build` in this folder, then F5. */
import type {ExtensionContext} from 'vscode'
import {LanguageClient, TransportKind} from 'vscode-languageclient/node.js'

let client: LanguageClient | undefined

export async function activate({asAbsolutePath}: Pick<ExtensionContext, 'asAbsolutePath'>): Promise<void> {
  const module = asAbsolutePath('node_modules/xenogloss/dist/language-server.js')
  const documentSelector = ['markdown', 'html', 'plaintext'].map((language) => ({language}))
  client = new LanguageClient('xenogloss', {module, transport: TransportKind.stdio}, {documentSelector})
  await client.start()
}

export const deactivate = (): Promise<void> | undefined => client?.stop()
