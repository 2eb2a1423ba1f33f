import type {Renderer} from '../types.js'
import {ao3} from './ao3.js'
import {endnotes} from './endnotes.js'
import {footnotes} from './footnotes.js'
import {interlinear} from './interlinear.js'
import {plain} from './plain.js'
import {ruby} from './ruby.js'
import {tooltip} from './tooltip.js'

/** All built-in renderers. */
export const renderers: readonly Renderer[] = [tooltip, ruby, interlinear, footnotes, endnotes, ao3, plain]
