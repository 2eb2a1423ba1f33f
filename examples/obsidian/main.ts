/**
 * A plugin of Obsidian: tips over the lines and words of invented languages in reading view, and a command that shows the glossary of a note. To make main.js
 * and styles.css beside manifest.json:
 *
 *     npm install xenogloss obsidian esbuild
 *     npx esbuild main.ts styles=xenogloss/reader.css --bundle --format=cjs --external:obsidian --outdir=.
 */
import {type App, type MarkdownPostProcessorContext, MarkdownView, Modal, Notice, Plugin, type TFile} from 'obsidian'
import {annotate, type Glossary, type Options} from 'xenogloss'
import {annotateElement} from 'xenogloss/dom'
import {mount} from 'xenogloss/reader'

/** What Obsidian renders a note into, section by section. */
const NOTE = '.markdown-preview-view'
/** Delay in milliseconds in which further sections of a note are rendered. */
const DELAY = 100

/** An annotated note. */
interface ShownNote {
  readonly remove: () => void
  readonly unmount: () => void
}

export default class XenoglossPlugin extends Plugin {
  private readonly shown = new Map<HTMLElement, ShownNote>()
  /** Sections that were rendered since the last annotation, and the notes that they belong to. */
  private readonly rendered = new Map<HTMLElement, MarkdownPostProcessorContext>()
  private timer = 0
  private readonly ending = new AbortController()

  override onload(): void {
    this.registerMarkdownPostProcessor((section, context) => {
      this.rendered.set(section, context)
      window.clearTimeout(this.timer)
      this.timer = window.setTimeout(() => void this.update(), DELAY)
    })
    this.addCommand({
      id: 'glossary',
      name: 'Show the glossary of this note',
      checkCallback: (isChecking) => {
        const file = this.app.workspace.getActiveViewOfType(MarkdownView)?.file
        if (file && !isChecking) void this.showGlossary(file)
        return Boolean(file)
      },
    })
  }

  override onunload(): void {
    window.clearTimeout(this.timer)
    this.ending.abort()
    for (const note of [...this.shown.keys()]) this.hide(note)
  }

  /** Annotates the notes with new sections: what translates a line may stand in another section. */
  private async update(): Promise<void> {
    const notes = new Map([...this.rendered].map(([section, context]) => [section.closest<HTMLElement>(NOTE), context] as const))
    this.rendered.clear()
    for (const note of [...this.shown.keys()]) if (!note.isConnected) this.hide(note)
    for (const [note, context] of notes) if (note) await this.show(note, context)
  }

  private async show(note: HTMLElement, {sourcePath, frontmatter}: MarkdownPostProcessorContext): Promise<void> {
    try {
      // The front matter is no part of what is shown.
      const options: Options = {...frontmatter?.xenogloss, work: sourcePath}
      const {remove} = await annotateElement(note, {annotator: annotate, options, signal: this.ending.signal})
      const earlier = this.shown.get(note)
      const unmount = earlier?.unmount ?? mount(note, {story: sourcePath, panel: null})
      this.shown.set(note, {remove, unmount})
    } catch (error) {
      if (!this.ending.signal.aborted) new Notice(`xenogloss: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  private hide(note: HTMLElement): void {
    this.shown.get(note)?.unmount()
    this.shown.get(note)?.remove()
    this.shown.delete(note)
  }

  private async showGlossary(file: TFile): Promise<void> {
    const {glossaries} = annotate(await this.app.vault.cachedRead(file), {work: file.path})
    new GlossaryModal(this.app, file.basename, glossaries).open()
  }
}

/** The words that a note teaches, by language. */
class GlossaryModal extends Modal {
  constructor(
    app: App,
    private readonly name: string,
    private readonly glossaries: readonly Glossary[],
  ) {
    super(app)
  }

  override onOpen(): void {
    this.titleEl.setText(`Words in ${this.name}`)
    const found = this.glossaries.filter(({entries}) => entries.length > 0)
    if (found.length === 0) this.contentEl.createEl('p', {text: 'Nothing foreign was found in this note.'})
    for (const {language, entries} of found) {
      this.contentEl.createEl('h3', {text: language})
      const list = this.contentEl.createEl('dl', {cls: 'xg-glossary'})
      for (const {headword, senses = []} of entries) {
        const entry = list.createDiv()
        entry.createEl('dt', {text: headword})
        const meanings = senses.map((sense) => (typeof sense === 'string' ? sense : sense.definition))
        entry.createEl('dd', {text: meanings.join('; ') || 'meaning unknown'})
      }
    }
  }

  override onClose(): void {
    this.contentEl.empty()
  }
}
