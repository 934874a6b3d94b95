/** For Ajv: its optimizer takes as long as all the rest of a start's compiling, and what is checked is checked seldom. */
export const QUICKLY_COMPILED = { code: { optimize: false } } as const;
