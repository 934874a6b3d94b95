import { dayIn, textIn } from '../../../platform/bulk/cells.js';
import type { Refusal, StagedRow } from '../../../platform/bulk/bulk-table.js';
import { stableId } from '../../../platform/bulk/stable-id.js';
import { staging } from '../../../platform/bulk/staging.js';
import { COLUMNS, type Form } from './columns.js';
import { CONTACT_REASONS, INCIDENT_TYPES, LIGHTING, LOCATIONS, SETTINGS, WEATHER } from './incident-vocabularies.js';
import { type OfficerInForm, officerInForm } from './officer-in-form.js';
import { type SubjectsInForm, subjectsInForm } from './subjects-in-form.js';
import { FORCE } from './vocabularies.js';
import type { FormReferences } from './form-references.js';
import type { Items } from './word-list.js';

/** One officer's form, as it is staged. */
export interface StagedForm extends OfficerInForm, SubjectsInForm {
  id: string;
  sourceKey: string;
  departmentId: string;
  officerId: string | null;
  reportNumber: string;
  incidentNumber: string;
  occurredOn: string | null;
  county: string | null;
  municipality: string | null;
  locationType: string | null;
  setting: string | null;
  lighting: readonly string[] | null;
  weather: readonly string[] | null;
  contactReasons: readonly string[] | null;
  incidentTypes: readonly string[] | null;
  force: readonly string[];
  original: string;
}

const REQUIRED = ['FormID', 'AgencyName', 'IncidentID', 'ReportNumber'] as const;

export function stageForm(form: Form, jurisdictionId: string, references: FormReferences): StagedRow | Refusal {
  const missing = REQUIRED.find((column) => form[column].trim() === '');
  if (missing) return { code: 'missing-value', column: missing };
  const occurredOn = dayIn(form.IncidentDate);
  if (occurredOn === false) return { code: 'not-a-date', column: 'IncidentDate' };
  const oddities: string[] = [];
  const sourceKey = form.FormID.trim();
  const departmentId = references.departmentId(form.AgencyName.trim(), countyIn(form.County));
  const staged: StagedForm = {
    id: stableId(jurisdictionId, 'new-jersey', 'report', sourceKey),
    sourceKey,
    departmentId,
    officerId: references.officerId(form.OfficerID.trim(), departmentId),
    reportNumber: form.ReportNumber.trim(),
    incidentNumber: form.IncidentID.trim(),
    occurredOn,
    ...incidentIn(form, oddities),
    ...officerInForm(form, oddities),
    ...subjectsInForm(form, oddities),
    force: known(FORCE.read(form.ForceType), oddities).codes,
    original: JSON.stringify(COLUMNS.map((column) => form[column])),
  };
  return { key: sourceKey, group: sourceKey, values: STAGED_FORM.values(staged), oddities };
}

function incidentIn(form: Form, oddities: string[]) {
  const [place = '', county = form.County] = form.IncidentMunicipality.split(/, (?=[^,]* County$)/);
  const settings = SETTINGS.read(form.IndoorOrOutdoor).codes;
  const locations = known(LOCATIONS.read(form.LocationType), oddities).codes;
  return {
    county: countyIn(county.replace(/ County$/, '')),
    municipality: place === 'Other' ? null : textIn(place),
    locationType: locations.length > 1 ? 'several' : (locations[0] ?? null),
    setting: settings.length > 1 ? 'both' : (settings[0] ?? null),
    lighting: known(LIGHTING.read(form.IncidentLighting), oddities).distinct,
    weather: known(WEATHER.read(form.IncidentWeather), oddities).distinct,
    contactReasons: known(CONTACT_REASONS.read(form.ContactOrigin), oddities).distinct,
    incidentTypes: known(INCIDENT_TYPES.read(form.IncidentType), oddities).distinct,
  };
}

/** The State Police, the transit police and others of the whole state stand under the county `Other`. */
function countyIn(cell: string): string | null {
  const county = textIn(cell);
  return county === 'Other' ? null : county;
}

function known(items: Items, oddities: string[]): Items {
  if (items.unknown > 0) oddities.push('unknown-word');
  return items;
}

export const STAGED_FORM = staging<StagedForm>({
  id: 'uuid',
  sourceKey: 'text',
  departmentId: 'uuid',
  officerId: 'uuid',
  reportNumber: 'text',
  incidentNumber: 'text',
  occurredOn: 'date',
  county: 'text',
  municipality: 'text',
  locationType: 'text',
  setting: 'text',
  lighting: 'text[]',
  weather: 'text[]',
  contactReasons: 'text[]',
  incidentTypes: 'text[]',
  officerAge: 'integer',
  officerRace: 'text',
  officerGender: 'text',
  officerRank: 'text',
  inUniform: 'boolean',
  officerInjured: 'boolean',
  officerInjuries: 'text[]',
  kinds: 'text[]',
  age: 'integer',
  race: 'text',
  gender: 'text',
  injured: 'boolean',
  injuries: 'text[]',
  medicalAid: 'text[]',
  conditions: 'text[]',
  resistance: 'text[]',
  actions: 'text[]',
  arrested: 'boolean',
  force: 'text[]',
  original: 'jsonb',
});
