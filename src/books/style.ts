/** The style sheets of what is added to a book. No sizes in pixels and no colors, so that the reader's own settings apply. */

/** For chapters: names no element of the author's. */
export const CHAPTER_STYLE = `a.xgb-word { color: inherit; text-decoration: none; border-bottom: 0.06em dotted; }
sup.xgb-mark { font-size: 0.65em; line-height: 0; }
.xgb-notes { margin-top: 2em; font-size: 0.9em; }
.xgb-notes p { margin: 0 0 0.3em; text-indent: 0; }
`

/** For the pages of glossaries. */
export const GLOSSARY_STYLE = `h1, h2 { text-align: center; }
article { margin: 0 0 0.8em; }
p, ol { margin: 0 0 0.2em; text-indent: 0; }
dfn { font-style: normal; font-weight: bold; }
small { font-size: 0.85em; }
`
