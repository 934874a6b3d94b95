import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formOf, shippedForms } from '../../src/use-of-force-report/records/shipped-forms.js';
import { shippedProfiles } from '../../src/use-of-force-report/records/shipped-profiles.js';
import { cellOf, joinedPeople, splitPeople, textOf } from '../../src/use-of-force-report/rules/form/cell-text.js';
import { csvRows, csvText } from '../../src/use-of-force-report/rules/form/csv-text.js';
import type { CompiledForm } from '../../src/use-of-force-report/rules/form/compiled-form.js';
import { formFaults } from '../../src/use-of-force-report/rules/form/form-faults.js';
import { readProgrammeFile, writeProgrammeFile } from '../../src/use-of-force-report/rules/form/programme-file.js';
import type { ProfileDocument } from '../../src/use-of-force-report/rules/profile/profile-document.js';
import { type Item, recordFor } from './form-record.js';
import { sampleReport } from './sample-report.js';

const AT = new Date('2026-06-01T10:20:30Z');
const PROGRAMMES = ['california', 'fbi', 'local-all-force', 'new-jersey', 'ohio', 'washington'];

function formNamed(id: string): { form: CompiledForm; profile: ProfileDocument } {
  const profile = shippedProfiles().versionsOf(id)[0]!;
  return { form: formOf(profile)!, profile };
}

const through = (form: CompiledForm, reports: Item[]): unknown[] =>
  readProgrammeFile(
    form,
    writeProgrammeFile(
      form,
      reports.map((report) => ({ report, action: 'add' as const })),
      AT,
    ).text,
  ).map(({ report }) => report);

describe('the programmes’ own forms', () => {
  it('are there for every profile', () => {
    expect([...shippedForms().keys()].sort()).toEqual(PROGRAMMES);
  });

  it.each(PROGRAMMES)('%s: has a place for everything that the programme asks', (id) => {
    const { form, profile } = formNamed(id);
    const { incident, subjects, officers, force } = form.document;
    const links = force.under === null ? [] : ['officer', 'subject'];
    const fields = {
      incident,
      subjects: subjects.fields,
      officers: officers.fields,
      force: [...force.fields, ...(force.summaries ?? [])],
    };
    const without = profile.elements.filter(({ scope, at }) => {
      const placed = new Set([...fields[scope].flatMap((field) => field.at), ...(scope === 'force' ? links : [])]);
      if (fields.incident.some(({ as }) => as === 'clock')) placed.add('occurredMinute');
      return ![at].flat().some((name) => placed.has(name));
    });
    expect(without.map(({ code }) => code)).toEqual([]);
  });

  it.each(PROGRAMMES)('%s: what is written is read back as it was, every element and every code', (id) => {
    const { form, profile } = formNamed(id);
    const most = Math.max(...Object.values(profile.lists).map(({ codes }) => codes.length));
    const records = Array.from({ length: most }, (_, turn) => recordFor(form, profile, turn));
    const { leftOut } = writeProgrammeFile(
      form,
      records.map((report) => ({ report, action: 'add' as const })),
      AT,
    );
    expect(leftOut.flat()).toEqual([]);
    expect(through(form, records)).toEqual(records);
  });

  it.each(PROGRAMMES)(
    '%s: a state is carried where the programme has a code for it, and told to be left out where not',
    (id) => {
      const { form, profile } = formNamed(id);
      for (const state of ['pending', 'unknown_final'] as const)
        for (const field of form.document.subjects.fields.filter(({ reads }) => reads !== false)) {
          const name = [field.at].flat().at(-1)!;
          const report = { subjects: [{ [name]: { state } }], officers: [{}], force: [] };
          const { text, leftOut } = writeProgrammeFile(form, [{ report, action: 'add' }], AT);
          const [back] = readProgrammeFile(form, text) as unknown as { report: { subjects: Item[] } }[];
          const codes = profile.lists[field.list ?? '']?.states ?? form.document.states ?? {};
          const freeText = field.as === 'text' || field.as === 'words';
          const told = back!.report.subjects[0] ?? {};
          if (freeText || codes[state] === undefined)
            expect([name, leftOut[0], told]).toEqual([name, [`/subjects/0/${name}`], {}]);
          else expect([name, leftOut[0], Object.values(told)]).toEqual([name, [], [{ state }]]);
        }
    },
  );

  it.each(PROGRAMMES)('%s: a sample report, written, read and written again, is the same to the byte', (id) => {
    const { form } = formNamed(id);
    const report = { ...sampleReport(), agencyOri: 'NJ0010200' } as Item;
    const once = writeProgrammeFile(form, [{ report, action: 'add' }], AT);
    const again = writeProgrammeFile(form, readProgrammeFile(form, once.text), AT);
    expect(again.text).toBe(once.text);
    expect(again.leftOut).toEqual([[]]);
  });

  it('say in their own way what they are known for', () => {
    const report = { ...sampleReport(), agencyOri: 'NJ0010200', arrestMade: true } as Item;
    const write = (id: string): string => writeProgrammeFile(formNamed(id).form, [{ report, action: 'add' }], AT).text;
    const [fbi] = JSON.parse(write('fbi')) as [Item & { Incident: Item }];
    expect(fbi).toMatchObject({ Action: 'Add', ActionTime: '06/01/2026 10:20:30' });
    expect(fbi.Incident).toMatchObject({ AgencyORI: 'NJ0010200', IncidentDate: '03/14/2026', IncidentHour: 23 });
    const [california] = JSON.parse(write('california')) as [Item & { involved_civilians: Item[] }];
    expect(california).toMatchObject({
      arrest_made: 't',
      incident_date_str: '03/14/2026',
      time_str: '2300',
      zip: null,
    });
    expect(california.involved_civilians[0]).toMatchObject({ injured: 't', received_force_type: expect.any(Array) });
    const [ohio] = JSON.parse(write('ohio')) as [Item & { UOFAdminData: Item; UOFOfficerDatas: Item[] }];
    expect(ohio.UOFAdminData).toMatchObject({ ORINumber: 'NJ0010200', IncidentDate: '20260314', IncidentTime: '2300' });
    expect(ohio.UOFOfficerDatas[0]).toMatchObject({
      OfficerResponses: ['04'],
      OfficerToSubjectLinks: [{ SubjectSequenceNumber: 1, OfficerResponse: '04' }],
    });
    const rows = csvRows(write('new-jersey'));
    expect([rows.length, rows[0]!.slice(0, 4)]).toEqual([
      3,
      ['Report', 'ReportNumber', 'IncidentCaseNumber', 'IncidentDate'],
    ]);
    expect(rows[1]![rows[0]!.indexOf('ForceType')]).toBe('Used take down on|');
    expect(csvRows(write('washington')).map((row) => row[1])).toEqual([
      ...['Record', 'Incident', 'Subject', 'Subject', 'Officer', 'Officer', 'Force', 'Force', 'Force'],
    ]);
  });

  it('tell what they have no words for, and whose force it was where nobody knows', () => {
    const report = { ...sampleReport(), agencyOri: 'NJ0010200', locationType: 'On the moon' } as Item;
    expect(writeProgrammeFile(formNamed('fbi').form, [{ report, action: 'add' }], AT).leftOut[0]).toContain(
      '/locationType',
    );
    expect(writeProgrammeFile(formNamed('ohio').form, [{ report, action: 'add' }], AT).leftOut[0]).toContain(
      '/force/2',
    );
    expect(writeProgrammeFile(formNamed('washington').form, [{ report, action: 'add' }], AT).leftOut[0]).not.toContain(
      '/force/2',
    );
  });

  it('remove a record by what names it, and nothing more', () => {
    const { form } = formNamed('fbi');
    const report = { ...sampleReport(), agencyOri: 'NJ0010200' } as Item;
    const { text } = writeProgrammeFile(form, [{ report, action: 'remove' }], AT);
    expect(JSON.parse(text)).toEqual([
      {
        Action: 'Remove',
        ActionTime: '06/01/2026 10:20:30',
        Incident: { AgencyORI: 'NJ0010200', AgencyCaseNumber: '26-004711' },
      },
    ]);
    expect(readProgrammeFile(form, text)).toMatchObject([{ action: 'remove', report: { agencyOri: 'NJ0010200' } }]);
  });

  it('hold together with their profiles; one that does not is found out (planted)', () => {
    const { form, profile } = formNamed('ohio');
    expect(formFaults(form.document, profile)).toEqual([]);
    const planted = structuredClone(form.document);
    planted.incident[0] = { to: 'Nowhere', at: 'shoeSize', as: 'code', list: 'shoes' };
    expect(formFaults(planted, profile)).toEqual([
      'incident/Nowhere: there is no element shoeSize',
      'incident/Nowhere: the profile has no list shoes',
    ]);
  });

  it('lose nothing: a form that drops an element is caught by the same comparison (planted)', () => {
    const { form, profile } = formNamed('ohio');
    const record = recordFor(form, profile, 0);
    const mute = { ...form, parts: { ...form.parts, officers: { ...form.parts.officers, read: () => ({}) } } };
    expect(through(mute, [record])).not.toEqual([record]);
  });
});

describe('cells', () => {
  it('carry any list of words for any number of people, and no spreadsheet runs them', () => {
    const word = fc.string({ minLength: 1, unit: fc.constantFrom(...'ab=+-@|;\\\'",\r\n\t[{ '.split('')) });
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
        (people) => {
          const cell = joinedPeople(people.map((words) => textOf(words)));
          const [[back = ''] = []] = csvRows(csvText([[cell]]));
          expect(splitPeople(back).map((text) => cellOf(text))).toEqual(people);
          const raw = csvText([[cell]]).replace(/^"/, '');
          expect(raw).not.toMatch(/^[=+@\t\r]/);
        },
      ),
      { numRuns: 500 },
    );
  });
});
