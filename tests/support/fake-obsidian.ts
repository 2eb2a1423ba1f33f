/** As much of Obsidian as the example plugin uses, for a page that stands for a vault. */
import type {MarkdownPostProcessorContext} from 'obsidian'

/** What Obsidian adds to elements. */
interface ElementOptions {
  readonly text?: string
  readonly cls?: string
}

Object.assign(HTMLElement.prototype, {
  createEl(this: HTMLElement, tag: string, {text = '', cls = ''}: ElementOptions = {}) {
    const element = Object.assign(document.createElement(tag), {textContent: text, className: cls})
    this.append(element)
    return element
  },
  createDiv(this: HTMLElement, options?: ElementOptions) {
    return this.createEl('div', options)
  },
  setText(this: HTMLElement, text: string) {
    this.textContent = text
  },
  empty(this: HTMLElement) {
    this.replaceChildren()
  },
})

interface Command {
  readonly id: string
  readonly checkCallback: (isChecking: boolean) => boolean
}

export class Plugin {
  readonly processors: ((section: HTMLElement, context: MarkdownPostProcessorContext) => void)[] = []
  readonly commands: Command[] = []
  constructor(readonly app: unknown) {}
  registerMarkdownPostProcessor(processor: Plugin['processors'][number]): void {
    this.processors.push(processor)
  }
  addCommand(command: Command): void {
    this.commands.push(command)
  }
}

export class MarkdownView {
  constructor(readonly file: {readonly path: string; readonly basename: string}) {}
}

export class Modal {
  readonly modalEl = Object.assign(document.createElement('div'), {className: 'modal'})
  readonly titleEl = this.modalEl.createEl('h2')
  readonly contentEl = this.modalEl.createEl('div')
  constructor(readonly app: unknown) {}
  onOpen(): void {}
  onClose(): void {}
  open(): void {
    document.body.append(this.modalEl)
    this.onOpen()
  }
  close(): void {
    this.onClose()
    this.modalEl.remove()
  }
}

export class Notice {
  constructor(message: string) {
    document.body.createEl('div', {cls: 'notice', text: message})
  }
}
