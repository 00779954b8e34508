/** Of pins, groups, chained roles, accounts with something set: more than the largest organisations have accounts. */
export const MOST_KEPT = 10_000;
