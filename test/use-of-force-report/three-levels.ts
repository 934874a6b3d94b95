import { type CharterDocument, genericCharter, type ReviewLevel } from '../../src/charter/index.js';

const level = (code: string, over: Partial<ReviewLevel>): ReviewLevel => ({
  code,
  label: code,
  authority: 'Enacted for the test',
  roles: ['supervisor'],
  within: { count: 24, unit: 'hours' },
  skippableBy: [],
  findingsRequired: false,
  ...over,
});
/** Two supervisors, then the director, who says what they find. */
export const threeLevels: CharterDocument = {
  ...genericCharter,
  forceReview: {
    levels: [
      level('desk', { skippableBy: ['director'] }),
      level('second', { within: { count: 2, unit: 'days' } }),
      level('director', { roles: ['director'], findingsRequired: true }),
    ],
    findings: genericCharter.forceReview.findings,
  },
};
