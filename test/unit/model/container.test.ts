import { describe, expect, test } from 'vitest';
import type { AccountId } from '../../../lib/model/account';
import { type Container, containerStep, parseOwnContainers, type WantedContainer } from '../../../lib/model/container';
import type { StartUrl } from '../../../lib/model/portal';

const portal = 'https://d-1234567890.awsapps.com/start' as StartUrl;
const other = 'https://other-org.awsapps.com/start' as StartUrl;
const wanted: WantedContainer = {
  portal,
  accountId: '111111111111' as AccountId,
  name: 'payments-prod',
  colour: 'red',
};
const own = { ...wanted, id: 'firefox-container-6' };
const open: Container = { id: own.id, name: own.name, colour: own.colour, icon: 'circle' };

describe('the container of an account', () => {
  test('is made where there is none', () => {
    expect(containerStep(wanted, [], [])).toEqual({ do: 'make', wanted });
  });

  test('is used again, as it is', () => {
    expect(containerStep(wanted, [own], [open])).toEqual({ do: 'use', own, change: {} });
  });

  test('keeps the name and the colour that the person gave it', () => {
    const renamed = { ...open, name: 'careful', colour: 'pink' };
    expect(containerStep({ ...wanted, name: 'Payments' }, [own], [renamed])).toEqual({ do: 'use', own, change: {} });
  });

  test('follows the account’s name and colour where the person left it alone', () => {
    const change = { name: 'Payments', colour: 'orange' };
    const step = containerStep({ ...wanted, ...change }, [own], [open]);
    expect(step).toEqual({ do: 'use', own: { ...own, ...change }, change });
  });

  test('is made anew where the person removed it', () => {
    expect(containerStep(wanted, [own], [])).toEqual({ do: 'make', wanted });
  });

  test('is another one at another portal, and under another name than a namesake’s', () => {
    const there = { ...wanted, portal: other };
    const step = containerStep(there, [own], [open]);
    expect(step).toEqual({ do: 'make', wanted: { ...there, name: 'payments-prod 111111111111' } });
  });

  test('that Burgee made and forgot is known by name and sign, and taken by one account only', () => {
    expect(containerStep(wanted, [], [open])).toEqual({ do: 'use', own, change: {} });
    const namesake = { ...wanted, accountId: '222222222222' as AccountId };
    expect(containerStep(namesake, [own], [open])).toMatchObject({ do: 'make' });
  });

  test('is never one that the person made', () => {
    expect(containerStep(wanted, [], [{ ...open, icon: 'briefcase' }])).toEqual({ do: 'make', wanted });
  });
});

test('of stored containers, the damaged are left out', () => {
  expect(parseOwnContainers([own, { ...own, accountId: '1' }, { ...own, portal: 'https://evil.example' }, 7])).toEqual([
    own,
  ]);
  expect(parseOwnContainers('broken')).toEqual([]);
});
