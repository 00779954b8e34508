import { fold } from './fold';
import { typingErrors } from './typo';

/**
 * Ways to write what an account is for or a role may do, and what names are commonly made of, one thing a line. Stages
 * also in other languages: who names accounts in German types `dev` all the same, and the other way round.
 */
const stages = lines(`prod prd production live produktion produccion producao produzione productie 本番 生产 生產 운영
stg stage staging ステージング 预发 스테이징
dev devel development entwicklung developpement desarrollo desenvolvimento sviluppo ontwikkeling 開発 开发 開發 개발
uat acceptance abnahme acceptatie recette homologacao collaudo
sbx sandbox サンドボックス 沙箱
tst test testing pruebas テスト 测试 測試 테스트
nonprod nonprd np
preprod preprd`);
const others = lines(`management mgmt mgt
infrastructure infra
security sec
network networking net
operations ops
application app
service svc
services svcs
kubernetes k8s
customer cust
department dept
poweruser pu
readonly ro
gateway gw
database db
frontend fe
backend be
microsoft ms
rd rnd`);
const things = [...stages, ...others];

/** As words are compared: without the marks of ジ, and 운 in its parts. */
function lines(text: string): string[][] {
  return fold(text)
    .split('\n')
    .map((line) => line.split(' '));
}

/** Whether a word names a stage in full, in any way. */
export function isStage(word: string): boolean {
  return stages.some((ways) => ways.includes(word));
}

/** How languages without spaces deny what follows. */
const denials = fold('非 预 預 準 准 비').split(' ');

/** Whether what stands before a place in a folded text denies the word there: 非本番 is no production. */
export function isDenied(text: string, at: number): boolean {
  return denials.some((denial) => text.endsWith(denial, at));
}

/** Such a beginning is meant as the whole word: `produ`, `sandb`. */
const SHORTEST_BEGINNING = 5;

const SHORTEST_PLURAL = 4;

/** Other words for what a typed word names: `prd` and `production` for `prod`. */
export function otherSpellings(typed: string): readonly string[] {
  const isMeant = (word: string): boolean =>
    word === typed || (typed.length >= SHORTEST_BEGINNING && word.startsWith(typed));
  return (things.find((spellings) => spellings.some(isMeant)) ?? []).filter((word) => word !== typed);
}

/** All ways to write what a word names in full, itself among them. */
export function spellingsOf(word: string): readonly string[] {
  return things.find((ways) => ways.includes(word)) ?? [word];
}

/** `log` for `logs`. */
export function singularOf(typed: string): string | undefined {
  return typed.length >= SHORTEST_PLURAL && /[^s]s$/.test(typed) ? typed.slice(0, -1) : undefined;
}

const SHORTEST_MISSPELT = 6;

/** Other words for what a word with one typing error in it names: `prod` for `porduction`. */
export function spellingsOfMisspelt(typed: string): readonly string[] {
  if (typed.length < SHORTEST_MISSPELT) return [];
  const isMeant = (word: string): boolean =>
    word.length >= SHORTEST_MISSPELT && word !== typed && typingErrors(typed, word, 1, false) <= 1;
  return things.find((spellings) => spellings.some(isMeant)) ?? [];
}
