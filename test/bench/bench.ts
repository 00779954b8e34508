import { benchLabel } from './label';
import { benchPopup } from './popup';

/** Ratios within one run mean something; single times do not: machines are noisy. */
await benchPopup();
await benchLabel();
await import('./search');
