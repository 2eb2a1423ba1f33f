/** A page that stands for Obsidian with a vault: notes are rendered section by section, each processed before it is shown. */
import XenoglossPlugin from '../../examples/obsidian/main.js'
import {MarkdownView, type Plugin} from './fake-obsidian.js'

const notes: Record<string, string> = {}
let active: MarkdownView | undefined
const app = {
  vault: {cachedRead: async ({path}: {path: string}) => notes[path] ?? ''},
  workspace: {getActiveViewOfType: (type: unknown) => (type === MarkdownView ? (active ?? null) : null)},
}
const plugin = new (XenoglossPlugin as unknown as new (app: unknown) => Plugin & {onload: () => void; onunload: () => void})(app)

function renderSection(markdown: string, context: object): HTMLElement {
  const section = document.createElement('div')
  const block = section.createEl(/^# /u.test(markdown) ? 'h1' : 'p', {})
  for (const [index, text] of markdown.replace(/^# /u, '').split('*').entries()) block.append(index % 2 === 1 ? createEmphasis(text) : text)
  for (const processor of plugin.processors) processor(section, context as never)
  return section
}
const createEmphasis = (text: string): HTMLElement => Object.assign(document.createElement('em'), {textContent: text})

const vault = {
  plugin,
  /** Opens a note in reading view. */
  openNote: (path: string, markdown: string, frontmatter?: object): void => {
    notes[path] = markdown
    active = new MarkdownView({path, basename: path.replace(/\.md$/u, '')})
    document.querySelector('.markdown-preview-view')?.remove()
    const view = document.body.createEl('div', {cls: 'markdown-preview-view'})
    const sizer = view.createEl('div', {cls: 'markdown-preview-sizer'})
    for (const section of markdown.split('\n\n')) sizer.append(renderSection(section, {sourcePath: path, frontmatter}))
  },
  /** Renders a section anew, as after a change of the note. */
  replaceSection: (index: number, markdown: string): void => {
    document.querySelectorAll('.markdown-preview-sizer > div')[index]?.replaceWith(renderSection(markdown, {sourcePath: active?.file.path}))
  },
  closeNote: (): void => {
    active = undefined
    document.querySelector('.markdown-preview-view')?.remove()
  },
}

export type Vault = typeof vault
Object.assign(globalThis, {vault})
plugin.onload()
