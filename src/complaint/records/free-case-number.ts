const MOST_DRAWS = 5;
const TAKEN = { code: '23505', constraint: 'complaint_jurisdiction_id_case_number_key' };

/** Draws case numbers until one is free (of 2^40 a year; the second draw is for the books), each in a transaction anew. */
export async function withFreeCaseNumber<T>(draw: () => string, file: (caseNumber: string) => Promise<T>): Promise<T> {
  for (let draws = 1; ; draws++) {
    try {
      return await file(draw());
    } catch (error) {
      if (!isTaken(error) || draws === MOST_DRAWS) throw error;
    }
  }
}

function isTaken(error: unknown): boolean {
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return code === TAKEN.code && constraint === TAKEN.constraint;
}
