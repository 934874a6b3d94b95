import { Injectable } from '@nestjs/common';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { PublishedDatabase } from '../../platform/postgres/published-database.js';
import type { Material, Released } from '../rules/material.js';
import type { ReportPlace } from '../rules/report-content.js';
import { type ReportPeriod, reportPeriod } from '../rules/report-period.js';
import { inOneView } from './published-view.js';
import { readDenominators } from './read-denominators.js';
import { readMeetings } from './read-meetings.js';
import { readPolicies } from './read-policy.js';
import { readReporting } from './read-reporting.js';
import { type DatasetQuestion, readRelease } from './read-release.js';
import { readTerms } from './read-terms.js';

const COMPLAINTS: DatasetQuestion = {
  dataset: 'complaint-allegations',
  unit: 'complaint',
  time: 'incident_period',
  groups: [
    ['allegation', 'finding'],
    ['recommended_finding', 'finding'],
    ['discipline_recommended', 'discipline_imposed'],
    ['complainant_race'],
    ['place'],
  ],
};
const FORCE: DatasetQuestion = {
  dataset: 'use-of-force',
  unit: 'incident',
  time: 'incident_period',
  groups: [['force_types'], ['subject_race'], ['subject_injured'], ['place']],
  list: 'force_types',
};

/** Everything that a report is made of, read through the role that can read nothing but what is published. */
@Injectable()
export class ReportMaterial {
  constructor(private readonly database: PublishedDatabase) {}

  /** @throws NotFound when there is no such place or period; RuleBroken report-moved-on (409) */
  async read(place: ReportPlace, periodCode: string): Promise<Material> {
    if (!reportPeriod(periodCode, 1)) throw new NotFound();
    return inOneView(this.database, async (view) => {
      const terms = await readTerms(view, place.slug, periodCode);
      const period = terms && reportPeriod(periodCode, terms.fiscalYearStartMonth);
      if (!terms || !period) throw new NotFound();
      const complaints = await readRelease(view, place.slug, period, COMPLAINTS);
      const force = await readRelease(view, place.slug, period, FORCE);
      const denominators = await readDenominators(view, place.slug, reachOf(period, [complaints, force]));
      const meetings = await readMeetings(view, place.slug, period);
      const policies = await readPolicies(view, place.slug, period);
      const reporting = await readReporting(view, place.slug, period);
      return { place, period, terms, complaints, force, meetings, denominators, policies, reporting };
    }).catch((error: unknown) => {
      throw isGone(error) ? withdrawnMeanwhile() : error;
    });
  }
}

/** The period, and what of it the releases can only show together with more. */
function reachOf({ from, to }: ReportPeriod, counted: readonly (Released | null)[]): { from: string; to: string } {
  const months = [from, to, ...counted.flatMap((each) => [each?.coverage.from ?? [], each?.coverage.to ?? []].flat())];
  const sorted = months.sort();
  return { from: sorted.at(0) ?? from, to: sorted.at(-1) ?? to };
}

/** SQLSTATE undefined_table: a release's rows go when it is withdrawn, and only then. */
function isGone(error: unknown): boolean {
  return (error as { code?: unknown }).code === '42P01';
}

function withdrawnMeanwhile(): RuleBroken {
  return new RuleBroken('report-moved-on', 'A release was withdrawn a moment ago: ask again.');
}
