import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { shippedMappings } from '../../src/use-of-force-report/mapping/shipped-mappings.js';

/** Of New Jersey's portal */
export const COLUMNS = shippedMappings().get('new-jersey')!.source!.columns;

type Row = Record<string, string>;

/** Small files in the shape of the public ones. A row is given by what matters in it; the rest is ordinary. */
export class SourceFiles {
  readonly directory = mkdtempSync(join(tmpdir(), 'redress-import-'));

  path(name: string): string {
    return join(this.directory, name);
  }

  write(name: string, text: string | Buffer): string {
    writeFileSync(this.path(name), text);
    return this.path(name);
  }

  csv(name: string, rows: readonly Row[]): string {
    const text = stringify([...rows], { header: true });
    return this.write(name, name.endsWith('.gz') ? gzipSync(text) : text);
  }

  rows(path: string): Row[] {
    return parse(readFileSync(path), { columns: true });
  }
}

export const complaint = (cr_id: string, told: Row = {}): Row => ({
  cr_id,
  incident_date: '2006-10-02',
  complaint_date: '2006-10-04',
  closed_date: '2007-03-01',
  beat: '832.0',
  city: 'CHICAGO IL',
  location: '17',
  ...told,
});

export const officer = (officer_id: string, told: Row = {}): Row => ({
  officer_id,
  birth_year: '1970.0',
  race: 'BLACK',
  gender: 'FEMALE',
  appointed_date: '1995-05-01',
  resignation_date: '',
  current_unit: '8.0',
  cleaned_rank: 'POLICE OFFICER',
  ...told,
});

export const accused = (cr_id: string, officer_id: string, told: Row = {}): Row => ({
  cr_id,
  officer_id,
  complaint_code: '05A',
  complaint_category: 'ARRESTEE - DURING ARREST',
  recc_finding: 'UN',
  final_finding: 'NS',
  recc_outcome: '005 - 5 DAY SUSPENSION',
  final_outcome: 'NO ACTION TAKEN',
  ...told,
});

export const victim = (cr_id: string, told: Row = {}): Row => ({
  cr_id,
  race: 'HISPANIC',
  gender: 'MALE',
  birth_year: '1980.0',
  injury_condition: 'INJURED, NOT HOSPITALIZED',
  ...told,
});

const ORDINARY_FORM: Row = {
  County: 'Essex',
  AgencyName: 'Newark PD',
  OfficerID: 'O000001',
  IncidentID: 'ESSEX-NEWARK PD-21-1',
  ReportNumber: 'UOF21-1-1',
  IncidentCaseNumber: '21-1',
  IncidentDate: '2021-09-04',
  OfficerInUniform: 'True',
  IncidentMunicipality: 'Newark, Essex County',
  IndoorOrOutdoor: 'Outdoors',
  IncidentWeather: 'Clear',
  IncidentLighting: 'Daylight',
  LocationType: 'Street',
  IncidentType: 'Domestic',
  ContactOrigin: 'Dispatched',
  OfficerAge: '28',
  OfficerRaceEthnicity: 'White',
  OfficerRank: 'Officer',
  OfficerGender: 'Male',
  OfficerInjuryType: 'Not injured',
  OfficerInjuriesInjured: 'False',
  SubjectInjuredInIncident: 'No',
  SubjectActions: 'Kick',
  SubjectResistance: 'Active Resistor',
  SubjectArrested: 'True',
  SubjectType: 'Person',
  SubjectAge: '29',
  SubjectRaceEthnicity: 'White',
  SubjectGender: 'Female',
  ForceType: 'Used arms',
  IncidentYear: '2021',
};

export const form = (FormID: string, told: Row = {}): Row => {
  const cells: Row = { FormID, ...ORDINARY_FORM, ...told };
  return Object.fromEntries(COLUMNS.map((column) => [column, cells[column] ?? '']));
};
