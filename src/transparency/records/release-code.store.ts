import type { EntityManager } from 'typeorm';

/** Which words a series numbers: the classes of one epoch, or the values of one sensitive column in all. */
export type CodeScope = `class ${string}` | `value ${string}`;

interface Coded {
  jurisdictionId: string;
  dataset: string;
  scope: CodeScope;
}

/** In the order of their codes. */
export async function codedWords(manager: EntityManager, dataset: string, scope: CodeScope): Promise<string[]> {
  const rows: { word: string }[] = await manager.query(
    'SELECT word FROM redress.release_code WHERE dataset = $1 AND scope = $2 ORDER BY code',
    [dataset, scope],
  );
  return rows.map(({ word }) => word);
}

/** The words that are new get the next codes; a code never changes its meaning. @param words all, in the order of codes */
export async function keepCodes(manager: EntityManager, coded: Coded, words: readonly string[]): Promise<void> {
  const { jurisdictionId, dataset, scope } = coded;
  await manager.query(
    `INSERT INTO redress.release_code (jurisdiction_id, dataset, scope, code, word)
     SELECT $1, $2, $3, at - 1, word FROM unnest($4::text[]) WITH ORDINALITY AS given (word, at)
     ON CONFLICT (jurisdiction_id, dataset, scope, code) DO NOTHING`,
    [jurisdictionId, dataset, scope, words],
  );
}
