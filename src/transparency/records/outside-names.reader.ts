import type { EntityManager } from 'typeorm';

const ACCENTED = 'áàâäãåāéèêëēęíìîïīóòôöõøōúùûüūñńçćčšśžźżýł';
const PLAIN = 'aaaaaaaeeeeeeiiiiiooooooouuuuunncccsszzzyl';
/** One of the words of a name stands among the words that are asked for. */
const SHARES_A_WORD = `string_to_array(regexp_replace(translate(lower(name), '${ACCENTED}', '${PLAIN}'), '[^a-z]+', ' ', 'g'), ' ')
  && $1::text[]`;

/**
 * Officers and staff of the jurisdiction who have a word of their name in common with these words, in small letters without accents: a text
 * may name them though they are not in its case. A city has tens of thousands of officers, so the database picks.
 */
export async function outsideNames(
  manager: EntityManager,
  words: readonly string[],
): Promise<{ officers: string[]; staff: string[] }> {
  const of = async (sql: string): Promise<string[]> => {
    const rows: { name: string }[] = await manager.query(sql, [words]);
    return rows.map(({ name }) => name);
  };
  return {
    officers: await of(
      'SELECT DISTINCT name FROM redress.officer WHERE ' + SHARES_A_WORD + ' ORDER BY name LIMIT 2000',
    ),
    staff: await of(
      'SELECT name FROM (SELECT display_name AS name FROM redress.staff) AS staff WHERE ' +
        SHARES_A_WORD +
        ' ORDER BY name',
    ),
  };
}
