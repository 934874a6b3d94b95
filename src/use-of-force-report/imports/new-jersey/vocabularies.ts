import { newJerseyCharter, type Term } from '../../../charter/index.js';
import { WordList } from './word-list.js';

const byLabel = (terms: readonly Term[]): Record<string, string> =>
  Object.fromEntries(terms.map(({ label, code }) => [label, code]));

const { people, useOfForce } = newJerseyCharter;

export const RACES = new WordList(byLabel(people.races));
/** `Other` is what the portal writes when no gender was given (32,554 of 56,423 officers): it says nothing. */
export const GENDERS = new WordList({ ...byLabel(people.genders), 'Gender Non-Conforming/X': 'non_binary' });
export const FORCE = new WordList(byLabel(useOfForce.forceTypes));

export const KINDS = new WordList({
  Person: 'person',
  Animal: 'animal',
  'Unknown Subject(s)': 'unknown',
  Other: 'other',
  'Not Provided': 'unknown',
});

export const RESISTANCE = new WordList({
  'Active Resistor': 'active_resistor',
  'Passive Resistor': 'passive_resistor',
  'Active Assailant': 'active_assailant',
  'Threatening Assailant': 'threatening_assailant',
  'Resistive tension (stiffening, tighening muscles)': 'resistive_tension',
  'Aggressive resistance (attempt to attack or harm)': 'aggressive_resistance',
  'Non-response (consciously ignoring)': 'non_response',
  'Dead-weight tactics (going limp)': 'dead_weight',
  'Attempt to flee': 'attempt_to_flee',
  Verbal: 'verbal',
  Other: 'other',
});

export const ACTIONS = new WordList({
  'Resisted arrest/police officer control': 'resisted_control',
  'Attempt to escape from Custody': 'attempt_to_escape',
  'Attempt to self-harm': 'attempt_to_self_harm',
  'Attempt to commit crime': 'attempt_to_commit_crime',
  'Attempt to destroy evidence': 'attempt_to_destroy_evidence',
  'Prevent harm to another': 'prevent_harm_to_another',
  'Failure to Disperse': 'failure_to_disperse',
  'Verbal/Fighting stance Threat': 'threat_stance',
  'Threat with Hands,fists,legs': 'threat_hands',
  'Threat to Strike with open hand, fist, or elbow': 'threat_to_strike',
  'Threat to Push or shove': 'threat_to_push',
  'Threat to Kick': 'threat_to_kick',
  'Threat with Bodily Fluids': 'threat_bodily_fluids',
  'Threat with Edge Weapon': 'threat_edge_weapon',
  'Threat with Gun': 'threat_gun',
  'Threat with Blunt object': 'threat_blunt_object',
  'Threat with Other Weapon': 'threat_other_weapon',
  'Threat with Motor vehicle': 'threat_motor_vehicle',
  'Other Threat': 'threat_other',
  'Attack with Hands,fists,legs': 'attack_hands',
  'Strike with open hand, fist, or elbow': 'strike',
  'Push or shove': 'push',
  Kick: 'kick',
  Spitting: 'spitting',
  Biting: 'biting',
  'Attack with Bodily fluids': 'attack_bodily_fluids',
  'Attack with Edge Weapon': 'attack_edge_weapon',
  'Attack with Blunt object': 'attack_blunt_object',
  'Attack with Other Weapon': 'attack_other_weapon',
  'Attack with Motor Vehicle': 'attack_motor_vehicle',
  'Fired Gun': 'fired_gun',
  'Other Attack': 'attack_other',
});

export const CONDITIONS = new WordList({
  'No unusual condition noted': 'none_noted',
  'Under influence of alcohol/drugs/both': 'alcohol_or_drugs',
  'Potential Mental Health Incident': 'potential_mental_health',
  'Other unusual condition noted': 'other',
});

export const INJURIES = new WordList({
  'Abrasion/Laceration/Puncture': 'abrasion_laceration_puncture',
  'Complaint of pain': 'complaint_of_pain',
  'Contusion/bruise': 'contusion',
  'Chest pains/shortness of breath': 'chest_pain_or_breath',
  'Fracture/dislocation': 'fracture_dislocation',
  'Gunshot wound': 'gunshot_wound',
  Concussion: 'concussion',
  'Not injured': 'not_injured',
  Unknown: 'unknown',
  Other: 'other',
});

export const MEDICAL_AID = new WordList({
  Hospital: 'hospital',
  'EMS on scene': 'ems_on_scene',
  'Officer Administered First Aid': 'first_aid_by_officer',
  'Mental Health Facility': 'mental_health_facility',
  'Urgent Care': 'urgent_care',
  Refused: 'refused',
  Unknown: 'unknown',
});
