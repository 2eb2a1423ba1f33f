import {createRoot} from 'react-dom/client'
import Markdown from 'react-markdown'
import {remarkXenogloss} from 'xenogloss'
import story from './story.md'
import 'xenogloss/reader.css'
import 'xenogloss/reader/page'

const page = <Markdown remarkPlugins={[[remarkXenogloss, {renderer: 'tooltip'}]]}>{story}</Markdown>

createRoot(document.querySelector('main')).render(page)
