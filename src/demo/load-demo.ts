import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import type { Connections } from '../database/database.module.js';
import { CountDepartmentReporting } from '../department-reporting/index.js';
import { Dice } from './dice.js';
import { foundAgency } from './found-agency.js';
import { holdMeeting } from './hold-meeting.js';
import { holdOpenSession } from './hold-open-session.js';
import { publishReleases } from './publish-releases.js';
import { StoryClock } from './story-clock.js';
import { submitForce } from './submit-force.js';
import { tellDenominators } from './tell-denominators.js';
import { workComplaints } from './work-complaints.js';

const COMPLAINT_DAYS = 80;
const REPORTS = 400;
const STORY_DAYS = 120;

/** Four months of a made-up agency, told through the same actions that the API calls: no row is put there by hand. */
export async function loadDemo(connections: Connections, report: (line: string) => void): Promise<void> {
  const now = new Date();
  const clock = new StoryClock(new Date(now.getTime() - STORY_DAYS * 86_400_000));
  const quiet = { ...connections, logLevel: 'silent', clock };
  const app = await NestFactory.createApplicationContext(AppModule.with(quiet), { logger: false, abortOnError: false });
  try {
    const dice = new Dice(2015);
    report('founding the agency: staff, departments, officers, board');
    const agency = await foundAgency(app);
    report(`filing and investigating the complaints of ${COMPLAINT_DAYS} days`);
    const forBoard = await workComplaints(app, { agency, dice, clock }, COMPLAINT_DAYS, (done) => {
      if (done % 60 === 0) report(`  ${done} complaints`);
    });
    report('holding a meeting of the board: three cases, each decided by two votes to one');
    await holdMeeting(app, agency, clock, forBoard);
    report('holding another behind open doors: a policy is recommended, minutes are approved, the chief accepts');
    await holdOpenSession({ app, agency, clock });
    report(`taking in ${REPORTS} use-of-force reports and a zero report`);
    await submitForce(app, { agency, dice, clock }, REPORTS);
    clock.advanceTo(now);
    report('counting how the departments report, and telling what counts are divided by');
    await app.get(CountDepartmentReporting).run(agency.jurisdictionId);
    await tellDenominators(app, agency, now);
    report('building, verifying, approving and publishing the first releases');
    await publishReleases(app, agency, report);
  } finally {
    await app.close();
  }
}
