import type {ElementContent} from 'hast'
import {toHtml} from 'hast-util-to-html'

/** Writes blocks as HTML, one on each line. */
export const toHtmlText = (blocks: readonly ElementContent[]): string => blocks.map((block) => `${toHtml(block)}\n`).join('')
