import type { CharterDocument } from '../../src/charter/index.js';
import type { Agency } from './agency.js';
import { investigativeCharter } from './agency-charters.js';
import { CaseStory } from './case-story.js';

/** What the officer of these cases is said to have done. */
export const forceBy = (badge: string): string => `force/physical_force by ${badge}`;
const { afterVote, deadlines } = investigativeCharter;
/** A board that investigates, whose chief has thirty days from delivery; a court may stay them. Numbers of cases are told. */
export const answerCharter: CharterDocument = {
  ...investigativeCharter,
  deadlines: {
    ...deadlines,
    rules: [
      ...deadlines.rules,
      {
        ...{
          code: 'chief_answer',
          label: 'Answer the board',
          authority: 'Ordinance 12-3',
          consequence: 'It is published.',
        },
        ...{ startsOn: 'delivered_to_chief', stopsOn: 'chief_answered', rollsTo: 'next_business_day' },
        ...{ length: { count: 30, unit: 'calendar_days' }, extensionDays: 0, alarmDays: [7] },
        tolling: [{ code: 'court', label: 'A court stays it', mostDays: null, evidence: 'The order' }],
      },
    ],
  },
  afterVote: { ...afterVote, overdueCaseNumbers: true },
};

/** Filed, investigated, reviewed, and before the board. */
export async function caseBeforeBoard(
  agency: Agency,
  { badge: badgeNumber, finding, ...complaint }: { badge: string; finding: string } & Record<string, unknown>,
): Promise<CaseStory> {
  const told = {
    narrative: 'He threw me against a wall.',
    incidentOn: '2026-02-27',
    allegations: ['force/physical_force'],
  };
  const story = await CaseStory.filed(agency, 'ines', { ...told, officerDescription: badgeNumber, ...complaint });
  await story.does('ines', 'screening', { decision: 'accept' });
  await story.does('sam', 'classifications', { classification: 'investigation' });
  await story.does('sam', 'assignments', { staffId: agency.id('ivan') });
  const [{ complaintOfficerId }] = (await story.reads('ivan')).officers;
  const officerId = await agency.officer('sam', { badgeNumber, name: `Officer ${badgeNumber}` });
  await story.does('ivan', `officers/${complaintOfficerId}/identification`, { officerId, means: 'badge' });
  await story.finds('ivan', 'investigator', forceBy(badgeNumber), finding);
  await story.does('ivan', 'draft-findings');
  await story.does('sam', 'reviews', { decision: 'approve' });
  await story.does('sam', 'send-to-board');
  return story;
}
