import type { PublishedView } from './published-view.js';

/** Whether this installation publishes such a thing at all: features come and go, and a report says what there is. */
export async function isPublished(view: PublishedView, table: string): Promise<boolean> {
  const [found] = await view.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    `published.${table}`,
  ]);
  return found?.there ?? false;
}
