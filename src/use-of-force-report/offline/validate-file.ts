import { pathToFileURL } from 'node:url';
import { charterPresets } from '../../charter/index.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { localDay } from '../../shared/local-day.js';
import { profilesIn, shippedProfiles } from '../records/shipped-profiles.js';
import { valueOf } from '../rules/answer.js';
import { lineFault, type ReportFault } from '../rules/fault-codes.js';
import type { ProgrammeAnswer } from '../rules/profile/compile-profile.js';
import { judgeRecord, type ReportFacts } from '../rules/profile/judge-record.js';
import { ProfileShelf } from '../rules/profile/profile-shelf.js';
import { readReport } from '../rules/read-report.js';
import type { ReportDraft } from '../rules/report-draft.js';
import { termsOf } from '../rules/terms.js';
import { recordsInFile } from './records-in-file.js';

export interface OfflineOptions {
  /** ids of profiles; all that there are, when absent */
  profiles?: string[];
  /** whose words of races, genders and types of force: the name of a charter that comes with the program */
  charter?: string;
  /** a folder of further profiles */
  folder?: string;
  /** the department's ORI */
  ori?: string;
}

/** What a record would be answered with; of one that would not be taken in, no programme says anything. */
export interface RecordAnswer {
  /** counting from 1: the line, or the place in the list */
  record: number;
  reportNumber: string | null;
  faults: ReportFault[];
  programmes: ProgrammeAnswer[];
}

/**
 * Every record of a file held to the programmes, with no database and no network. Of the set of records, the file itself is
 * known: another report in it of the same day, hour and place.
 * @throws RuleBroken file-unreadable, file-too-large, no-such-profile, no-such-charter
 */
export async function* validateFile(path: string, options: OfflineOptions): AsyncGenerator<RecordAnswer> {
  const shelf = shelfOf(options);
  const bound = chosenProfiles(shelf, options.profiles).map((profile) => ({ profile, closedThrough: null }));
  const today = localDay(new Date(), 'UTC');
  const terms = termsOf(charterNamed(options.charter ?? 'generic'), today);
  const facts = { today, receivedOn: today, ...(options.ori === undefined ? {} : { departmentOri: options.ori }) };
  const seen = new SeenIncidents();
  for await (const { number: record, sent } of recordsInFile(path)) {
    if (sent === undefined) {
      yield { record, reportNumber: null, faults: [lineFault('not-json')], programmes: [] };
      continue;
    }
    const read = readReport(sent, terms);
    if ('faults' in read) yield { record, reportNumber: numberIn(sent), faults: read.faults, programmes: [] };
    else {
      const known: ReportFacts = { ...facts, sameIncident: seen.others(read.draft) };
      const programmes = judgeRecord(shelf, bound, { ...read.draft }, known);
      yield { record, reportNumber: read.draft.reportNumber, faults: [], programmes };
    }
  }
}

function shelfOf({ folder }: OfflineOptions): ProfileShelf {
  if (folder === undefined) return shippedProfiles();
  return new ProfileShelf([...profilesIn(pathToFileURL(`${folder}/`)), ...shippedProfiles().documents]);
}

function chosenProfiles(shelf: ProfileShelf, wanted?: string[]): string[] {
  const ids = [...new Set(shelf.documents.map(({ id }) => id))];
  const unknown = wanted?.find((id) => !ids.includes(id));
  if (unknown === undefined) return wanted ?? ids;
  throw new RuleBroken('no-such-profile', `There is no profile ${unknown}: there are ${ids.join(', ')}.`, 422);
}

function charterNamed(name: string) {
  const charter = Object.hasOwn(charterPresets, name) ? charterPresets[name] : undefined;
  if (charter) return charter;
  const names = Object.keys(charterPresets).join(', ');
  throw new RuleBroken('no-such-charter', `There is no charter ${name}: there are ${names}.`, 422);
}

function numberIn(sent: unknown): string | null {
  const told = (sent as { reportNumber?: unknown } | null)?.reportNumber;
  return typeof told === 'string' ? told.slice(0, 40).toWellFormed() : null;
}

/** The incidents of a file by day, hour and place. */
class SeenIncidents {
  private readonly byPlace = new Map<string, Pick<ReportDraft, 'reportNumber' | 'incidentNumber'>>();

  /** Numbers of others seen before of the same day, hour and place, that are not of the same incident. */
  others({ occurredOn, occurredHour, municipality, reportNumber, incidentNumber }: ReportDraft): string[] {
    const [hour, place] = [valueOf(occurredHour), valueOf(municipality)];
    if (hour === null || place === null) return [];
    const key = JSON.stringify([occurredOn, hour, place]);
    const first = this.byPlace.get(key);
    if (!first) this.byPlace.set(key, { reportNumber, incidentNumber });
    return first && first.incidentNumber !== incidentNumber ? [first.reportNumber] : [];
  }
}
