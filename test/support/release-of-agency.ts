import type { Agency } from './agency.js';
import { generateComplaints } from './generated-complaints.js';
import { readCsv, ReleaseDesk } from './release-desk.js';
import type { Answer } from './test-app.js';

export interface Released {
  manifest: Answer['body'];
  rows: Record<string, string>[];
}

/** A dataset all the way to the public: what anybody may download. */
export async function published({ redress }: Agency, dataset: string): Promise<Released> {
  const desk = await ReleaseDesk.open(redress);
  const asked = await desk.published(dataset);
  const file = async (name: string) =>
    redress.request('GET', desk.address(asked, `/releases/${asked.version}/${name}`));
  return { manifest: (await file('manifest.json')).body, rows: readCsv((await file('data.csv')).text) };
}

/**
 * The agency publishes its closed cases: those of the story among many others of years before, whose allegations are the
 * charter's.
 */
export async function releaseOf(agency: Agency, others: number): Promise<Released> {
  const { redress } = agency;
  const { owner } = redress.database;
  const { body } = await redress.request('GET', `/api/v1/jurisdictions/${redress.jurisdiction.slug}`);
  const categories = body.charter.allegations.map(({ code }: { code: string }) => code);
  await generateComplaints(owner, redress.jurisdiction.id, others, categories.length);
  await owner.query(
    `UPDATE redress.allegation SET category = ($1::text[])[1 + substr(category, 6)::int] WHERE category ~ '^kind_[0-9]+$'`,
    [categories],
  );
  return published(agency, 'complaint-allegations');
}
