import { describe, expect, test } from 'vitest';
import { succeed } from '../../../lib/model/failure';
import { say } from '../../../lib/model/say';
import { createConsoleCalls } from '../../../lib/worker/console-calls';
import type { World } from '../../../lib/worker/world';

type Parts = Parameters<typeof createConsoleCalls>[1];

const commercial = 'https://d-1234567890.awsapps.com/start';
const govCloud = 'https://start.us-gov-home.awsapps.com/directory/d-1234567890';
const china = 'https://start.home.awsapps.cn/directory/d-1234567890';
const sovereign = 'https://ssoins-1234567890123456.eusc-de-east-1.portal.amazonaws.eu';

const bucket = 'https://eu-west-1.console.aws.amazon.com/s3/buckets/logs?region=eu-west-1';
const bucketOfGovCloud = 'https://console.amazonaws-us-gov.com/s3/buckets/logs?region=us-gov-west-1';

/** What the worker opens for an account of a portal while a page is in front, and what it says. */
async function openHere(page: string, portal: string) {
  const opened: unknown[] = [];
  const world = { browser: { tabs: { current: async () => page } } } as unknown as World;
  const launches = {
    openListed: async ({ destination }: { destination: string }) => {
      opened.push(destination);
      return succeed();
    },
  };
  const { openHere: asked } = createConsoleCalls(world, { launches } as unknown as Parts);
  const target = asked.parse({ portal, accountId: '111111111111', where: 'tab' });
  if (!target) throw new Error('not what the call takes');
  return { outcome: await asked.run(target, { kind: 'page' }), opened };
}

describe('the page in front, opened in another account', () => {
  test.each([
    [bucket, commercial],
    [bucketOfGovCloud, govCloud],
  ])('%s opens at %s', async (page, portal) => {
    expect(await openHere(page, portal)).toEqual({ opened: [page], outcome: succeed() });
  });

  test.each([
    [bucket, govCloud],
    [bucket, china],
    [bucket, sovereign],
    [bucketOfGovCloud, commercial],
  ])('%s is of another partition than %s, which is said', async (page, portal) => {
    const { opened, outcome } = await openHere(page, portal);
    expect(opened).toEqual([]);
    expect(outcome).toMatchObject({ failure: { reason: 'refused', why: say('pageOfOtherPartition') } });
  });
});
