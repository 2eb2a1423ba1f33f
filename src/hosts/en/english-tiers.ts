/** The sizes of SCOWL, commonest words first; a line of the compiled list for each. */
export const TIERS = [10, 20, 35, 40, 50, 55, 60, 70] as const
