/** SCOWL's sizes, commonest words first; the compiled list has one line for each. */
export const TIERS = [10, 20, 35, 40, 50, 55, 60, 70] as const
