import { describe, expect, test } from 'vitest';
import { createBackground } from '../../../lib/background';
import { parsePasted } from '../../../lib/model/pasted';
import type { World } from '../../../lib/worker/world';

const silent: object = new Proxy(() => silent, { get: (_, name) => (name === 'then' ? undefined : silent) });
const { calls } = createBackground({ aws: silent, browser: silent } as unknown as World);

const portal = 'https://d-1234567890.awsapps.com/start';
const accountId = '111111111111';
const logs = 'https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:logs-insights';

describe('the page of a pasted address', () => {
  test.each([
    ['with a long query', `${logs}?queryDetail=${'x'.repeat(4_000)}`],
    ['as long as one is read', `${logs}?queryDetail=${'x'.repeat(20_000)}`],
    ['that grows where it is written as an address', `${logs}?queryDetail=${'é'.repeat(9_000)}`],
    ['of an ARN that does', `arn:aws:s3:::payments/${'é'.repeat(2_000)}`],
  ])('%s is one that the worker opens and links to', (_, text) => {
    const destination = parsePasted(text)?.destination;
    expect(calls.openConsole.parse({ portal, accountId, destination, where: 'tab' })).toBeDefined();
    expect(calls.consoleLink.parse({ portal, accountId, destination })).toBeDefined();
  });
});
