/** How much harm a mistake does in an account; drives colour and guard. */
export type Level = 'production' | 'staging' | 'development' | 'sandbox' | 'other';

/** Words that name a level; whole words only, so that "product-dev" is not production and "livestock" is not live. */
const words: Readonly<Record<Exclude<Level, 'other'>, ReadonlySet<string>>> = {
  production: new Set([
    'prod',
    'prd',
    'production',
    'live',
    'produktion',
    'produccion',
    'producción',
    'producao',
    'produção',
    'produzione',
    'prods',
    '本番',
    '生产',
  ]),
  staging: new Set([
    'stage',
    'staging',
    'stg',
    'stag',
    'uat',
    'preprod',
    'preprd',
    'preproduction',
    'prelive',
    'acceptance',
    'integration',
    'int',
    'qa',
    'quality',
    'nonprod',
    'nonprd',
    'nonproduction',
  ]),
  development: new Set([
    'dev',
    'devel',
    'develop',
    'development',
    'developer',
    'developers',
    'test',
    'testing',
    'tst',
    'entwicklung',
    'desarrollo',
    'ci',
    'build',
    '開発',
    '开发',
  ]),
  sandbox: new Set([
    'sandbox',
    'sandboxes',
    'sbx',
    'playground',
    'play',
    'lab',
    'labs',
    'experiment',
    'experiments',
    'demo',
    'poc',
    'training',
    'scratch',
  ]),
};
const DENIALS = new Set(['non', 'not', 'no', 'pre']);

/** From the most dangerous down: where a name speaks of several, the worse one is shown. */
const byDanger = ['production', 'staging', 'development', 'sandbox'] as const;

/**
 * The level that a name speaks of, by its words: `payments-prod`, `PaymentsProd2`, `prod_eu`. A denied production word
 * (`non-prod`, `pre-prod`) means staging. A name with words of several levels gets the more dangerous: a wrong alarm
 * costs a smile, a wrong all-clear a database.
 */
export function levelOf(name: string): Level {
  const parts = wordsOf(name);
  const found = new Set(parts.map((word, index) => levelAt(word, parts[index - 1])));
  return byDanger.find((level) => found.has(level)) ?? 'other';
}

function levelAt(word: string, before: string | undefined): Level {
  const level = byDanger.find((name) => words[name].has(word)) ?? 'other';
  return level === 'production' && before !== undefined && DENIALS.has(before) ? 'staging' : level;
}

/** Lower-case words: split at signs, at camelCase humps and between letters and digits. */
function wordsOf(name: string): string[] {
  return name
    .normalize('NFC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\p{N})|(\p{N})(\p{L})/gu, '$1$3 $2$4')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean);
}
