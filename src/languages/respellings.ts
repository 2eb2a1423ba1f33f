type Respelling = readonly [pattern: RegExp, replacement: string]

/** Ligatures as two letters, as typewriters print them. */
export const LIGATURES: readonly Respelling[] = [
  [/æ/gu, 'ae'],
  [/œ/gu, 'oe'],
]

/** Latin as printed since the Middle Ages: no difference between *i* and *j*, *u* and *v*. */
export const LATIN: readonly Respelling[] = [...LIGATURES, [/j/gu, 'i'], [/v/gu, 'u']]

/** German without its own letter. */
export const GERMAN: readonly Respelling[] = [[/ß/gu, 'ss']]

/** The usual ways of writing Russian in Latin letters, made one: *ja* and *ya*, *dobriy* and *dobry*, *borshch* and *borsch*. */
export const RUSSIAN: readonly Respelling[] = [
  [/'/gu, ''],
  [/s(?:h|t)?ch/gu, 'sh'],
  [/tch/gu, 'ch'],
  [/[kg]h/gu, 'h'],
  [/t[sz]/gu, 'c'],
  [/w/gu, 'v'],
  [/x/gu, 'ks'],
  [/oo/gu, 'u'],
  [/[jy](?=[aeou])/gu, 'i'],
  [/i[eo]/gu, 'e'],
  [/(?:[iy][yij]|i)$/gu, 'y'],
  [/(?<=[aeou])[ij](?![aeou])/gu, 'y'],
]
