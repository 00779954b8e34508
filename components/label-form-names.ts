import type { LabelForm } from '../lib/model/look';
import type { Sentence } from '../lib/model/say';

/** The forms of the label, as the person chooses among them. */
export const labelFormNames: Readonly<Record<LabelForm, Sentence>> = {
  frame: 'labelFormFrame',
  bar: 'labelFormBar',
  badge: 'labelFormBadge',
};
