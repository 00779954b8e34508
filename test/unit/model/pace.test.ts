import { describe, expect, test } from 'vitest';
import { accepted, byClock, giveWay, type Pace, refused, spacingMs, startPace } from '../../../lib/model/pace';

/** A token bucket as AWS is thought to have one, asked at the pace that the answers teach. Time is counted, not waited for. */
function crawl(
  calls: number,
  { perSecond, burst, latencyMs = 60 }: { perSecond: number; burst: number; latencyMs?: number },
) {
  let pace: Pace = startPace(0);
  let nowMs = 0;
  let tokens = burst;
  let refilledMs = 0;
  let refusals = 0;
  let sent = 0;
  let turn = 0;
  for (let done = 0; done < calls; sent += 1) {
    nowMs = Math.max(nowMs + spacingMs(pace), pace.notBeforeMs);
    tokens = Math.min(burst, tokens + ((nowMs - refilledMs) / 1_000) * perSecond);
    refilledMs = nowMs;
    turn = (turn * 16_807 + 7) % 2_147_483_647;
    if (tokens >= 1) {
      tokens -= 1;
      done += 1;
      pace = accepted(pace, nowMs);
    } else {
      refusals += 1;
      pace = refused(pace, nowMs, undefined, turn / 2_147_483_647);
    }
  }
  const idealMs = ((calls - burst) / perSecond) * 1_000;
  return { share: refusals / sent, ratio: (nowMs + latencyMs) / idealMs };
}

describe('the pace of a crawl', () => {
  test.each([
    { calls: 1_000, perSecond: 3, burst: 3 },
    { calls: 300, perSecond: 10, burst: 20 },
    { calls: 1_000, perSecond: 10, burst: 20 },
    { calls: 7_000, perSecond: 10, burst: 20 },
    { calls: 1_000, perSecond: 20, burst: 20 },
    { calls: 7_000, perSecond: 20, burst: 20 },
  ])('finds a limit of $perSecond per second within $calls calls: near the ideal, with few refusals', (limit) => {
    const { share, ratio } = crawl(limit.calls, limit);
    expect(share).toBeLessThanOrEqual(0.02);
    expect(ratio).toBeLessThanOrEqual(1.15);
  });

  test('falls by more than a quarter at a refusal, once for a burst of them', () => {
    const before = startPace(0);
    const after = refused(before, 100, undefined, 0.5);
    expect(after.perSecond).toBeLessThan(before.perSecond * 0.75);
    expect(refused(after, 200, undefined, 0.5).perSecond).toBe(after.perSecond);
  });

  test('waits as long as it is asked to, within a minute', () => {
    expect(refused(startPace(0), 0, 30_000, 0).notBeforeMs).toBe(30_000);
    expect(refused(startPace(0), 0, 999_999_000, 0).notBeforeMs).toBe(60_000);
    expect(refused(startPace(0), 0, -5, 0).notBeforeMs).toBe(0);
  });

  test('leaves the next second to the person’s own launch', () => {
    expect(giveWay(startPace(0), 500).notBeforeMs).toBeGreaterThan(1_000);
  });
});

describe('a clock that has gone back', () => {
  const hourMs = 3_600_000;
  const pace = refused(startPace(10 * hourMs), 10 * hourMs, 55_000, 0);

  test('makes no wait of hours of one of seconds', () => {
    expect(byClock(pace, 9 * hourMs).notBeforeMs).toBe(9 * hourMs);
    expect(byClock(pace, 10 * hourMs - 2_000).notBeforeMs).toBe(10 * hourMs + 55_000);
  });

  test('leaves the pace free to grow', () => {
    const since = byClock(pace, 9 * hourMs);
    expect(accepted(since, 9 * hourMs + 5_000).perSecond).toBeGreaterThan(pace.perSecond);
  });

  test('is noticed by nothing but the clock', () => {
    expect(byClock(pace, 10 * hourMs + 1_000)).toBe(pace);
  });
});
