/** An element of a page, by its id or one of its classes. */
export interface ElementName {
  readonly id?: string
  readonly className?: string
}

/** Where the pages of a site have the story, and its notes. */
export interface StorySite {
  readonly site: string
  readonly story: ElementName
  readonly notes: readonly ElementName[]
}

/**
 * Sites whose pages are known, and what saves their stories. The first whose story is on a page counts. Comments of readers stand outside of these
 * elements, or on other pages.
 */
export const STORY_SITES: readonly StorySite[] = [
  {site: 'Archive of Our Own', story: {id: 'workskin'}, notes: [{id: 'work_endnotes'}]},
  {site: 'Archive of Our Own, downloaded', story: {id: 'chapters'}, notes: [{id: 'endnotes'}, {className: 'userstuff'}]},
  {site: 'FanFiction.net, FictionPress', story: {id: 'storytext'}, notes: []},
  {site: 'FicHub, FanFicFare', story: {className: 'storytext'}, notes: []},
  {site: 'Royal Road', story: {className: 'chapter-content'}, notes: [{className: 'author-note'}]},
  {site: 'Scribble Hub', story: {id: 'chp_raw'}, notes: [{className: 'wi_authornotes_body'}]},
  {site: 'Wattpad', story: {className: 'panel-reading'}, notes: []},
]

/** Where other pages have notes, outside of the main part or the article too: as Markdown processors and WordPress write them. */
export const NOTE_CONTAINERS: readonly ElementName[] = [{className: 'footnotes'}, {className: 'endnotes'}, {className: 'wp-block-footnotes'}, {id: 'footnotes'}]
