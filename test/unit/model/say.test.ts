import { afterEach, describe, expect, test } from 'vitest';
import { language, say, sayAge, sayCount, sayDuration, sayNumber, speak } from '../../../lib/model/say';
import { speakFrom } from '../english';

afterEach(() => speakFrom('en'));

describe('a sentence', () => {
  test('is said in the language of the browser', () => {
    speakFrom('de');
    expect(say('networkOffline')).toBe('Sie sind offline.');
  });

  test('carries its values, whatever signs they hold', () => {
    expect(say('failureRefused', 'costs $1 and $$')).toBe('That did not work: costs $1 and $$');
  });

  test('ends with one full stop, also where its last word brings its own', () => {
    speakFrom('de');
    expect(say('sessionEndsIn', sayDuration(480)).replaceAll(/\s/g, ' ')).toBe('Ihre Portalsitzung endet in 8 Std.');
    expect(say('credentialsCopiedShort', '2:05 p. m.')).toBe('Kopiert. Gültig bis 2:05 p. m.');
  });

  test('keeps a name that runs from right to left apart from the words around it', () => {
    expect(say('failureRefused', 'שלום')).toBe('That did not work: \u2068שלום\u2069');
  });
});

describe('a count', () => {
  test.each([
    ['en', 1, '1 account'],
    ['en', 0, '0 accounts'],
    ['en', 7_000, '7,000 accounts'],
    ['de', 7_000, '7.000 Konten'],
    ['ja', 1, '1 アカウント'],
    ['fr', 0, '0 compte'],
    ['fr', 2_000_000, '2 000 000 de comptes'],
    ['pt_BR', 1, '1 conta'],
    ['zh_CN', 12, '12 个账户'],
  ])('in %s of %i is said as %s', (locale, count, said) => {
    speakFrom(locale);
    expect(sayCount('accounts', count).replaceAll(/\s/g, ' ')).toBe(said);
  });
});

describe('numbers and times', () => {
  test.each([
    [0.5, 'less than a minute'],
    [12, '12 min'],
    [60, '1 hr'],
    [479, '7 hr 59 min'],
  ])('%d minutes are “%s”', (minutes, said) => expect(sayDuration(minutes)).toBe(said));

  test.each([
    [59_000, 'just now'],
    [60_000, '1 minute ago'],
    [3 * 3_600_000, '3 hours ago'],
    [72 * 3_600_000, '3 days ago'],
  ])('%d ms back is “%s”', (ms, said) => expect(sayAge(ms)).toBe(said));

  test('are written as the language writes them', () => {
    speakFrom('de');
    expect([sayNumber(12_345), sayDuration(479), sayAge(180_000)]).toEqual([
      '12.345',
      '7 Std. 59 Min.',
      'vor 3 Minuten',
    ]);
  });
});

describe('the language that is spoken', () => {
  test('is the browser’s own, with its country, where Burgee speaks it', () => {
    speakFrom('de', 'de-AT');
    expect(language()).toBe('de-AT');
  });

  test('is English where Burgee does not speak the browser’s', () => {
    speakFrom('en', 'it');
    expect([language(), sayCount('accounts', 1_000_000)]).toEqual(['en', '1,000,000 accounts']);
  });

  test('is English as long as nobody has handed in any messages', () => {
    speak({ uiLanguage: 'xx', look: () => '' });
    expect(language()).toBe('en');
  });
});
