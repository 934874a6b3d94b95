import { stableId } from '../../../platform/bulk/stable-id.js';

export interface NewDepartment {
  id: string;
  name: string;
  county: string | null;
}

/** An officer belongs to the department of the first form that names them. */
export interface NewOfficer {
  id: string;
  key: string;
  departmentId: string;
}

/** The departments and officers that forms name, and which of them were not met before in this run. */
export class FormReferences {
  private readonly departments: Map<string, string>;
  private readonly officers = new Map<string, string>();
  private newDepartments: NewDepartment[] = [];
  private newOfficers: NewOfficer[] = [];

  /** @param known departments, some registered by a person: a name and a county say which it is */
  constructor(
    private readonly jurisdictionId: string,
    known: readonly NewDepartment[],
  ) {
    this.departments = new Map(known.map(({ id, name, county }) => [nameIn(name, county), id]));
  }

  departmentId(name: string, county: string | null): string {
    const place = nameIn(name, county);
    const known = this.departments.get(place);
    if (known !== undefined) return known;
    const id = stableId(this.jurisdictionId, 'new-jersey', 'department', place);
    this.departments.set(place, id);
    this.newDepartments.push({ id, name, county });
    return id;
  }

  /** Null when the form names no officer. */
  officerId(key: string, departmentId: string): string | null {
    if (key === '') return null;
    const known = this.officers.get(key);
    if (known !== undefined) return known;
    const id = stableId(this.jurisdictionId, 'new-jersey', 'officer', key);
    this.officers.set(key, id);
    this.newOfficers.push({ id, key, departmentId });
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
