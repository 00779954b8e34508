import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { manifest } from '../../../lib/model/manifest';
import { listing, listingText, rationale } from '../../release/listing';

describe('what the stores print', () => {
  test('explains every permission of every build, and no other', () => {
    const asked = ['chrome', 'firefox'].flatMap((browser) => {
      const { permissions, optional_permissions: optional } = manifest({ browser, hostsGranted: false });
      return [permissions, optional ?? []].flat().map(String);
    });
    expect(Object.keys(rationale).toSorted()).toEqual([...new Set(asked)].toSorted());
  });

  test('stands beside the pictures as it is', async () => {
    const words = (text: string): string => text.replace(/\s+/g, ' ');
    expect(words(await readFile('test/shots/store/listing.md', 'utf8'))).toBe(words(listingText()));
  });

  test('has a summary that the stores take', () => {
    expect(listing.summary.length).toBeLessThanOrEqual(132);
  });

  test('has a description that the stores take', () => {
    expect(listing.description.length).toBeLessThanOrEqual(16_000);
    expect(listing.description).not.toMatch(/<[a-z]/i);
  });
});
