import { stableId } from '../../../platform/bulk/stable-id.js';
import type { KnownOfficer, NewDepartment, NewOfficer } from '../../records/import-references.store.js';

/** What stands already when an import begins. */
export interface KnownReferences {
  departments: readonly NewDepartment[];
  /** By badge, where the table's numbers are the departments' own */
  officers: readonly KnownOfficer[];
}

/** The departments and officers that reports name, and which of them were not met before in this run. */
export class ImportReferences {
  private readonly departments: Map<string, string>;
  private readonly officers: Map<string, string>;
  private newDepartments: NewDepartment[] = [];
  private newOfficers: NewOfficer[] = [];

  /**
   * @param source the name of the table
   * @param badges whose the officers' numbers are: each department's, or one series for all of the table
   * @param known departments, some registered by a person: a name and a county say which it is
   */
  constructor(
    private readonly jurisdictionId: string,
    private readonly source: string,
    private readonly badges: 'department' | 'source',
    known: KnownReferences,
  ) {
    this.departments = new Map(known.departments.map(({ id, name, county }) => [nameIn(name, county), id]));
    this.officers = new Map(known.officers.map(({ id, departmentId, badge }) => [`${departmentId}/${badge}`, id]));
  }

  departmentId(name: string, county: string | null): string {
    const place = nameIn(name, county);
    const known = this.departments.get(place);
    if (known !== undefined) return known;
    const id = stableId(this.jurisdictionId, this.source, 'department', place);
    this.departments.set(place, id);
    this.newDepartments.push({ id, name, county });
    return id;
  }

  /** An officer belongs to the department of the first report that names them. */
  officerId(badge: string, departmentId: string): string {
    const own = this.badges === 'department';
    const key = own ? `${departmentId}/${badge}` : badge;
    const known = this.officers.get(key);
    if (known !== undefined) return known;
    const id = stableId(this.jurisdictionId, this.source, 'officer', key);
    this.officers.set(key, id);
    this.newOfficers.push({ id, key, departmentId, badge: own ? badge : null });
    return id;
  }

  /** Those that were met since the last time. */
  take(): { departments: NewDepartment[]; officers: NewOfficer[] } {
    const taken = { departments: this.newDepartments, officers: this.newOfficers };
    this.newDepartments = [];
    this.newOfficers = [];
    return taken;
  }
}

function nameIn(name: string, county: string | null): string {
  return `${name}/${county ?? ''}`;
}
