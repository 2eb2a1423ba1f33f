/** What the server has written into this page, and expects of its requests. */
export const tokenOfPage = (): string => document.querySelector<HTMLMetaElement>('meta[name="xenogloss-token"]')?.content ?? ''
