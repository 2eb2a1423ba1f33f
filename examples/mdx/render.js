/** `node examples/mdx/render.js`: compiles an MDX story with the plugin, as Next.js, Astro and Docusaurus do, and renders it. */
import {evaluate} from '@mdx-js/mdx'
import {createElement as el} from 'react'
import * as runtime from 'react/jsx-runtime'
import {renderToStaticMarkup} from 'react-dom/server'
import {remarkXenogloss} from 'xenogloss'

const story = `
# The Lamp at <Place name="Orun Keth" />

“Sael harra na,” he said, and bowed. (The light keep you.)

“Na harra sael,” said {props.keeper}. (And you keep the light.)
`

const {default: Story} = await evaluate(story, {...runtime, remarkPlugins: [[remarkXenogloss, {lang: 'art-x-olvane'}]]})

console.log(renderToStaticMarkup(el(Story, {keeper: 'Ilse', components: {Place: ({name}) => el('b', null, name)}})))
