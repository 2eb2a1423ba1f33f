/**
 * Parts of a book that are no prose: values of `epub:type` (EPUB 3 Structural Semantics Vocabulary 1.1) and of the guide of EPUB 2 (OPF 2.0.1,
 * section 2.6). A glossary is read: it says what words mean.
 */
const NOT_PROSE: ReadonlySet<string> = new Set(
  [
    'cover titlepage title-page halftitlepage halftitle copyright-page copyright toc toc-brief landmarks page-list loa loi lot lov',
    'imprint imprimatur colophon index bibliography seriespage other-credits contributors pagebreak',
  ].flatMap((names) => names.split(' ')),
)

/** Whether one of the types says that a part of a book is no prose. */
export const isNoProse = (types: readonly string[]): boolean => types.some((type) => NOT_PROSE.has(type.toLowerCase()))
