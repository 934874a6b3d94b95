import type { EntityManager } from 'typeorm';
import { SeriesRefused } from '../series/index.js';

/**
 * Which words a series numbers: the classes of one epoch, the values of one sensitive column in all, and what each word of
 * a quasi-identifier in an epoch is part of (`word <epoch> <column>`).
 */
export type CodeScope = `class ${string}` | `value ${string}` | `word ${string}`;

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

/**
 * The words that are new get the next codes; a code never changes its meaning.
 * @param words all, in the order of codes @throws SeriesRefused series-moved-on when another build gave a code otherwise
 */
export async function keepCodes(manager: EntityManager, coded: Coded, words: readonly string[]): Promise<void> {
  const { jurisdictionId, dataset, scope } = coded;
  await manager.query(
    `INSERT INTO redress.release_code (jurisdiction_id, dataset, scope, code, word)
     SELECT $1, $2, $3, at - 1, word FROM unnest($4::text[]) WITH ORDINALITY AS given (word, at)
     ON CONFLICT DO NOTHING`,
    [jurisdictionId, dataset, scope, words],
  );
  const kept = await codedWords(manager, dataset, scope);
  if (words.some((word, code) => kept[code] !== word))
    throw new SeriesRefused('series-moved-on', 'another build of the dataset gave a code to another word');
}
