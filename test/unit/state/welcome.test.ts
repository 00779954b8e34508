import { expect, test } from 'vitest';
import { fail, type Outcome, succeed } from '../../../lib/model/failure';
import { defaultPreferences, type Preferences } from '../../../lib/model/look';
import { createWelcome, type WelcomeWorld } from '../../../lib/state/welcome';

function welcome(world: Partial<WelcomeWorld>): ReturnType<typeof createWelcome> {
  return createWelcome({ pasted: '', now: () => 0, ...world } as WelcomeWorld);
}

test('the guard’s box shows what holds, also where the organisation lets nobody choose', async () => {
  const preferences: Preferences = { ...defaultPreferences, guardProduction: true };
  const background = {
    preferences: async (): Promise<Outcome<Preferences>> => succeed(preferences),
    setPreferences: async (): Promise<Outcome<Preferences>> => fail({ reason: 'managed' }),
  } as unknown as WelcomeWorld['background'];
  const page = welcome({ background });
  const shown: boolean[] = [];
  const stop = page.isGuarded.subscribe((isOn) => shown.push(isOn));
  await page.guard(false);
  stop();
  expect(page.isGuarded.value).toBe(true);
  // It changed on the way: a box that the person has just cleared is drawn anew only then.
  expect(shown.at(-2)).toBe(false);
});

test('the guard’s box shows what was there before where nothing answers', async () => {
  const silent = async (): Promise<Outcome<Preferences>> => fail({ reason: 'refused', why: 'no answer' });
  const background = { preferences: silent, setPreferences: silent } as unknown as WelcomeWorld['background'];
  const page = welcome({ background });
  await page.guard(true);
  expect(page.isGuarded.value).toBe(false);
});

test('the guard’s box shows what was chosen last, however late an answer to an earlier question comes', async () => {
  const late: ((found: Outcome<Preferences>) => void)[] = [];
  const chosen = [fail({ reason: 'refused', why: 'no answer' }), succeed(defaultPreferences)];
  const background = {
    preferences: () => new Promise<Outcome<Preferences>>((resolve) => late.push(resolve)),
    setPreferences: async () => chosen.shift(),
  } as unknown as WelcomeWorld['background'];
  const page = welcome({ background });
  const first = page.guard(true);
  await expect.poll(() => late.length).toBe(1);
  await page.guard(true);
  for (const answer of late) answer(succeed(defaultPreferences));
  await first;
  expect(page.isGuarded.value).toBe(true);
});

test('a permission that is given on the second try leaves no word of the first', async () => {
  const answers = [false, true];
  const page = welcome({ permissions: { request: async () => answers.shift() === true } });
  await page.allowApi(['https://portal.sso.eu-west-1.amazonaws.com/*']);
  expect(page.problem.value).toBe('denied');
  await page.allowApi(['https://portal.sso.eu-west-1.amazonaws.com/*']);
  expect(page.problem.value).toBeUndefined();
});
