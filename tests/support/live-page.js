/** What the pages of tests/dom load: the library, the reader and React, as globals that a test can reach. */
import {createElement, useState} from 'react'
import {createRoot} from 'react-dom/client'
import {annotateElement} from '../../src/dom.ts'
import {mount} from '../../src/reader.ts'
import {createWorkerAnnotator} from '../../src/worker.ts'

globalThis.live = {annotateElement, createWorkerAnnotator, mount, createElement, createRoot, useState, annotator: createWorkerAnnotator()}
