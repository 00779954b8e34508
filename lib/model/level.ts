import { fold } from './fold';

/** How much harm a mistake does in an account; drives colour and guard. */
export type Level = 'production' | 'staging' | 'development' | 'sandbox' | 'other';

/** From the most dangerous down. */
export const levels: readonly Level[] = ['production', 'staging', 'development', 'sandbox', 'other'];

/** Words that name a level, without accents; whole words only, so that "product-dev" is not production and "livestock" is not live. */
const words: Readonly<Record<Exclude<Level, 'other'>, ReadonlySet<string>>> = {
  production: /* @__PURE__ */ wordList(
    'prod prods prd production live produktion produktiv produccion producao produzione produksi productie canli uretim',
  ),
  staging: /* @__PURE__ */ wordList(
    'stage staging stg stag uat sit preprod preprd preproduction preproduktion preproduccion preproducao prelive',
    'acceptance acceptatie acc abnahme recette homolog homologacao hml integration int',
    'nonprod nonprods nonprd nonproduction noprod prodlike',
  ),
  development: /* @__PURE__ */ wordList(
    'dev devs devel develop development developer developers test tests testing tester tst qa quality',
    'entwicklung desarrollo desenvolvimento sviluppo developpement ontwikkeling gelistirme pruebas ci build',
  ),
  sandbox: /* @__PURE__ */ wordList(
    'sandbox sandboxes sbx sandpit playground playgrounds play lab labs experiment experiments experimental',
    'demo demos poc pocs training trainings scratch spielwiese',
  ),
};

/** Languages that put no space between words: their signs count wherever they stand. */
const signs: Readonly<Record<Exclude<Level, 'other'>, readonly string[]>> = {
  production: ['本番', '生产', '生產', '正式环境', '正式環境', 'プロダクション', '운영', '프로덕션'],
  staging: ['预发', '預發', 'ステージング', '스테이징', '検収'],
  development: ['開発', '开发', '開發', '検証', 'テスト', '测试', '測試', '개발', '테스트'],
  sandbox: ['沙箱', '沙盒', 'サンドボックス', '샌드박스'],
};

/** How those languages deny production within a word. */
const DENIED_SIGNS = /(?:非|[预預準准])(?:生产|生產|本番|正式)(?:环境|環境)?|プレプロダクション|비(?:운영|프로덕션)/gu;

/** "non-prod" and "pre live" are no production, and neither is "prod-like". */
const DENIALS_BEFORE = /* @__PURE__ */ wordList('non not no pre pré hors nicht niet');
const DENIALS_AFTER = /* @__PURE__ */ wordList('like');

/** A word that is set off by capitals only ("AcmePRODeu", "NONprod"), but is not the beginning of a product or of livestock. */
const LOUD = /(\p{Lu}{3,})(?!uc|ig|stock)(?=\p{Ll})/gu;
/** Its small letter is no hump. */
const PROOF_OF_CONCEPT = /(?<!\p{L})PoC(?=s?(?!\p{L}))/gu;

/** From the most dangerous down: where a name speaks of several, the worse one is shown. */
const byDanger = ['production', 'staging', 'development', 'sandbox'] as const;

/**
 * The level that a name speaks of, by its words: `payments-prod`, `PaymentsProd2`, `prod_eu`. A denied production word
 * (`non-prod`, `pre-prod`, `prod-like`) means staging. A name with words of several levels gets the more dangerous: a
 * wrong alarm costs a smile, a wrong all-clear a database.
 */
export function levelOf(name: string): Level {
  const seen = name.replace(/\p{Cf}/gu, '').replace(PROOF_OF_CONCEPT, 'poc');
  const readings = new Set([seen, seen.replace(LOUD, '$1 ')]);
  return worst([...readings].flatMap((reading) => levelsIn(wordsOf(reading), levelOfWord)));
}

/** The same for an account's alias, in which AWS allows nothing but small letters, digits and hyphens. */
export function levelOfAlias(alias: string): Level {
  return worst(levelsIn(alias.match(/[a-z]+|\d+/g) ?? [], levelOfPlainWord));
}

function worst(found: readonly Level[]): Level {
  return byDanger.find((level) => found.includes(level)) ?? 'other';
}

function levelsIn(parts: readonly string[], levelOfOne: (word: string) => Level): Level[] {
  return parts.map((word, index) => {
    const level = levelOfOne(word);
    const isDenied = DENIALS_BEFORE.has(parts[index - 1] ?? '') || DENIALS_AFTER.has(parts[index + 1] ?? '');
    return level === 'production' && isDenied ? 'staging' : level;
  });
}

function levelOfPlainWord(word: string): Level {
  return byDanger.find((level) => words[level].has(word)) ?? 'other';
}

function levelOfWord(word: string): Level {
  const signed = word.replace(DENIED_SIGNS, signs.staging[0] ?? '');
  return worst([
    levelOfPlainWord(fold(word)),
    byDanger.find((level) => signs[level].some((sign) => signed.includes(sign))) ?? 'other',
  ]);
}

/** Lower-case words: split at signs, at camelCase humps and between letters and digits; wide letters are letters. */
export function wordsOf(name: string): string[] {
  return name
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/gu, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean);
}

function wordList(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(' ')));
}
