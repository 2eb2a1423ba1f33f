/** What windows-1252 has in place of the controls from U+0080 to U+009F (WHATWG Encoding). */
const IN_PLACE_OF_CONTROLS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Decodes windows-1252. The `TextDecoder` of some versions of Node gives controls for its quotation marks and dashes. */
export const decodeWindows1252 = (bytes: Uint8Array): string =>
  new TextDecoder('latin1').decode(bytes).replace(/[\u0080-\u009f]/gu, (control) => IN_PLACE_OF_CONTROLS[control.charCodeAt(0) - 0x80] as string)
