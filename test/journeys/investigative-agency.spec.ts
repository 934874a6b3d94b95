import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CharterDocument, charterPresets } from '../../src/charter/index.js';
import { PNG } from '../evidence/evidence-desk.js';
import { Agency } from '../support/agency.js';
import { CaseStory } from '../support/case-story.js';

/** After New York's Civilian Complaint Review Board: it investigates, a panel of three decides, the commissioner disciplines. */
const charter: CharterDocument = { ...charterPresets['ccrb']!, title: 'Terms of an investigative board' };

const FORCE = 'force/physical_force';
const WORD = 'discourtesy/word';

let agency: Agency;
let theCase: CaseStory;
beforeAll(async () => {
  agency = await Agency.open(charter, '2026-03-02T09:00:00-06:00', {
    ines: ['intake'],
    ida: ['intake'],
    sam: ['supervisor'],
    ivan: ['investigator'],
    dana: ['director'],
    clara: ['clerk'],
    bea: ['board_member'],
    ben: ['board_member'],
    bob: ['board_member'],
    bud: ['board_member'],
  });
});
afterAll(() => agency.stop());

describe('an investigative board', () => {
  it('takes in what somebody writes without a name, and tells them the days that the law expects', async () => {
    theCase = await CaseStory.filed(agency, 'ines', {
      anonymous: true,
      narrative: 'Two officers threw my brother against a wall and cursed at him.',
      incidentOn: '2026-02-27',
      officerDescription: 'One tall, badge ends in 44; one with a beard',
      allegations: [FORCE, WORD],
      language: 'en',
    });
    console.log(await theCase.stage(), await theCase.clocks('sam'), await theCase.mine());
    console.log(await theCase.reads('sam'));
  });
});
