/** Largest rate that the store accepts, in minor units: ten lakh rupees per unit. */
export const MAX_RATE = 100_000_000;
