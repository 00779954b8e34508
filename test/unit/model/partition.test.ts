import { describe, expect, test } from 'vitest';
import { partitionNames, partitions } from '../../../lib/model/partition';
import { parseQuery } from '../../../lib/model/query';

const regions = partitionNames.flatMap((name) => partitions[name].regions);

describe('a region in the words of a search', () => {
  test.each(regions)('%s is understood with dashes, with spaces and run together', (region) => {
    for (const spoken of [region, region.replaceAll('-', ' '), region.replaceAll('-', '')])
      expect(parseQuery(`s3 ${spoken} admin`).region).toBe(region);
  });
});
