import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSessionEnd } from '../../../lib/console/session-end';

const MINUTE_MS = 60_000;
const start = Date.UTC(2026, 0, 1);
const at = (minutes: number): void => void vi.setSystemTime(start + minutes * MINUTE_MS);

/** A session whose end the worker knows as `known.endsAtMs`, and how often it was asked for it. */
function watched(endsAfterMinutes: number | undefined) {
  const known = { endsAtMs: endsAfterMinutes === undefined ? undefined : start + endsAfterMinutes * MINUTE_MS };
  const ask = vi.fn<() => Promise<number | undefined>>(() => Promise.resolve(known.endsAtMs));
  const changed = vi.fn<() => void>();
  const end = createSessionEnd(ask, changed);
  end.told(known.endsAtMs);
  const look = async (minutes: number): Promise<void> => {
    at(minutes);
    end.look();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { known, ask, changed, end, look };
}

describe('the notice of a session’s end', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: start });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('comes ten minutes before, once, and says when it should be over', async () => {
    const { ask, end, changed, look } = watched(60);
    await look(49.9);
    expect(end.ending()).toBeUndefined();
    await look(50);
    expect(end.ending()).toEqual({ atMs: start + 60 * MINUTE_MS, isOver: false });
    await look(55);
    expect(changed).toHaveBeenCalledTimes(1);
    await look(61);
    expect(end.ending()).toMatchObject({ isOver: true });
    expect(changed).toHaveBeenCalledTimes(2);
    const asked = ask.mock.calls.length;
    await look(70);
    expect(ask).toHaveBeenCalledTimes(asked);
  });

  test('is there at once where little is left from the beginning', () => {
    expect(watched(9).end.ending()).toMatchObject({ isOver: false });
    expect(watched(0).end.ending()).toMatchObject({ isOver: true });
  });

  test('never comes where the end is not known', async () => {
    const { end, ask, look } = watched(undefined);
    await look(1_000);
    expect(end.ending()).toBeUndefined();
    expect(ask).not.toHaveBeenCalled();
  });

  test('is not given where the session was renewed meanwhile', async () => {
    const { known, end, changed, look } = watched(60);
    known.endsAtMs = start + 100 * MINUTE_MS;
    await look(50);
    expect(end.ending()).toBeUndefined();
    expect(changed).not.toHaveBeenCalled();
    await look(90);
    expect(end.ending()).toMatchObject({ isOver: false });
  });

  test('goes when the session is renewed or its end is not known any more', async () => {
    const { known, end, look } = watched(60);
    await look(52);
    expect(end.ending()).toBeDefined();
    known.endsAtMs = undefined;
    await look(53);
    expect(end.ending()).toBeUndefined();
  });

  test('asks twice a minute at most, and at once when the person is back', async () => {
    const { ask, end, look } = watched(60);
    for (let seconds = 0; seconds <= 60; seconds += 2) await look(52 + seconds / 60);
    expect(ask).toHaveBeenCalledTimes(3);
    end.lookAgain();
    expect(ask).toHaveBeenCalledTimes(4);
  });

  test('a clock that was put back keeps nobody from asking', async () => {
    const { ask, look } = watched(60);
    await look(55);
    await look(51);
    expect(ask).toHaveBeenCalledTimes(2);
  });
});
