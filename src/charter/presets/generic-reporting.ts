import type { ReportingTerms } from '../rules/reporting-terms.js';

/**
 * The federal collection alone: it asks every agency, month by month, with a zero report where there was nothing. How many
 * days after the month its window closes is unconfirmed; a place enacts its own and its state's programmes. Thirty days for
 * what is pending are ours, after the update that Washington's programme asks for within thirty days: unconfirmed.
 */
export const genericReporting: ReportingTerms = {
  programmes: [
    {
      code: 'fbi',
      label: 'National Use-of-Force Data Collection',
      authority: 'FBI, voluntary (OMB 1110-0071); 30 days after the month: unconfirmed',
      from: 'month',
      within: { count: 30, unit: 'days' },
      zeroReports: true,
    },
  ],
  remindOfPendingAfterDays: 30,
};
