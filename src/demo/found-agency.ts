import type { INestApplicationContext } from '@nestjs/common';
import { type CharterDocument, EstablishJurisdiction, genericCharter } from '../charter/index.js';
import { RegisterOfficer } from '../complaint/index.js';
import { IssueDepartmentKey, RegisterDepartment, RegisterStaff } from '../identity/index.js';
import { FoundBoard, SeatMember } from '../review-board/index.js';
import type { ActorOf } from '../shared/actor.js';
import { DEMO_PASSWORD, DEPARTMENTS, RIVERTON, STAFF } from './cast.js';

/** Who is who, once the agency stands. */
export interface Agency {
  jurisdictionId: string;
  actor: (signInName: string) => ActorOf<'staff'>;
  departments: { id: string; name: string; key: string }[];
  officerIds: string[];
  boardId: string;
  /** In the order of STAFF's board members */
  memberIds: string[];
}

const OFFICERS = 24;

/** Sam is the one supervisor of Riverton: what Sam closes, Sam has looked at. */
const RIVERTON_CHARTER: CharterDocument = {
  ...genericCharter,
  investigation: { ...genericCharter.investigation, reviewRequired: false },
};

export async function foundAgency(app: INestApplicationContext): Promise<Agency> {
  const { id: jurisdictionId } = await app.get(EstablishJurisdiction).run({ ...RIVERTON, charter: RIVERTON_CHARTER });
  const system = { kind: 'system', jurisdictionId } as const;
  const actors = new Map<string, ActorOf<'staff'>>();
  for (const person of STAFF) {
    const { id: staffId } = await app.get(RegisterStaff).run(system, { ...person, password: DEMO_PASSWORD });
    actors.set(person.signInName, { kind: 'staff', jurisdictionId, staffId, roles: person.roles });
  }
  const actor = (name: string): ActorOf<'staff'> => {
    const known = actors.get(name);
    if (!known) throw new Error(`${name} is not in the cast.`);
    return known;
  };
  const departments: Agency['departments'] = [];
  for (const department of DEPARTMENTS) {
    const { id } = await app.get(RegisterDepartment).run(actor('ada'), department);
    const { key } = await app.get(IssueDepartmentKey).run(actor('ada'), id, 'records system');
    departments.push({ id, name: department.name, key });
  }
  const [police] = departments;
  if (!police) throw new Error('The cast has no department.');
  const officerIds: string[] = [];
  for (let badge = 1; badge <= OFFICERS; badge++) {
    const officer = {
      departmentId: police.id,
      badgeNumber: String(1000 + badge),
      rank: 'officer',
      unit: `District 0${1 + (badge % 4)}`,
    };
    officerIds.push((await app.get(RegisterOfficer).run(actor('ines'), officer)).officerId);
  }
  const { id: boardId } = await app.get(FoundBoard).run(actor('clara'), { name: 'Riverton Review Board' });
  const memberIds: string[] = [];
  for (const person of STAFF.filter(({ roles }) => roles.includes('board_member'))) {
    const seat = {
      staffId: actor(person.signInName).staffId,
      appointedBy: 'City council',
      termFrom: '2020-01-01',
      termTo: '2099-12-31',
    };
    memberIds.push((await app.get(SeatMember).run(actor('clara'), boardId, seat)).id);
  }
  return { jurisdictionId, actor, departments, officerIds, boardId, memberIds };
}
