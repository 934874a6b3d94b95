/** SQL over a case `c`: it has come to its end, and nobody is to act on a clock of it. */
export const ENDED = `c.status IN ('declined', 'referred', 'withdrawn', 'closed', 'expunged', 'disposed')`;
