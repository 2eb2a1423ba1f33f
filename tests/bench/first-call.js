/** A process of its own: starts, loads the built library, annotates a paragraph, and prints how many milliseconds that took. */
const paragraph = '“Rhumel beshul,” said the old woman. She drew her shawl about her. (A cold night.)'

const began = performance.now()
const {annotate} = await import('xenogloss')
const loaded = performance.now()
annotate(paragraph)
const first = performance.now()
annotate(paragraph)
const second = performance.now()

console.log(JSON.stringify({load: loaded - began, first: first - loaded, second: second - first}))
