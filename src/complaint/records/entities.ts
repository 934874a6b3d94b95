import { AllegationEntity } from './allegation.entity.js';
import { AssignmentEntity } from './assignment.entity.js';
import { ComplaintOfficerEntity } from './complaint-officer.entity.js';
import { ComplaintPersonEntity } from './complaint-person.entity.js';
import { ComplaintEntity } from './complaint.entity.js';
import { OfficerEntity } from './officer.entity.js';
import { ScreeningEntity } from './screening.entity.js';

export const complaintEntities = [
  ComplaintEntity,
  ComplaintPersonEntity,
  ComplaintOfficerEntity,
  OfficerEntity,
  AllegationEntity,
  AssignmentEntity,
  ScreeningEntity,
];
