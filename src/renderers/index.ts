import type {Renderer} from '../types.js'
import {plain} from './plain.js'
import {tooltip} from './tooltip.js'

/** The shelf: every way of showing a line that is known here. */
export const renderers: readonly Renderer[] = [tooltip, plain]
