import { describe, expect, test } from 'vitest';
import { areAlike, inFull, inShort, type Person } from '../../../lib/console/person';

const person: Person = { title: 'payments-prod', account: '111111111111', roleName: 'Admin' };

describe('who somebody is in an account', () => {
  test('is said with the number beside the name', () => {
    expect(inFull(person)).toBe('payments-prod (111111111111, Admin)');
    expect(inShort(person)).toBe('payments-prod (Admin)');
  });

  test('is said with the number once where there is no name', () => {
    const unnamed = { ...person, title: '1111-1111-1111' };
    expect(inFull(unnamed)).toBe('1111-1111-1111 (Admin)');
    expect(inFull({ ...unnamed, roleName: '' })).toBe('1111-1111-1111');
  });

  test('needs the number where two accounts bear one name', () => {
    expect(areAlike(person, { ...person, account: '222222222222' })).toBe(true);
    expect(areAlike(person, { ...person, roleName: 'ReadOnly' })).toBe(false);
    expect(areAlike(undefined, person)).toBe(false);
  });
});
