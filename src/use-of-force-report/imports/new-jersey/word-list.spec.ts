import { describe, expect, it } from '@jest/globals';
import { INCIDENT_TYPES } from './incident-vocabularies.js';
import { ACTIONS, FORCE, RESISTANCE } from './vocabularies.js';
import { oneOf, WordList } from './word-list.js';

describe('a cell that holds a list', () => {
  it.each([
    [ACTIONS, 'Kick', ['kick']],
    [ACTIONS, 'Kick, Attack with Hands,fists,legs, Spitting', ['kick', 'attack_hands', 'spitting']],
    [ACTIONS, 'Threat to Strike with open hand, fist, or elbow, Kick', ['threat_to_strike', 'kick']],
    [ACTIONS, 'Strike with open hand, fist, or elbow', ['strike']],
    [
      RESISTANCE,
      'Attempt to flee , Resistive tension (stiffening, tighening muscles)',
      ['attempt_to_flee', 'resistive_tension'],
    ],
    [INCIDENT_TYPES, 'Disturbance (drinking, fighting, disorderly), Domestic', ['disturbance', 'domestic']],
    [FORCE, 'Used arms, Used arms/hands, Used arms', ['arms', 'arms_hands', 'arms']],
    [FORCE, 'Kneeling on Chest, Back, Used arms/hands', ['kneeling', 'arms_hands']],
    [FORCE, 'Chokehold, Carotid artery restraint, Used head', ['neck_restraint', 'head']],
    [FORCE, 'Not Provided', []],
    [FORCE, '', []],
  ])('%#: is parted where an item that we know ends, the longest first: %j', (list, cell, codes) => {
    expect(list.read(cell)).toMatchObject({ codes, unknown: 0 });
  });

  it('is parted at the longest item, where one item begins another', () => {
    const list = new WordList({ Hold: 'hold', 'Hold, neck': 'neck_hold' });
    expect(list.read('Hold, neck, Hold').codes).toEqual(['neck_hold', 'hold']);
  });

  it('holds what we do not know as `other`, up to the next comma, and counts it', () => {
    expect(FORCE.read('Used magic, Used arms, Used armsful')).toMatchObject({
      codes: ['other', 'arms', 'other'],
      unknown: 2,
    });
  });

  it('is read again as it was read first', () => {
    expect(FORCE.read('Struck, Used magic')).toEqual(FORCE.read('Struck, Used magic'));
  });
});

it('says each word once in its second list, and nothing where nothing was said', () => {
  expect(FORCE.read('Used arms, Used head, Used arms').distinct).toEqual(['arms', 'head']);
  expect(FORCE.read('Not Provided').distinct).toBeNull();
});

it('says one word only when one that we know was said', () => {
  expect([
    oneOf({ codes: ['a'], unknown: 0 }),
    oneOf({ codes: ['a', 'b'], unknown: 0 }),
    oneOf({ codes: ['other'], unknown: 1 }),
  ]).toEqual(['a', null, null]);
});
