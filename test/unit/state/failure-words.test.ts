import { afterEach, expect, test } from 'vitest';
import { failureWords } from '../../../components/words';
import { speakFrom } from '../english';

const failure = { reason: 'turned-away', why: 'arguments do not fit' } as const;
const english = failureWords(failure);

afterEach(() => speakFrom('en'));

test.each(['de', 'es', 'fr', 'ja', 'pt_BR', 'zh_CN'])(
  'a message that the worker turned away is told in %s, without the words of the diagnostics',
  (language) => {
    speakFrom(language);
    const told = failureWords(failure);
    expect(told).not.toBe(english);
    for (const each of [told, english]) expect(each).not.toContain('arguments');
  },
);
