import { readFile as readFromDisk } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseIni } from '../../../lib/model/import/ini';
import { laidOver } from '../../../lib/model/import/laid-over';
import { readFile, readText } from '../../../lib/model/import/read-file';
import { parseSettings, settingsText, type SettingsDocument } from '../../../lib/model/settings-document';
import { added, basedOn, changesBetween, documentOf, factsOf, replaced } from '../../../lib/model/settings-facts';
import { documentFrom, observed } from '../../../lib/model/synced-facts';
import { parseKeptFacts, syncedText } from '../../../lib/model/synced-text';
import { cpuMs } from '../cpu-time';
import { defaultPreferences } from '../../../lib/model/look';
import { schemaPath, settingsJsonSchema } from '../../release/settings-schema';

const portal = 'https://d-1234567890.awsapps.com/start';
const whole = {
  format: 'burgee-settings',
  version: 4,
  portals: [{ startUrl: portal, region: 'eu-west-1', name: 'Work' }],
  preferences: {
    guardProduction: true,
    labelForm: 'bar',
    tabGroups: false,
    containers: false,
    copyCredentials: false,
    credentialForm: 'cmd',
  },
  pins: [`account|${portal}|111111111111`, `role|${portal}|111111111111|Admin`],
  hidden: [`app|${portal}|ins-1`],
  accounts: { '111111111111': { label: 'Pay <b>', emoji: '🔥', note: 'x', colour: '#aa0000', region: 'eu-west-1' } },
  groups: [{ name: 'Team', accounts: ['111111111111'] }],
  chainedRoles: [
    {
      accountId: '222222222222',
      roleName: 'Deploy',
      label: 'Nord',
      colour: '#187df0',
      from: { portal, accountId: '111111111111', roleName: 'Admin' },
    },
  ],
  rules: [
    {
      id: 'prod',
      place: 10,
      when: { name: 'payments prod', role: '*Admin*' },
      set: { colour: '#aa0000', guard: true },
    },
    { id: 'rest', place: 20, when: { partition: 'aws', portal, ids: ['111111111111'] }, set: { group: 'Shop' } },
  ],
};
const own = documentIn(whole);

function documentIn(value: unknown): SettingsDocument {
  const content = readText(JSON.stringify(value));
  if (content.kind !== 'own') throw new Error(JSON.stringify(content));
  return content.document;
}

describe('a settings file', () => {
  test('comes back as it went out', () => {
    expect(documentIn(JSON.parse(settingsText(own)))).toEqual(own);
    expect(settingsText(documentIn(JSON.parse(settingsText(own))))).toBe(settingsText(own));
    expect(documentOf(factsOf(own))).toEqual(own);
  });

  test.each([
    [{}, {}],
    [{ preferences: { tabGroups: true } }, { tabGroups: true }],
    [{ preferences: { guardProduction: false } }, { guardProduction: false }],
  ])('that says %j changes no other preference where it is added', (more, preferences) => {
    const file = documentIn({ format: 'burgee-settings', version: 4, ...more });
    expect(added(own, file).preferences).toEqual({ ...own.preferences, ...preferences });
    expect(replaced(own, file).preferences).toEqual({ ...defaultPreferences, ...preferences });
  });

  test('has a published schema that says what the parser takes', async () => {
    expect(JSON.parse(await readFromDisk(schemaPath, 'utf8'))).toEqual(JSON.parse(settingsJsonSchema()));
  });

  test.each([1, 2, 3])('of version %i is taken for what it means today', (version) => {
    const { chainedRoles, rules, ...older } = whole;
    const content = readText(
      JSON.stringify({
        ...older,
        ...(version > 1 ? { chainedRoles } : {}),
        ...(version > 2 ? { rules } : {}),
        version,
      }),
    );
    const document = { ...own, rules: version > 2 ? own.rules : [], chainedRoles: version > 1 ? own.chainedRoles : [] };
    expect(content).toMatchObject({ kind: 'own', fromVersion: version, document });
  });

  const elsewhere = [
    ['https://start.us-gov-home.awsapps.com/directory/d-1234567890', 'eu-west-1'],
    [portal, 'cn-north-1'],
    ['https://d-1234567890.portal.eu-west-1.app.aws', 'us-east-1'],
  ];
  const wrong = (where: string) => ({ problem: 'shape', where });
  const chained = (role: unknown) => ({ ...whole, chainedRoles: [Object.assign({}, whole.chainedRoles[0], role)] });
  const tooMany = (where: string) => ({ problem: 'too-many', where });
  const rule = (when: unknown, set: unknown = {}) => ({ ...whole, rules: [{ when, set }] });
  const account = (choices: unknown) => ({ ...whole, accounts: { '111111111111': choices } });
  test.each<[string, unknown, Record<string, unknown>]>([
    ['of a newer version', { ...whole, version: 999 }, { problem: 'newer' }],
    ['of no version', { ...whole, version: undefined }, { problem: 'version' }],
    ['with a field that there is not', { ...whole, surprise: 1 }, { problem: 'shape', where: 'surprise' }],
    [
      'with a colour that is more than one',
      account({ colour: 'red;background:url(https://evil.example)' }),
      { problem: 'shape', where: 'accounts.111111111111.colour' },
    ],
    ['with an expression for a colour', account({ colour: 'expression(alert(1))' }), { problem: 'shape' }],
    ['with a variable for a colour', account({ colour: 'var(--x)' }), { problem: 'shape' }],
    ['with a label of 100 kB', account({ label: '(a+)+$'.repeat(20_000) }), { problem: 'shape' }],
    ['with an account number that is none', { ...whole, accounts: { '1111': {} } }, { problem: 'shape' }],
    [
      'with a portal that is not AWS’s',
      { ...whole, portals: [{ startUrl: 'https://awsapps.com.evil.example/start', region: 'eu-west-1' }] },
      { problem: 'portal', where: 'portals.0' },
    ],
    [
      'with a portal without https',
      { ...whole, portals: [{ startUrl: 'http://d-1234567890.awsapps.com/start', region: 'eu-west-1' }] },
      { problem: 'shape' },
    ],
    [
      'with a portal in a region that there is not',
      { ...whole, portals: [{ startUrl: portal, region: 'eu-moon-1' }] },
      { problem: 'region', where: 'portals.0.region' },
    ],
    ...elsewhere.map(([startUrl, region]): [string, unknown, Record<string, unknown>] => [
      `with a portal at ${startUrl} in ${region}`,
      { ...whole, portals: [{ startUrl, region }] },
      { problem: 'region', where: 'portals.0.region' },
    ]),
    ['with a rule of a condition that there is not', rule({ nmae: 'prod' }), { problem: 'shape' }],
    ['with a rule for a portal that is not AWS’s', rule({ portal: 'https://evil.example/start' }), { problem: 'rule' }],
    ['with a rule for a name without a word', rule({ name: '---' }), { problem: 'rule', where: 'rules.0' }],
    ['with a rule for a name of 100 kB', rule({ name: '(a+)+$'.repeat(20_000) }), { problem: 'shape' }],
    ['with a rule’s colour that is more than one', rule({}, { colour: 'var(--x)' }), { problem: 'shape' }],
    [
      'with more rules than there may be',
      { ...whole, rules: Array.from({ length: 1_001 }, () => ({})) },
      tooMany('rules'),
    ],
    ['with more pins than there may be', { ...whole, pins: Array.from({ length: 10_001 }, () => '') }, tooMany('pins')],
    [
      'with more accounts than there may be',
      {
        ...whole,
        accounts: Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [100_000_000_000 + at, {}])),
      },
      tooMany('accounts'),
    ],
    ['with a pin that is none', { ...whole, pins: [...whole.pins, 'account|x'] }, wrong('pins.2')],
    ['with something hidden that is nothing', { ...whole, hidden: ['x'] }, wrong('hidden.0')],
    ['with a chained role that is none', chained({ roleName: '../x' }), wrong('chainedRoles.0')],
    [
      'with a chained role from a portal that is not AWS’s',
      chained({ from: { portal: 'https://evil.example', accountId: '111111111111', roleName: 'Admin' } }),
      wrong('chainedRoles.0.from'),
    ],
    [
      'with a group without a name',
      { ...whole, groups: [{ name: ' ', accounts: ['111111111111'] }] },
      wrong('groups.0'),
    ],
    ['with an account’s region that is none', account({ region: 'moon' }), wrong('accounts.111111111111.region')],
    ['with a rule’s region that is none', rule({}, { region: 'moon' }), wrong('rules.0.set.region')],
    ['with a token', { ...whole, accessToken: 'eyJhbGciOi' }, { problem: 'secret', where: 'accessToken' }],
    ['with a refresh token deep inside', account({ extra: { refresh_token: 'x' } }), { problem: 'secret' }],
    [
      'with an access key for a note',
      account({ note: 'use AKIAIOSFODNN7EXAMPLE' }),
      { problem: 'secret', where: 'accounts.111111111111.note' },
    ],
  ])('%s is refused as a whole', (_, value, problem) => {
    const content = readText(JSON.stringify(value));
    expect(content).toMatchObject({ kind: 'refused', ...problem });
    expect(JSON.stringify(content)).not.toMatch(/eyJhbG|AKIA|evil/);
  });

  test('of a large organisation keeps all that is set, in the file and among browsers', () => {
    const numbers = Array.from({ length: 7_500 }, (_, at) => String(100_000_000_000 + at));
    const document = documentIn({
      format: 'burgee-settings',
      version: 4,
      pins: numbers.map((id) => `app|${portal}|${id}`),
      accounts: Object.fromEntries(numbers.map((id) => [id, { label: `Account ${id}`, note: 'x' }])),
      groups: numbers.slice(0, 600).map((id) => ({ name: `Team ${id}`, accounts: [id] })),
    });
    expect([document.pins.length, document.groups.length]).toEqual([7_500, 600]);
    expect(Object.keys(document.accounts)).toHaveLength(7_500);
    const observer = { nowMs: 1, by: 'a', isHeld: () => false, unapplied: new Map<string, string>() };
    const shared = parseKeptFacts(syncedText(observed(new Map(), document, observer)));
    expect(factsOf(documentFrom(shared, [])).size).toBe(factsOf(document).size);
  });

  test('that is not JSON is refused with line and column', () => {
    expect(readText(settingsText(own).replace('"version": 4,', '"version": 4;'))).toMatchObject({
      problem: 'invalid',
      at: { line: 3, column: 15 },
    });
  });

  test.each([
    '{"__proto__":{"admin":true}}',
    '{"format":"burgee-settings","version":3,"accounts":{"__proto__":{"label":"x"}}}',
  ])('may not reach into objects: %s', (text) => {
    expect(readText(text)).toMatchObject({ kind: 'refused', problem: 'reserved-key' });
    expect(Reflect.get({}, 'admin')).toBeUndefined();
    expect(Reflect.get({}, 'label')).toBeUndefined();
  });

  test('with hidden signs in a label has them taken out', () => {
    expect(documentIn(account({ label: 'p\u202erod\u200b' })).accounts).toEqual({ '111111111111': { label: 'prod' } });
  });
});

describe('what an import changes', () => {
  const empty = documentIn({ format: 'burgee-settings', version: 4 });

  test('is told fact by fact', () => {
    const file = documentIn({
      ...whole,
      accounts: { '111111111111': { ...whole.accounts['111111111111'], label: 'Payments' } },
      pins: [],
    });
    expect(changesBetween(own, added(own, file))).toEqual([
      { kind: 'accounts', of: '111111111111', field: 'label', before: 'Pay <b>', after: 'Payments' },
    ]);
    expect(changesBetween(own, replaced(own, file)).map(({ kind, after }) => [kind, after])).toEqual([
      ['pins', undefined],
      ['pins', undefined],
      ['accounts', 'Payments'],
    ]);
    expect(changesBetween(own, own)).toEqual([]);
  });

  test('never takes a portal away', () => {
    expect(replaced(own, empty).portals).toEqual(own.portals);
  });

  test('of a connected portal is its name alone: its region is what its own page told', () => {
    const portals = (region: string, name?: string) =>
      documentIn({ ...whole, portals: [{ startUrl: portal, region, name }] });
    for (const next of [added, replaced]) {
      expect(next(own, portals('us-east-1', 'Job')).portals).toEqual([{ ...own.portals[0], name: 'Job' }]);
      expect(next(own, portals('us-east-1')).portals).toEqual(own.portals);
    }
    expect(basedOn(own, own, portals('us-east-1', 'Job')).portals).toEqual([{ ...own.portals[0], name: 'Job' }]);
  });

  test('adds what another tool’s file says to one’s own', () => {
    const content = readText('[profile Nord]\naws_account_id = 333333333333\ncolor = ff0000\n');
    if (content.kind !== 'foreign') throw new Error('not read');
    const next = laidOver(own, content.imported);
    expect(changesBetween(own, next).map(({ of, field, after }) => [of, field, after])).toEqual([
      ['333333333333', 'label', 'Nord'],
      ['333333333333', 'colour', '#ff0000'],
    ]);
  });
});

describe('a team’s baseline', () => {
  const empty = documentIn({ format: 'burgee-settings', version: 4 });
  const team = documentIn({ ...whole, chainedRoles: [], groups: [], hidden: [] });

  test('lies below what the person chose', () => {
    const mine = documentIn({ format: 'burgee-settings', version: 4, accounts: { '111111111111': { label: 'Mine' } } });
    const { accounts, preferences } = basedOn(mine, empty, team);
    expect(accounts['111111111111']).toMatchObject({ label: 'Mine', colour: '#aa0000' });
    expect(preferences.labelForm).toBe('bar');
  });

  test('carries what the person never touched along with its next version', () => {
    const mine = basedOn(empty, empty, team);
    const next = documentIn({ ...whole, pins: [], accounts: { '111111111111': { label: 'Payments' } } });
    const after = basedOn(
      added(
        mine,
        documentIn({
          format: 'burgee-settings',
          version: 4,
          preferences: team.preferences,
          accounts: { '111111111111': { note: 'my own' } },
        }),
      ),
      team,
      next,
    );
    expect(after.accounts['111111111111']).toEqual({ label: 'Payments', note: 'my own' });
    expect(after.pins).toEqual([]);
  });

  test('does not bring back what the person took away', () => {
    const mine = { ...basedOn(empty, empty, team), pins: [] };
    expect(basedOn(mine, team, team).pins).toEqual([]);
  });
});

describe('hostile files', () => {
  const runs = 10_000;
  const noise = fc.string({ unit: 'binary', maxLength: 30 });
  const wild = fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' });
  const bent = fc
    .tuple(fc.constantFrom(...Object.keys(whole)), wild)
    .map(([field, value]) => JSON.stringify({ ...whole, [field]: value }));
  const torn = fc.tuple(fc.nat(), noise).map(([at, text]) => {
    const good = settingsText(own);
    const place = at % good.length;
    return good.slice(0, place) + text + good.slice(place + text.length);
  });
  const deep = fc
    .tuple(fc.constantFrom('[', '{"a":', '{"accounts":{"111111111111":'), fc.integer({ min: 1, max: 10_000 }))
    .map(([sign, times]) => sign.repeat(times));
  const ini = fc
    .array(
      fc.constantFrom(
        '[profile a]\n',
        '[',
        ']',
        '=',
        ' ',
        '\n',
        'role_arn',
        'color = ',
        'arn:aws:iam::111111111111:role/',
        '__proto__',
        '\t',
        '#',
        'é\u202e',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(''));
  const any = fc.oneof(
    bent,
    torn,
    deep,
    ini,
    wild.map((value) => JSON.stringify(value)),
    noise,
  );

  test(`${runs} of them change nothing, throw nothing, and take less than 200 ms each`, () => {
    const before = settingsText(own);
    fc.assert(
      fc.property(any, (text) => {
        const workedMs = cpuMs(() => {
          const content = readFile(new TextEncoder().encode(text));
          const again = content.kind === 'own' ? parseSettings(JSON.parse(settingsText(content.document))).ok : true;
          expect(again).toBe(true);
          if (content.kind === 'foreign') laidOver(own, content.imported);
        });
        expect(workedMs).toBeLessThan(200);
        expect(settingsText(own)).toBe(before);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { seed: 6, numRuns: runs },
    );
  });

  test('of 2 MB take no more than a few seconds of work, whatever they repeat', () => {
    for (const part of [
      '[',
      '{"a":',
      '[p]\n',
      '=',
      '[profile x]\nrole_arn = a\n',
      '"',
      '\\',
      '/*',
      '//',
      ' ',
      '\n',
      '-',
      '"a":1,',
      '[[p]',
      '# x\n',
      'a',
    ]) {
      const text = part.repeat(2_000_000 / part.length);
      for (const hostile of [text, `[${text}`]) {
        const workedMs = cpuMs(() => {
          readText(hostile);
          parseIni(hostile);
        });
        expect(workedMs).toBeLessThan(4_000);
      }
    }
  });
});
