import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bytesOf, generationIn, type Items, syncQuota } from '../../lib/model/generation';
import { type Simulator, startSimulator } from '../simulator/simulator';
import { type Burgee, launchBurgee } from './browser';

const rules = Array.from({ length: 500 }, (_, at) => ({
  id: `rule-${at}`,
  place: (at + 1) * 1_024,
  when: { name: `team-${at % 37}-${['prod', 'staging', 'dev'][at % 3]}-*` },
  set: { label: `Team ${at % 37} {name}`, colour: `#${(at * 7_919 + 4_099).toString(16).padStart(6, '0').slice(-6)}` },
}));

describe('settings in Chromium’s own sync storage', () => {
  let simulator: Simulator;
  let one: Burgee;
  let other: Burgee;
  const pages = new Map<Burgee, Page>();

  beforeAll(async () => {
    simulator = await startSimulator({ world: 'small' });
    for (const burgee of [(one = await launchBurgee({ simulator })), (other = await launchBurgee({ simulator }))])
      pages.set(burgee, await burgee.openPage('options.html'));
  });
  afterAll(async () => {
    for (const burgee of [one, other]) {
      expect(burgee.errors).toEqual([]);
      await burgee.close();
    }
    await simulator.close();
  });

  function ask(burgee: Burgee, call: string, args: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    const page = pages.get(burgee);
    if (!page) throw new Error('this browser has no page open');
    return page.evaluate(
      (message) => {
        const { runtime } = Reflect.get(globalThis, 'chrome') as {
          runtime: { sendMessage(told: unknown): Promise<Record<string, unknown>> };
        };
        return runtime.sendMessage(message);
      },
      { call, args },
    );
  }

  interface Area {
    get(): Promise<Items>;
    set(items: Items): Promise<void>;
    getBytesInUse(): Promise<number>;
  }

  /** The browser's own area, as the extension has it. */
  async function area(burgee: Burgee): Promise<{ items: Items; bytes: number }> {
    const page = pages.get(burgee);
    if (!page) throw new Error('this browser has no page open');
    return page.evaluate(async () => {
      const { sync } = (Reflect.get(globalThis, 'chrome') as { storage: { sync: Area } }).storage;
      return { items: await sync.get(), bytes: await sync.getBytesInUse() };
    });
  }

  /** What the browser's sync would do: some items arrive. */
  async function arrive(burgee: Burgee, items: Items): Promise<void> {
    await pages
      .get(burgee)
      ?.evaluate(
        (given) => (Reflect.get(globalThis, 'chrome') as { storage: { sync: Area } }).storage.sync.set(given),
        items,
      );
  }

  async function rulesOf(burgee: Burgee): Promise<unknown> {
    const answer = (await ask(burgee, 'settings')) as { value: { settings: { rules: unknown } } };
    return answer.value.settings.rules;
  }

  test('are not there until the person says so', async () => {
    expect(await ask(one, 'setRules', { rules })).toMatchObject({ ok: true });
    expect(await ask(one, 'sync')).toMatchObject({ value: { isOn: false } });
    expect((await area(one)).items).toEqual({});
  });

  test('hold 500 rules in less than half of the quota, no item too large', async () => {
    const section = pages.get(one)?.getByRole('region', { name: 'Browser sync' });
    await section?.getByLabel('Keep my settings in step').check();
    await section?.getByText('In step, as of just now.').waitFor();
    await expect.poll(async () => generationIn((await area(one)).items).state, { timeout: 15_000 }).toBe('whole');
    const { items, bytes } = await area(one);
    expect(bytes).toBeLessThan(syncQuota.bytes / 2);
    expect(bytes).toBe(bytesOf(items));
    for (const [key, value] of Object.entries(items))
      expect(bytesOf({ [key]: value })).toBeLessThanOrEqual(syncQuota.bytesPerItem);
    expect(JSON.stringify(items)).not.toContain('d-1234567890');
  });

  test('change nothing in the other browser while a part is missing, and everything once it is there', async () => {
    await ask(other, 'setSync', { isOn: true });
    const { settings: head, ...chunks } = (await area(one)).items;
    await arrive(other, { settings: head });
    await ask(other, 'resume');
    expect(await rulesOf(other)).toEqual([]);
    expect(await ask(other, 'sync')).toMatchObject({ value: { isOn: true } });
    await arrive(other, chunks);
    await expect.poll(() => rulesOf(other), { timeout: 15_000 }).toEqual(rules);
  });

  test('come back from the other browser with what was changed there, by field', async () => {
    const changed = rules.map((rule, at) =>
      at === 7 ? { ...rule, set: { ...rule.set, label: 'Changed there' } } : rule,
    );
    await ask(other, 'setRules', { rules: changed });
    await ask(one, 'setPreferences', { labelForm: 'bar' });
    const { number } = generationIn((await area(one)).items) as { number: number };
    await expect
      .poll(async () => generationIn((await area(other)).items), { timeout: 15_000 })
      .toMatchObject({ state: 'whole', number: number + 1 });
    // Again each time: this browser writes too, and what it writes over is sent anew in a real sync.
    await expect
      .poll(async () => (await arrive(one, (await area(other)).items), rulesOf(one)), { timeout: 15_000 })
      .toEqual(changed);
    expect(await ask(one, 'preferences')).toMatchObject({ value: { labelForm: 'bar' } });
  });
});
