/** Where a person reads: the first visible block, by number and text, and where its upper edge is, in CSS pixels of the window. */
interface ReadingPlace {
  readonly index: number
  readonly text: string
  readonly top: number
}

/** The blocks of a story, without elements that the reader adds. */
const blocksIn = (story: HTMLElement): HTMLElement[] => [...story.querySelectorAll<HTMLElement>(':scope > :not(.xg-data, .xg-holder)')]

function placeIn(story: HTMLElement, scroller: Element): ReadingPlace | undefined {
  if (scroller.scrollTop === 0) return undefined
  const edge = Math.max(scroller.getBoundingClientRect().top, 0)
  const blocks = blocksIn(story)
  const index = blocks.findIndex((block) => block.getBoundingClientRect().bottom > edge)
  const block = blocks[index]
  return block && {index, text: block.textContent ?? '', top: block.getBoundingClientRect().top}
}

/** Finds the nearest block with the same text, else the block that is now at the same index. */
function findBlock(blocks: readonly HTMLElement[], {index, text}: ReadingPlace): HTMLElement | undefined {
  const matches = [...blocks.keys()].filter((at) => blocks[at]?.textContent === text)
  const nearest = matches.sort((a, b) => Math.abs(a - index) - Math.abs(b - index))[0] ?? Math.min(index, blocks.length - 1)
  return blocks[nearest]
}

/** Changes the content of a story, and scrolls to where the person was reading. */
export function keepPlace(story: HTMLElement, change: () => void): void {
  // Beside the words the story scrolls by itself; on a phone the page does.
  const column = story.closest('.text')
  const scroller = column && getComputedStyle(column).overflowY === 'auto' ? column : (document.scrollingElement ?? document.documentElement)
  const place = placeIn(story, scroller)
  change()
  const block = place && findBlock(blocksIn(story), place)
  if (block) scroller.scrollBy({top: block.getBoundingClientRect().top - place.top, behavior: 'instant'})
}
