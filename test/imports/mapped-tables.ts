import { shippedMappings } from '../../src/use-of-force-report/mapping/shipped-mappings.js';

type Row = Record<string, string>;

/** A row in the shape of a public table: what matters in it is given, the rest is ordinary or blank. */
function rowOf(name: string, ordinary: Row, told: Row): Row {
  const columns = shippedMappings().get(name)!.source!.columns;
  const cells: Row = { ...ordinary, ...told };
  return Object.fromEntries(columns.map((column) => [column, cells[column] ?? '']));
}

export const dallas = (OBJECTID: string, told: Row = {}): Row =>
  rowOf(
    'dallas',
    {
      FILENUM: `UF2019-${OBJECTID}`,
      OCCURRED_D: '12/01/2019',
      OCCURRED_T: '10:34 PM',
      CURRENT_BA: '11285',
      OffSex: 'Male',
      OffRace: 'White',
      OFF_INJURE: 'false',
      SERVICE_TY: 'Service Call',
      ForceType: 'BD - Tripped, BD - Grabbed',
      ForceEffec: 'No, Yes',
      UOF_REASON: 'Detention/Frisk',
      CitRace: 'Black',
      CitSex: 'Female',
      CIT_INJURE: 'true',
      CitCondTyp: 'Laceration/Cut, Bruise',
      CIT_ARREST: 'true',
      CIT_INFL_A: 'Agitated',
      CitChargeT: 'Assault/FV, Warrant/Hold',
      Cycles_Num: 'NULL',
    },
    { OBJECTID, ...told },
  );

export const newOrleans = (number: string, told: Row = {}): Row =>
  rowOf(
    'new-orleans',
    {
      'Date Occurred': '08/13/2020',
      'Service Type': 'Call for Service',
      'Light Condition': 'Good',
      'Weather Condition': 'Clear Conditions',
      'Use of Force Type': 'Firearm (Exhibited)',
      'Use of Force Level': 'L1',
      'Use of Force Effective': 'Yes',
      'Officer Race/Ethnicity': 'White',
      'Officer Gender': 'Male',
      'Officer Age': '26',
      'Officer Injured': 'No',
      'Subject Gender': 'Male',
      'Subject Ethnicity': 'Black',
      'Subject Age': '52',
      'Subject Injured': 'No',
      'Subject Arrested': 'Yes',
    },
    { 'PIB File Number': `FTN2020-${number}`, ...told },
  );

export const austin = (RIN: string, told: Row = {}): Row =>
  rowOf(
    'austin',
    {
      'Primary Key': `2017${RIN}`,
      'Date  Occurred': '01/18/2017 12:00:00 AM',
      'Time  Occurred': '233',
      'Nature of Contact': 'DISPATCHED CALL',
      'Subject  Sex': 'M',
      'Subject  Race': 'W',
      'Subject  Ethnicity': 'H',
      'Subject Resistance': 'PASSIVE RESISTANCE; DEFENSIVE RESISTANCE',
      'Weapon Used 1': 'WEAPONLESS (PRESSURE POINTS/KICKS/HAND)',
      'Weapon Used 2': 'CHEMICAL AGENT - O C SPRAY',
      'Subject Effects': 'MINOR INJURY',
      'Effect on Officer': 'NO COMPLAINT OF INJURY/PAIN',
      'Officer Yrs of Service': '15',
      COUNTY: 'Travis County',
      'Location 1': '78753(30.378511, -97.675352)',
    },
    { RIN, ...told },
  );
