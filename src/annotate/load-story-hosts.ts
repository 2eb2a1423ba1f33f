import {loadHost} from '../hosts/load-host.js'
import type {HostTag} from '../hosts/recognize-host.js'
import type {Host} from '../hosts/types.js'
import {storyHostTags} from './story-host-tags.js'

/**
 * Loads the host languages for a story: those of which `annotate` then takes the one that the story is told in. For nearly every story it is one.
 *
 * @param tag of the language, if it is known
 */
export const loadStoryHosts = (source: string, tag?: HostTag): Promise<Host[]> => Promise.all((tag === undefined ? storyHostTags(source) : [tag]).map(loadHost))
