import {CLASS_OF_ROLE, EDGE_ROLES, ROLES} from '../roles.js'

/** Roles are named by English words. */
export const ENGLISH_ROLES: Readonly<Record<string, string>> = Object.fromEntries(
  [...CLASS_OF_ROLE.keys(), ...EDGE_ROLES, ...Object.values(ROLES).flatMap((set) => [...set])].map((role) => [role, role]),
)
