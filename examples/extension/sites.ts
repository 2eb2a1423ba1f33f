/** Where the story stands in the pages of archives, and which work and chapter it is. */
import type {Chapter} from './protocol.js'

export interface StoryPlace {
  readonly root: HTMLElement
  readonly chapter: Chapter
}

interface Site {
  readonly hosts: RegExp
  /** Finds work and chapter in the path of an address. */
  readonly path: RegExp
  /** Selects the story, and its title. */
  readonly story: string
  readonly title: string
  /** Selects a link whose path names the work, where the page's own does not. */
  readonly workLink?: string
}

const SITES: readonly Site[] = [
  {
    hosts: /(?:^|\.)archiveofourown\.org$/u,
    path: /^\/(?:collections\/[^/]+\/)?(?<work>works\/\d+)(?:\/chapters\/(?<chapter>\d+))?/u,
    story: '#chapters',
    title: 'h2.title',
  },
  {hosts: /(?:^|\.)fanfiction\.net$/u, path: /^\/(?<work>s\/\d+)\/(?<chapter>\d+)/u, story: '#storytext', title: '#profile_top b.xcontrast_txt'},
  {
    hosts: /(?:^|\.)royalroad\.com$/u,
    path: /^\/(?<work>fiction\/\d+)\/[^/]+\/chapter\/(?<chapter>\d+)/u,
    story: '.chapter-inner.chapter-content',
    title: '.fic-header h2, h2',
  },
  {
    hosts: /(?:^|\.)wattpad\.com$/u,
    path: /^\/(?<chapter>\d+)(?:-|$)/u,
    story: '#parts-container-new, .story-parts, main',
    title: 'h1, h2.title',
    workLink: 'a[href*="/story/"]',
  },
]

const textOf = (selector: string): string | undefined => document.querySelector(selector)?.textContent?.trim().replace(/\s+/gu, ' ').slice(0, 200)

/** The story on a page of a known archive; undefined if it has none. */
export function findKnownStory({hostname, pathname}: Location = location): StoryPlace | undefined {
  const site = SITES.find(({hosts}) => hosts.test(hostname))
  const groups = site?.path.exec(pathname)?.groups
  const root = site && document.querySelector<HTMLElement>(site.story)
  if (!site || !groups || !root) return undefined
  const link = site.workLink ? /\/(story\/\d+)/u.exec(document.querySelector(site.workLink)?.getAttribute('href') ?? '')?.[1] : undefined
  const {work = link ?? `part/${groups.chapter}`, chapter = 'all'} = groups
  const domain = hostname.split('.').slice(-2).join('.')
  return {root, chapter: {work: `${domain}/${work}`, chapter, title: textOf(site.title) || document.title}}
}

/** The story on any page: its article or main part. Each page is a work of its own. */
export function findAnyStory(): StoryPlace {
  const root = document.querySelector<HTMLElement>('article, main, [role=main]') ?? document.body
  const {hostname, pathname} = location
  return {root, chapter: {work: `${hostname}${pathname}`.slice(0, 300), chapter: 'all', title: document.title}}
}
