/** `node examples/react/render.js`: react-markdown with the plugin and a custom component for utterances. */
import {createElement as el} from 'react'
import {renderToStaticMarkup} from 'react-dom/server'
import Markdown from 'react-markdown'
import {remarkXenogloss} from 'xenogloss'

/** The class tells the spans of utterances, terms, glosses and translations apart; other spans stay unchanged. */
function Span({node: _, className, title, children, ...rest}) {
  if (className === 'xg-utterance' && title) return el('i', {...rest, title, 'aria-description': title}, children)
  return el('span', {...rest, className, title}, children)
}

const story = '“Sael harra na,” he said, and bowed. (The light keep you.)\n\n“Na harra sael,” said Ilse. (And you keep the light.)'
const page = el(Markdown, {remarkPlugins: [[remarkXenogloss, {lang: 'art-x-olvane'}]], components: {span: Span}}, story)

console.log(renderToStaticMarkup(page))
