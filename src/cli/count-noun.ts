/** `1 story`, `2 stories` */
export const countNoun = (count: number, singular: string, plural = `${singular}s`): string => `${count} ${count === 1 ? singular : plural}`
