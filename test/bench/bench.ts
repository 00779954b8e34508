import { benchCrawl } from './crawl';
import { benchLabel } from './label';
import { benchPopup } from './popup';

const sizes = process.argv.slice(2).map(Number);

/**
 * Ratios within one run mean something; single times do not: machines are noisy. The crawl of 7,000 accounts takes its
 * 12 minutes at the permitted rate: `npm run bench -- 300 1000` leaves it out.
 */
await benchPopup();
await benchLabel();
await import('./search');
await benchCrawl(sizes.length > 0 ? sizes : [300, 1_000, 7_000]);
