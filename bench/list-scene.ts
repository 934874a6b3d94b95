import { caseListQuery } from '../src/complaint/records/case-list-query.js';
import { type ListSort, readCursor } from '../src/complaint/rules/list-cursor.js';
import type { ListFilter } from '../src/complaint/rules/list-question.js';
import type { ListStage } from './list-stage.js';

const LIMIT = 50;

/** A page of a list that somebody looks at. `''` in a filter: one that there is. */
export interface Scene {
  name: string;
  sort: ListSort;
  filter: ListFilter;
  /** How many pages in */
  page: number;
}
/** With the address of the page, and the statement that the application runs for it, as JSON. */
export interface PreparedScene extends Scene {
  query: string;
  bare: string;
}

/** Walks to the page that is measured, and makes the statement that the application will run for it. */
export async function prepareScene({ owner, arms, token, staffId }: ListStage, given: Scene): Promise<PreparedScene> {
  const scene = { ...given, filter: { ...given.filter } };
  const some = async (sql: string): Promise<string> =>
    ((await owner.query<{ id: string }>(sql)).rows[0] ?? { id: '' }).id;
  const { filter, sort } = scene;
  if (filter.assignedTo === '')
    filter.assignedTo = await some(`SELECT id FROM redress.staff WHERE sign_in_name = 'made7'`);
  if (filter.officerId === '') filter.officerId = await some('SELECT id FROM redress.officer ORDER BY id LIMIT 1');
  if (filter.departmentId === '')
    filter.departmentId = await some('SELECT id FROM redress.department ORDER BY id LIMIT 1');
  if (filter.allegationGroup === '')
    filter.allegationGroup = await some(`SELECT document -> 'allegations' -> 0 ->> 'group' AS id FROM redress.charter`);
  const asked = new URLSearchParams({ sort, limit: String(LIMIT) });
  for (const [name, value] of Object.entries(filter)) asked.set(name, String(value));
  for (let page = 0; page < scene.page; page++) {
    const answer = await fetch(`${arms.ours.address}/api/v1/complaints?${asked.toString()}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (answer.status !== 200) throw new Error(`${scene.name}, page ${page}: ${answer.status} ${await answer.text()}`);
    const { next } = (await answer.json()) as { next: string | null };
    if (next === null) break;
    asked.set('after', next);
  }
  const { rows } = await owner.query<{ code: string }>(
    `SELECT a ->> 'code' AS code FROM redress.charter, jsonb_array_elements(document -> 'allegations') a WHERE a ->> 'group' = $1`,
    [filter.allegationGroup],
  );
  const categories = filter.allegationGroup === undefined ? null : rows.map(({ code }) => code);
  const after = asked.has('after') ? readCursor(asked.get('after')!, sort) : null;
  const statement = caseListQuery({ filter, sort, limit: LIMIT + 1, after }, { staffId, readsAll: true, categories });
  return { ...scene, query: `/api/v1/complaints?${asked.toString()}`, bare: JSON.stringify(statement) };
}
