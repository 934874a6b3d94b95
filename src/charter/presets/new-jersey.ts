import type { CharterDocument } from '../rules/charter-document.js';
import { genericCharter } from './generic.js';
import { genericReporting } from './generic-reporting.js';

/**
 * The words of New Jersey's use-of-force portal, as its forms of 2020 to 2023 have them: labels are the portal's own. The
 * portal is about force alone; what a board needs beside it is the generic charter's until a person enacts the place's own.
 */
export const newJerseyCharter: CharterDocument = {
  ...genericCharter,
  title: "New Jersey: use-of-force reporting in the portal's words",
  sources: [
    'New Jersey use-of-force portal, forms of 2020-10 to 2023-12 (njoaguof, CC0): races, genders, types of force',
    'Groups of force: unconfirmed, ours; the portal lists types of force without groups',
    'Notice of meetings 48 hours (N.J.S.A. 10:4-8) and closed sessions on personnel (10:4-12(b)(8)): from memory, unconfirmed',
    'Allegations, findings, discipline, quorum, clocks: of the generic charter, unconfirmed for New Jersey',
  ],
  people: {
    races: [
      { code: 'american_indian', label: 'American Indian' },
      { code: 'asian', label: 'Asian' },
      { code: 'black', label: 'Black or African American' },
      { code: 'hispanic', label: 'Hispanic' },
      { code: 'pacific_islander', label: 'Native Hawaiian or other Pacific Islander' },
      { code: 'white', label: 'White' },
      { code: 'two_or_more', label: 'Two or more races' },
      { code: 'other', label: 'Other' },
    ],
    genders: [
      { code: 'female', label: 'Female' },
      { code: 'male', label: 'Male' },
      { code: 'non_binary', label: 'Non-Binary/X' },
    ],
  },
  forceProfiles: [
    ...genericCharter.forceProfiles.filter(({ profile }) => profile === 'fbi'),
    {
      profile: 'new-jersey',
      authority: "Attorney General's use-of-force policy: every use of force, through the portal",
      from: '2020-10-01',
      until: null,
      departments: null,
      closedThrough: null,
    },
  ],
  forceReporting: {
    programmes: [
      ...genericReporting.programmes,
      {
        code: 'new-jersey',
        label: "New Jersey's use-of-force portal",
        authority: "Attorney General's Use of Force Policy (every use of force, within 24 hours): unconfirmed wording",
        from: 'incident',
        within: { count: 24, unit: 'hours' },
        zeroReports: false,
      },
    ],
  },
  meetings: {
    noticeHours: { regular: 48, special: 48, emergency: 1 },
    closedSessionGrounds: [{ code: '10:4-12(b)(8)', label: 'Personnel (N.J.S.A. 10:4-12(b)(8))' }],
  },
  useOfForce: {
    forceGroups: genericCharter.useOfForce.forceGroups,
    forceTypes: [
      { code: 'arms_hands', label: 'Used arms/hands', group: 'physical' },
      { code: 'arms', label: 'Used arms', group: 'physical' },
      { code: 'arm_bar', label: 'Used arm bar on', group: 'physical' },
      { code: 'take_down', label: 'Used take down on', group: 'physical' },
      { code: 'pressure_points', label: 'Used pressure points on', group: 'physical' },
      { code: 'fists_punch', label: 'Used fists/punch', group: 'physical' },
      { code: 'legs_kicks', label: 'Used legs/kicks', group: 'physical' },
      { code: 'head', label: 'Used head', group: 'physical' },
      { code: 'struck', label: 'Struck', group: 'physical' },
      { code: 'kneeling', label: 'Kneeling on Chest, Back', group: 'physical' },
      { code: 'neck_restraint', label: 'Chokehold, Carotid artery restraint', group: 'physical' },
      { code: 'impact_weapon_hold', label: 'Compliance hold with impact weapon- not a strike', group: 'less_lethal' },
      { code: 'chemical', label: 'Discharged Chemical at', group: 'less_lethal' },
      { code: 'high_volume_oc', label: 'High Volume OC Spray', group: 'less_lethal' },
      { code: 'cs_gas', label: 'CS Gas', group: 'less_lethal' },
      { code: 'ced', label: 'Used CED on', group: 'less_lethal' },
      { code: 'ced_spark', label: 'CED Spark Display', group: 'less_lethal' },
      { code: 'less_lethal_device', label: 'Used Less-lethal device on', group: 'less_lethal' },
      { code: 'canine_apprehension', label: 'Canine bit (apprehension)', group: 'less_lethal' },
      { code: 'canine_spontaneous', label: 'Canine bit (spontaneous)', group: 'less_lethal' },
      { code: 'firearm_pointed', label: 'Pointing Firearm', group: 'firearm' },
      { code: 'firearm_discharged', label: 'Discharged Firearm at', group: 'firearm' },
      { code: 'vehicle', label: 'Intent to strike with a motor vehicle', group: 'other' },
      { code: 'other', label: 'Other', group: 'other' },
    ],
  },
};
