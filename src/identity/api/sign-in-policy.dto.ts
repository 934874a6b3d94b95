import { ArrayMaxSize, IsArray, IsIn, IsInt, Max, Min } from 'class-validator';
import { STAFF_ROLES, type StaffRole } from '../../shared/actor.js';

export class SignInPolicyDto {
  /** Whoever has one of these roles signs in with a second factor; without one they may set one up, and nothing else */
  @IsArray()
  @ArrayMaxSize(STAFF_ROLES.length)
  @IsIn(STAFF_ROLES, { each: true })
  secondFactorRoles!: StaffRole[];

  /** For how many minutes a proof of who one is is good for releases, unmasking, exports and roles */
  @IsInt()
  @Min(1)
  @Max(60)
  stepUpMinutes!: number;
}
